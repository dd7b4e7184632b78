"""Engagements in lists: mine as client, mine as coach, those I am asked about, and what is to do in them."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Count, F, Q, QuerySet
from django.utils.translation import gettext as _

from alongside.core.relationships.coaching import COACHING, CoachingFacts
from alongside.models import (
    CoachingEngagement,
    CoachOffer,
    CoachOfferState,
    Enrolment,
    Mentorship,
    Need,
    Part,
    Person,
    Programme,
    StuckSearch,
)
from alongside.queries.facts import newest_signed
from alongside.queries.matching.running import COACHING_PLACES
from alongside.queries.relationships.coaching.coaches import ACTIVE_STATES, OPEN_OFFERS
from alongside.queries.relationships.coaching.facts import list_with_facts, with_records
from alongside.queries.relationships.coaching.next_thing import next_thing, what_is_due
from alongside.queries.todo import Todo
from alongside.queries.viewers import Viewer

STILL_SHOWN = (*ACTIVE_STATES, "closed", "follow_up")
EARLY_ENDS = frozenset({"withdrawn", "referred_out", "closed_early", "terminated"})
AT_RISK = frozenset({"gap_at_risk", "hard_stop", "pause_lapses"})
DRIFTING = frozenset({"gap_nudge", "book_next", "end_target"})


@dataclass(frozen=True, slots=True)
class EngagementCard:
    """One engagement on a list of its own people: where it stands, what is next, when they last met."""

    engagement: CoachingEngagement
    facts: CoachingFacts
    state_words: str
    state_mark: str
    next: Todo | None
    attention: str

    @property
    def last_contact_at(self) -> datetime | None:
        return self.facts.last_session_at


def state_words(state: str) -> str:
    """The state as the screens say it."""
    return _(COACHING.state(state).words)


def state_words_outside(state: str) -> str:
    """The state as anybody but the two reads it: an early end is an end, whichever way out it was.

    That another kind of help was the better one is as private as which kind it was.
    """
    return _("Ended") if state in EARLY_ENDS else state_words(state)


def state_mark(state: str) -> str:
    """How a badge draws it: waiting, running, paused, done or ended."""
    if state in {"enquiry", "triaged", "matching", "chemistry", "agreement"}:
        return "waiting"
    if state == "paused":
        return "paused"
    if state in {"closed", "follow_up", "archived"}:
        return "done"
    return "running" if COACHING.state(state).active else "ended"


def is_running(state: str) -> bool:
    """Whether it can still be left, put on hold or ended."""
    return COACHING.state(state).active


def _cards(engagements: QuerySet[CoachingEngagement], who: str, now: datetime) -> tuple[EngagementCard, ...]:
    return tuple(
        EngagementCard(
            engagement,
            facts,
            state_words(engagement.state),
            state_mark(engagement.state),
            next_thing(engagement, facts, who, now),
            next((item.words for item in what_is_due(facts, who, now) if item.name in AT_RISK), ""),
        )
        for engagement, facts in list_with_facts(with_records(engagements))
    )


def list_portfolio_engagements(viewer: Viewer, now: datetime) -> tuple[EngagementCard, ...]:
    """A coach's engagements: those that still go on, then those that ended well lately."""
    mine = CoachingEngagement.objects.filter(coach=viewer.person, state__in=STILL_SHOWN)
    cards = _cards(mine, "coach", now)
    return tuple(sorted(cards, key=lambda card: not is_running(card.engagement.state)))


def list_my_engagements(viewer: Viewer, now: datetime) -> tuple[EngagementCard, ...]:
    """A client's engagements, those that have ended included: they stay theirs."""
    return _cards(CoachingEngagement.objects.filter(client=viewer.person), "client", now)


def list_coach_offers(viewer: Viewer) -> tuple[CoachOffer, ...]:
    """Engagements this coach is offered for and has not been chosen or turned away from."""
    offers = CoachOffer.objects.filter(coach=viewer.person, state__in=OPEN_OFFERS)
    return tuple(offers.select_related("engagement__client", "engagement__programme").order_by("created_at"))


@dataclass(frozen=True, slots=True)
class PlacesIn:
    """What a coach offers in one programme, and how many of these places are taken there."""

    programme: Programme
    taken: int
    places: int


def list_coaching_places(viewer: Viewer) -> tuple[PlacesIn, ...]:
    """A coach's places, programme by programme: a place belongs to one, and is counted there (one read)."""
    here = Q(
        person__engagements_as_coach__programme=F("programme"),
        person__engagements_as_coach__state__in=COACHING_PLACES,
    )
    rows = Enrolment.objects.filter(person=viewer.person, part=Part.COACH, state="approved")
    counted = rows.annotate(taken=Count("person__engagements_as_coach", filter=here, distinct=True))
    return tuple(
        PlacesIn(row.programme, row.taken, row.places)
        for row in counted.select_related("programme").order_by("programme__name")
    )


def list_sponsored(viewer: Viewer) -> tuple[CoachingEngagement, ...]:
    """Engagements this person sponsors. What of them may be shown is asked of the policy, one by one."""
    mine = CoachingEngagement.objects.filter(sponsor=viewer.person)
    return tuple(mine.select_related("client", "coach", "programme", "client__line_manager"))


