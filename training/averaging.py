"""Several readers as one: the mean of their weights (Wortsman et al. 2022, arXiv:2203.05482, "model soups").

Readers that began at the same published weights lie close enough together for that; the mean is steadier than each.
"""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from training.writing import whole_numbers

WORDS, SCALES = "words", "_scales"


def average(paths: Sequence[Path], out: Path, version: str) -> None:
    """Write the mean of some readers under a name of its own; routes, ticks and vocabulary are those of the first."""
    files = [dict(np.load(path, allow_pickle=False)) for path in paths]
    first = files[0]
    mean: dict[str, np.ndarray] = {}
    for name, array in first.items():
        if name.endswith(SCALES) or name == "word_scales":
            continue
        if array.dtype == np.uint8:
            mean[name] = array
        elif array.dtype == np.int8:
            mean.update(
                _again_in_whole_numbers(name, np.mean([spread(file, name) for file in files], axis=0))
            )
        else:
            mean[name] = np.mean([file[name] for file in files], axis=0).astype(np.float32)
    mean["about"] = named(mean["about"], version)
    with out.open("wb") as file:
        np.savez(file, **mean)


def named(about: np.ndarray, version: str) -> np.ndarray:
    """What a reader says about itself, with another name."""
    said = json.loads(about.tobytes().decode()) | {"version": version}
    return np.frombuffer(json.dumps(said).encode(), np.uint8)


def spread(file: dict[str, np.ndarray], name: str) -> np.ndarray:
    """A matrix in single precision, with a scale for each column; words have one for each row."""
    matrix = file[name].astype(np.float32)
    return matrix * file["word_scales"][:, None] if name == WORDS else matrix * file[f"{name}{SCALES}"]


def _again_in_whole_numbers(name: str, matrix: np.ndarray) -> dict[str, np.ndarray]:
    if name == WORDS:
        words, scales = whole_numbers(matrix.T)
        return {WORDS: words.T.copy(), "word_scales": scales}
    numbers, scales = whole_numbers(matrix)
    return {name: numbers, f"{name}{SCALES}": scales}
