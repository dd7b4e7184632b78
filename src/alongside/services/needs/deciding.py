"""The person decides: accept, choose otherwise, name the skills, talk it over with somebody."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from alongside.core.needs.deciding import MOST_SKILLS, Sharing, may_choose
from alongside.core.verdicts import Refused
from alongside.models import Appointment, Need, NeedSkill, NeedTalk, Office, Person, Programme, Skill
from alongside.services.people.own_steps import take_own_step
from alongside.services.post import queue_notice


@dataclass(frozen=True, slots=True)
class SkillWanted:
    """A skill of the catalogue, where the person is and where they want to be (0 to 5), how much it matters (1-3)."""

    skill_id: UUID
    current: int | None
    required: int | None
    importance: int = 2


@transaction.atomic
def decide_need(need: Need, route: str, at: datetime, reason: str = "") -> Refused | None:
    """Record what the person chose; choosing otherwise than recommended needs no reason, and may have one.

    Another choice begins the days anew after which they are asked how it went; the same one again does not.
    """
    verdict = may_choose(route)
    if isinstance(verdict, Refused):
        return verdict
    if route != need.chosen_route or need.decided_at is None:
        need.chosen_route, need.decided_at = route, at
    need.override_reason = reason.strip() if route != need.route else ""
    need.save(update_fields=["chosen_route", "decided_at", "override_reason"])
    if need.person is not None:
        take_own_step(need.person, at)
    return None


@transaction.atomic
def name_skills(need: Need, wanted: Iterable[SkillWanted]) -> Refused | None:
    """The skills a need is about, anew; those of another organisation's catalogue are not there."""
    rows = list(wanted)
    if len(rows) > MOST_SKILLS:
        return Refused(f"Choose up to {MOST_SKILLS} skills. Fewer get further.")
    if need.person is None:
        return Refused("This need belongs to nobody yet.")
    known = set(
        Skill.objects.filter(
            organisation=need.person.organisation, pk__in=[row.skill_id for row in rows]
        ).values_list("pk", flat=True)
    )
    need.skills.all().delete()
    NeedSkill.objects.bulk_create(
        NeedSkill(
            need=need,
            skill_id=row.skill_id,
            current=row.current,
            required=row.required,
            importance=row.importance,
        )
        for row in rows
        if row.skill_id in known
    )
    return None


@transaction.atomic
def ask_to_talk(
    need: Need, sharing: Sharing, at: datetime, programme: Programme | None = None
) -> NeedTalk | Refused:
    """Ask for a talk with a named reviewer, who sees what was ticked and nothing else.

    Asking again changes what is shown at once; the reviewer gets one letter a day from the same person.
    """
    reviewer = _reviewer(need, programme)
    if reviewer is None:
        return Refused("Nobody has been named for such talks yet. Your programme manager can name somebody.")
    talk, _ = NeedTalk.objects.update_or_create(
        need=need,
        defaults={
            "programme": programme,
            "reviewer": reviewer,
            "shares_statement": sharing.statement,
            "shares_answers": sharing.answers,
            "shares_route": sharing.route,
            "withdrawn_at": None,
            "done_at": None,
            "created_at": at,
        },
    )
    once = f"talk:{need.person_id}:{reviewer.pk}:{at.date()}"
    queue_notice("message", reviewer, at=at, once_key=once)
    return talk


@transaction.atomic
def take_back_talk(talk: NeedTalk, at: datetime) -> None:
    """From this moment the reviewer sees nothing of it any more."""
    talk.withdrawn_at = at
    talk.save(update_fields=["withdrawn_at"])


@transaction.atomic
def finish_talk(talk: NeedTalk, at: datetime) -> None:
    """The talk has been had."""
    talk.done_at = at
    talk.save(update_fields=["done_at"])


def _reviewer(need: Need, programme: Programme | None) -> Person | None:
    """The reviewer of the programme, else one of the organisation; never the person themselves."""
    if need.person is None:
        return None
    rows = Appointment.objects.filter(
        organisation=need.person.organisation, office=Office.REVIEWER, ended_at__isnull=True
    ).exclude(person=need.person)
    found = list(rows.select_related("person__organisation").order_by("created_at"))
    mine = [row for row in found if programme and row.programme_id == programme.pk]
    whole = [row for row in found if row.programme_id is None]
    return next((row.person for row in (*mine, *whole, *found)), None)
