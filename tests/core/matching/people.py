"""Invented people for matching tests: dull defaults by hand, and varied ones by hypothesis."""

from dataclasses import fields
from typing import Any

from hypothesis import strategies as st

from alongside.core.matching import ClientFacts, Pool, PractitionerFacts, SkillWanted

KEYS = tuple("abcdefgh")
LADDER = ("low", "middle", "high", "top")


def client(key: str = "ines", **facts: Any) -> ClientFacts:
    return ClientFacts(key=key, **facts)


def practitioner(key: str = "otto", **facts: Any) -> PractitionerFacts:
    return PractitionerFacts(key=key, **facts)


def _some(*values: str) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(values), max_size=3)


_PERSON = {
    "languages": _some("de", "en", "fr", "pl"),
    "free_time": st.none() | st.integers(0, 2**336 - 1) | st.sampled_from([0, 1, 0b111]),
    "place": st.sampled_from(["", "Kiel", "Graz"]),
    "formats": _some("remote", "in_person"),
    "line_manager": st.none() | st.sampled_from(["m-a", "m-b", "c-a", "c-b"]),
    "managers_above": _some("m-c", "c-c"),
    "conflicts": _some("m-a", "m-b", "c-a", "c-b"),
    "together_before": _some("m-c", "c-c"),
    "not_again": _some("m-d", "c-d"),
    "roles_held": _some("nurse", "ward lead", "director"),
    "career_stage": st.none() | st.integers(0, 6),
    "function": st.sampled_from(["", "care", "finance"]),
    "text": st.sampled_from(["", "leading wards quietly", "Quietly leading budgets", "budgets"]),
    "choices": st.lists(st.sampled_from(["m-a", "m-b", "c-a", "c-b"]), unique=True, max_size=3).map(tuple),
    "columns": st.fixed_dictionaries(
        {
            "grade": st.sampled_from(["", *LADDER, "elsewhere"]),
            "house": st.sampled_from(["", "North", "south "]),
            "wish": st.sampled_from(["", "yes", "No"]),
            "tags": st.sampled_from(["", "North, South", "south", "yes,no"]),
        }
    ),
}
_SKILLS = ("listening", "planning", "speaking")


def clients() -> st.SearchStrategy[list[ClientFacts]]:
    wanted = st.builds(
        SkillWanted, st.sampled_from(_SKILLS), st.integers(0, 5), st.integers(0, 5), st.integers(1, 3)
    )
    one = st.fixed_dictionaries(
        _PERSON
        | {
            "key": st.sampled_from([f"c-{key}" for key in KEYS]),
            "skills_wanted": st.frozensets(wanted, max_size=3),
            "roles_wanted": _some("ward lead", "director"),
            "same_path_essential": st.booleans(),
        }
    ).map(lambda facts: ClientFacts(**facts))
    return st.lists(one, unique_by=lambda person: person.key, max_size=6)


def practitioners() -> st.SearchStrategy[list[PractitionerFacts]]:
    one = st.fixed_dictionaries(
        _PERSON
        | {
            "key": st.sampled_from([f"m-{key}" for key in KEYS] + ["c-a"]),
            "skills_offered": st.dictionaries(st.sampled_from(_SKILLS), st.integers(0, 5)),
            "places": st.integers(0, 3),
            "load": st.integers(0, 2),
            "full_for_now": st.booleans(),
            "credential_current": st.booleans(),
            "verified": st.booleans(),
            "supervision_current": st.booleans(),
        }
    ).map(lambda facts: PractitionerFacts(**facts))
    return st.lists(one, unique_by=lambda person: person.key, max_size=6)


def pools(kind: Any = "mentoring") -> st.SearchStrategy[Pool]:
    return st.builds(lambda ours, theirs: Pool(kind, tuple(ours), tuple(theirs)), clients(), practitioners())


def facts_of(person: Any) -> dict[str, Any]:
    return {field.name: getattr(person, field.name) for field in fields(person)}
