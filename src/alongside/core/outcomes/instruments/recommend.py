"""Recommend: one question, 0 to 10."""

from alongside.core.outcomes.instrument import Instrument, Item

RECOMMEND = Instrument(
    key="recommend",
    title="Would you recommend it?",
    asked_of="client_or_mentee",
    moments=("final", "yearly"),
    introduction="One question.",
    items=(Item("recommend", "Would you recommend this to a colleague in a situation like yours?"),),
    low=0,
    high=10,
    low_words="certainly not",
    high_words="certainly",
    note="A common question. It measures whether people would pass it on, not whether it helped.",
)
