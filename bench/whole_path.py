"""From database rows to a published proposal: a programme of 5,000 people in SQLite, step by step.

`./dev bench whole-path [people]`. One in five is a mentor with one to six places; skills, roles, languages, free hours,
places and functions are drawn from a seeded generator, so every run of it makes the same programme.
"""

import os
import resource
import secrets
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import time as clock
from pathlib import Path
from typing import Any, Final

import numpy as np

from bench.table import print_table

PEOPLE: Final = 5_000
SKILLS: Final = 60
PLACES: Final = ("Port Ellery", "Skerry", "Northhaven", "Ravensby", "Firth", "Quay")
FUNCTIONS: Final = ("Deck", "Engine", "Office", "Shore", "Care", "Freight", "Tickets", "Kitchen")
LANGUAGES: Final = ("en", "en", "en", "gd", "pl", "no", "fr")
HOURS: Final = tuple((day, hour) for day in range(5) for hour in (8, 10, 12, 14, 16))


def main(words: list[str]) -> None:
    people = int(words[0]) if words else PEOPLE
    with _empty_database():
        made, seconds = _timed(lambda: _fill(people))
        rows = [("make the rows (not counted)", f"{seconds:.1f}", _peak())]
        rows += _steps(made)
    print_table((f"{people:,} people", "seconds", "peak MB"), rows)


