"""The practitioner check: what a client or mentee notices. It reaches the practitioner only over five or more."""

from alongside.core.outcomes.instrument import Instrument, Item

PRACTITIONER_CHECK = Instrument(
    key="practitioner_check",
    title="How your coach or mentor works",
    asked_of="client_or_mentee",
    moments=("mid", "final", "yearly"),
    introduction="Eight statements. They are passed on only together with those of at least four other people.",
    items=(
        Item("listening", "They listen until they have understood.", "craft"),
        Item("clarity", "It is clear to me what this is for and what it is not.", "craft"),
        Item("interest", "They are truly interested in me and my situation.", "craft"),
        Item("humility", "They say so when they do not know something.", "craft"),
        Item("patience", "They give me the time I need.", "craft"),
        Item(
            "oversteps",
            "They go into matters that are none of their business here.",
            "restraint",
            reverse=True,
        ),
        Item("micromanages", "They tell me in detail what I should do.", "restraint", reverse=True),
        Item("overstates", "They claim to know or to be more than I see.", "restraint", reverse=True),
    ),
    low=1,
    high=5,
    low_words="never",
    high_words="always",
    k=5,
)
