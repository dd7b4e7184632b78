"""Why nobody, why not that one, what one more place and each rule is worth: against trying everything."""

import re
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.core.matching import (
    DEFAULTS,
    MODES,
    Pool,
    fairness_table,
    match,
    one_more_place,
    price_rules,
    suggest,
    why_not,
)
from alongside.core.matching.engine.aims import AIMS
from alongside.core.matching.engine.explain import find_waivers
from alongside.core.matching.engine.shortage import find_lacks
from alongside.core.outcomes.small_groups import Hidden
from alongside.core.verdicts import Refused
from tests.core.matching.people import client, pools, practitioner
from tests.core.matching.test_aims import lots, markets

RULES = DEFAULTS["mentoring"]


def smallest_worst_lack(market):
    """(how many too few, who): of all groups of clients the smallest that lacks the most places."""
    asking = np.unique(market.rows).tolist()
    groups = (group for size in range(len(asking) + 1) for group in combinations(asking, size))
    return max((len(group) - places_for(market, group), -len(group), group) for group in groups)


def places_for(market, group) -> int:
    theirs = np.unique(market.columns[np.isin(market.rows, group)])
    return int(market.places[theirs].sum())


@settings(max_examples=300)
@given(market=markets())
def test_the_groups_that_lack_places_are_the_smallest_that_lack_the_most(market):
    lacks = find_lacks(market, AIMS["everyone_first"](market, lots).chosen)
    without, _, who = smallest_worst_lack(market)
    assert sum(one.without for one in lacks) == without
    assert sorted(place for one in lacks for place in one.clients) == list(who)
    for one in lacks:
        theirs = market.columns[np.isin(market.rows, one.clients)]
        assert sorted(set(theirs.tolist())) == list(one.practitioners)
        assert one.without == len(one.clients) - one.places > 0


@settings(max_examples=300)
@given(market=markets())
def test_a_practitioners_price_is_what_one_more_place_brings(market):
    found = AIMS["everyone_first"](market, lots)
    for place in range(len(market.places)):
        more = replace(market, places=market.places + (np.arange(len(market.places)) == place))
        chosen = AIMS["everyone_first"](more, lots).chosen
        gained = (len(chosen) - len(found.chosen), market.fit[chosen].sum() - market.fit[found.chosen].sum())
        assert tuple(found.prices["best"].practitioners[place]) == gained


@settings(max_examples=100)
@given(refused=st.lists(st.lists(st.booleans(), min_size=4, max_size=4).filter(any), min_size=1, max_size=6))
def test_waivers_are_the_smallest_sets_of_rules_that_let_somebody_through(refused):
    table = np.array(refused).T

    def left(rules) -> int:
        return int((~table[[row for row in range(4) if row not in rules]].any(axis=0)).sum())

    sets = [set(rules) for size in range(5) for rules in combinations(range(4), size)]
    smallest = [
        (rules, left(rules)) for rules in sets if left(rules) and not any(left(rules - {r}) for r in rules)
    ]
    found = find_waivers("abcd", table)
    assert len(found) == min(5, len(smallest))
    assert all(({"abcd".index(title) for title in one.titles}, one.possible) in smallest for one in found)


def test_two_rules_that_only_together_exclude_everybody_are_named_together():
    pool = Pool(
        "mentoring",
        (client(languages=frozenset({"de"}), conflicts=frozenset({"otto"})),),
        (practitioner("otto", languages=frozenset({"en"})),),
    )
    (found,) = match(pool, RULES).unmatched
    assert "together 1 would be possible." in found.because
    assert [len(one.titles) for one in found.waivers] == [2]


def test_a_shortage_names_the_group_and_where_a_place_helps_most():
    pool = Pool(
        "mentoring",
        tuple(client(f"c{n}", career_stage=1, languages=frozenset({"de"})) for n in range(3)),
        (
            practitioner("near", career_stage=9, languages=frozenset({"de"})),
            practitioner("right", career_stage=3, languages=frozenset({"de"})),
            practitioner("other", languages=frozenset({"en"}), places=5),
        ),
    )
    run = match(pool, RULES)
    (lack,) = run.shortages
    assert (len(lack.clients), lack.practitioners, lack.places, lack.without) == (3, ("near", "right"), 2, 1)
    assert one_more_place(run, pool, RULES, lack.best_place) == (1, lack.fit_more)
    assert one_more_place(run, pool, RULES, "near")[1] <= lack.fit_more


