"""The questionnaire: the statement and at most twelve short questions, a few at a time."""

from alongside.core.needs.evidence import Bears, Evidence
from alongside.core.needs.questions import (
    QUESTION,
    QUESTIONS,
    AnswerProblem,
    AnswerProblems,
    Answers,
    Kind,
    Option,
    Question,
    clean_answers,
)
from alongside.core.needs.reader import read_evidence
from alongside.core.needs.rules_file import default_rules
from alongside.core.needs.scoring import gate_opening, is_danger
from alongside.core.needs.second_opinion import Reads, danger_read, opinion_on
from alongside.core.needs.second_reader import Opinion, could_change, default_reader
from alongside.core.needs.triage_rules import TriageRules

# Each question, and the dimensions or gates that make it needless once they are known from the text.
_SETTLED_BY: tuple[tuple[str, frozenset[str]], ...] = (
    ("need_type", frozenset()),
    ("help_style", frozenset({"D5"})),
    ("horizon", frozenset({"D3"})),
    ("goal_clarity", frozenset({"D2"})),
    ("same_path_needed", frozenset({"D6"})),
    ("contact", frozenset({"D9"})),
    ("initiated_by", frozenset()),
    ("formal_process", frozenset()),
    ("daily_life", frozenset()),
    ("tried", frozenset()),
    ("asked_for", frozenset()),
)
CARE = frozenset({"safe_now", "daily_life"})  # asked for the person's sake, not for the answer's
_HELPER_ONLY = frozenset({"same_path_needed", "contact", "goal_clarity", "asked_for", "tried"})


def next_questions(
    answers: Answers,
    statement: str,
    limit: int = 3,
    rules: TriageRules | None = None,
    read: Reads = opinion_on,
) -> tuple[Question, ...]:
    """The next few questions whose answer could still change the recommendation; empty when none could.

    Nothing more is asked once danger is found. Safety is asked first where the text half raises it, daily life
    where health is in play. What the statement settles by itself is not asked again, and questions that only
    tell coach from mentor are left out once another gate is open.
    """
    rules = rules or default_rules()
    evidence, opinion = read_evidence(statement, answers, rules), read(statement, answers)
    danger = danger_read(opinion)
    if is_danger(gate_opening("G1", evidence), danger, rules):
        return ()
    answered = {question for question, _ in answers.ticked()}
    first = ["safe_now"] if danger >= rules.thresholds["read_soft"] else []
    wanted = [key for key in _in_order(evidence, rules) if _worth_asking(key, opinion)]
    ordered = [key for key in dict.fromkeys(first + wanted) if key not in answered]
    return tuple(QUESTION[key] for key in ordered[:limit])


def _worth_asking(key: str, opinion: Opinion | None) -> bool:
    return opinion is None or key in CARE or could_change(QUESTION[key], opinion, default_reader())


def _in_order(evidence: tuple[Evidence, ...], rules: TriageRules) -> list[str]:
    known = {e.on for e in evidence if e.bears is Bears.DIMENSION and e.on != "wish"}
    gates = {gate: gate_opening(gate, evidence) for gate in ("G1", "G2", "G3", "G4")}
    decided = any(gates[gate] >= rules.thresholds["gate"] for gate in ("G2", "G3", "G4"))
    order = [
        key for key, settled in _SETTLED_BY if not known & settled and not (decided and key in _HELPER_ONLY)
    ]
    if gates["G2"] > 0:
        order = ["daily_life", *(key for key in order if key != "daily_life")]
    if gates["G1"] > 0 or gates["G2"] > 0 or any(e.on == "hyperbole" for e in evidence):
        order = ["safe_now", *order]
    return order


__all__ = [
    "QUESTION",
    "QUESTIONS",
    "AnswerProblem",
    "AnswerProblems",
    "Answers",
    "Kind",
    "Option",
    "Question",
    "clean_answers",
    "next_questions",
]
