"""What people at the ferries said they need. Each owner alone reads their own; the picture only counts."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Said:
    """A statement, the ticks beside it, the route chosen, and the skill it is about."""

    words: str
    chosen: str
    skill: str = ""
    ticks: tuple[tuple[str, str | tuple[str, ...]], ...] = ()
    why_other: str = ""


COACH_TICKS: Final = (
    ("goal_clarity", "one_specific"),
    ("horizon", "3_12_months"),
    ("need_type", ("change_habit_or_behaviour",)),
    ("help_style", "ask_and_structure"),
    ("contact", "scheduled_fixed_number"),
    ("same_path_needed", "no"),
    ("initiated_by", "self"),
)
MENTOR_TICKS: Final = (
    ("goal_clarity", "broad_direction"),
    ("horizon", "1_3_years"),
    ("need_type", ("career_direction",)),
    ("help_style", "share_experience_advice"),
    ("contact", "as_and_when"),
    ("same_path_needed", "yes"),
    ("initiated_by", "self"),
)

OF_THE_CAST: Final = (
    (
        "tom.ashworth",
        Said(
            "I lead the people I used to sit beside. I know what I should say and I put it off for "
            "weeks. I want to "
            "raise things early, in my own voice, by the end of the summer.",
            "coach",
            "difficult-conversations",
            COACH_TICKS,
        ),
        240,
    ),
    (
        "beth.lawson",
        Said(
            "I hand work over and then do it again at night. I know that it is wrong. I want to stop "
            "within three "
            "months, with somebody who asks me about it.",
            "coach",
            "delegating",
            COACH_TICKS,
        ),
        9,
    ),
    (
        "priya.raman",
        Said(
            "I have good ideas in the fleet meeting and say them afterwards in the corridor. I want to "
            "practise saying "
            "them while it still counts. A fixed number of sessions, please.",
            "coach",
            "speaking-up",
            COACH_TICKS,
        ),
        36,
    ),
    (
        "isla.drummond",
        Said(
            "One day I want a command. I would like to learn from somebody who has walked that path, "
            "over years, and "
            "who can tell me what nobody writes down.",
            "mentor",
            "career-planning",
            MENTOR_TICKS,
        ),
        530,
    ),
    (
        "zainab.malik",
        Said(
            "I have just become a shift leader and am the only one like me on the floor. I want "
            "somebody further along "
            "who has been there, to think with now and then.",
            "mentor",
            "confidence",
            MENTOR_TICKS,
        ),
        6,
    ),
    (
        "owen.hartley",
        Said(
            "Two things. In three months I start to lead a team of nine and want to practise "
            "delegating, with somebody "
            "who keeps me to it. And over the next few years I want someone who has walked this path "
            "to advise me on "
            "whether to come ashore.",
            "both_in_sequence",
            "delegating",
            (("initiated_by", "self"),),
        ),
        4,
    ),
    (
        "ailsa.begg",
        Said(
            "We have a new booking system and I have never been shown how to use it. I need to learn "
            "the steps.",
            "training",
            "digital-tools",
        ),
        15,
    ),
    ("dominic.vance", Said("I feel a bit stuck and would like some help, I think.", "", ""), 3),
)

COACHING: Final = (
    Said(
        "I say nothing when a handover goes wrong, and then it goes wrong again. I know how; I do not do it.",
        "coach",
        "difficult-conversations",
        COACH_TICKS,
    ),
    Said(
        "I have been on the feedback course twice. Now I want to practise until it is a habit.",
        "coach",
        "difficult-conversations",
        COACH_TICKS,
    ),
    Said(
        "I do everything myself because it is quicker. By the autumn I want my watch to run without me.",
        "coach",
        "delegating",
        COACH_TICKS,
    ),
    Said(
        "My days belong to other people. I want to finish what matters by Thursday, every week.",
        "coach",
        "prioritising",
        COACH_TICKS,
    ),
    Said(
        "I say yes and then deliver late. I want to answer with a date, and hold it.",
        "coach",
        "saying-no",
        COACH_TICKS,
    ),
    Said(
        "I see the mistake in the plan and keep quiet. I want to say it in the meeting, this season.",
        "coach",
        "speaking-up",
        COACH_TICKS,
    ),
)
MENTORING: Final = (
    Said(
        "I would like to learn from somebody who has walked from the deck to the bridge, and hear what "
        "they would do again.",
        "mentor",
        "career-planning",
        MENTOR_TICKS,
    ),
    Said(
        "I do not know how things are really decided here. Somebody who has been through it could tell "
        "me the unwritten rules.",
        "mentor",
        "reading-the-organisation",
        MENTOR_TICKS,
    ),
    Said(
        "I am good at my job and do not trust it. I want to talk now and then with somebody who has "
        "been there.",
        "mentor",
        "confidence",
        MENTOR_TICKS,
    ),
    Said(
        "I know nobody outside my own terminal. I would like somebody with experience to open a door "
        "or two over the next years.",
        "mentor",
        "networking",
        MENTOR_TICKS,
    ),
)
BOTH: Final = (
    Said(
        "Two things. In three months I take over a shift and want to practise delegating, with "
        "somebody who keeps me "
        "to it. And over the next few years I want someone who has walked this path to advise me on my "
        "career.",
        "both_in_sequence",
        "delegating",
    ),
)

# How many of each, by position in the lists above: the numbers the picture is made of.
HOW_MANY_COACHING: Final = (9, 6, 9, 6, 5, 1)
HOW_MANY_MENTORING: Final = (14, 13, 8, 6)
HOW_MANY_BOTH: Final = (5,)
