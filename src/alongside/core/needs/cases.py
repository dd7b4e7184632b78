"""Cases as lines of JSON: a statement and its answers, and for a labelled one the routes that count as right."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from alongside.core.needs.questions import QUESTION, Answers, Kind
from alongside.core.needs.routes import Route


@dataclass(frozen=True, slots=True)
class Case:
    """A need. `label` is the best route and `acceptable` every one that counts as right; empty when unlabelled."""

    id: str
    text: str
    answers: Answers
    label: str = ""
    acceptable: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


def read_cases(text: str, *, labelled: bool = True) -> tuple[Case, ...]:
    """Cases from JSON lines (id, text, answers, and label, acceptable, tags). Raises ValueError with the line."""
    cases = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                cases.append(_case(json.loads(line), number, labelled=labelled))
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
                raise ValueError(f"line {number}: not a case ({_in_words(error)})") from error
    return tuple(cases)


def _in_words(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"not JSON: {error.msg}, column {error.colno}"
    if isinstance(error, KeyError):
        return f"“{error.args[0]}” is missing"
    return "brackets nested too deeply" if isinstance(error, RecursionError) else str(error)


def _case(raw: object, number: int, *, labelled: bool) -> Case:
    if not isinstance(raw, Mapping):
        raise TypeError("each line must be a table with “text” and “answers”")
    text, answers = raw["text"] if labelled else raw.get("text") or "", raw.get("answers") or {}
    if not isinstance(text, str) or not isinstance(answers, Mapping):
        raise TypeError("“text” must be words and “answers” a table")
    case = Case(str(raw.get("id", number)), text, _known_answers(answers))
    return _labelled(case, raw) if labelled else case


def _labelled(case: Case, raw: Mapping[str, object]) -> Case:
    label, known = raw["label"], {route.value for route in Route}
    acceptable = _words(raw.get("acceptable")) or (str(label),)
    for route in (label, *acceptable):
        if route not in known:
            raise ValueError(f"there is no route “{str(route)[:40]}”")
    return Case(case.id, case.text, case.answers, str(label), acceptable, _words(raw.get("tags")))


def _known_answers(raw: Mapping[str, object]) -> Answers:
    """The answers we know how to ask for; a labelled set may hold others, which triage would not see."""
    clean: dict[str, str | tuple[str, ...]] = {}
    for key, value in raw.items():
        question = QUESTION.get(key)
        if question is None:
            continue
        ticks = (value,) if isinstance(value, str) else _words(value)
        known = tuple(tick for tick in ticks if question.label_of(tick))
        if known:
            clean[key] = known if question.kind is Kind.MANY else known[0]
    return Answers(**clean)  # type: ignore[arg-type]  # each value has the kind of its question


def _words(value: object) -> tuple[str, ...]:
    return tuple(str(each) for each in value) if isinstance(value, list | tuple) else ()
