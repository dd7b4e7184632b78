"""What commands about tables share: reading a file, reading rules, finding the programme and who acts."""

from collections.abc import Sequence
from pathlib import Path
from zoneinfo import available_timezones

from django.core.management.base import CommandError

from alongside.core.imports import Table, read_pool
from alongside.core.matching import DEFAULTS, Pool, RuleSet, read_json, read_toml
from alongside.core.matching.pool import ProgrammeKind
from alongside.core.verdicts import Refused
from alongside.imports import MOST_BYTES, read_table
from alongside.models import Appointment, Office, Person, Programme
from alongside.queries.viewers import Viewer, viewer_as


def table_at(path: Path) -> Table:
    """The table in a file; CommandError with the reason where there is none."""
    read = read_table(_bytes_of(path))
    if isinstance(read, Refused):
        raise CommandError(f"{path}: {read.because}")
    return read


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as problem:
        raise CommandError(f"{path}: {problem.strerror}.") from problem


def rules_at(path: Path) -> RuleSet:
    """The rules in a TOML or JSON file."""
    try:
        text = _bytes_of(path).decode("utf-8")
    except UnicodeDecodeError as problem:
        raise CommandError(f"{path}: this is not a text in UTF-8.") from problem
    read = read_json(text) if path.suffix == ".json" else read_toml(text)
    if isinstance(read, Refused):
        raise CommandError(f"{path}: {read.because}")
    return read


def rules_or_default(path: Path | None, kind: ProgrammeKind) -> RuleSet:
    """The rules in the file, or those the product comes with."""
    return rules_at(path) if path else DEFAULTS[kind]


def pool_of(clients: Path, practitioners: Path, kind: ProgrammeKind) -> Pool:
    """The pool that two tables make."""
    pool = read_pool(table_at(clients), table_at(practitioners), kind, frozenset(available_timezones()))
    if isinstance(pool, Refused):
        raise CommandError(pool.because)
    return pool


def programme_named(organisation: str, programme: str) -> Programme:
    """The programme of that short name in the organisation of that short name."""
    rows = Programme.objects.select_related("organisation")
    found = rows.filter(organisation__slug=organisation, slug=programme).first()
    if found is None:
        known = rows.order_by("organisation__slug", "slug").values_list("organisation__slug", "slug")[:20]
        listed = "\n".join(f"  --organisation {org} --programme {slug}" for org, slug in known)
        raise CommandError(f"There is no such programme. There are:\n{listed or '  none yet'}")
    return found


def manager_of(programme: Programme, email: str | None) -> Viewer:
    """The one who acts: the person of that address, or the programme's only manager."""
    if email:
        person = Person.objects.filter(organisation=programme.organisation, email__iexact=email).first()
        if person is None:
            raise CommandError(f"Nobody in {programme.organisation} has the address {email}.")
        return viewer_as(person)
    managers = managers_of(programme)
    if len(managers) != 1:
        raise CommandError("Say who does it: --as ADDRESS of somebody who manages the programme.")
    return viewer_as(managers[0])


def managers_of(programme: Programme) -> Sequence[Person]:
    """Those who manage the programme now."""
    held = Appointment.objects.filter(
        programme=programme, office=Office.PROGRAMME_MANAGER, ended_at__isnull=True
    )
    return [row.person for row in held.select_related("person__organisation", "person__account")]
