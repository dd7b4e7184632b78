"""The short questions, as data, and the answers people give to them."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import Enum


class Kind(Enum):
    """How many options may be ticked."""

    ONE = "one"
    MANY = "many"


@dataclass(frozen=True, slots=True)
class Option:
    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `text` is asked, `help` says why or what is meant; every question may be skipped."""

    key: str
    text: str
    help: str
    kind: Kind
    options: tuple[Option, ...]
    skippable: bool = True

    def label_of(self, option: str) -> str | None:
        return next((each.label for each in self.options if each.key == option), None)


@dataclass(frozen=True, slots=True)
class Answers:
    """What was ticked; None or an empty tuple means the question was skipped."""

    asked_for: str | None = None
    goal_clarity: str | None = None
    horizon: str | None = None
    need_type: tuple[str, ...] = ()
    help_style: str | None = None
    same_path_needed: str | None = None
    contact: str | None = None
    initiated_by: str | None = None
    tried: tuple[str, ...] = ()
    daily_life: str | None = None
    safe_now: str | None = None
    formal_process: str | None = None

    def ticked(self) -> tuple[tuple[str, str], ...]:
        """All ticks as (question key, option key), in the order of the questionnaire."""
        found: list[tuple[str, str]] = []
        for field in fields(self):
            value = getattr(self, field.name)
            chosen = value if isinstance(value, tuple) else (value,) if value else ()
            found.extend((field.name, option) for option in chosen)
        return tuple(found)


@dataclass(frozen=True, slots=True)
class AnswerProblem:
    """Something in the answers that cannot be read, said so that a person can mend it."""

    question: str
    because: str


@dataclass(frozen=True, slots=True)
class AnswerProblems:
    problems: tuple[AnswerProblem, ...]


def _question(key: str, text: str, help_text: str, kind: Kind, options: dict[str, str]) -> Question:
    return Question(key, text, help_text, kind, tuple(Option(k, label) for k, label in options.items()))


