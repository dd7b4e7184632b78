"""What a mentor may have gained: a wider network, and learning."""

from alongside.core.outcomes.instrument import Instrument, Item

BENEFITS_MENTOR = Instrument(
    key="benefits_mentor",
    title="What you take from it as a mentor",
    asked_of="mentor",
    moments=("yearly", "final"),
    introduction="Four statements about what mentoring may have brought you.",
    items=(
        Item("new_people", "I know people here whom I would not have met otherwise.", "network"),
        Item("closer", "I am closer to what goes on in other parts of the organisation.", "network"),
        Item("learned", "I have learned something from my mentee.", "learning"),
        Item("own_work", "Thinking about their questions has changed how I work.", "learning"),
    ),
    low=1,
    high=5,
    low_words="not at all true",
    high_words="completely true",
)
