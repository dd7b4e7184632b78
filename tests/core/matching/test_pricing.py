"""Solving over few pairs and pricing all gives what solving over all gives, to the last price."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.core.matching.engine.aims import AIMS
from alongside.core.matching.engine.certify_parts import certify_parts
from alongside.core.matching.engine.market import Certified, Market, Prices
from alongside.core.matching.engine.pricing import (
    BlockOffers,
    ListedOffers,
    everyone_first_among,
    find_indices,
    first_of_each,
)
from alongside.core.verdicts import Refused
from tests.core.matching.test_aims import lots


def in_blocks(market: Market, height: int) -> BlockOffers:
    fit = np.full((market.clients, len(market.places)), -1, dtype=np.int16)
    fit[market.rows, market.columns] = market.fit
    return BlockOffers(market.clients, market.places, height, lambda first: fit[first : first + height])


def some_market(seed: int, clients: int, practitioners: int, most: int = 9) -> Market:
    chance = np.random.default_rng(seed)
    rows, columns = np.nonzero(chance.random((clients, practitioners)) < chance.random())
    fit = chance.integers(0, most + 1, len(rows))
    return Market(clients, chance.integers(0, 3, practitioners), rows, columns, fit)


@settings(max_examples=80)
@given(
    seed=st.integers(0, 10**6),
    clients=st.integers(0, 25),
    practitioners=st.integers(1, 12),
    most=st.integers(0, 40),
)
def test_few_pairs_and_prices_for_all_give_the_same_as_all(seed, clients, practitioners, most):
    market = some_market(seed, clients, practitioners, most)
    whole = AIMS["everyone_first"](market, lots)
    for offers in (ListedOffers(market), in_blocks(market, 4)):
        pairs, prices = everyone_first_among(offers, lots, first=1, more=1)
        assert find_indices(market, pairs).tolist() == whole.chosen.tolist()
        assert all(np.array_equal(a, b) for a, b in zip(prices, whole.prices["best"], strict=True))
    assert isinstance(certify_parts(in_blocks(market, 4).parts(), pairs, prices), Certified)


def test_part_by_part_nothing_wrong_passes():
    market = some_market(5, 40, 15)
    offers = in_blocks(market, 7)
    pairs, prices = everyone_first_among(offers, lots)
    assert certify_parts(offers.parts(), pairs, prices) == Certified(
        len(pairs.rows), int(pairs.fit.sum()), int(pairs.fit.min())
    )
    better = replace(pairs, fit=pairs.fit + 1)
    elsewhere = replace(pairs, columns=np.roll(pairs.columns, 1))
    fewer = pairs.only(np.arange(len(pairs.rows) - 1))
    cheaper = Prices(prices.clients, np.zeros_like(prices.practitioners))
    for wrong, priced in ((better, prices), (elsewhere, prices), (fewer, prices), (pairs, cheaper)):
        assert isinstance(certify_parts(offers.parts(), wrong, priced), Refused)


@pytest.mark.parametrize("wide", [1, 2**50])
def test_the_first_of_each_group_are_its_smallest(wide):
    group, measure = np.array([0, 0, 2, 2, 2]), np.array([3, 1, 9, 7, 8]) * wide
    assert sorted(first_of_each(group, 3, measure, 2).tolist()) == [0, 1, 3, 4]
