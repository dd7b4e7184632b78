"""The options of a criterion: what may be set, what it does in words, and what is wrong with a given value.

Screens build their forms from these, and rule files are checked by them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

Sort = Literal["whole", "text", "choice", "yes_no", "texts", "points", "where"]
WHERE_SIDES: Final = ("client", "practitioner")


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to set. `least` and `most` bound whole numbers, `choices` a choice."""

    name: str
    sort: Sort
    words: str
    default: Any = None
    required: bool = False
    least: int = 0
    most: int = 1_000_000
    choices: tuple[str, ...] = ()

    def problem(self, value: Any) -> str | None:
        """What is wrong with this value, as a sentence, or `None`."""
        if value is None:
            return f"“{self.name}” is missing." if self.required else None
        wanted = _CHECKS[self.sort](self, value)
        return None if wanted is None else f"“{self.name}” should be {wanted}."


def _whole(option: Option, value: Any) -> str | None:
    right = isinstance(value, int) and not isinstance(value, bool) and option.least <= value <= option.most
    return None if right else f"a whole number from {option.least} to {option.most}"


def _text(option: Option, value: Any) -> str | None:
    right = isinstance(value, str) and (value.strip() or not option.required)
    return None if right else "a text that is not empty"


def _choice(option: Option, value: Any) -> str | None:
    return None if value in option.choices else "one of: " + ", ".join(option.choices)


def _yes_no(option: Option, value: Any) -> str | None:
    return None if isinstance(value, bool) else "true or false"


def _texts(option: Option, value: Any) -> str | None:
    right = isinstance(value, list | tuple) and len(value) > 1 and all(isinstance(one, str) for one in value)
    if not right:
        return "a list of at least two values, lowest first, or the name of a ladder in this file"
    return None if len({plain(one) for one in value}) == len(value) else "a list without the same value twice"


def _points(option: Option, value: Any) -> str | None:
    right = (
        isinstance(value, Mapping) and value and all(_is_gap(k) and _is_points(v) for k, v in value.items())
    )
    return None if right else 'a table from a gap to whole points, such as {"1" = 9, "2" = 12}'


def _where(option: Option, value: Any) -> str | None:
    right = (
        isinstance(value, Mapping)
        and set(value) == {"side", "column", "value"}
        and value["side"] in WHERE_SIDES
        and all(isinstance(one, str) and one.strip() for one in value.values())
    )
    return None if right else 'a table such as {side = "client", column = "…", value = "yes"}'


def _is_gap(text: Any) -> bool:
    return isinstance(text, str) and text.lstrip("-").isdecimal() and text == str(int(text))


def _is_points(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 1000


def plain(text: str) -> str:
    """A value as it is compared: without outer or doubled space, in one case."""
    return " ".join(text.split()).casefold()


_CHECKS: Final = {
    "whole": _whole,
    "text": _text,
    "choice": _choice,
    "yes_no": _yes_no,
    "texts": _texts,
    "points": _points,
    "where": _where,
}
