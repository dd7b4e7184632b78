"""The people of the ferries whose stories are told, as they describe themselves."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Role:
    """A job somebody has or had; `since` and `until` count years before now."""

    title: str
    where: str
    since: int
    until: int = 0


@dataclass(frozen=True, slots=True)
class Character:
    """One of the cast. `skills` are (key, level) offered; `papers` are (title, issuer, verified)."""

    name: str
    job: str
    function: str
    place: str
    headline: str = ""
    about: str = ""
    pronouns: str = ""
    languages: tuple[str, ...] = ("en",)
    roles: tuple[Role, ...] = ()
    skills: tuple[tuple[str, int], ...] = ()
    papers: tuple[tuple[str, str, bool], ...] = ()
    full_for_now: bool = False

    @property
    def key(self) -> str:
        """How stories name them: the part of the address before the @."""
        return self.name.lower().replace(" ", ".").replace("'", "")


OFFICE: Final = (
    Character("Fergus Boyle", "Company secretary", "Finance", "Port Ellery", pronouns="he/him"),
    Character(
        "Moira Sinclair",
        "Head of people development",
        "People",
        "Port Ellery",
        "Ask me anything about the programmes",
        "I look after three programmes and their people. I can see that two people work together, and "
        "how it is "
        "going in a word. I cannot read what they say, and would not want to.",
        "she/her",
    ),
    Character(
        "Gareth Pugh",
        "Operations director",
        "Operations",
        "Port Ellery",
        "Twenty years of late boats",
        "",
        "he/him",
    ),
    Character("Helen Carrick", "Crew welfare officer", "People", "Port Ellery", pronouns="she/her"),
    Character("Joseph Adeyemi", "Learning partner", "People", "Port Ellery", pronouns="he/him"),
    Character("Ruth Abelson", "Coaching supervisor", "People", "Port Ellery", pronouns="she/her"),
    Character("Angus Hepburn", "Chief executive", "Operations", "Port Ellery", "Learning to listen again"),
)

SEEKERS: Final = (
    Character(
        "Tom Ashworth",
        "Terminal manager",
        "Terminals",
        "Port Ellery",
        "New to leading, old to the terminal",
        "Eleven years on the quay, eight months in the office above it.",
        "he/him",
        roles=(Role("Terminal manager", "Port Ellery", 1), Role("Berth supervisor", "Port Ellery", 6, 1)),
    ),
    Character(
        "Beth Lawson", "Onboard services supervisor", "Passenger services", "MV Curlew", pronouns="she/her"
    ),
    Character(
        "Priya Raman",
        "Senior planner",
        "Fleet planning",
        "Port Ellery",
        "Timetables are promises",
        "I make the winter timetable and would like to be heard earlier in the summer one.",
        "she/her",
        ("en", "ta"),
        (Role("Senior planner", "Fleet planning", 2), Role("Planner", "Fleet planning", 5, 2)),
    ),
    Character(
        "Isla Drummond",
        "Second officer",
        "Deck",
        "MV Curlew",
        "From deckhand to the bridge, and not done",
        "Joined at eighteen. Certificate of competency as officer of the watch three years ago.",
        "she/her",
        ("en", "gd"),
        (Role("Second officer", "MV Curlew", 3), Role("Deckhand", "MV Petrel", 8, 3)),
    ),
    Character(
        "Zainab Malik",
        "Customer care adviser",
        "Customer care",
        "Port Ellery",
        "I answer when the boat does not",
        "",
        "she/her",
        ("en", "ur"),
    ),
    Character(
        "Owen Hartley",
        "Purser",
        "Passenger services",
        "MV Petrel",
        "",
        "Six years as a purser. Leads a team of nine from the spring.",
        "he/him",
        ("en", "cy"),
    ),
)

COACHES: Final = (
    Character(
        "Nkechi Obi",
        "Service improvement lead",
        "Fleet planning",
        "Port Ellery",
        "I coach people through their first year of leading",
        "I ask more than I tell. I have never commanded a ship and will not pretend to know yours.",
        "she/her",
        ("en", "ig"),
        skills=(
            ("difficult-conversations", 5),
            ("delegating", 4),
            ("giving-feedback", 4),
            ("managing-former-peers", 4),
        ),
        papers=(
            ("Diploma in workplace coaching", "Firth College", True),
            ("Supervision, this year", "Ruth Abelson", True),
        ),
    ),
    Character(
        "Alun Pritchard",
        "Safety training officer",
        "Deck",
        "Skarra",
        "For people who know what they think and do not say it",
        "Trained many crews, coach for three years. I write down what we agree and hold you to it.",
        "he/him",
        ("en", "cy"),
        skills=(("speaking-up", 4), ("saying-no", 4), ("prioritising", 3)),
        papers=(("Certificate in coaching skills", "Isles Training", False),),
    ),
    Character(
        "Sunita Rao",
        "Payroll lead",
        "Finance",
        "Port Ellery",
        "Order first, then change",
        "",
        "she/her",
        ("en", "kn"),
        skills=(("prioritising", 5), ("saying-no", 4), ("delegating", 3)),
        papers=(("Diploma in workplace coaching", "Firth College", True),),
    ),
    Character(
        "Duncan Yule",
        "Port services manager",
        "Terminals",
        "Inchbrae",
        "Plain talk, kindly meant",
        "",
        "he/him",
        skills=(("difficult-conversations", 4), ("managing-former-peers", 5), ("giving-feedback", 3)),
        papers=(("Certificate in coaching practice", "Kelder University", True),),
    ),
    Character(
        "Beatrix Holm",
        "Change lead",
        "Digital",
        "Port Ellery",
        "Bringing people along, not over",
        "",
        "she/her",
        ("en", "da"),
        skills=(("leading-change", 5), ("speaking-up", 3), ("delegating", 4)),
        papers=(("Diploma in workplace coaching", "Firth College", True),),
    ),
    Character(
        "Kwame Asante",
        "Second engineer",
        "Engineering",
        "MV Petrel",
        "Small steps, kept",
        "",
        "he/him",
        ("en", "tw"),
        skills=(("giving-feedback", 4), ("delegating", 4), ("prioritising", 4)),
        papers=(("Certificate in coaching practice", "Kelder University", True),),
    ),
    Character(
        "Fiona Laidlaw",
        "Contracts manager",
        "Finance",
        "Port Ellery",
        "What would you say if you were sure?",
        "",
        "she/her",
        skills=(("speaking-up", 5), ("difficult-conversations", 3), ("saying-no", 3)),
        papers=(("Certificate in coaching practice", "Kelder University", True),),
    ),
    Character(
        "Rhys Talbot",
        "Duty manager",
        "Terminals",
        "Skarra",
        "Calm is contagious",
        "",
        "he/him",
        ("en", "cy"),
        skills=(("leading-change", 4), ("managing-former-peers", 4), ("giving-feedback", 4)),
        papers=(("Certificate in coaching practice", "Kelder University", True),),
    ),
)
