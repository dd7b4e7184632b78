"""Readiness-8: asked before the start. A profile to talk about, never a pass mark."""

from alongside.core.outcomes.instrument import Answers, Flag, Instrument, Item

NOT_FREELY_UP_TO = 2


def _raise(instrument: Instrument, answers: Answers, earlier: Answers | None) -> tuple[Flag, ...]:
    freely = answers.get("freely_chosen")
    if isinstance(freely, int) and freely <= NOT_FREELY_UP_TO:
        return (Flag("not_freely_chosen", "Talk first about whether this is your own choice (gate G4)."),)
    return ()


READINESS = Instrument(
    key="readiness",
    title="Before you start",
    asked_of="client",
    moments=("baseline",),
    introduction="Eight short statements. There is no right answer and no pass mark.",
    items=(
        Item("necessity", "Something about how I work needs to change."),
        Item("possible", "I believe that this change is possible for me."),
        Item("ownership", "It is mainly up to me to bring it about."),
        Item("openness", "I am willing to hear things about myself that I may not like."),
        Item("time", "I can make room for this in the coming months."),
        Item("freely_chosen", "I am doing this because I want to."),
        Item("can_name_outcome", "I can say what should be different at the end."),
        Item("will_try_things", "I am ready to try things out between sessions."),
    ),
    low=1,
    high=5,
    low_words="not at all true",
    high_words="completely true",
    raises=_raise,
)
