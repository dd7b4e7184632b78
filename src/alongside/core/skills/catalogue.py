"""The starter catalogue that ships with the product. An organisation may replace or extend it."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources

from alongside.core.skills.scale import HIGHEST


class CatalogueError(ValueError):
    """The catalogue file cannot be used; the message says which entry and why."""


@dataclass(frozen=True, slots=True)
class CatalogueSkill:
    """One skill. `seen` pairs a level with something one could see at that level; it may be empty."""

    key: str
    name: str
    category: str
    description: str
    seen: tuple[tuple[int, str], ...] = ()

    def example(self, level: int) -> str | None:
        return dict(self.seen).get(level)


def parse_catalogue(text: str) -> tuple[CatalogueSkill, ...]:
    """Read a catalogue in TOML: `[[skill]]` with key, name, category, description and `seen.N` sentences."""
    skills = tuple(_skill(entry) for entry in tomllib.loads(text).get("skill", ()))
    _refuse_doubles(skill.key for skill in skills)
    _refuse_doubles(skill.name.casefold() for skill in skills)
    return skills


def _skill(entry: dict[str, object]) -> CatalogueSkill:
    missing = {"key", "name", "category", "description"} - set(entry)
    if missing:
        raise CatalogueError(f"{entry.get('key', entry)!r} lacks {', '.join(sorted(missing))}.")
    seen = entry.get("seen", {})
    if not isinstance(seen, dict) or not all(str(n).isdigit() and int(n) <= HIGHEST for n in seen):
        raise CatalogueError(f"{entry['key']!r}: `seen` holds a sentence for a level from 0 to {HIGHEST}.")
    examples = tuple(sorted((int(n), str(words)) for n, words in seen.items()))
    return CatalogueSkill(
        str(entry["key"]), str(entry["name"]), str(entry["category"]), str(entry["description"]), examples
    )


def _refuse_doubles(names: Iterable[str]) -> None:
    known: set[str] = set()
    for name in names:
        if name in known:
            raise CatalogueError(f"{name!r} is there twice.")
        known.add(name)


@cache
def load_catalogue() -> tuple[CatalogueSkill, ...]:
    """The catalogue that ships. Read once, from the package itself."""
    text = resources.files("alongside.core.skills").joinpath("catalogue.toml").read_text(encoding="utf-8")
    return parse_catalogue(text)