def list_coaching_programmes(viewer: Viewer) -> tuple[Programme, ...]:
    """Open programmes in which the viewer takes part as a client."""
    return tuple(
        Programme.objects.filter(
            enrolments__person=viewer.person,
            enrolments__part=Part.CLIENT,
            enrolments__state="approved",
            state="open",
        ).order_by("name")
    )


@dataclass(frozen=True, slots=True)
class AskChoices:
    """What somebody can choose from when asking for coaching: all of it their own."""

    programmes: tuple[Programme, ...]
    needs: tuple[Need, ...]
    mentorships: tuple[Mentorship, ...]


def list_ask_choices(viewer: Viewer) -> AskChoices:
    """The viewer's programmes, kept needs and mentorships."""
    return AskChoices(
        list_coaching_programmes(viewer),
        tuple(Need.objects.filter(person=viewer.person, closed_at__isnull=True)),
        tuple(Mentorship.objects.filter(mentee=viewer.person).select_related("mentor")),
    )


def list_todos(viewer: Viewer, now: datetime) -> tuple[Todo, ...]:
    """What this person has to do in coaching, in every part they take in it."""
    if viewer.person is None:
        return ()
    found = [*_todos_of_mine(viewer, now), *_todos_of_offers(viewer), *_todos_of_manager(viewer, now)]
    return tuple(todo for todo in found if todo.button)


def _todos_of_mine(viewer: Viewer, now: datetime) -> list[Todo]:
    cards = [
        *(_about(card, card.engagement.coach) for card in list_my_engagements(viewer, now)),
        *(_about(card, card.engagement.client) for card in list_portfolio_engagements(viewer, now)),
    ]
    sponsored = CoachingEngagement.objects.filter(sponsor=viewer.person)
    to_sign = _cards(sponsored.filter(state__in=("agreement", "extended")), "sponsor", now)
    found = [*cards, *(card.next for card in to_sign), *_todos_of_reviews(sponsored)]
    return [todo for todo in found if todo is not None]


def _about(card: EngagementCard, other: Person | None) -> Todo | None:
    """The next thing with the name of whom it is with; the parties are open to the two and to the manager."""
    if card.next is None or other is None:
        return card.next
    return replace(card.next, about=other.name)


def _todos_of_reviews(sponsored: QuerySet[CoachingEngagement]) -> list[Todo]:
    """The sponsor's part of a review that is open and has none yet, where the agreement gives them one."""
    open_ones = with_records(sponsored.filter(state__in=("mid_review", "final_review")))
    return [
        Todo(
            _("Your part of a review is open."),
            _("Write it"),
            "sponsor_part",
            (str(one.pk),),
            kind="coaching",
        )
        for one in open_ones.prefetch_related("reviews")
        if _waits_for_sponsor(one)
    ]


def _waits_for_sponsor(engagement: CoachingEngagement) -> bool:
    agreed = newest_signed(engagement, engagement.agreements.all())
    reviews = list(engagement.reviews.all())
    return (
        agreed is not None and "review" in agreed.clauses and bool(reviews) and not reviews[-1].sponsor_words
    )


def _todos_of_offers(viewer: Viewer) -> list[Todo]:
    """A coach on offer answers whether they can take it on; a talk is on the page of the offer."""
    return [
        Todo(
            *_words_of_offer(offer),
            "coach_offer",
            (str(offer.pk),),
            offer.talk_at if offer.state == CoachOfferState.TALK_PLANNED else None,
            "coaching",
            2,
            offer.engagement.client.name,
        )
        for offer in list_coach_offers(viewer)
        if (offer.has_conflict is None or offer.state != CoachOfferState.OFFERED) and not _waits(offer)
    ]


def _waits(offer: CoachOffer) -> bool:
    """The coach has said yes after the talk, and the client has not yet."""
    return offer.state == CoachOfferState.TALK_HELD and offer.coach_yes_at is not None


def _words_of_offer(offer: CoachOffer) -> tuple[str, str]:
    if offer.has_conflict is None:
        return _("You could be offered as a coach. Can you take it on?"), _("Answer")
    if offer.state == CoachOfferState.TALK_HELD:
        return _("You have talked. Do you want to work together?"), _("Answer")
    return _("A first talk is planned."), _("Look at it")


def _todos_of_manager(viewer: Viewer, now: datetime) -> list[Todo]:
    managed = viewer.programmes_managed()
    if not managed:
        return []
    waiting = CoachingEngagement.objects.filter(programme__in=managed, state__in=("triaged", "matching"))
    # What is stuck has an owner, who has it on Today as that; the others need not do it twice.
    waiting = waiting.exclude(client=viewer.person)
    owned = StuckSearch.objects.filter(closed_at__isnull=True, engagement__isnull=False)
    waiting = waiting.exclude(pk__in=owned.values("engagement"))
    cards = _cards(waiting, "programme_manager", now)
    return [todo for card in cards if (todo := _about(card, card.engagement.client)) is not None]
