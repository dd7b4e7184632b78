"""Writing what an import found: people, their managers, their places, their skills and the needs they brought."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from alongside.core.imports import Change
from alongside.models import (
    PRACTITIONER_PARTS,
    Enrolment,
    EnrolmentKind,
    EnrolmentState,
    ImportBatch,
    Person,
    Skill,
    SkillOffered,
)
from alongside.services.imports.needs import keep_brought_need

Lines = Sequence[Change]
People = Mapping[str, Person]
AT_ONCE = 500  # rows in one statement


def write_changes(batch: ImportBatch, lines: Lines, at: datetime) -> None:
    """Write every line; the caller holds the transaction."""
    people = _write_people(batch, lines, at)
    _write_managers(lines, people)
    _write_enrolments(batch, lines, people, at)
    _write_skills(batch, lines, people, at)
    for line in lines:
        if line.need:
            keep_brought_need(people[line.email], at, **line.need)


def _write_people(batch: ImportBatch, lines: Lines, at: datetime) -> dict[str, Person]:
    """Everybody here by address, the lines made or changed. Line managers come after, when all are there."""
    organisation = batch.programme.organisation
    here = {one.email.lower(): one for one in Person.objects.filter(organisation=organisation)}
    new = []
    for line in lines:
        person = here.get(line.email) or Person(organisation=organisation, email=line.email, created_at=at)
        changes = {key: value for key, value in line.person.items() if key != "line_manager"}
        for key, value in changes.items():
            setattr(person, key, value)
        if line.is_new:
            new.append(person)
        elif changes:
            person.save(update_fields=list(changes))
        here[line.email] = person
    Person.objects.bulk_create(new, batch_size=AT_ONCE)
    return here


def _write_managers(lines: Lines, people: People) -> None:
    managed = [line for line in lines if "line_manager" in line.person]
    for line in managed:
        people[line.email].line_manager = people[line.person["line_manager"]]
    Person.objects.bulk_update([people[line.email] for line in managed], ["line_manager"], batch_size=AT_ONCE)


def _write_enrolments(batch: ImportBatch, lines: Lines, people: People, at: datetime) -> None:
    there = {
        row.person_id: row for row in Enrolment.objects.filter(programme=batch.programme, part=batch.part)
    }
    new = []
    for line in lines:
        row = there.get(people[line.email].pk)
        if row is None:
            new.append(_enrolment(batch, line, Enrolment(person=people[line.email], created_at=at), at))
        elif line.enrols or line.places is not None or line.columns:
            _enrolment(batch, line, row, at).save()
    Enrolment.objects.bulk_create(new, batch_size=AT_ONCE)


def _enrolment(batch: ImportBatch, line: Change, row: Enrolment, at: datetime) -> Enrolment:
    """The enrolment as the line wants it. Where people come by invitation they decide themselves."""
    by_invitation = batch.programme.enrolment_kind == EnrolmentKind.INVITED
    row.programme, row.part = batch.programme, batch.part
    row.columns = row.columns | dict(line.columns)
    if line.enrols:
        row.state = EnrolmentState.INVITED if by_invitation else EnrolmentState.APPROVED
        row.decided_by, row.decided_at = batch.made_by, at
    if line.places is not None and batch.part in PRACTITIONER_PARTS:
        row.places = line.places
    return row


def _write_skills(batch: ImportBatch, lines: Lines, people: People, at: datetime) -> None:
    names = dict(Skill.objects.filter(organisation=batch.programme.organisation).values_list("name", "pk"))
    rows = [
        SkillOffered(person=people[line.email], skill_id=names[name], level=level, created_at=at)
        for line in lines
        for name, level in line.skills.items()
    ]
    SkillOffered.objects.bulk_create(
        rows,
        batch_size=AT_ONCE,
        update_conflicts=True,
        unique_fields=["person", "skill"],
        update_fields=["level"],
    )
