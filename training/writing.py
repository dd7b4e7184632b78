"""Weights as the file that ships: 8-bit whole numbers with a scale for each column."""

import json
from pathlib import Path
from typing import Any

import numpy as np

from training.encoder import SHARPNESS
from training.examples import ROUTES, TICKS

MATRICES = ("attend", "join", "widen", "narrow")


def write_reader(path: Path, weights: dict[str, Any], pieces: list[str], version: str) -> None:
    """Write the file `second_reader.network.load_network` reads."""
    about = {"version": version, "layers": len(weights["layers"]), "routes": ROUTES, "ticks": TICKS}
    words, word_scales = whole_numbers(weights["words"].T)
    arrays: dict[str, np.ndarray] = {
        "about": np.frombuffer(json.dumps(about).encode(), np.uint8),
        "pieces": np.frombuffer("\n".join(pieces).encode(), np.uint8),
        "words": words.T.copy(),
        "word_scales": word_scales,
        "positions": weights["positions"],
        "norm_gain": weights["norm"][0],
        "norm_bias": weights["norm"][1],
        "head": weights["head"] * np.float32(SHARPNESS),
        "head_bias": weights["head_bias"],
        "ticks": weights["ticks"],
    }
    for number, layer in enumerate(weights["layers"]):
        for name in MATRICES:
            arrays[f"{number}.{name}"], arrays[f"{number}.{name}_scales"] = whole_numbers(layer[name])
            arrays[f"{number}.{name}_bias"] = layer[f"{name}_bias"]
        for name in ("join", "narrow"):
            arrays[f"{number}.{name}_gain"], arrays[f"{number}.{name}_shift"] = layer[f"{name}_norm"]
    with path.open("wb") as file:
        np.savez(file, **arrays)


def whole_numbers(matrix: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """A matrix as int8 and one scale a column."""
    scales = np.maximum(np.abs(matrix).max(axis=0), 1e-8).astype(np.float32) / 127
    return np.round(matrix / scales).astype(np.int8), scales
