"""What a mentee may have gained: confidence, professional norms, perspectives, inspiration."""

from alongside.core.outcomes.instrument import Instrument, Item

BENEFITS_MENTEE = Instrument(
    key="benefits_mentee",
    title="What you take from it",
    asked_of="mentee",
    moments=("yearly", "final"),
    introduction="Eight statements about what the conversations may have brought you.",
    items=(
        Item("trust_self", "I trust my own judgement more than before.", "confidence"),
        Item("dare", "I dare to do things at work that I used to avoid.", "confidence"),
        Item("tone", "I know better how to say things to people in senior roles.", "norms"),
        Item("lead", "I have a clearer idea of how good leaders behave.", "norms"),
        Item("angles", "I look at difficult matters from more sides.", "perspectives"),
        Item("options", "I see ways for my career that I did not see before.", "perspectives"),
        Item("energy", "I come out of our conversations with fresh energy.", "inspiration"),
        Item("aim", "I am aiming for something I would not have aimed for alone.", "inspiration"),
    ),
    low=1,
    high=5,
    low_words="not at all true",
    high_words="completely true",
)
