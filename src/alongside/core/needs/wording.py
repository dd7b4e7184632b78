"""Saying it: reasons in whole sentences that quote the person, and which questions to ask next."""

from alongside.core.needs.evidence import Bears, Evidence, Source
from alongside.core.needs.questions import QUESTION, Answers
from alongside.core.needs.routes import Route
from alongside.core.needs.scoring import weighed
from alongside.core.needs.second_reader import Opinion, default_reader, how_telling
from alongside.core.needs.triage_rules import TriageRules

MOST_REASONS = 3
MOST_QUESTIONS = 3
LONGEST_QUOTE = 90  # characters of a statement quoted where nothing in it spoke

_GATES_OF = {
    Route.CRISIS: ("G1",),
    Route.THERAPY_EAP: ("G2",),
    Route.MANAGER_HR: ("G3", "G4"),
    Route.CLARIFY: ("G4",),
}
_SCORED_BY = {
    Route.COACH: ("coach",),
    Route.MENTOR: ("mentor",),
    Route.BOTH_IN_SEQUENCE: ("coach", "mentor"),
    Route.TRAINING: ("training",),
    Route.MANAGER_HR: ("manager_hr",),
}
# Of equally telling questions the earlier one is asked.
_ASKED_FOR_CLARITY = (
    "need_type",
    "help_style",
    "horizon",
    "goal_clarity",
    "same_path_needed",
    "contact",
    "initiated_by",
    "daily_life",
)


def reasons_for(
    route: Route,
    evidence: tuple[Evidence, ...],
    counted: tuple[Evidence, ...],
    rules: TriageRules,
    statement: str,
) -> tuple[str, ...]:
    """The three strongest reasons for a route, each a sentence with the words it rests on."""
    read = [e for e in evidence if e.bears is Bears.READING and e.toward == route.value]
    if route is Route.BOTH_IN_SEQUENCE:
        sides = [_strongest([e for e in counted if e.toward == side], rules) for side in ("coach", "mentor")]
        return _sentences(
            [*read, *sides[0][:1], *sides[1][:1], *sides[0][1:], *sides[1][1:]]
        ) or _open_reason(statement)
    gates = [e for e in evidence if e.bears is Bears.GATE and e.on in _GATES_OF.get(route, ())]
    scored = [e for e in counted if e.toward in _SCORED_BY.get(route, ()) and e.direction > 0]
    against_other = [e for e in counted if e.direction < 0 and e.toward not in _SCORED_BY.get(route, ())]
    reasons = _sentences(
        [*read, *_surest(gates), *_strongest(scored, rules), *_strongest(against_other, rules)]
    )
    return reasons or _open_reason(statement)


def questions_for(answers: Answers, opinion: Opinion | None) -> tuple[str, ...]:
    """At most three unanswered questions, those that would move the second reader's opinion most first."""
    answered = {question for question, _ in answers.ticked()}
    unanswered = [key for key in _ASKED_FOR_CLARITY if key not in answered]
    if opinion is not None:
        network = default_reader()
        unanswered.sort(key=lambda key: -round(how_telling(QUESTION[key], opinion, network), 3))
    return tuple(unanswered[:MOST_QUESTIONS])


def _surest(pieces: list[Evidence]) -> list[Evidence]:
    return sorted(pieces, key=lambda e: (-e.certainty, e.source is Source.ANSWER, e.start))


def _strongest(pieces: list[Evidence], rules: TriageRules) -> list[Evidence]:
    return sorted(pieces, key=lambda e: (-abs(weighed(e, rules)), e.source is Source.ANSWER, e.start))


def _sentences(pieces: list[Evidence]) -> tuple[str, ...]:
    """One sentence for each, no two from the same family or with the same quote."""
    said: dict[str, str] = {}
    quotes: set[str] = set()
    for e in pieces:
        if e.family not in said and e.quote not in quotes:
            said[e.family] = e.because.replace("{quote}", e.quote)
            quotes.add(e.quote)
    return tuple(said.values())[:MOST_REASONS]


def _open_reason(statement: str) -> tuple[str, ...]:
    words = statement.strip()
    if not words:
        return ()
    short = words if len(words) <= LONGEST_QUOTE else words[:LONGEST_QUOTE].rsplit(" ", 1)[0]
    return (f"You wrote “{short}”, and that could lead to more than one kind of help.",)
