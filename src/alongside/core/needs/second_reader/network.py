"""The network itself: an encoder of six layers (MiniLM, Wang et al. 2020, arXiv:2002.10957), forward only, in numpy.

A file holds the weights as whole numbers of 8 bits with a scale for each column; they are spread out to single
precision when it is loaded. Shapes: n pieces, width 384, 12 heads of 32.
"""

import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
HEADS = 12
_TINY = np.float32(1e-12)


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer: attention, then a wider step, each followed by a normalisation (gain, bias)."""

    attend: Array  # (width, 3 · width): queries, keys, values
    attend_bias: Array
    join: Array
    join_bias: Array
    join_norm: tuple[Array, Array]
    widen: Array
    widen_bias: Array
    narrow: Array
    narrow_bias: Array
    narrow_norm: tuple[Array, Array]


@dataclass(frozen=True, slots=True)
class Network:
    """Everything in the file. `head` turns a state into one number a route, `ticks` a ticked option into the same."""

    vocabulary: Mapping[str, int]
    words: NDArray[np.int8]
    word_scales: Array
    positions: Array
    norm: tuple[Array, Array]
    layers: tuple[Layer, ...]
    head: Array
    head_bias: Array
    ticks: Mapping[tuple[str, str], Array]
    routes: tuple[str, ...]
    version: str

    @property
    def longest(self) -> int:
        """The most pieces it reads at once, the two marks included."""
        return len(self.positions)


def load_network(content: bytes) -> Network:
    """Read a network from a file's content. Raises ValueError when it is not one."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        raise ValueError("not a second reader: not an .npz file")
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as file:
            return _network({key: file[key] for key in file.files})
    except (KeyError, OSError, EOFError, zipfile.BadZipFile) as problem:
        raise ValueError(f"not a second reader: {problem}") from problem


def _network(raw: Mapping[str, NDArray[Any]]) -> Network:
    about = json.loads(raw["about"].tobytes().decode())
    pieces = raw["pieces"].tobytes().decode().split("\n")
    names = [tuple(name) for name in about["ticks"]]
    return Network(
        vocabulary={piece: number for number, piece in enumerate(pieces)},
        words=raw["words"],
        word_scales=raw["word_scales"],
        positions=raw["positions"],
        norm=(raw["norm_gain"], raw["norm_bias"]),
        layers=tuple(_layer(raw, number) for number in range(about["layers"])),
        head=raw["head"],
        head_bias=raw["head_bias"],
        ticks={(question, option): row for (question, option), row in zip(names, raw["ticks"], strict=True)},
        routes=tuple(about["routes"]),
        version=about["version"],
    )


def _layer(raw: Mapping[str, NDArray[Any]], number: int) -> Layer:
    def weights(name: str) -> Array:
        return np.asarray(raw[f"{number}.{name}"] * raw[f"{number}.{name}_scales"], np.float32)

    def single(name: str) -> Array:
        return np.asarray(raw[f"{number}.{name}"], np.float32)

    return Layer(
        weights("attend"),
        single("attend_bias"),
        weights("join"),
        single("join_bias"),
        (single("join_gain"), single("join_shift")),
        weights("widen"),
        single("widen_bias"),
        weights("narrow"),
        single("narrow_bias"),
        (single("narrow_gain"), single("narrow_shift")),
    )


def states(network: Network, numbers: NDArray[np.intp]) -> Array:
    """The state of each of n pieces after the last layer, (n, width)."""
    words = network.words[numbers] * network.word_scales[numbers, None]
    state = _normal(words + network.positions[: len(numbers)], network.norm)
    for layer in network.layers:
        joined = _attended(state, layer) @ layer.join + layer.join_bias
        state = _normal(state + joined, layer.join_norm)
        wide = _gelu(state @ layer.widen + layer.widen_bias)
        state = _normal(state + wide @ layer.narrow + layer.narrow_bias, layer.narrow_norm)
    return state


def _attended(state: Array, layer: Layer) -> Array:
    many, width = state.shape
    each = (state @ layer.attend + layer.attend_bias).reshape(many, 3, HEADS, width // HEADS)
    queries, keys, values = each.transpose(1, 2, 0, 3)
    looks = queries @ keys.transpose(0, 2, 1) * np.float32((width // HEADS) ** -0.5)
    looks = np.exp(looks - looks.max(-1, keepdims=True))
    looks /= looks.sum(-1, keepdims=True)
    return np.asarray((looks @ values).transpose(1, 0, 2).reshape(many, width), np.float32)


def _normal(state: Array, norm: tuple[Array, Array]) -> Array:
    state = state - state.mean(-1, keepdims=True)
    state /= np.sqrt((state * state).mean(-1, keepdims=True) + _TINY)
    return np.asarray(state * norm[0] + norm[1], np.float32)


def _gelu(x: Array) -> Array:
    """Gaussian error linear unit (Hendrycks and Gimpel 2016), by its usual approximation with tanh."""
    inner = x * (np.float32(0.7978845608) + np.float32(0.0356774081) * x * x)
    return np.asarray(np.float32(0.5) * x * (1 + np.tanh(inner)), np.float32)
