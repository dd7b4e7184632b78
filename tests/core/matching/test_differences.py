"""Two runs side by side: everybody once, and what was asked differently."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.core.matching import CHANGES, DEFAULTS, Pool, compare_runs
from tests.core.matching.people import client, pools, practitioner
from tests.core.matching.test_match import TIGHT, proposed, who

RULES = DEFAULTS["mentoring"]


def pool(*keys: str, places: int = 1, **facts) -> Pool:
    theirs = (practitioner("mair", places=places), practitioner("nell", conflicts=frozenset({"bo"})))
    return Pool("mentoring", tuple(client(key, **facts) for key in keys), theirs)


def test_everybody_is_told_once_in_their_own_way():
    """Ada moves, Bo loses the place, Cleo leaves, Dot comes."""
    before = proposed(pool("ada", "bo", "cleo", places=2), RULES, locked=[("ada", "nell"), ("bo", "mair")])
    after = proposed(pool("ada", "bo", "dot"), RULES, locked=[("ada", "mair"), ("dot", "nell")])
    found = compare_runs(before, after)
    told = {one.client: (one.change, one.before, one.after) for one in found.clients}
    assert told == {
        "ada": ("moved", "nell", "mair"),
        "bo": ("no_longer_placed", "mair", None),
        "cleo": ("left", "mair", None),
        "dot": ("came", None, "nell"),
    }
    assert (found.placed, found.before.placed, found.after.placed) == (-1, 3, 2)
    assert found.inputs == ("facts", "by_hand")
    back = {one.client: one.change for one in compare_runs(after, before).clients}
    assert back == {"ada": "moved", "bo": "newly_placed", "cleo": "came", "dot": "left"}


def test_a_run_is_no_different_from_itself_but_for_nobody():
    run = proposed(pool("ada", "bo", "cleo"), RULES)
    found = compare_runs(run, run)
    assert Counter(one.change for one in found.clients) == {"same": 2, "without_still": 1}
    assert (found.placed, found.fit, found.worst_fit, found.inputs) == (0, 0, 0, ())


@pytest.mark.parametrize(
    ("other", "named"),
    [
        ({"seed": 3}, ("seed",)),
        ({"mode": "fairest"}, ("mode",)),
        ({"places": 2}, ("by_hand",)),
        ({"forbidden": [("ada", "nell")]}, ("by_hand",)),
        ({"kept": [("ada", "mair")]}, ()),
        ({"rules": TIGHT}, ("rules",)),
    ],
)
def test_what_was_asked_differently_is_named(other, named):
    runs = [proposed(pool("ada", "bo"), **({"rules": RULES} | more)) for more in ({}, other)]
    assert compare_runs(*runs).inputs == named


@settings(max_examples=60)
@given(one=pools(), other=pools(), seed=st.integers(0, 9))
def test_the_parts_add_up(one, other, seed):
    before, after = proposed(one), proposed(other, seed=seed, kept=who(proposed(one)))
    found = compare_runs(before, after)
    keys = {person.key for person in (*one.clients, *other.clients)}
    assert [told.client for told in found.clients] == sorted(keys)
    assert sum(len(found.of(change)) for change in CHANGES) == len(keys)
    assert {(told.client, told.before) for told in found.clients if told.before} == who(before)
    assert {(told.client, told.after) for told in found.clients if told.after} == who(after)
    assert sum(told.fit_after or 0 for told in found.clients) - sum(
        told.fit_before or 0 for told in found.clients
    ) == (found.fit)
    assert len(found.of("same")) >= after.totals.stayed
