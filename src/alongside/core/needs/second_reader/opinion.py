"""What the second reader thinks of a need: a share for each route, and the words that spoke most for it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from alongside.core.needs.questions import Answers
from alongside.core.needs.routes import Route
from alongside.core.needs.second_reader.network import Array, Network, load_network, states
from alongside.core.needs.second_reader.wordpiece import FIRST, LAST, Piece, split

FILE = "reader-2.npz"
_FEW_WORDS, _SEVERAL_TICKS = 8, 3
# Pieces of a long statement read at once for danger: few, so that no sentence is lost among others.
_STRETCH = 24
_SENTENCES = re.compile(r"[^.!?…\n]+")
_PARTS = re.compile(r"[^.!?…\n,;:–—]+")
_EDGES = " \t\r-–—•*\"“”'‘’()"
_LONGEST_QUOTE = 110
_SHORTEST_QUOTE = 12


@dataclass(frozen=True, slots=True)
class Opinion:
    """How likely each route is, and what that rests on.

    `shares` adds up to 1. `places` has for each route the (start, end) in the statement that spoke for it most; it is
    empty without a statement. `danger` is the likelihood of danger with or without the ticks, whichever is more: no
    tick clears what the words raise. Without words it is 0, and the gates of the ticks stand alone. `sums` are the
    shares before they are weighed against each other (logits). `reader` names the version of the network.
    """

    shares: Mapping[str, float]
    places: Mapping[str, tuple[int, int]]
    danger: float
    sums: Mapping[str, float]
    reader: str

    @property
    def likeliest(self) -> Route:
        return Route(max(self.shares, key=self.shares.__getitem__))


@cache
def default_reader() -> Network:
    """The second reader that comes with the package."""
    return load_network(resources.files("alongside.core.needs").joinpath(f"rules/{FILE}").read_bytes())


@dataclass(frozen=True, slots=True)
class WordsRead:
    """What the words of a statement alone say to each route (`sums`, before they are weighed), and where."""

    sums: Array
    places: Mapping[str, tuple[int, int]]
    number: int  # of words


def read_again(statement: str, answers: Answers, network: Network) -> Opinion:
    """Read a statement and its ticks as a whole."""
    return weigh(read_words(statement, network), answers, network)


def read_words(statement: str, network: Network) -> WordsRead:
    """Read a statement alone.

    A statement too long to be read at once is read in stretches as long as can be, and their average taken; for danger
    it is read once more in short ones, and the loudest counts.
    """
    pieces = split(statement, network.vocabulary)
    windows = _windows(pieces, network.longest - 2, statement)
    pulls = [_pulls(window, network) for window in windows]
    words = _average(pulls) + network.head_bias
    at = network.routes.index(Route.CRISIS.value)
    if len(windows) > 1:
        words[at] = max(words[at], _loudest(_windows(pieces, _STRETCH, statement), network, at))
    inner = np.concatenate([pull[1:-1] / len(pull) for pull in pulls]) if pieces else np.zeros((0, 8))
    return WordsRead(words, _places(statement, pieces, inner, network.routes), len(statement.split()))


def weigh(read: WordsRead, answers: Answers, network: Network) -> Opinion:
    """What words and ticks say together."""
    words = read.sums
    ticks = sum((network.ticks[tick] for tick in answers.ticked() if tick in network.ticks), np.float32(0))
    sums = (_half(words, network) if _say_little(read, answers) else words) + ticks
    shares, at = shares_of(sums), network.routes.index(Route.CRISIS.value)
    return Opinion(
        {route: float(share) for route, share in zip(network.routes, shares, strict=True)},
        read.places,
        float(max(shares_of(each)[at] for each in (sums, words, words + ticks))) if read.number else 0.0,
        {route: float(each) for route, each in zip(network.routes, sums, strict=True)},
        network.version,
    )


def _say_little(read: WordsRead, answers: Answers) -> bool:
    """A few words beside several ticks ("see below") are hardly more than none."""
    return read.number <= _FEW_WORDS and len(answers.ticked()) >= _SEVERAL_TICKS


def _half(words: Array, network: Network) -> Array:
    """Half of what the words say, and half of what no words would."""
    return np.asarray((words + _average([_pulls([], network)]) + network.head_bias) / 2, np.float32)


def shares_of(sums: Array) -> Array:
    """Numbers of any size as shares of one whole (softmax)."""
    powers = np.exp(sums - sums.max())
    return np.asarray(powers / powers.sum(), np.float32)


def _pulls(window: Sequence[Piece], network: Network) -> Array:
    """What each piece, and the marks at both ends, adds to each route: (pieces + 2, routes)."""
    vocabulary = network.vocabulary
    numbers = np.array([vocabulary[FIRST], *(piece.number for piece in window), vocabulary[LAST]])
    found = states(network, numbers) @ network.head
    return found / np.float32(len(numbers))


def _average(pulls: Sequence[Array]) -> Array:
    """Stretches of a statement as one: what each says, by its length."""
    sums = [pull.sum(axis=0) for pull in pulls]
    return np.average(sums, axis=0, weights=[len(pull) for pull in pulls]).astype(np.float32)


def _loudest(windows: Sequence[Sequence[Piece]], network: Network, at: int) -> np.float32:
    """What the stretch says that speaks most for a route."""
    said = [_pulls(window, network).sum(axis=0)[at] for window in windows]
    return np.float32(max(said) + network.head_bias[at])


def _windows(pieces: Sequence[Piece], longest: int, statement: str) -> list[Sequence[Piece]]:
    """Stretches of at most `longest` pieces, cut after a sentence where there is one in the second half."""
    found, start = [], 0
    while len(pieces) - start > longest:
        ends = [
            at + 1
            for at in range(start + longest // 2, start + longest)
            if statement[pieces[at].start : pieces[at].end] in ".!?"
        ]
        end = ends[-1] if ends else start + longest
        found.append(pieces[start:end])
        start = end
    return [*found, pieces[start:]]


def _places(
    statement: str, pieces: Sequence[Piece], pulls: NDArray[np.floating], routes: Sequence[str]
) -> dict[str, tuple[int, int]]:
    """For each route the part of the statement whose pieces pull to it most, against the other routes."""
    parts = _parts_of(statement)
    if not parts or not pieces:
        return {}
    apart = pulls - pulls.mean(axis=1, keepdims=True)
    middles = np.array([(piece.start + piece.end) / 2 for piece in pieces])
    inside = np.array([(start <= middles) & (middles < end) for start, end in parts])
    strength = inside @ apart / np.sqrt(np.maximum(inside.sum(axis=1, keepdims=True), 1))
    return {route: parts[int(strength[:, at].argmax())] for at, route in enumerate(routes)}


def _parts_of(statement: str) -> list[tuple[int, int]]:
    """Sentences, the long ones cut at their commas; each trimmed, none longer than can be quoted."""
    parts = []
    for sentence in _SENTENCES.finditer(statement):
        short = sentence.end() - sentence.start() <= _LONGEST_QUOTE
        found = [sentence] if short else _PARTS.finditer(statement, sentence.start(), sentence.end())
        parts += [_trimmed(statement, part.start(), part.end()) for part in found]
    told = [part for part in parts if part[1] > part[0]]
    return [part for part in told if part[1] - part[0] >= _SHORTEST_QUOTE] or told[:1]


def _trimmed(statement: str, start: int, end: int) -> tuple[int, int]:
    if end - start > _LONGEST_QUOTE:
        cut = statement.rfind(" ", start, start + _LONGEST_QUOTE)
        end = cut if cut > start else start + _LONGEST_QUOTE
    words = statement[start:end]
    return start + len(words) - len(words.lstrip(_EDGES)), end - (len(words) - len(words.rstrip(_EDGES)))