QUESTIONS: tuple[Question, ...] = (
    _question(
        "asked_for",
        "Did you have a kind of help in mind?",
        "Your wish counts a little. What you need counts more.",
        Kind.ONE,
        {
            "coach": "A coach",
            "mentor": "A mentor",
            "course": "A course",
            "counselling": "Counselling",
            "not_sure": "I am not sure",
            "other": "Something else",
        },
    ),
    _question(
        "goal_clarity",
        "How clear is what you want to be different?",
        "All four are fine places to start.",
        Kind.ONE,
        {
            "one_specific": "One specific thing",
            "a_few": "A few things",
            "broad_direction": "A broad direction",
            "not_clear": "Not clear yet",
        },
    ),
    _question(
        "horizon",
        "Over what time do you see this?",
        "A guess is enough.",
        Kind.ONE,
        {
            "under_2_weeks": "Within two weeks",
            "1_3_months": "One to three months",
            "3_12_months": "Three to twelve months",
            "1_3_years": "One to three years",
            "open_ended": "Open, for as long as it helps",
            "unknown": "I do not know",
        },
    ),
    _question(
        "need_type",
        "What is this about?",
        "Tick all that fit.",
        Kind.MANY,
        {
            "learn_new_tool_or_rule": "Learning a new tool or rule",
            "do_known_skill_better": "Doing something I know, but better",
            "change_habit_or_behaviour": "Changing a habit or how I act",
            "step_into_new_role": "Stepping into a new role",
            "career_direction": "Where my career goes",
            "learn_how_this_place_works": "Learning how this place works",
            "meet_people_open_doors": "Meeting people, opening doors",
            "confidence_mindset": "Confidence, or how I see myself",
            "handle_a_relationship": "Handling a working relationship",
            "role_workload_or_resources": "My role, workload or what I have to work with",
            "unfair_treatment": "Being treated unfairly",
            "health_or_mood": "My health or my mood",
            "decision_sounding_board": "A decision I want to talk over",
            "other": "Something else",
        },
    ),
    _question(
        "help_style",
        "What would help most from the other person?",
        "Pick the one that comes closest.",
        Kind.ONE,
        {
            "show_or_teach_me": "Show me or teach me",
            "ask_and_structure": "Ask good questions and give it structure",
            "share_experience_advice": "Share their experience and advice",
            "open_doors": "Open doors for me",
            "someone_to_act_for_me": "Act on my behalf",
            "treatment": "Treat me or care for my health",
            "not_sure": "I am not sure",
        },
    ),
    _question(
        "same_path_needed",
        "Does it have to be somebody who has walked the same path?",
        "For example the same profession, role or life.",
        Kind.ONE,
        {"yes": "Yes, it does", "no": "No, it does not", "not_sure": "I am not sure"},
    ),
    _question(
        "contact",
        "How would you like to be in touch?",
        "This can change later.",
        Kind.ONE,
        {
            "scheduled_fixed_number": "A fixed number of sessions, planned ahead",
            "as_and_when": "Now and then, when I need it",
            "one_off": "One conversation",
            "not_sure": "I am not sure",
        },
    ),
    _question(
        "initiated_by",
        "Whose idea was this?",
        "Coaching and mentoring only work when you choose them.",
        Kind.ONE,
        {
            "self": "My own",
            "manager_suggested": "My manager suggested it",
            "required": "I was told I have to",
        },
    ),
    _question(
        "tried",
        "What have you tried so far?",
        "So that nobody sends you round in a circle.",
        Kind.MANY,
        {
            "course": "A course",
            "coach": "A coach",
            "mentor": "A mentor",
            "manager_talk": "Talking to my manager",
            "hr": "Talking to HR",
            "counselling": "Counselling or a doctor",
            "self_help": "Reading or working on it myself",
            "none": "Nothing yet",
            "other": "Something else",
        },
    ),
    _question(
        "daily_life",
        "How is everyday life at the moment?",
        "Sleep, eating, getting through the day. You need not say.",
        Kind.ONE,
        {
            "as_usual": "As usual",
            "somewhat_affected": "Somewhat affected",
            "seriously_affected": "Seriously affected",
            "prefer_not": "I would rather not say",
        },
    ),
    _question(
        "safe_now",
        "Are you safe right now?",
        "If not, we show you who can help at once.",
        Kind.ONE,
        {
            "yes": "Yes, I am safe",
            "no": "No, I am not safe",
            "prefer_not": "I would rather not say",
            "not_asked": "Not asked",
        },
    ),
    _question(
        "formal_process",
        "Is a formal process running?",
        "For example a grievance. It would need to finish in its own way first.",
        Kind.ONE,
        {
            "none": "None",
            "pip": "A performance improvement plan",
            "disciplinary": "A disciplinary process",
            "grievance": "A grievance",
            "unknown": "I do not know",
        },
    ),
)

QUESTION: dict[str, Question] = {question.key: question for question in QUESTIONS}


def clean_answers(raw: Mapping[str, object]) -> Answers | AnswerProblems:
    """Read answers from a form, a file or the API. Unknown keys or options are problems; blanks are skips.

    Where an "everything else" was possible ("none" among several ticks), the ticks are kept as they are.
    """
    problems: list[AnswerProblem] = []
    clean: dict[str, str | tuple[str, ...]] = {}
    for key, value in raw.items():
        question = QUESTION.get(key)
        if question is None:
            problems.append(AnswerProblem(str(key), "There is no such question."))
            continue
        read = _read_one(question, value)
        if isinstance(read, AnswerProblem):
            problems.append(read)
        elif read is not None:
            clean[key] = read
    return AnswerProblems(tuple(problems)) if problems else Answers(**clean)  # type: ignore[arg-type]  # keys and kinds were checked one by one above


def _read_one(question: Question, value: object) -> str | tuple[str, ...] | AnswerProblem | None:
    """One answer, as a value of its field; None when it was skipped."""
    many = question.kind is Kind.MANY
    chosen = [value] if isinstance(value, str) else list(value) if isinstance(value, list | tuple) else None
    if value is None or value == "" or chosen == []:
        return None
    if chosen is None or not all(isinstance(each, str) for each in chosen):
        return AnswerProblem(question.key, "This answer is not a choice from the list.")
    ticks = tuple(dict.fromkeys(str(each).strip() for each in chosen if str(each).strip()))
    if not ticks:
        return None
    if len(ticks) > 1 and not many:
        return AnswerProblem(question.key, "Please choose one answer.")
    unknown = next((each for each in ticks if question.label_of(each) is None), None)
    if unknown is not None:
        return AnswerProblem(question.key, f"“{unknown[:40]}” is not one of the choices.")
    return ticks if many else ticks[0]
