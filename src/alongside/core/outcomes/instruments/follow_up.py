"""Three questions, three and six months after the end."""

from alongside.core.outcomes.instrument import Instrument, Item, ItemKind

FOLLOW_UP = Instrument(
    key="follow_up",
    title="How it went on",
    asked_of="client",
    moments=("follow_up",),
    introduction="Three questions, then we leave you in peace.",
    items=(
        Item("still_there", "How much of what you worked on is still part of how you work?"),
        Item(
            "right_help",
            "Looking back, was it the right kind of help?",
            kind=ItemKind.CHOICE,
            choices=(
                ("yes", "Yes"),
                ("partly", "Partly"),
                ("no", "No, something else would have been better"),
            ),
        ),
        Item("in_words", "What made it last, or what got in the way?", kind=ItemKind.TEXT),
    ),
    low=0,
    high=10,
    low_words="nothing",
    high_words="all of it",
    k=5,
)
