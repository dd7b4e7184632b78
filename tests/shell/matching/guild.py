"""A small mentoring programme of a guild of lighthouse keepers, as somebody else's spreadsheet has it.

The shape is that of a real programme's files: grades on a ladder, an organisation, a profession, and an identity a
mentee may ask for. The rules are those of docs/howto/matching-rules.example.toml.
"""

from itertools import permutations
from pathlib import Path

RULES = Path("docs/howto/matching-rules.example.toml")
LADDER = ("AA", "AO", "EO", "HEO", "SEO", "Grade 7", "Grade 6", "SCS1", "SCS2", "SCS3", "SCS4")
HEAD = "first name,last name,email address,job title,grade,organisation,profession"

MENTEES = f"""{HEAD},match with similar identity,identity to match,biography
Ana,Reef,ana@guild.example,Keeper,EO,North,Lamps,yes,Left-handed,"Keeps lamps, and keeps them well"
Bea,Reef,bea@guild.example,Keeper,EO,South,Horns,no,,
Cem,Cove,cem@guild.example,Keeper,HEO,South,Lamps,no,,
Dai,Cove,dai@guild.example,Keeper,HEO,North,Horns,yes,Islander,
Eva,Cape,eva@guild.example,Keeper,SEO,North,Lamps,no,,
Fen,Cape,fen@guild.example,Keeper,SCS4,East,Lamps,no,,"Nobody stands above Fen"
"""
MENTORS = f"""{HEAD},characteristics,biography
Gus,Mole,gus@guild.example,Warden,HEO,South,Lamps,"Left-handed, Islander",
Hal,Mole,hal@guild.example,Warden,SEO,North,Horns,,
Ivo,Pier,ivo@guild.example,Warden,SEO,South,Lamps,Islander,
Jan,Pier,jan@guild.example,Warden,Grade 7,South,Lamps,,
"""


def people(text: str) -> list[dict[str, str]]:
    """The rows by heading (the guild's cells hold no commas but in quotes that nobody matches on)."""
    lines = text.strip().splitlines()
    head = lines[0].split(",")
    rows = []
    for line in lines[1:]:
        cells, quoted, cell = [], False, ""
        for letter in line + ",":
            quoted ^= letter == '"'
            if letter == "," and not quoted:
                cells.append(cell.strip('"'))
                cell = ""
            else:
                cell += letter
        rows.append(dict(zip(head, cells, strict=False)))
    return rows


def points(mentee: dict[str, str], mentor: dict[str, str]) -> int | None:
    """The points of a pair by the programme's own words; None where it is impossible."""
    gap = LADDER.index(mentor["grade"]) - LADDER.index(mentee["grade"])
    if mentee["organisation"] == mentor["organisation"] or gap not in (1, 2):
        return None
    asked = mentee["identity to match"]
    among = asked and asked in [one.strip() for one in mentor["characteristics"].split(",")]
    return {1: 9, 2: 12}[gap] + 10 * (mentee["profession"] == mentor["profession"]) + 6 * bool(among)


def best() -> tuple[int, int]:
    """Most people placed and most points with them, at one place each, by trying every way there is."""
    mentees, mentors = people(MENTEES), people(MENTORS)
    ways = permutations([*range(len(mentees)), *[None] * len(mentors)], len(mentors))
    found = set()
    for way in ways:
        given = [
            points(mentees[row], mentor) for row, mentor in zip(way, mentors, strict=True) if row is not None
        ]
        if None not in given:
            found.add((len(given), sum(one or 0 for one in given)))
    return max(found)
