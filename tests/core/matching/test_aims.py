"""The four aims, as bare numbers: against trying everything, and against a checker that is itself put to the test."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from alongside.core.matching.engine.aims import AIMS
from alongside.core.matching.engine.certify import certify, count_blocking
from alongside.core.matching.engine.market import Certified, Market, Outcome, Prices
from alongside.core.verdicts import Refused


def numbers(values) -> np.ndarray:
    return np.array(values, dtype=np.int64)


@st.composite
def markets(draw, ranked=False):
    """Up to five clients and four practitioners; few different fits, so that ties abound."""
    clients, wide = draw(st.integers(0, 5)), draw(st.integers(0, 4))
    every = [(row, column) for row in range(clients) for column in range(wide)]
    pairs = [pair for pair in every if draw(st.integers(0, 3))]
    most = draw(st.sampled_from([1, 3, 40]))
    fit = [draw(st.integers(0, most)) for _ in pairs]
    ranks = [numbers([draw(st.integers(0, 2)) for _ in pairs]) for _ in range(2)] if ranked else [None, None]
    places = [draw(st.integers(0, 2)) for _ in range(wide)]
    table = numbers(pairs).reshape(-1, 2)
    return Market(clients, numbers(places), table[:, 0], table[:, 1], numbers(fit), *ranks)


def lots(rows, columns):
    return (rows * 7919 + columns * 104729) * 2654435761 % 2**20


def assignments(market):
    """Every way to give each client somebody or nobody within the places."""
    options = [[None, *np.flatnonzero(market.rows == row).tolist()] for row in range(market.clients)]
    for picks in product(*options):
        chosen = numbers([pick for pick in picks if pick is not None])
        if np.all(np.bincount(market.columns[chosen], minlength=len(market.places)) <= market.places):
            yield chosen


MEASURES = {
    "everyone_first": lambda fits: (len(fits), sum(fits)),
    "fairest": lambda fits: (len(fits), min(fits, default=0), sum(fits)),
    "leximin": lambda fits: (len(fits), fits),
}


@pytest.mark.parametrize("aim", list(MEASURES))
@settings(max_examples=100)
@given(data=st.data())
def test_nobody_finds_better_by_trying_everything(aim, data):
    market = data.draw(markets())
    found = AIMS[aim](market, lots)
    assert isinstance(certify(aim, market, found), Certified)
    reached, best = (
        max(MEASURES[aim](sorted(market.fit[chosen].tolist())) for chosen in some)
        for some in ([found.chosen], assignments(market))
    )
    assert reached == best


def would_both_rather(market, chosen) -> bool:
    """Whether two people would rather have each other, one pair after the other."""
    ours, theirs = market.ranks()
    mine = {int(market.rows[k]): int(ours[k]) for k in chosen}
    held = {j: [int(theirs[k]) for k in chosen if market.columns[k] == j] for j in range(len(market.places))}
    return any(
        (i not in mine or a < mine[i]) and (len(held[j]) < market.places[j] or (held[j] and b < max(held[j])))
        for i, j, a, b in zip(*(x.tolist() for x in (market.rows, market.columns, ours, theirs)), strict=True)
    )


@settings(max_examples=300)
@given(market=markets(ranked=True))
def test_no_two_people_would_both_rather_have_each_other(market):
    found = AIMS["their_choices"](market, lots)
    assert isinstance(certify("their_choices", market, found), Certified)
    assert not would_both_rather(market, found.chosen.tolist())
    for chosen in list(assignments(market))[:50]:
        assert (count_blocking(market, chosen) > 0) == would_both_rather(market, chosen.tolist())


@settings(max_examples=100)
@given(market=markets(), order=st.randoms(use_true_random=False))
def test_without_ties_each_client_has_the_best_of_all_stable_ways(market, order):
    strict = [list(range(len(market.rows))) for _ in range(2)]
    for ranks in strict:
        order.shuffle(ranks)
    market = replace(market, client_rank=numbers(strict[0]), practitioner_rank=numbers(strict[1]))
    stable = [chosen for chosen in assignments(market) if not count_blocking(market, chosen)]
    found = AIMS["their_choices"](market, lots).chosen
    for row in range(market.clients):
        best = min(
            market.client_rank[chosen][market.rows[chosen] == row].min(initial=99) for chosen in stable
        )
        assert market.client_rank[found][market.rows[found] == row].min(initial=99) == best


@settings(max_examples=100)
@given(market=markets())
def test_with_ties_of_practitioners_at_least_two_thirds_of_the_most_are_placed(market):
    strict = replace(market, client_rank=np.arange(len(market.rows)), practitioner_rank=market.fit)
    most = max(len(chosen) for chosen in assignments(strict) if not count_blocking(strict, chosen))
    assert 3 * len(AIMS["their_choices"](strict, lots).chosen) >= 2 * most


@pytest.mark.parametrize("aim", list(AIMS))
@settings(max_examples=50)
@given(data=st.data())
def test_the_checker_lets_nothing_pass_that_is_not_the_best(aim, data):
    """Any other pairs with these prices, and these pairs with any other price, are refused unless they are as good."""
    market = data.draw(markets(ranked=aim == "their_choices"))
    found = AIMS[aim](market, lots)
    other = data.draw(st.sampled_from(list(assignments(market))))
    verdict = certify(aim, market, replace(found, chosen=other))
    if isinstance(verdict, Certified):
        good = certify(aim, market, found)
        assert aim == "their_choices" or (verdict.placed, verdict.fit) == (good.placed, good.fit)
    name = data.draw(st.sampled_from(list(found.prices)))
    assume(found.prices[name].clients.size)
    dearer = Prices(found.prices[name].clients + 1, found.prices[name].practitioners)
    assert (
        name == "fairer"
        or isinstance(certify(aim, market, replace(found, prices={**found.prices, name: dearer})), Refused)
        or not len(market.rows)
    )


def test_nobody_is_in_two_pairs():
    market = Market(1, numbers([1, 1]), numbers([0, 0]), numbers([0, 1]), numbers([5, 5]))
    twice = Outcome(numbers([0, 1]), AIMS["everyone_first"](market, lots).prices)
    assert certify("everyone_first", market, twice) == Refused("Somebody has more people than places.")
