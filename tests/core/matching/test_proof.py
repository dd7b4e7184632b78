"""A stored run holds as it is, and in no other form."""

import json

import pytest

from alongside.core.matching import DEFAULTS, MODES, MatchRun, Pool, match, recheck
from alongside.core.matching.engine.market import Certified
from tests.core.matching.people import client, practitioner

RULES = DEFAULTS["mentoring"]
POOL = Pool(
    "mentoring",
    tuple(
        client(f"c{n}", career_stage=n % 3, choices=(f"m{(n + 1) % 3}",), languages=frozenset({"de"}))
        for n in range(5)
    ),
    tuple(practitioner(f"m{n}", career_stage=2 + n, languages=frozenset({"de"})) for n in range(3)),
)


def places_in(value, path=()):
    """The address of every number and text in a run."""
    if isinstance(value, dict | list):
        for key, one in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places_in(one, (*path, key))
    elif value is not None:
        yield path


def changed(raw, path):
    """The run with one thing changed."""
    copy = json.loads(json.dumps(raw))
    *way, last = path
    here = copy
    for key in way:
        here = here[key]
    old = here[last]
    here[last] = (not old) if isinstance(old, bool) else old + 1 if isinstance(old, int) else old + "x"
    return copy


def is_of_a_bound(raw, path) -> bool:
    """A bound may be proved in more than one way."""
    return path[:2] == ("proof", "prices") and raw["proof"]["prices"][path[2]]["name"] == "fairer"


@pytest.mark.parametrize("mode", list(MODES))
def test_whatever_is_changed_in_a_stored_run_it_is_refused(mode):
    run = match(POOL, RULES, mode=mode, seed=4)
    assert isinstance(recheck(run, POOL, RULES), Certified)
    raw = json.loads(run.to_json())
    for path in places_in(raw):
        if path[0] in {"version", "rules"}:
            continue
        try:
            verdict = recheck(MatchRun.from_json(json.dumps(changed(raw, path))), POOL, RULES)
        except (ValueError, KeyError, TypeError):
            continue  # not one of ours any more
        may = path == ("seed",) or is_of_a_bound(raw, path)
        assert not isinstance(verdict, Certified) or may, path


@pytest.mark.parametrize("mode", list(MODES))
@pytest.mark.parametrize("side", ["clients", "practitioners"])
def test_without_its_prices_a_run_proves_nothing(mode, side):
    raw = json.loads(match(POOL, RULES, mode=mode).to_json())
    for one in raw["proof"]["prices"][0][side]:
        one["worth"] = one["worth"][:-1]
    assert not isinstance(recheck(MatchRun.from_json(json.dumps(raw)), POOL, RULES), Certified)
    raw["proof"]["prices"] = []
    assert not isinstance(recheck(MatchRun.from_json(json.dumps(raw)), POOL, RULES), Certified)


def test_what_their_own_choices_cost_is_told():
    rivals = Pool(
        "mentoring",
        (client("a", choices=("m",)), client("b", choices=("m", "n"))),
        (practitioner("m", choices=("b",)), practitioner("n", not_again=frozenset({"a"}))),
    )
    run = match(rivals, RULES, mode="their_choices")
    assert [(pair.client, pair.practitioner) for pair in run.pairs] == [("b", "m")]
    assert (run.price_of_stability.blocking, run.totals.placed, run.price_of_stability.most_placed) == (
        0,
        1,
        2,
    )
