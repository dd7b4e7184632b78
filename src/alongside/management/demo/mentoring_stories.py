"""Mentoring at the ferries: every other state, the ones that are through, and the ones that just go on."""

from typing import Final

from alongside.management.demo.mentoring_cast import (
    AROUND_RUARIDH,
    GETTING_TO_KNOW,
    ISLA,
    PRIYA,
    WALKING,
    ZAINAB,
)
from alongside.management.demo.mentoring_walk import MentoringStory as Story
from alongside.models import MentorshipForm

ALL_THE_WAY = (*WALKING, ("meet", 42), ("questions", 14), ("meet", 30), ("look back", 30), ("meet", 30))
TO_THE_CLOSE = (*ALL_THE_WAY, ("ending", 25), ("meet", 7), ("close", 4))

ONE_EACH: Final = (
    Story(
        "finlay.swan",
        "eilidh.munro",
        "How did you get from the counter to the purser’s office?",
        (("ask", 0), ("accept", 2)),
        3,
    ),
    Story(
        "kofi.darko",
        "dafydd.rees",
        "May I ask you about the engineers’ exam?",
        (("ask", 0), ("decline", 3)),
        70,
    ),
    Story(
        "sheila.munday",
        "hamish.gow",
        "I would like to see how a port is run.",
        (("ask", 0), ("expire", 7.1)),
        30,
    ),
    Story(
        "ross.haldane",
        "hamish.gow",
        "What did you miss when you came ashore?",
        TO_THE_CLOSE,
        25,
        direction="To decide between sea and shore without regret.",
        goodbye="Decided: ashore, in the spring. You were right that I knew.",
    ),
    Story(
        "gareth.pugh",
        "aisha.rahman",
        "I run the boats, most of our tickets are sold on a screen, and I book mine through my "
        "secretary. Would you "
        "show me what our passengers see?",
        (*GETTING_TO_KNOW, ("meet", 25), ("check", 2), ("deepen", 3), ("meet", 26)),
        11,
        direction="That the operations director books his own ferry, on a telephone, in the rain.",
        topics=("Book a crossing with a dog", "Read a hundred complaints", "Ring our own number"),
        shared=("Nineteen taps to bring a dog. I counted them twice.",),
        form=MentorshipForm.REVERSE,
        programme="ship-and-shore",
        cadence_days=28,
    ),
)

DAFYDD: Final = (
    Story(
        "pauline.strang",
        "dafydd.rees",
        "You did night school with a watch to keep. How, and would you again?",
        TO_THE_CLOSE,
        75,
        direction="To finish the engineering diploma without losing my friends.",
        goodbye="Passed. I still have friends. Thank you for both.",
    ),
    Story(
        "farida.noorzai",
        "dafydd.rees",
        "I repair what breaks. I would like to be asked before it breaks.",
        (*WALKING, ("meet", 44), ("meet", 41), ("questions", 5)),
        18,
        direction="From the workshop to planning the docking.",
        shared=("He keeps a list of every repair that came back. I have begun mine.",),
    ),
    Story(
        "murdo.nicolson",
        "dafydd.rees",
        "Does a second engineer have to become a chief? I am asking before somebody asks me.",
        (*WALKING, ("meet", 40), ("look back", 20)),
        9,
        direction="To choose between the engine room and the office with open eyes.",
        shared=("Rode with him to the yard. Nine meetings, one engine. I counted.",),
        looking_back="I came for an answer and got better questions. That seems fair.",
    ),
)

# Mentorships that simply go on, at different depths; their words are few, as most people's are.
_LINES: Final = (
    ("How do I learn to read the people who decide?", "To understand how this company decides."),
    ("I would like to hear how you planned your way.", "A plan for the next three years that is mine."),
    ("You changed trades. I am thinking of it.", "To know by the summer whether to change trades."),
    ("I am the first in my family to work in an office.", "To feel at home in rooms with long tables."),
    ("What would you do again, and what not?", "To choose the next step rather than wait for it."),
)
_WAYS: Final = (
    (*WALKING, ("meet", 40)),
    ALL_THE_WAY,
    (*GETTING_TO_KNOW, ("meet", 30), ("check", 3)),
    (*WALKING, ("meet", 44), ("meet", 41), ("questions", 5)),
    TO_THE_CLOSE,
)
_PAIRS: Final = (
    ("ines.carvalho", "samuel.okafor", 12),
    ("matthew.loach", "samuel.okafor", 30),
    ("caitlin.doig", "eilidh.munro", 9),
    ("vikram.nair", "colin.tweddle", 21),
    ("olga.sidorova", "lena.vogel", 7),
    ("euan.baxter", "colin.tweddle", 15),
    ("simone.achard", "patricia.doyle", 33),
    ("harriet.vine", "colin.tweddle", 24),
    ("segun.alabi", "samuel.okafor", 10),
    ("jill.cathcart", "eilidh.munro", 80),
    ("declan.roe", "eilidh.munro", 14),
    ("bethan.price", "colin.tweddle", 5),
    ("alasdair.kemp", "yusuf.demir", 31),
)


def _going_on() -> tuple[Story, ...]:
    return tuple(
        Story(mentee, mentor, _LINES[number % 5][0], _WAYS[number % 5], last, direction=_LINES[number % 5][1])
        for number, (mentee, mentor, last) in enumerate(_PAIRS)
    )


def list_mentorships() -> tuple[Story, ...]:
    """Every mentorship; those of the cast come last, so that they are the newest."""
    return (
        *_going_on(),
        *ONE_EACH,
        *DAFYDD,
        *AROUND_RUARIDH[3:5],
        ISLA,
        *AROUND_RUARIDH[:3],
        *AROUND_RUARIDH[5:],
        PRIYA,
        *ZAINAB,
    )
