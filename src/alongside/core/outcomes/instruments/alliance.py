"""Alliance-6: goal, task and bond between client and coach. After sessions 2–3, in the middle and at the end."""

from alongside.core.outcomes.instrument import Answers, Flag, Instrument, Item

LOW_ANSWER, LOW_PART, DROP = 4, 6, 2


def _raise(instrument: Instrument, answers: Answers, earlier: Answers | None) -> tuple[Flag, ...]:
    found = []
    given = [instrument.value(item, answers) for item in instrument.items]
    if any(value is not None and value <= LOW_ANSWER for value in given):
        found.append(Flag("low_answer", "One of the answers is low. It is worth a word at the next session."))
    scores = instrument.score(answers)
    if any(part.mean is not None and part.mean < LOW_PART for part in scores.parts):
        found.append(Flag("low_part", "One side of the work together is weaker than the rest."))
    before = instrument.score(earlier).total if earlier else None
    if before is not None and scores.total is not None and before - scores.total >= DROP:
        found.append(Flag("drop", "The answers are clearly lower than last time."))
    return tuple(found)


ALLIANCE = Instrument(
    key="alliance",
    title="How the work together is going",
    asked_of="client",
    moments=("early", "mid", "final"),
    introduction="Six statements about your work with your coach. Your coach sees them only if you show them.",
    items=(
        Item("same_goal", "We want the same result from this work.", "goal"),
        Item("goal_matters", "What we work towards matters to me.", "goal"),
        Item("way_fits", "The way we work suits me.", "task"),
        Item("sessions_move", "What we do in the sessions takes me forward.", "task"),
        Item("respected", "I feel respected by my coach.", "bond"),
        Item("can_be_open", "I can say what I really think here.", "bond"),
    ),
    low=0,
    high=10,
    low_words="not at all",
    high_words="completely",
    raises=_raise,
)
