"""A list takes as many reads for thirty rows as for one. With -s it prints how many."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alongside.core.matching import DEFAULTS
from alongside.models import (
    ImportBatch,
    JournalEntry,
    Letter,
    MatchRun,
    Need,
    Part,
    PathItem,
    Person,
    RuleSetVersion,
    SafetyConcern,
)
from tests.shell.cast import Cast
from tests.shell.makers import (
    NOW,
    enrol,
    make_engagement,
    make_mentorship,
    make_person,
    make_skill,
    offer_skill,
)


@dataclass(frozen=True)
class ListPage:
    """A page by the name of its address, who looks at it, and what makes one more row on it."""

    page: str
    viewer: str
    add: Callable[[Cast, int], object]
    of_programme: bool = False
    before: int = 0  # rows that are shown elsewhere on the page first


def newcomer(cast: Cast, number: int) -> Person:
    return make_person(cast.harbour, f"Row{number} Harbour")


def add_mentor(cast: Cast, number: int) -> None:
    mentor = newcomer(cast, number)
    enrol(cast.programme, mentor, Part.MENTOR)
    offer_skill(mentor, make_skill(cast.harbour, f"Skill {number}"))


def add_run(cast: Cast, number: int) -> None:
    rules, _ = RuleSetVersion.objects.get_or_create(
        programme=cast.programme,
        kind="mentoring",
        number=1,
        defaults={"rules": DEFAULTS["mentoring"].to_dict()},
    )
    MatchRun.objects.create(programme=cast.programme, kind="mentoring", rule_set=rules, state="done")


PAGES = (
    ListPage("programme_people", "amara", lambda c, n: enrol(c.programme, newcomer(c, n), Part.MENTEE), True),
    ListPage("programme_matching", "amara", add_run, True),
    ListPage(
        "programme_relationships",
        "amara",
        lambda c, n: make_engagement(c.programme, newcomer(c, n), coach=c.carla, state="active"),
        True,
    ),
    ListPage("find_mentor", "ben", add_mentor, before=6),
    ListPage(
        "portfolio",
        "edda",
        lambda c, n: make_mentorship(
            c.programme, newcomer(c, n), c.edda, state="cultivation", accepted_at=NOW
        ),
    ),
    ListPage(
        "my_needs",
        "ben",
        lambda c, n: Need.objects.create(
            person=c.ben, statement="words", rules_version="t", route="coach", recommendation={"reasons": []}
        ),
    ),
    ListPage(
        "my_path", "femi", lambda c, n: PathItem.objects.create(person=c.femi, kind="milestone", text="words")
    ),
    ListPage("journal", "femi", lambda c, n: JournalEntry.objects.create(author=c.femi, text="words")),
    ListPage(
        "concerns",
        "ines",
        lambda c, n: SafetyConcern.objects.create(
            organisation=c.harbour, author=newcomer(c, n), text="words"
        ),
    ),
    ListPage("skills", "jon", lambda c, n: make_skill(c.harbour, f"Skill {n}")),
    ListPage(
        "programme_import",
        "amara",
        lambda c, n: ImportBatch.objects.create(
            programme=c.programme, part=Part.MENTEE, file_name="people.csv"
        ),
        True,
    ),
    ListPage(
        "today",
        "edda",
        lambda c, n: make_mentorship(
            c.programme, newcomer(c, n), c.edda, state="requested", answer_by=NOW + timedelta(days=7)
        ),
    ),
)


@pytest.mark.parametrize("listed", PAGES, ids=lambda listed: listed.page)
def test_a_list_takes_as_many_reads_for_thirty_rows_as_for_one(
    cast: Cast, signed_in: Callable[[Person], Client], listed: ListPage
) -> None:
    client = signed_in(cast.people()[listed.viewer])
    address = reverse(listed.page, args=[cast.programme.pk] if listed.of_programme else [])
    for number in range(1000, 1001 + listed.before):
        listed.add(cast, number)
    client.get(address)
    one = count_reads(client, address)
    for number in range(1, 30):
        listed.add(cast, number)
    thirty = count_reads(client, address)
    print(f"{listed.page}: {one} reads for 1 row, {thirty} for 30")  # noqa: T201 - the figure is the point
    assert thirty == one
    assert not Letter.objects.exists()


def count_reads(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as reads:
        assert client.get(address).status_code == 200
    return len(reads)
