"""Coaching at the ferries: one story for every state of the table, and two cohorts that are through."""

from typing import Final

from alongside.management.demo.arcs_leading import (
    DELEGATING,
    DIFFICULT_CONVERSATIONS,
    FORMER_PEERS,
    LEADING,
    LEADING_CHANGE,
)
from alongside.management.demo.arcs_oneself import (
    GIVING_FEEDBACK,
    ONESELF,
    PRIORITISING,
    SAYING_NO,
    SPEAKING_UP,
)
from alongside.management.demo.coaching_walk import CoachingStory as Story
from alongside.management.demo.coaching_walk import Results
from alongside.management.demo.coaching_way import (
    TO_THE_CLOSE,
    TO_THE_END,
    TO_THE_FOLLOW_UP,
    TO_THE_MIDDLE,
    TO_THE_START,
    TO_THE_TALK,
)
from alongside.management.demo.echoes import Echo

NKECHI, ALUN, SUNITA, DUNCAN = "nkechi.obi", "alun.pritchard", "sunita.rao", "duncan.yule"
BEATRIX, KWAME, FIONA, RHYS = "beatrix.holm", "kwame.asante", "fiona.laidlaw", "rhys.talbot"
GARETH = "gareth.pugh"
SHOWN: Final = ("existence", "attendance", "attainment", "review")

# Those one can be: told in full.
CAST: Final = (
    Story(
        "tom.ashworth",
        (NKECHI, DUNCAN, FIONA),
        DIFFICULT_CONVERSATIONS,
        (*TO_THE_START, "first", "session", "message"),
        last_days_ago=5,
        sponsor=GARETH,
        clauses=SHOWN,
        full=True,
        next_in_days=15,
    ),
    Story(
        "beth.lawson",
        (NKECHI, SUNITA, KWAME),
        DELEGATING,
        ("ask", "acknowledge", "offer the best"),
        last_days_ago=2,
    ),
    Story(
        "priya.raman",
        (ALUN, BEATRIX),
        SPEAKING_UP,
        TO_THE_START,
        last_days_ago=1,
        after_mentorship=("priya.raman", "yusuf.demir"),
        full=True,
        next_in_days=5,
    ),
    Story(
        "marcus.bell",
        (NKECHI, RHYS),
        FORMER_PEERS,
        TO_THE_MIDDLE,
        last_days_ago=2,
        sponsor=GARETH,
        clauses=SHOWN,
        full=True,
    ),
    Story("ewan.forsyth", (NKECHI, KWAME), GIVING_FEEDBACK, TO_THE_END, last_days_ago=3, full=True),
    Story(
        "catriona.weir",
        (NKECHI, BEATRIX),
        DELEGATING,
        (*TO_THE_CLOSE, "show sponsor", "follow up"),
        last_days_ago=12,
        sponsor=GARETH,
        clauses=SHOWN,
        full=True,
        results=Results(2, 1, 4, 1, 10, 9),
    ),
)

# Under way or just ended: one for every other state.
ONE_EACH: Final = (
    Story("callum.reid", (DUNCAN, RHYS), FORMER_PEERS, ("refer",), last_days_ago=1),
    Story("grace.tennant", (FIONA, ALUN), SPEAKING_UP, ("ask",), last_days_ago=1),
    Story("jamie.oconnor", (SUNITA, KWAME), PRIORITISING, TO_THE_TALK, last_days_ago=1),
    Story(
        "wei.zhang", (BEATRIX, RHYS), LEADING_CHANGE, (*TO_THE_TALK, "yes", "terms", "sign"), last_days_ago=1
    ),
    Story(
        "hannah.brodie",
        (DUNCAN, KWAME),
        FORMER_PEERS,
        (*TO_THE_TALK, "yes", "terms", "sign", "signed"),
        last_days_ago=2,
    ),
    Story(
        "leila.haddad",
        (SUNITA, FIONA),
        SAYING_NO,
        (*TO_THE_START, "first", "session", "pause"),
        last_days_ago=14,
    ),
    Story("rosie.blackwood", (RHYS, BEATRIX), LEADING_CHANGE, (*TO_THE_END, "extend"), last_days_ago=2),
    Story(
        "imran.sheikh",
        (KWAME, SUNITA),
        GIVING_FEEDBACK,
        TO_THE_CLOSE,
        last_days_ago=9,
        results=Results(2, 2, 4, 0, 9, 8),
    ),
    Story("stephen.platt", (SUNITA, ALUN), PRIORITISING, ("ask", "acknowledge", "withdraw"), last_days_ago=8),
    Story(
        "nadia.kowalska", (FIONA, ALUN), SPEAKING_UP, (*TO_THE_START, "first", "refer out"), last_days_ago=11
    ),
    Story("lewis.turnbull", (RHYS, DUNCAN), FORMER_PEERS, (*TO_THE_MIDDLE, "stop"), last_days_ago=6),
    Story(
        "abigail.frost", (KWAME, FIONA), DELEGATING, (*TO_THE_START, "first", "terminate"), last_days_ago=16
    ),
    Story(
        "mohammed.iqbal", (FIONA, ALUN), SPEAKING_UP, (*TO_THE_START, "first", "session"), last_days_ago=50
    ),
    Story(
        "kirsty.lamont", (ALUN, SUNITA), SAYING_NO, (*TO_THE_START, "first"), last_days_ago=6, next_in_days=20
    ),
    Story(
        "ffion.meredith",
        (DUNCAN, KWAME),
        DIFFICULT_CONVERSATIONS,
        (*TO_THE_MIDDLE, "carry on", "session"),
        last_days_ago=12,
        next_in_days=12,
        sponsor=GARETH,
    ),
    Story(
        "winifred.addo",
        (ALUN, SUNITA),
        PRIORITISING,
        (*TO_THE_START, "first", "session", "session"),
        last_days_ago=4,
        programme="ship-and-shore",
    ),
)

