"""Reading one cell. A reason never repeats what stands in it: the cell may be nobody else's business."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from alongside.core.imports.fields import ImportField
from alongside.core.languages import CODES
from alongside.core.needs.questions import QUESTION, Kind, Question
from alongside.core.verdicts import Refused

MOST_PLACES: Final = 12
USUAL_LEVEL: Final = 3
_ADDRESS: Final = re.compile(r"[^\s@<>,;:()\[\]\\\"]+@[^\s@<>,;:()\[\]\\\"]+\.[^\s@<>,;:()\[\]\\\".]{2,}")
_DIGITS: Final = "0123456789"
_BEFORE_LEVEL: Final = " \t\r\n:=(–-"
_ONLINE: Final = frozenset({"online", "remote", "remotely", "virtual", "video"})
_IN_PERSON: Final = frozenset({"in person", "face to face", "in person only", "on site"})
_EITHER: Final = frozenset({"both", "either", "any", "hybrid", "no preference"})
_ERRORS: Final = frozenset(
    {"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!"}
)
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Known:
    """What is there already: skills by their plain name (to the name in the catalogue), addresses, time zones."""

    skills: Mapping[str, str]
    addresses: frozenset[str]
    time_zones: frozenset[str]


def read_cell(raw: str, field: ImportField, known: Known) -> Any | Refused:
    """The value of a cell that is not empty, or why it cannot be one."""
    text = _CONTROL.sub("", raw).replace("\r\n", "\n").replace("\r", "\n").strip()
    if text in _ERRORS:
        return Refused("This is the error of a formula, not a value. Mend the formula, or empty the cell.")
    if len(text) > field.most:
        return Refused(f"This is longer than {field.most:,} letters.")
    return _READERS[field.sort](text, field, known)


def _line(text: str, field: ImportField, known: Known) -> str:
    return " ".join(text.split())


def _text(text: str, field: ImportField, known: Known) -> str:
    return text


def _email(text: str, field: ImportField, known: Known) -> str | Refused:
    address = text.removeprefix("mailto:").lower()
    return address if _ADDRESS.fullmatch(address) else Refused("This is not an e-mail address.")


def _languages(text: str, field: ImportField, known: Known) -> list[str] | Refused:
    names = [part.strip().casefold() for part in re.split(r"[,;/|\n]|\band\b", text) if part.strip()]
    codes = [CODES.get(name) for name in names]
    if unknown := [number for number, code in enumerate(codes, 1) if code is None]:
        return Refused(f"{_which(unknown, len(codes), 'language')} is not known. Try its English name.")
    return list(dict.fromkeys(code for code in codes if code))


def _time_zone(text: str, field: ImportField, known: Known) -> str | Refused:
    zones = {zone.casefold(): zone for zone in known.time_zones}
    zone = zones.get(text.replace(" ", "_").casefold())
    return zone or Refused("This is not the name of a time zone, such as Europe/London.")


def _formats(text: str, field: ImportField, known: Known) -> list[str] | Refused:
    words = {
        " ".join(part.replace("-", " ").split()).casefold() for part in re.split(r"[,;/|\n]|\bor\b", text)
    }
    words.discard("")
    if words - _ONLINE - _IN_PERSON - _EITHER:
        return Refused("Say online, in person, or both.")
    online, in_person = words & (_ONLINE | _EITHER), words & (_IN_PERSON | _EITHER)
    return [name for name, said in (("remote", online), ("in_person", in_person)) if said]


def _places(text: str, field: ImportField, known: Known) -> int | Refused:
    number = text.removesuffix(".0")
    right = number.isascii() and number.isdecimal() and int(number[:6]) <= MOST_PLACES
    return int(number) if right else Refused(f"This is not a whole number from 0 to {MOST_PLACES}.")


def _skills(text: str, field: ImportField, known: Known) -> dict[str, int] | Refused:
    found: dict[str, int] = {}
    parts = _listed_skills(text)
    for number, part in enumerate(parts, 1):
        whole, (named, level) = known.skills.get(plain_skill(part)), _name_and_level(part)
        skill = whole or known.skills.get(plain_skill(named))
        if skill is None:
            return Refused(f"{_which([number], len(parts), 'skill')} is not in your catalogue of skills.")
        if whole is None and level is not None and level > 5:
            return Refused(f"{_which([number], len(parts), 'skill')} has a level that is not from 0 to 5.")
        found[skill] = USUAL_LEVEL if whole or level is None else level
    return found


def _listed_skills(text: str) -> list[str]:
    separator = r"[;|\n]" if re.search(r"[;|\n]", text) else r","
    return [part.strip() for part in re.split(separator, text) if part.strip()]


def _name_and_level(part: str) -> tuple[str, int | None]:
    """ "Chairing 4", "Chairing: 4", "Chairing (4)" and the like; without a pattern, which long cells could hold up."""
    text = part.rstrip().removesuffix(")").rstrip()
    name = text.rstrip(_DIGITS)
    if name == text:
        return part, None
    return name.rstrip(_BEFORE_LEVEL), int(text[len(name) :][:4])


def names_in(text: str) -> tuple[str, ...]:
    """The names of the skills in a cell, without their levels."""
    return tuple(_name_and_level(part)[0] for part in _listed_skills(text))


def plain_skill(name: str) -> str:
    """A skill's name as it is compared."""
    return " ".join(name.split()).casefold()


def _answer(text: str, field: ImportField, known: Known) -> str | list[str] | Refused:
    question = QUESTION[field.key.removeprefix("answer_")]
    options = {" ".join(o.label.split()).casefold(): o.key for o in question.options} | {
        o.key.casefold(): o.key for o in question.options
    }
    parts = _parts_of_answer(text, question, options)
    keys = [options.get(" ".join(part.split()).casefold()) for part in parts]
    if None in keys:
        return Refused("This is not one of the answers to this question.")
    chosen = [key for key in dict.fromkeys(keys) if key]
    return chosen if question.kind is Kind.MANY else chosen[0]


def _parts_of_answer(text: str, question: Question, options: Mapping[str, str]) -> list[str]:
    """One answer, or several with semicolons or, where that gives known answers, commas between them."""
    if question.kind is Kind.ONE:
        return [text]
    by_semicolon = [part for part in re.split(r"[;|\n]", text) if part.strip()]
    if len(by_semicolon) == 1 and " ".join(text.split()).casefold() not in options:
        return [part for part in text.split(",") if part.strip()] or [text]
    return by_semicolon or [text]


def _which(numbers: list[int], of: int, noun: str) -> str:
    return f"The {noun}" if of == 1 else f"{noun.capitalize()} {numbers[0]} of {of}"


_READERS: Final[Mapping[str, Callable[[str, ImportField, Known], Any]]] = {
    "line": _line,
    "text": _text,
    "email": _email,
    "languages": _languages,
    "time_zone": _time_zone,
    "formats": _formats,
    "places": _places,
    "skills": _skills,
    "answer": _answer,
}