@settings(max_examples=60)
@given(pool=pools(), data=st.data(), mode=st.sampled_from(list(MODES)))
def test_a_pair_by_force_never_serves_the_aim_better(pool, data, mode):
    run = match(pool, RULES, mode=mode)
    possible = [
        (one.key, s.practitioner) for one in pool.clients for s in suggest(pool, one.key, RULES, 99).found
    ]
    if not possible:
        return
    pair = data.draw(st.sampled_from(possible))
    found = why_not(run, pool, RULES, *pair)
    lost = {
        "everyone_first": (found.placed_lost, found.fit_lost),
        "fairest": (found.placed_lost, found.worst_lost, found.fit_lost),
        "leximin": (found.placed_lost, found.worst_lost),
        "their_choices": (0,),
    }[mode]
    assert lost >= (0,) * len(lost)
    assert not found.refused
    if pair in {(one.client, one.practitioner) for one in run.pairs} and mode != "their_choices":
        assert lost == (0,) * len(lost)


def test_why_not_says_what_it_would_cost_or_which_rule_refuses():
    pool = Pool(
        "mentoring",
        (
            client("a", roles_wanted=frozenset({"nurse"})),
            client("b"),
            client("c", languages=frozenset({"de"})),
        ),
        (
            practitioner("x", roles_held=frozenset({"nurse"})),
            practitioner("y", languages=frozenset({"en"}), conflicts=frozenset({"a"})),
        ),
    )
    run = match(pool, RULES)
    assert [(pair.client, pair.practitioner) for pair in run.pairs] == [("a", "x"), ("b", "y")]
    assert "would leave one more person without anybody" in why_not(run, pool, RULES, "b", "x").because
    assert why_not(run, pool, RULES, "c", "y").because.startswith("The rules refuse it: ")
    assert isinstance(why_not(run, pool, RULES, "c", "nobody"), Refused)


def test_the_price_of_a_rule_is_what_would_be_without_it():
    pool = Pool(
        "mentoring",
        (client("a", languages=frozenset({"de"})), client("b", languages=frozenset({"en"}))),
        (practitioner("x", languages=frozenset({"en"})), practitioner("y", languages=frozenset({"en"}))),
    )
    prices = {one.criterion: one for one in price_rules(match(pool, RULES), pool, RULES)}
    assert prices["shared_language"].placed == 1
    assert prices["conflict_of_interest"].placed == 0
    assert {one.criterion for one in RULES.rules} == set(prices)


@pytest.mark.parametrize("small", [0, 2])
def test_the_fairness_table_goes_through_the_gate(small):
    sizes = {"North": 20, "South": 20, "West": small}
    ours = tuple(
        client(f"{house}{n:02}", columns={"house": house}, career_stage=n % 4)
        for house, size in sizes.items()
        for n in range(size)
    )
    theirs = tuple(practitioner(f"m{n:02}", career_stage=3, places=2) for n in range(13))
    table = fairness_table(
        match(Pool("mentoring", ours, theirs), RULES), Pool("mentoring", ours, theirs), "house"
    )
    shown = [one.value for one in table if not isinstance(one.placed_share, Hidden)]
    assert "west" not in shown
    assert (len(shown) == 2) == (small == 0)


def test_the_example_of_the_page_says_what_the_page_says(capsys):
    page = (Path(__file__).parents[3] / "docs/howto/matching-results.md").read_text()
    code, said = re.findall(r"```(?:python|text)\n(.*?)```", page, re.DOTALL)
    exec(compile(code, "example", "exec"), {})  # noqa: S102 - our own page
    assert capsys.readouterr().out == said


@pytest.mark.parametrize(
    "between",
    [{"conflicts": frozenset({"x"})}, {"not_again": frozenset({"x"})}, {"together_before": frozenset({"x"})}],
)
def test_nobody_is_told_which_of_two_private_words_rules_a_pair_out(between):
    pool = Pool("mentoring", (client("a", **between),), (practitioner("x"),))
    (alone,) = match(pool, RULES).unmatched
    assert [one.title for one in alone.exclusions] == ["Nothing between the two"]
    assert "conflict" not in alone.because
    assert "before" not in alone.because