ARCS = (*LEADING, *ONESELF)
COACHES = (NKECHI, DUNCAN, SUNITA, KWAME, BEATRIX, FIONA, RHYS, ALUN)

# How it went for those who are through: mostly well, not always. Start, then, end, attained, recommend, alliance.
HOW_IT_WENT: Final = (
    Results(2, 1, 4, 1, 9, 8),
    Results(2, 2, 3, 0, 8, 8),
    Results(3, 2, 4, 0, 10, 9),
    Results(1, 1, 3, 0, 8, 7),
    Results(2, 1, 3, -1, 6, 6),
    Results(2, 2, 4, 1, 9, 9),
    Results(3, 2, 3, -1, 7, 7),
    Results(2, 1, 4, 2, 10, 9),
    Results(2, 2, 2, -2, 4, 5),
)

COHORT_BEFORE_LAST: Final = (
    "daniel.osei",
    "peter.wiseman",
    "anjali.menon",
    "robbie.stirling",
    "charlotte.ames",
    "tobias.lund",
    "shreya.kapoor",
    "neil.garvie",
    "bronwen.ellis",
    "ibrahim.sesay",
    "lucy.fairweather",
    "andrew.mackie",
)
LAST_COHORT: Final = (
    "chidi.eze",
    "eleanor.pike",
    "sean.gallacher",
    "mina.petrova",
    "gordon.sim",
    "rachel.bloom",
    "adeola.bello",
    "martin.cragg",
    "sofia.marques",
    "iain.petrie",
    "deborah.lyle",
    "hassan.warsame",
    "morag.tulloch",
    "josh.penrose",
    "elif.kaya",
)


# Of each cohort the first few are told in every step; the others echo one of them.
TOLD: Final = 2
DAYS_BETWEEN: Final = 4
PACES: Final = (1.0, 1.12, 0.94, 1.05, 1.2)  # how long it took, against the story that is echoed
MISSED_BY_EVERY: Final = 4


def list_told() -> tuple[tuple[Story, tuple[Echo, ...]], ...]:
    """Those who are through: the earlier cohort is archived, the later one has been asked how it went on."""
    early, late = (*TO_THE_FOLLOW_UP, "archive"), TO_THE_FOLLOW_UP
    return (*_cohort(COHORT_BEFORE_LAST, early, 20, 0), *_cohort(LAST_COHORT, late, 4, 2))


def _cohort(
    clients: tuple[str, ...], way: tuple[str, ...], last_days_ago: int, first_arc: int
) -> tuple[tuple[Story, tuple[Echo, ...]], ...]:
    return tuple(
        (
            Story(
                clients[turn],
                (COACHES[turn], COACHES[turn + 3]),
                ARCS[first_arc + turn],
                way,
                last_days_ago,
                sponsor=GARETH if turn == 0 else "",
                results=HOW_IT_WENT[turn],
            ),
            tuple(
                Echo(
                    clients[number],
                    COACHES[(number + first_arc) % 8],
                    COACHES[(number + first_arc + 3) % 8],
                    DAYS_BETWEEN * (number // TOLD),
                    HOW_IT_WENT[(number + first_arc) % len(HOW_IT_WENT)],
                    ARCS[(first_arc + number + number // TOLD) % len(ARCS)],
                    PACES[number % len(PACES)],
                    missed=1 if number % MISSED_BY_EVERY == 0 else 0,
                )
                for number in range(turn + TOLD, len(clients), TOLD)
            ),
        )
        for turn in range(TOLD)
    )
