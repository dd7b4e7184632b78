"""Every address the house answers at, found by walking the resolver."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import URLPattern, URLResolver, get_resolver

PLACE = re.compile(r"<(?:(?P<kind>\w+):)?(?P<name>\w+)>")
GROUP = re.compile(r"\(\?P<\w+>[^()]*\)")
NOBODY = UUID("00000000-0000-4000-8000-000000000000")
DULL = {"uuid": str(NOBODY), "int": "1", "slug": "dull", "str": "dull", "path": "dull"}


@dataclass(frozen=True)
class Address:
    route: str
    name: str
    view: Any

    def path(self, known: Mapping[str, Any] | None = None) -> str:
        """A path that leads to the view: with the ids of `known` (by the route's beginning), or with dull ones."""
        found = next((str(pk) for start, pk in (known or {}).items() if self.route.startswith(start)), None)
        text = GROUP.sub("dull", self.route)
        text = PLACE.sub(
            lambda place: found if found and place["kind"] == "uuid" else DULL[place["kind"] or "str"],
            text,
        )
        return "/" + text.replace("^", "").replace("$", "").replace("\\", "")


def every_address() -> list[Address]:
    """All addresses, in the order of the resolver."""
    return list(walk(get_resolver().url_patterns))


def walk(patterns: list[URLPattern | URLResolver], before: str = "") -> Iterator[Address]:
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from walk(pattern.url_patterns, route)
        else:
            yield Address(route, pattern.name or "", pattern.callback)
