"""Which coaches could work with a client, and what the core wants to know of each."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db.models import Q

from alongside.core.relationships.coaching import COACHING, OfferedCoach
from alongside.models import (
    CoachingEngagement,
    CoachOffer,
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

# A first talk keeps the place meanwhile, so that nobody is led through one towards a place that is gone. Where the
# two do not come to a yes or a no, it is kept no longer than this after the talk.
TALK_KEEPS_PLACE_DAYS: Final = 14
IN_FIRST_TALK: Final = (CoachOfferState.TALK_PLANNED, CoachOfferState.TALK_HELD)
OPEN_OFFERS = (CoachOfferState.OFFERED, CoachOfferState.TALK_PLANNED, CoachOfferState.TALK_HELD)
DECLINED_OFFERS = (CoachOfferState.DECLINED_BY_CLIENT, CoachOfferState.DECLINED_BY_COACH)
ACTIVE_STATES = tuple(state.key for state in COACHING.states if state.active)


def assess_coaches(
    engagement: CoachingEngagement, coaches: Iterable[Person], at: datetime
) -> tuple[OfferedCoach, ...]:
    """What the core asks about each coach, in the order given (a handful of reads for all of them)."""
    known = tuple(coaches)
    ids = {coach.pk for coach in known}
    places = free_places(engagement, ids, at)
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


def free_places(engagement: CoachingEngagement, ids: Iterable[UUID], at: datetime) -> dict[UUID, int]:
    """Places left in this programme for each of these coaches; this engagement itself takes none.

    A place is taken by an engagement under way, and kept by a first talk of somebody else's.
    """
    taken = places_taken(engagement, ids)
    for coach_id in _first_talks(engagement, ids, at):
        taken[coach_id] += 1
    places = Enrolment.objects.filter(
        programme=engagement.programme, part=Part.COACH, state=EnrolmentState.APPROVED, person__in=ids
    )
    return {
        coach_id: number - taken[coach_id] for coach_id, number in places.values_list("person_id", "places")
    }


def coaches_with_place(engagement: CoachingEngagement, at: datetime) -> set[UUID]:
    """The coaches ever on offer here who have a place just now and are not full."""
    coaches = dict(engagement.offers.values_list("coach_id", "coach__is_full_for_now"))
    places = free_places(engagement, coaches, at)
    return {coach_id for coach_id, is_full in coaches.items() if places.get(coach_id, 0) > 0 and not is_full}


def _first_talks(engagement: CoachingEngagement, ids: Iterable[UUID], at: datetime) -> list[UUID]:
    since = at - timedelta(days=TALK_KEEPS_PLACE_DAYS)
    talks = CoachOffer.objects.filter(
        engagement__programme=engagement.programme_id,
        engagement__state="chemistry",
        coach__in=ids,
        state__in=IN_FIRST_TALK,
        talk_at__gte=since,
    )
    return list(talks.exclude(engagement=engagement).values_list("coach_id", flat=True))


def has_place_for(engagement: CoachingEngagement, coach_id: UUID) -> bool:
    """Whether no other engagement has taken the coach's last place here; first talks of others do not count."""
    place = Enrolment.objects.filter(
        programme=engagement.programme_id, part=Part.COACH, state=EnrolmentState.APPROVED, person=coach_id
    ).first()
    return place is not None and places_taken(engagement, (coach_id,))[coach_id] < place.places


def places_taken(engagement: CoachingEngagement, ids: Iterable[UUID]) -> Counter[UUID]:
    """Places of these coaches that engagements of the programme take, this one left out."""
    rows = CoachingEngagement.objects.filter(
        programme=engagement.programme_id, coach__in=ids, state__in=COACHING_PLACES
    ).exclude(pk=engagement.pk)
    return Counter(coach_id for coach_id in rows.values_list("coach_id", flat=True) if coach_id)


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
