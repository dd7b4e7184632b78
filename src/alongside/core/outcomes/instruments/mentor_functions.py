"""Mentor-functions-9: career, psychosocial and role model. At three months, then yearly."""

from alongside.core.outcomes.instrument import Instrument, Item

MENTOR_FUNCTIONS = Instrument(
    key="mentor_functions",
    title="What your mentor gives you",
    asked_of="mentee",
    moments=("three_months", "yearly"),
    introduction="Nine statements. Not every mentor gives everything, and not every mentee needs everything.",
    items=(
        Item("doors", "My mentor has opened a door for me or shown me one.", "career"),
        Item("how_it_works", "My mentor helps me understand how things are decided here.", "career"),
        Item("stretch", "My mentor encourages me towards work that makes me grow.", "career"),
        Item("worries", "I can bring doubts and worries to my mentor.", "psychosocial"),
        Item("taken_seriously", "My mentor takes me seriously as a person.", "psychosocial"),
        Item("confidence", "After our conversations I trust myself more.", "psychosocial"),
        Item("admire", "There is something in how my mentor works that I want to learn.", "role_model"),
        Item("values", "My mentor acts by values I share.", "role_model"),
        Item("imagine", "Seeing my mentor’s path, I can better imagine my own.", "role_model"),
    ),
    low=1,
    high=5,
    low_words="not at all true",
    high_words="completely true",
)
