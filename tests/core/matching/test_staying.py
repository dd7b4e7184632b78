"""Pairs of an earlier run stay where they can: no way that places as many keeps more, and the run proves it."""

import json
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.core.matching import DEFAULTS, MODES, MatchRun, Pool, match, recheck, why_not
from alongside.core.matching.engine.aims import AIMS
from alongside.core.matching.engine.certify import certify
from alongside.core.matching.engine.choices import list_choices
from alongside.core.matching.engine.market import Certified, Market
from alongside.core.matching.engine.pricing import ListedOffers, everyone_first_among, find_indices
from tests.core.matching.people import client, pools, practitioner
from tests.core.matching.test_aims import MEASURES, assignments, lots, markets
from tests.core.matching.test_match import TIGHT, proposed, who
from tests.core.matching.test_pricing import some_market
from tests.core.matching.test_proof import changed, is_of_a_bound, places_in

RULES = DEFAULTS["mentoring"]


@st.composite
def sticky_markets(draw, ranked=False):
    market = draw(markets(ranked=ranked))
    return replace(market, stays=np.array([draw(st.integers(0, 1)) for _ in market.rows], dtype=np.int64))


def measure(aim: str, market: Market, chosen: np.ndarray) -> tuple:
    placed, *rest = MEASURES[aim](sorted(market.fit[chosen].tolist()))
    return (placed, int(market.stays[chosen].sum()), *rest)


