"""What a column of somebody's table can become here: one row a field, in the order a page lists them.

`names` are headings by which a field is guessed. `own_words` marks what people say of themselves: an import fills
it in, and never writes over it once somebody has an account.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from alongside.core.needs.questions import QUESTIONS

Sort = Literal["line", "text", "email", "languages", "time_zone", "formats", "places", "skills", "answer"]
ASKING: Final = frozenset({"client", "mentee"})
HELPING: Final = frozenset({"coach", "mentor"})
EVERYBODY: Final = ASKING | HELPING

MANAGERS: Final = "those who run the programme"
MEMBERS: Final = "colleagues, where somebody offers help; otherwise those who run the programme"
OWNER: Final = "only the person themselves"


@dataclass(frozen=True, slots=True)
class ImportField:
    """`help` says how a cell is read, `seen_by` who can see it here, `most` is the longest it may be (letters)."""

    key: str
    label: str
    sort: Sort
    names: tuple[str, ...] = ()
    help: str = ""
    seen_by: str = MANAGERS
    most: int = 120
    parts: frozenset[str] = EVERYBODY
    own_words: bool = False


ABOUT_PEOPLE: Final = (
    ImportField(
        "email",
        "E-mail address",
        "email",
        ("email", "e mail", "email address", "mail", "work email", "e mail address"),
        "Needed. It tells people apart: somebody who is here already is brought up to date.",
        most=254,
    ),
    ImportField(
        "first_name", "First name", "line", ("first name", "given name", "forename"), seen_by=MEMBERS
    ),
    ImportField("last_name", "Last name", "line", ("last name", "surname", "family name"), seen_by=MEMBERS),
    ImportField("name", "Whole name", "line", ("name", "full name", "display name"), seen_by=MEMBERS),
    ImportField(
        "job_title", "Job title", "line", ("job title", "job", "title", "role", "position"), seen_by=MEMBERS
    ),
    ImportField("grade", "Grade", "line", ("grade", "level", "band", "pay grade"), most=60),
    ImportField("function", "Function", "line", ("function", "business function", "department", "team")),
    ImportField("place", "Place", "line", ("place", "location", "office", "city", "site", "base")),
    ImportField(
        "languages",
        "Languages",
        "languages",
        ("languages", "language", "languages spoken"),
        "Names or short codes, with commas between them: English, French.",
        MEMBERS,
        own_words=True,
    ),
    ImportField(
        "time_zone",
        "Time zone",
        "time_zone",
        ("time zone", "timezone"),
        "A name such as Europe/London.",
        own_words=True,
    ),
    ImportField(
        "formats",
        "How they like to meet",
        "formats",
        ("format", "formats", "meeting format", "how to meet"),
        "Online, in person, or both.",
        MEMBERS,
        own_words=True,
    ),
    ImportField(
        "about",
        "About them",
        "text",
        ("about", "biography", "bio", "about me", "profile"),
        "",
        MEMBERS,
        4000,
        own_words=True,
    ),
    ImportField(
        "line_manager",
        "Line manager’s e-mail address",
        "email",
        ("line manager email", "manager email", "line manager", "line manager s email"),
        "Somebody who is here already, or is in the same file. One who is set already is never changed.",
        most=254,
    ),
)
ABOUT_HELPING: Final = (
    ImportField(
        "places",
        "Places",
        "places",
        ("places", "capacity", "number of mentees", "number of clients", "max mentees", "max clients"),
        "How many people they can help at once, from 0 to 12.",
        parts=HELPING,
    ),
    ImportField(
        "skills",
        "Skills they offer",
        "skills",
        ("skills", "skills offered", "expertise"),
        "Names from the catalogue, each with its level from 0 to 5: Chairing 4; Giving feedback 3. Without a "
        "level, 3 is taken.",
        MEMBERS,
        4000,
        HELPING,
        own_words=True,
    ),
)
ABOUT_ASKING: Final = (
    ImportField(
        "skills_wanted",
        "Skills they want to grow",
        "skills",
        ("skills", "skills wanted", "skills needed", "development needs"),
        "Names from the catalogue, each with the level hoped for, from 0 to 5: Chairing 4. Without a level, 3 is "
        "taken.",
        OWNER + ", and the matching",
        4000,
        ASKING,
        own_words=True,
    ),
    ImportField(
        "statement",
        "What they need, in their own words",
        "text",
        ("statement", "need", "what do you need", "goal", "goals", "objectives"),
        "Kept as their own need, with our recommendation. They decide what becomes of it.",
        OWNER,
        4000,
        ASKING,
        own_words=True,
    ),
)
ANSWERS: Final = tuple(
    ImportField(
        f"answer_{question.key}",
        question.text,
        "answer",
        (question.key.replace("_", " "),),
        "One of the answers of the questionnaire, by its words or its key; several with semicolons.",
        OWNER,
        1000,
        ASKING,
        own_words=True,
    )
    for question in QUESTIONS
)
FIELDS: Final = (*ABOUT_PEOPLE, *ABOUT_HELPING, *ABOUT_ASKING, *ANSWERS)
FIELD: Final[Mapping[str, ImportField]] = {field.key: field for field in FIELDS}

# Headings of what a programme has no business with: left out unless somebody says otherwise.
LEFT_OUT: Final = frozenset(
    (
        *(
            "phone",
            "mobile",
            "telephone",
            "phone number",
            "date of birth",
            "dob",
            "birthday",
            "age",
            "salary",
        ),
        *(
            "home address",
            "address",
            "postcode",
            "national insurance number",
            "id",
            "timestamp",
            "start time",
        ),
    )
)


def fields_for(part: str) -> tuple[ImportField, ...]:
    """The fields a table of this part can fill, in order."""
    return tuple(field for field in FIELDS if part in field.parts)
