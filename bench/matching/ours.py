"""Our own ways. Each takes an instance and gives every client's practitioner, or −1."""

import numpy as np

from alongside.core.matching.engine.certify_parts import certify_parts
from alongside.core.matching.engine.lottery import draw_words, lots_of_words
from alongside.core.matching.engine.market import Certified, Ints, Lots, Market
from alongside.core.matching.engine.pricing import BlockOffers, everyone_first_among
from alongside.core.matching.engine.sparse import match_market
from alongside.core.matching.engine.stable import propose_and_hold
from bench.matching.instances import HEIGHT, Full


def everyone_first(market: Market) -> Ints:
    """Solved, proved, and made ready to be stored."""
    return np.array(match_market(market).partner)


def everyone_first_of_all_pairs(made: Full) -> Ints:
    """Priced block by block, then checked block by block: the pairs are never held all at once by the engine."""
    offers = BlockOffers(made.clients, made.places, HEIGHT, made.block)
    pairs, prices = everyone_first_among(offers, _lots(made.clients, len(made.places)))
    verdict = certify_parts(offers.parts(), pairs, prices)
    assert isinstance(verdict, Certified), verdict
    return partners(made.clients, pairs.rows, pairs.columns)


def their_choices(market: Market) -> Ints:
    """A stable assignment, checked for blocking pairs, beside it what *everyone first* would reach, proved."""
    return np.array(match_market(market, "their_choices").partner)


def only_propose_and_hold(market: Market) -> Ints:
    """Deferred acceptance and nothing else: what the peer does."""
    chosen = propose_and_hold(market, _lots(market.clients, len(market.places)))
    return partners(market.clients, market.rows[chosen], market.columns[chosen])


def partners(clients: int, rows: Ints, columns: Ints) -> Ints:
    partner = np.full(clients, -1)
    partner[rows] = columns
    return partner


def _lots(clients: int, practitioners: int) -> Lots:
    ours = draw_words(0, "client", np.arange(clients, dtype=np.uint64))
    theirs = draw_words(0, "practitioner", np.arange(practitioners, dtype=np.uint64))
    return lambda rows, columns: lots_of_words(ours, theirs, rows, columns).astype(np.int64)