@pytest.mark.parametrize("aim", list(MEASURES))
@settings(max_examples=150)
@given(market=sticky_markets())
def test_nobody_finds_better_by_trying_everything(aim, market):
    """Most placed, then most that stay, then what the aim looks at. No other pairs pass with the same prices."""
    found = AIMS[aim](market, lots)
    assert isinstance(certify(aim, market, found), Certified)
    every = list(assignments(market))
    best = max(measure(aim, market, chosen) for chosen in every)
    assert measure(aim, market, found.chosen) == best
    for chosen in every[:: max(1, len(every) // 20)]:
        if isinstance(certify(aim, market, replace(found, chosen=chosen)), Certified):
            assert measure(aim, market, chosen) == best


@settings(max_examples=60)
@given(
    seed=st.integers(0, 10**6), clients=st.integers(0, 25), wide=st.integers(1, 12), most=st.integers(0, 40)
)
def test_few_pairs_and_prices_for_all_give_the_same_as_all(seed, clients, wide, most):
    market = some_market(seed, clients, wide, most)
    market = replace(market, stays=np.random.default_rng(seed).integers(0, 2, len(market.rows)))
    whole = AIMS["everyone_first"](market, lots)
    pairs, prices = everyone_first_among(ListedOffers(market), lots, first=1, more=1)
    assert find_indices(market, pairs).tolist() == whole.chosen.tolist()
    assert all(np.array_equal(a, b) for a, b in zip(prices, whole.prices["best"], strict=True))


@settings(max_examples=150)
@given(market=sticky_markets(ranked=True))
def test_their_choices_come_before_what_stays(market):
    found = AIMS["their_choices"](market, lots)
    assert isinstance(certify("their_choices", market, found), Certified)


@settings(max_examples=30)
@given(order=st.permutations(range(5)), seed=st.integers(0, 99))
def test_where_all_are_liked_alike_their_choices_leave_everybody_where_they_were(order, seed):
    ours = tuple(client(f"c{n}") for n in range(5))
    theirs = tuple(practitioner(f"m{n}") for n in range(5))
    kept = [(f"c{n}", f"m{to}") for n, to in enumerate(order)]
    run = proposed(Pool("mentoring", ours, theirs), RULES, mode="their_choices", seed=seed, kept=kept)
    assert who(run) == set(kept)


def some_of(run: MatchRun, data: st.DataObject, pool: Pool) -> list[tuple[str, str]]:
    everybody = [
        *who(run),
        *((a.key, b.key) for a in pool.clients for b in pool.practitioners),
        ("gone", "gone"),
    ]
    return data.draw(st.lists(st.sampled_from(everybody), max_size=5))


@pytest.mark.parametrize("mode", list(MODES))
@settings(max_examples=40)
@given(pool=pools(), rules=st.sampled_from([TIGHT, RULES]), data=st.data())
def test_a_sticky_run_holds_comes_back_from_its_json_and_does_not_hang_on_row_order(mode, pool, rules, data):
    kept = some_of(proposed(pool, rules, mode=mode, seed=1), data, pool)
    run = proposed(pool, rules, mode=mode, kept=kept)
    assert isinstance(recheck(run, pool, rules), Certified)
    assert MatchRun.from_json(run.to_json()) == run
    turned = Pool("mentoring", pool.clients[::-1], pool.practitioners[::-1])
    assert proposed(turned, rules, mode=mode, kept=kept[::-1]).to_json() == run.to_json()
    assert run.totals.stayed == len(set(run.by_hand.kept) & who(run))
    assert set(run.by_hand.kept) <= set(kept)
    plain = proposed(pool, rules, mode=mode)
    if mode != "their_choices":
        assert run.totals.placed == plain.totals.placed
    if not run.by_hand.kept:
        assert run == plain


@pytest.mark.parametrize("mode", ["everyone_first", "fairest", "leximin"])
@settings(max_examples=40)
@given(pool=pools(), seed=st.integers(1, 9))
def test_another_lottery_changes_nothing_where_everybody_may_stay(mode, pool, seed):
    before = proposed(pool, mode=mode)
    after = proposed(pool, mode=mode, seed=seed, kept=who(before))
    assert who(after) == who(before)
    assert after.totals.stayed == len(before.pairs)


def three(*newcomers: str) -> Pool:
    """Ada and Bo alike, Ada with Mair; a newcomer would suit Mair better than either."""
    ours = tuple(client(key, career_stage=1) for key in ("ada", "bo"))
    new = tuple(client(key, roles_wanted=frozenset({"director"})) for key in newcomers)
    theirs = (practitioner("mair", roles_held=frozenset({"director"})), practitioner("nell"))
    return Pool("mentoring", (*ours, *new), theirs)


def test_who_is_with_somebody_already_is_not_parted_for_a_better_fit_but_for_one_more_placed():
    before = [("ada", "mair"), ("bo", "nell")]
    assert ("cleo", "mair") in who(proposed(three("cleo"), RULES))
    after = proposed(three("cleo"), RULES, kept=before)
    assert (who(after), after.totals.stayed) == (set(before), 2)
    only_mair = replace(client("cleo"), conflicts=frozenset({"nell"}))
    pool = three()
    pool = Pool("mentoring", (pool.clients[0], only_mair), pool.practitioners)
    moved = proposed(pool, RULES, kept=before)
    assert who(moved) == {("ada", "nell"), ("cleo", "mair")}
    assert (moved.by_hand.kept, moved.totals.stayed) == ((("ada", "mair"),), 0)


def test_what_it_would_cost_names_the_pairs_that_would_be_parted():
    run = proposed(three("cleo"), RULES, kept=[("ada", "mair"), ("bo", "nell")])
    asked = why_not(run, three("cleo"), RULES, "cleo", "mair")
    assert (asked.placed_lost, asked.stay_lost) == (0, 1)
    assert asked.because.endswith("would part one more pair of the earlier run.")
    assert asked.fit_lost < 0


def test_the_least_cost_is_not_told_in_fit_where_a_pair_would_be_parted():
    pool = three("cleo")
    run = proposed(pool, RULES, kept=[("ada", "mair"), ("bo", "nell")])
    best = next(one for one in run.proof.prices if one.name == "best")
    own = next(one.worth for one in best.clients if one.key == "cleo")
    theirs = {one.key: one.worth for one in best.practitioners}
    costs = {
        one.practitioner: one for one in list_choices(pool.clients[2], pool.practitioners, RULES, own, theirs)
    }
    assert (costs["mair"].placed_lost, costs["mair"].fit_lost) == (None, None)


def test_a_pair_kept_by_hand_counts_as_staying_and_one_who_must_go_elsewhere_does_not():
    locked = proposed(three(), RULES, kept=[("ada", "mair")], locked=[("ada", "mair")])
    assert (locked.by_hand.kept, locked.totals.stayed) == ((("ada", "mair"),), 1)
    away = proposed(three(), RULES, kept=[("ada", "mair")], locked=[("ada", "nell")])
    assert (away.by_hand.kept, away.totals.stayed) == ((), 0)
    assert proposed(three(), RULES, kept=[("ada", "mair")], forbidden=[("ada", "mair")]).by_hand.kept == ()


@pytest.mark.parametrize("mode", list(MODES))
def test_whatever_is_changed_in_a_stored_sticky_run_it_is_refused(mode):
    pool = three("cleo", "dot")
    run = match(pool, RULES, mode=mode, kept=[("ada", "mair"), ("bo", "nell"), ("cleo", "nell")])
    assert isinstance(recheck(run, pool, RULES), Certified)
    raw = json.loads(run.to_json())
    for path in places_in(raw):
        if path[0] in {"version", "rules"}:
            continue
        try:
            verdict = recheck(MatchRun.from_json(json.dumps(changed(raw, path))), pool, RULES)
        except (ValueError, KeyError, TypeError):
            continue
        may = path == ("seed",) or is_of_a_bound(raw, path) or path[:2] == ("proof", "cuts")  # another proof
        assert not isinstance(verdict, Certified) or may, path


@pytest.mark.parametrize("mode", ["everyone_first", "fairest", "leximin"])
def test_a_list_of_what_should_stay_that_was_made_longer_or_shorter_is_refused(mode):
    pool = three("cleo")
    kept = [("ada", "mair"), ("bo", "nell")]
    run = proposed(pool, RULES, mode=mode, kept=kept)
    for other in (
        (),
        tuple(kept[:1]),
        (("ada", "nell"), *kept[1:]),
        (*kept, ("gone", "gone")),
        tuple(kept[::-1]),
    ):
        told = replace(run, by_hand=replace(run.by_hand, kept=other))
        assert not isinstance(recheck(told, pool, RULES), Certified), other
