"""Whether somebody's search for a mentor or a coach is stuck, as the records say."""

from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from alongside.core.relationships.searching import (
    Because,
    CoachSearch,
    MentorSearch,
    Outcome,
    why_coach_search_is_stuck,
    why_mentor_search_is_stuck,
)
from alongside.models import (
    Appointment,
    CoachingEngagement,
    CoachOffer,
    CoachOfferState,
    Mentorship,
    Office,
    Person,
    Programme,
    RelationshipEvent,
    StuckSearch,
)
from alongside.queries.relations import NEVER_BEGUN_STATES, WORKING_STATES
from alongside.queries.relationships.coaching.coaches import OPEN_OFFERS
from alongside.queries.relationships.coaching.facts import coaching_rules, latest_offers
from alongside.queries.relationships.mentoring_asking import TAKEN_BACK, count_open_requests, is_mentee_here
from alongside.queries.viewers import Viewer


def why_mentoring_is_stuck(programme: Programme, mentee: Person) -> Because | None:
    """Why a person should look for this mentee, or None. Lists are looked after by themselves."""
    if not is_mentee_here(programme, mentee) or mentee.mentor_rankings.filter(
        programme=programme, closed_at__isnull=True
    ):
        return None
    mine = Mentorship.objects.filter(programme=programme, mentee=mentee)
    search = MentorSearch(
        has_mentor=mine.filter(state__in=WORKING_STATES).exists(),
        open_requests=count_open_requests(programme, mentee),
        tries=count_tries(programme, mentee),
    )
    return why_mentor_search_is_stuck(search)


def count_tries(programme: Programme, mentee: Person) -> int:
    """Requests that came to nothing since a mentor last said yes, or a person last looked; not those taken back."""
    taken_back = RelationshipEvent.objects.filter(mentorship=OuterRef("pk"), name=TAKEN_BACK)
    mine = Mentorship.objects.filter(programme=programme, mentee=mentee)
    tries = mine.filter(state__in=NEVER_BEGUN_STATES, accepted_at__isnull=True).exclude(Exists(taken_back))
    searches = StuckSearch.objects.filter(programme=programme, person=mentee, kind="mentoring")
    moments = [
        *mine.filter(accepted_at__isnull=False).values_list("accepted_at", flat=True),
        *searches.values_list("opened_at", flat=True),
        *searches.filter(closed_at__isnull=False).values_list("closed_at", flat=True),
    ]
    since = max((moment for moment in moments if moment), default=None)
    return (tries.filter(requested_at__gt=since) if since else tries).count()


def why_coaching_is_stuck(engagement: CoachingEngagement, at: datetime) -> Because | None:
    """Why a person should look for this client, or None while there is somebody to choose."""
    offers = latest_offers(engagement)
    on_offer = [one for one in offers if one.state in OPEN_OFFERS]
    silent = bool(on_offer) and all(one.has_conflict is None for one in on_offer)
    talked = sum(
        one.talk_at is not None
        and one.state in (CoachOfferState.DECLINED_BY_CLIENT, CoachOfferState.DECLINED_BY_COACH)
        for one in offers
    )
    search = CoachSearch(
        on_offer=len(on_offer),
        talks=talked,
        talks_at_most=coaching_rules(engagement.programme).chemistry_talks_at_most,
        silent_since=min(one.created_at for one in on_offer) if silent else None,
    )
    because = why_coach_search_is_stuck(search, at)
    return None if because and _was_settled(engagement, because, offers) else because


def _was_settled(engagement: CoachingEngagement, because: Because, offers: list[CoachOffer]) -> bool:
    """Whether a person has looked at this already since the coaches were offered, and closed it."""
    since = max((one.created_at for one in offers), default=engagement.asked_at)
    looked = StuckSearch.objects.filter(engagement=engagement, because=because, closed_at__gte=since)
    return looked.exists()


def why_over(search: StuckSearch) -> Outcome | None:
    """Found, or no longer needed, where there is nothing left to look for; None while there is."""
    if search.engagement is not None:
        if search.engagement.state == "matching":
            return None
        return Outcome.FOUND if search.engagement.state == "chemistry" else Outcome.NOT_NEEDED
    running = Mentorship.objects.filter(
        programme=search.programme_id, mentee=search.person_id, state__in=WORKING_STATES
    )
    if running.exists():
        return Outcome.FOUND
    return None if is_mentee_here(search.programme, search.person) else Outcome.NOT_NEEDED


def programmes_looked_in(viewer: Viewer) -> frozenset[UUID]:
    """Where a person looks for a mentor for the viewer, so that they need not be reminded to."""
    mine = StuckSearch.objects.filter(person=viewer.person, kind="mentoring", closed_at__isnull=True)
    return frozenset(mine.values_list("programme_id", flat=True))


def list_without_keeper() -> QuerySet[StuckSearch]:
    """Open searches that nobody owns, or somebody who does not run the programme any more."""
    keeps = Appointment.objects.filter(
        programme=OuterRef("programme"),
        person=OuterRef("owner"),
        office=Office.PROGRAMME_MANAGER,
        ended_at__isnull=True,
    )
    rows = StuckSearch.objects.filter(closed_at__isnull=True).exclude(Exists(keeps))
    return rows.select_related("programme", "person", "owner")
