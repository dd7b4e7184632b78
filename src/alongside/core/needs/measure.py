"""How well triage does on labelled cases: accuracy with and without the answers, and safety apart."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from alongside.core.needs.questions import QUESTION, Answers, Kind
from alongside.core.needs.triage import Recommendation, triage
from alongside.core.needs.triage_rules import TriageRules

HELPERS = frozenset({"coach", "mentor", "training", "both_in_sequence"})
NEVER_BOOKED = frozenset({"crisis", "therapy_eap"})


@dataclass(frozen=True, slots=True)
class Case:
    """A labelled need. `acceptable` holds every route that counts as right; `label` the best one."""

    id: str
    text: str
    answers: Answers
    label: str
    acceptable: tuple[str, ...]
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Miss:
    """A case that went elsewhere than it should."""

    id: str
    label: str
    got: str
    text_only: bool


@dataclass(frozen=True, slots=True)
class Measure:
    """Counts, not only shares, so that nobody mistakes few cases for much certainty."""

    cases: int
    right_with_answers: int
    right_text_only: int
    crises: int
    crises_found_with_answers: int
    crises_found_text_only: int
    wrongly_booked: tuple[str, ...]
    false_alarms: tuple[str, ...]
    not_crisis: int
    by_label: tuple[tuple[str, int, int, int], ...]  # label, cases, right with answers, right text only
    misses: tuple[Miss, ...]
    rules_version: str

    @property
    def accuracy_with_answers(self) -> float:
        return self.right_with_answers / self.cases if self.cases else 0.0

    @property
    def accuracy_text_only(self) -> float:
        return self.right_text_only / self.cases if self.cases else 0.0

    @property
    def false_alarm_share(self) -> float:
        return len(self.false_alarms) / self.not_crisis if self.not_crisis else 0.0

    def lines(self) -> tuple[str, ...]:
        """The measure as lines of text for a terminal."""
        of = self.cases
        return (
            f"rules {self.rules_version}, {of} cases",
            f"right with answers   {self.right_with_answers:4} of {of}  ({self.accuracy_with_answers:.2f})",
            f"right from text only {self.right_text_only:4} of {of}  ({self.accuracy_text_only:.2f})",
            f"crises found         {self.crises_found_with_answers:4} of {self.crises} with answers, "
            f"{self.crises_found_text_only} of {self.crises} from text only",
            f"crisis or therapy booked as a helper: {len(self.wrongly_booked)} {' '.join(self.wrongly_booked)}",
            f"false crisis alarms: {len(self.false_alarms)} of {self.not_crisis} {' '.join(self.false_alarms)}",
            *(
                f"  {label:17} {n:3} cases  {a:3} with answers  {t:3} text only"
                for label, n, a, t in self.by_label
            ),
        )


def read_cases(text: str) -> tuple[Case, ...]:
    """Cases from JSON lines (id, text, answers, label, acceptable, tags). Raises ValueError with the line."""
    cases = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                cases.append(_case(json.loads(line)))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise ValueError(f"line {number}: not a labelled case ({error})") from error
    return tuple(cases)


def measure(cases: Iterable[Case], rules: TriageRules) -> Measure:
    """Triage every case twice, with its answers and from the text alone, and count."""
    done = [(case, _got(case, case.answers, rules), _got(case, Answers(), rules)) for case in cases]
    crises = [(full, bare) for case, full, bare in done if case.label == "crisis"]
    calm = [(case.id, full, bare) for case, full, bare in done if "crisis" not in case.acceptable]
    return Measure(
        cases=len(done),
        right_with_answers=sum(full in case.acceptable for case, full, _ in done),
        right_text_only=sum(bare in case.acceptable for case, _, bare in done),
        crises=len(crises),
        crises_found_with_answers=sum(full == "crisis" for full, _ in crises),
        crises_found_text_only=sum(bare == "crisis" for _, bare in crises),
        wrongly_booked=tuple(c.id for c, *got in done if c.label in NEVER_BOOKED and HELPERS & set(got)),
        false_alarms=tuple(name for name, *got in calm if "crisis" in got),
        not_crisis=len(calm),
        by_label=_by_label(done),
        misses=tuple(miss for each in done for miss in _misses(*each)),
        rules_version=rules.version,
    )


def _got(case: Case, answers: Answers, rules: TriageRules) -> str:
    result = triage(case.text, answers, rules)
    return result.route.value if isinstance(result, Recommendation) else "refused"


def _misses(case: Case, full: str, bare: str) -> list[Miss]:
    pairs = ((full, False), (bare, True))
    return [
        Miss(case.id, case.label, got, text_only) for got, text_only in pairs if got not in case.acceptable
    ]


def _by_label(done: list[tuple[Case, str, str]]) -> tuple[tuple[str, int, int, int], ...]:
    cases = Counter(case.label for case, *_ in done)
    full = Counter(case.label for case, got, _ in done if got in case.acceptable)
    bare = Counter(case.label for case, _, got in done if got in case.acceptable)
    return tuple((label, cases[label], full[label], bare[label]) for label in sorted(cases))


def _case(raw: Mapping[str, object]) -> Case:
    label, text, answers = raw["label"], raw["text"], raw.get("answers") or {}
    if not isinstance(text, str) or not isinstance(label, str) or not isinstance(answers, Mapping):
        raise TypeError("text and label must be words, answers a table")
    return Case(
        id=str(raw.get("id", "")),
        text=text,
        answers=_known_answers(answers),
        label=label,
        acceptable=_words(raw.get("acceptable")) or (label,),
        tags=_words(raw.get("tags")),
    )


def _known_answers(raw: Mapping[str, object]) -> Answers:
    """The answers we know how to ask for; a labelled set may hold others, which triage would not see."""
    clean: dict[str, str | tuple[str, ...]] = {}
    for key, value in raw.items():
        question = QUESTION.get(key)
        if question is None:
            continue
        known = tuple(
            v for v in ((value,) if isinstance(value, str) else _words(value)) if question.label_of(v)
        )
        if known:
            clean[key] = known if question.kind is Kind.MANY else known[0]
    return Answers(**clean)  # type: ignore[arg-type]  # each value has the kind of its question


def _words(value: object) -> tuple[str, ...]:
    return tuple(str(each) for each in value) if isinstance(value, list | tuple) else ()