@contextmanager
def _empty_database() -> Iterator[None]:
    """Settings and a migrated database in a folder that is gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="alongside-bench-"))
    os.environ.update(
        ALONGSIDE_DATA_DIR=str(folder),
        ALONGSIDE_SECRET_KEY=secrets.token_urlsafe(40),
        ALONGSIDE_BASE_URL="http://127.0.0.1",
        DJANGO_SETTINGS_MODULE="alongside.config.settings",
    )
    import django  # noqa: PLC0415 - the settings have to be set before

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 - after django.setup

    try:
        call_command("migrate", verbosity=0)
        yield
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _fill(people: int) -> Any:
    """The programme with its people, and its manager."""
    from alongside import models as m  # noqa: PLC0415 - after django.setup

    chance = np.random.default_rng(7)
    house = m.Organisation.objects.create(name="Skerry Line", slug="skerry")
    programme = m.Programme.objects.create(
        organisation=house, name="Fairway", slug="fairway", kind="mentoring", state="open"
    )
    manager = m.Person.objects.create(organisation=house, name="Manager")
    m.Appointment.objects.create(
        person=manager, office="programme_manager", organisation=house, programme=programme
    )
    skills = m.Skill.objects.bulk_create(
        m.Skill(organisation=house, name=f"Skill {n}", key=f"skill-{n}") for n in range(SKILLS)
    )
    everybody = m.Person.objects.bulk_create(
        [_person(m, house, n, chance) for n in range(people)], batch_size=500
    )
    mentors, mentees = everybody[::5], [one for n, one in enumerate(everybody) if n % 5]
    places = chance.integers(1, 7, len(mentors)).tolist()
    m.Enrolment.objects.bulk_create(
        [
            *(
                m.Enrolment(programme=programme, person=one, part="mentee", state="approved")
                for one in mentees
            ),
            *(
                m.Enrolment(programme=programme, person=one, part="mentor", state="approved", places=many)
                for one, many in zip(mentors, places, strict=True)
            ),
        ],
        batch_size=500,
    )
    m.SkillOffered.objects.bulk_create(
        [
            m.SkillOffered(person=one, skill=skills[k], level=int(chance.integers(2, 6)))
            for one in mentors
            for k in chance.choice(SKILLS, 6, replace=False)
        ],
        batch_size=500,
    )
    needs = m.Need.objects.bulk_create(
        [
            m.Need(person=one, rules_version="triage-1", route="mentor", chosen_route="mentor")
            for one in mentees
        ],
        batch_size=500,
    )
    m.NeedSkill.objects.bulk_create(
        [
            m.NeedSkill(need=need, skill=skills[k], current=1, required=int(chance.integers(2, 6)))
            for need in needs
            for k in chance.choice(SKILLS, 2, replace=False)
        ],
        batch_size=500,
    )
    m.FreeTime.objects.bulk_create(
        [
            m.FreeTime(
                person=one, weekday=HOURS[k][0], starts=clock(HOURS[k][1]), ends=clock(HOURS[k][1] + 2)
            )
            for one in everybody
            for k in chance.choice(len(HOURS), 3, replace=False)
        ],
        batch_size=500,
    )
    return programme, manager


def _person(m: Any, house: Any, n: int, chance: np.random.Generator) -> Any:
    return m.Person(
        organisation=house,
        name=f"Person {n}",
        email=f"person{n}@skerry.example",
        languages=sorted({"en", LANGUAGES[chance.integers(len(LANGUAGES))]}),
        place=PLACES[chance.integers(len(PLACES))],
        function=FUNCTIONS[chance.integers(len(FUNCTIONS))],
        grade=str(chance.integers(1, 8)),
        time_zone="Europe/London",
        formats=["remote"],
        about=" ".join(f"word{k}" for k in chance.integers(0, 400, 30)),
    )


def _steps(made: Any) -> list[tuple[str, str, str]]:
    from django.utils import timezone  # noqa: PLC0415 - after django.setup

    from alongside.core import matching  # noqa: PLC0415 - after django.setup
    from alongside.queries.matching.pool import load_pool  # noqa: PLC0415 - after django.setup
    from alongside.queries.matching.rules import get_rules  # noqa: PLC0415 - after django.setup
    from alongside.queries.viewers import viewer_as  # noqa: PLC0415 - after django.setup
    from alongside.services.matching.publishing import publish_run  # noqa: PLC0415 - after django.setup
    from alongside.services.matching.runs import ask_for_run, perform_run  # noqa: PLC0415 - after django.setup

    programme, manager = made
    rows = []
    pool, seconds = _timed(lambda: load_pool(programme, "mentoring"))
    rows.append(("part: rows to facts", f"{seconds:.2f}", _peak()))
    found, seconds = _timed(lambda: matching.match(pool, get_rules(programme, "mentoring").rules))
    rows.append(
        (f"part: facts to a proved run ({found.totals.possible_pairs:,} pairs)", f"{seconds:.2f}", _peak())
    )
    run = ask_for_run(viewer_as(manager), programme.pk, "mentoring", timezone.now())
    _, whole = _timed(lambda: perform_run(run.pk, timezone.now))
    run.refresh_from_db()
    rows.append(
        (f"whole: rows to a stored proposal ({run.placed} of {run.asked} placed)", f"{whole:.2f}", _peak())
    )
    _, more = _timed(lambda: publish_run(viewer_as(manager), run.pk, timezone.now()))
    rows.append(("whole: rows to a published proposal", f"{whole + more:.2f}", _peak()))
    return rows + _pages(viewer_as(manager), run)


def _pages(viewer: Any, run: Any) -> list[tuple[str, str, str]]:
    """What pages of the run read, before they are drawn."""
    from alongside.queries.matching.comparing import get_beside  # noqa: PLC0415 - after django.setup
    from alongside.queries.matching.costs import list_place_worths  # noqa: PLC0415 - after django.setup
    from alongside.queries.matching.nobody import list_shortages, list_unmatched  # noqa: PLC0415 - after django.setup
    from alongside.queries.matching.person import get_person_in_run, list_choices_of  # noqa: PLC0415 - after django.setup
    from alongside.queries.matching.runs import get_run, list_pairs  # noqa: PLC0415 - after django.setup

    sight = get_run(viewer, "read", run.pk)
    client = run.pairs.select_related("client").order_by("pk")[0].client
    asked = {
        "page of pairs": lambda: list(list_pairs(sight, search="7")),
        "page of those without anybody": lambda: (list(list_unmatched(sight)), list_shortages(sight)),
        "page of one person, with everybody they could have": lambda: (
            get_person_in_run(sight, client.pk),
            list(list_choices_of(sight, client)),
        ),
        "page of what places are worth": lambda: list_place_worths(sight),
        "two runs side by side (the same twice)": lambda: get_beside(sight, run.pk),
    }
    return [(name, f"{_timed(what)[1]:.2f}", _peak()) for name, what in asked.items()]


def _timed(what: Any) -> tuple[Any, float]:
    began = time.perf_counter()
    return what(), time.perf_counter() - began


def _peak() -> str:
    return str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
