"""The beginning: somebody asks for coaching, or is referred and says yes; the programme manager answers."""

from datetime import datetime

from django.db import transaction

from alongside.core import events
from alongside.core.relationships.lifecycle import Moved
from alongside.core.verdicts import Refused, Verdict, allow_if, first_refusal
from alongside.models import (
    Appointment,
    CoachingEngagement,
    Enrolment,
    EnrolmentState,
    Mentorship,
    Need,
    Office,
    Part,
    Person,
    Programme,
    ProgrammeKind,
    ProgrammeState,
)
from alongside.queries.relationships.coaching.coaches import ACTIVE_STATES
from alongside.services.people.own_steps import take_own_step
from alongside.services.post import queue_notice
from alongside.services.relationships.coaching.moving import manages, move
from alongside.services.relationships.coaching.releasing import show_skills_to_candidates
from alongside.services.relationships.story import record_move


@transaction.atomic
def ask_for_coaching(
    programme: Programme,
    client: Person,
    at: datetime,
    *,
    need: Need | None = None,
    sponsor: Person | None = None,
    after_mentorship: Mentorship | None = None,
    show_skills: bool = False,
) -> CoachingEngagement | Refused:
    """The client asks by themselves, with a kept need if they like; the route is taken by asking.

    `show_skills` opens the skills named in the need to the coaches on offer, and nothing else of it.
    """
    verdict = _may_ask(programme, client, need, sponsor, after_mentorship)
    if isinstance(verdict, Refused):
        return verdict
    engagement = _begin(programme, client, client, at, need=need, sponsor=sponsor)
    engagement.after_mentorship = after_mentorship
    engagement.save(update_fields=["after_mentorship"])
    if need and show_skills:
        show_skills_to_candidates(engagement, client, at)
    answer = move(engagement, "accept_route", client, at)
    if isinstance(answer, Refused):
        transaction.set_rollback(True)
        return answer
    take_own_step(client, at, programme)
    _tell_managers(engagement, at)
    return engagement


@transaction.atomic
def refer_to_coaching(
    programme: Programme, client: Person, by: Person, at: datetime, *, sponsor: Person | None = None
) -> CoachingEngagement | Refused:
    """The programme manager proposes coaching to somebody. It goes on only once that person says yes."""
    verdict = _may_ask(programme, client, None, sponsor, None)
    if isinstance(verdict, Refused):
        return verdict
    engagement = _begin(programme, client, by, at, sponsor=sponsor)
    if not manages(by, engagement):
        transaction.set_rollback(True)
        return Refused("Only the programme manager can do this.")
    engagement.is_self_referred = False
    engagement.acknowledged_at = at
    engagement.save(update_fields=["is_self_referred", "acknowledged_at"])
    queue_notice("offer", client, at=at)
    return engagement


@transaction.atomic
def accept_route(engagement: CoachingEngagement, by: Person, at: datetime) -> Moved | Refused:
    """The client says that coaching fits."""
    answer = move(engagement, "accept_route", by, at)
    if isinstance(answer, Moved):
        take_own_step(engagement.client, at, engagement.programme)
        _tell_managers(engagement, at)
    return answer


@transaction.atomic
def acknowledge_enquiry(engagement: CoachingEngagement, by: Person, at: datetime) -> Refused | None:
    """The programme manager has seen it and says so. The person is told that there is an answer."""
    if not manages(by, engagement):
        return Refused("Only the programme manager can do this.")
    if engagement.acknowledged_at is not None:
        return None
    engagement.acknowledged_at = at
    engagement.save(update_fields=["acknowledged_at"])
    queue_notice("answer", engagement.client, at=at)
    return None


def _may_ask(
    programme: Programme,
    client: Person,
    need: Need | None,
    sponsor: Person | None,
    after: Mentorship | None,
) -> Verdict:
    enrolled = Enrolment.objects.filter(
        programme=programme, person=client, part=Part.CLIENT, state=EnrolmentState.APPROVED
    )
    running = CoachingEngagement.objects.filter(programme=programme, client=client, state__in=ACTIVE_STATES)
    offers_coaching = programme.kind in {ProgrammeKind.COACHING, ProgrammeKind.BOTH}
    return first_refusal(
        (
            allow_if(
                offers_coaching and programme.state == ProgrammeState.OPEN,
                "This programme does not offer coaching now.",
            ),
            allow_if(enrolled.exists(), "Coaching is for those who take part in the programme as clients."),
            allow_if(not running.exists(), "There is coaching under way in this programme already."),
            allow_if(need is None or need.person_id == client.pk, "This need is not yours to bring."),
            allow_if(
                sponsor is None or _may_sponsor(programme, client, sponsor),
                "A sponsor is somebody else in the organisation, in a programme with sponsors.",
            ),
            allow_if(
                after is None or after.mentee_id == client.pk, "This mentorship is not yours to build on."
            ),
        )
    )


def _may_sponsor(programme: Programme, client: Person, sponsor: Person) -> bool:
    return (
        programme.has_sponsors
        and sponsor.pk != client.pk
        and sponsor.organisation_id == programme.organisation_id
    )


def _begin(
    programme: Programme,
    client: Person,
    by: Person,
    at: datetime,
    *,
    need: Need | None = None,
    sponsor: Person | None = None,
) -> CoachingEngagement:
    engagement = CoachingEngagement.objects.create(
        programme=programme,
        client=client,
        sponsor=sponsor,
        need=need,
        asked_at=at,
        state_since=at,
        created_at=at,
        sessions_total=programme.sessions_total,
        session_minutes=programme.session_minutes,
        interval_days=(programme.interval_days_least + programme.interval_days_most) // 2,
    )
    asker = "client" if by == client else "programme_manager"
    requested = events.CoachingRequested(str(engagement.pk), asker, at)
    record_move(engagement, Moved(engagement.state, requested), "", by)
    return engagement


def _tell_managers(engagement: CoachingEngagement, at: datetime) -> None:
    held = Appointment.objects.filter(
        programme=engagement.programme_id, office=Office.PROGRAMME_MANAGER, ended_at__isnull=True
    ).select_related("person__organisation")
    for appointment in held:
        queue_notice("request", appointment.person, at=at)
