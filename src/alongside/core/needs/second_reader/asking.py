"""Which question is worth asking: what its answers would do to the second reader's opinion."""

import numpy as np

from alongside.core.needs.questions import Question
from alongside.core.needs.second_reader.network import Array, Network
from alongside.core.needs.second_reader.opinion import Opinion, shares_of


def how_telling(question: Question, opinion: Opinion, network: Network) -> float:
    """How far an answer would move the shares: the mean distance (total variation, 0 to 1) over its options."""
    now = np.array([opinion.shares[route] for route in network.routes], np.float32)
    moved = [np.abs(after - now).sum() / 2 for after in _afterwards(question, opinion, network)]
    return float(np.mean(moved)) if moved else 0.0


def could_change(question: Question, opinion: Opinion, network: Network) -> bool:
    """Whether some answer would make another route the likeliest."""
    now = network.routes.index(opinion.likeliest.value)
    return any(int(after.argmax()) != now for after in _afterwards(question, opinion, network))


def _afterwards(question: Question, opinion: Opinion, network: Network) -> list[Array]:
    """The shares after each option of the question."""
    sums = np.array([opinion.sums[route] for route in network.routes], np.float32)
    ticks = [(question.key, option.key) for option in question.options]
    return [shares_of(sums + network.ticks[tick]) for tick in ticks if tick in network.ticks]
