"""Which coaches could work with a client, and what the core wants to know of each."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q

from alongside.core.relationships.coaching import COACHING, OfferedCoach
from alongside.models import (
    CoachingEngagement,
    CoachOfferState,
    ConflictOfInterest,
    Enrolment,
    EnrolmentState,
    Part,
    Person,
    PrivateReason,
    Qualification,
)
from alongside.queries.matching.running import COACHING_PLACES

OPEN_OFFERS = (CoachOfferState.OFFERED, CoachOfferState.TALK_PLANNED, CoachOfferState.TALK_HELD)
DECLINED_OFFERS = (CoachOfferState.DECLINED_BY_CLIENT, CoachOfferState.DECLINED_BY_COACH)
ACTIVE_STATES = tuple(state.key for state in COACHING.states if state.active)


def assess_coaches(
    engagement: CoachingEngagement, coaches: Iterable[Person], at: datetime
) -> tuple[OfferedCoach, ...]:
    """What the core asks about each coach, in the order given (a handful of reads for all of them)."""
    known = tuple(coaches)
    ids = {coach.pk for coach in known}
    places = free_places(engagement, ids)
    barred = declined_before(engagement) | never_again(engagement.client)
    conflicts = declared_conflicts(engagement.client)
    said = dict(engagement.offers.values_list("coach_id", "has_conflict"))
    line = reporting_line(engagement.client) & ids
    below = {coach.pk for coach in known if engagement.client_id in line_above(coach)}
    expired = with_expired_credentials(ids, at)
    return tuple(
        OfferedCoach(
            ref=str(coach.pk),
            in_reporting_line=coach.pk in line or coach.pk in below,
            conflict=True if coach.pk in conflicts else said.get(coach.pk),
            has_place=places.get(coach.pk, 0) > 0 and not coach.is_full_for_now,
            credentials_current=coach.pk not in expired,
            declined=coach.pk in barred,
        )
        for coach in known
    )


def free_places(engagement: CoachingEngagement, ids: Iterable[UUID]) -> dict[UUID, int]:
    """Places left in this programme for each of these coaches; this engagement itself takes none."""
    taken = Q(
        person__engagements_as_coach__programme=engagement.programme,
        person__engagements_as_coach__state__in=COACHING_PLACES,
    ) & ~Q(person__engagements_as_coach=engagement)
    rows = (
        Enrolment.objects.filter(
            programme=engagement.programme, part=Part.COACH, state=EnrolmentState.APPROVED, person__in=ids
        )
        .annotate(taken=Count("person__engagements_as_coach", filter=taken, distinct=True))
        .values_list("person_id", "places", "taken")
    )
    return {person: places - taken for person, places, taken in rows}


def declined_before(engagement: CoachingEngagement) -> set[UUID]:
    """Coaches with whom a talk about this engagement led nowhere."""
    return set(engagement.offers.filter(state__in=DECLINED_OFFERS).values_list("coach_id", flat=True))


def never_again(client: Person) -> set[UUID]:
    """People of whom either side once said: not together again."""
    said = PrivateReason.objects.filter(not_together_again=True)
    mine = said.filter(author=client).values_list("about_id", flat=True)
    of_me = said.filter(about=client).values_list("author_id", flat=True)
    return {person for person in (*mine, *of_me) if person}


def declared_conflicts(client: Person) -> set[UUID]:
    """People with a declared conflict of interest with the client."""
    mine = ConflictOfInterest.objects.filter(one=client).values_list("other_id", flat=True)
    named = ConflictOfInterest.objects.filter(other=client).values_list("one_id", flat=True)
    return set(mine) | set(named)


def reporting_line(person: Person) -> set[UUID]:
    """Everybody above this person and everybody who reports to them directly."""
    return line_above(person) | set(person.reports.values_list("pk", flat=True))


def line_above(person: Person) -> set[UUID]:
    """The managers above, as far as they are known; a circle ends the walk."""
    seen: set[UUID] = set()
    manager = person.line_manager
    while manager is not None and manager.pk not in seen:
        seen.add(manager.pk)
        manager = manager.line_manager
    return seen


def with_expired_credentials(ids: Iterable[UUID], at: datetime) -> set[UUID]:
    """Coaches whose verified qualifications have all run out. Somebody who never claimed one is not among them."""
    verified = Qualification.objects.filter(person__in=ids, verified_at__isnull=False)
    current = set(
        verified.filter(Q(expires_on__isnull=True) | Q(expires_on__gte=at.date())).values_list(
            "person_id", flat=True
        )
    )
    return set(verified.values_list("person_id", flat=True)) - current
