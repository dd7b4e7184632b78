"""A name for the facts of a run, so that an audit can tell whether it looks at the same ones."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from hashlib import sha256
from typing import Any

from alongside.core.matching.pool import Pool


def fingerprint(pool: Pool) -> str:
    """SHA-256 over everything in the pool, the same whatever order it was given in."""
    text = json.dumps(pool, default=_plain, sort_keys=True, ensure_ascii=False)
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, frozenset):
        return sorted(json.dumps(one, default=_plain, sort_keys=True) for one in value)
    raise TypeError(f"{type(value).__name__} is not a fact.")
