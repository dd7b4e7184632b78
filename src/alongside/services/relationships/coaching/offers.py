"""Choosing a coach: two or three on offer, a first talk, yes from both, or a no that owes no reason."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from alongside.core.relationships.coaching.guards import PLACE_GONE
from alongside.core.relationships.lifecycle import Moved
from alongside.core.relationships.searching import Outcome
from alongside.core.verdicts import Refused
from alongside.models import (
    CoachingEngagement,
    CoachOffer,
    CoachOfferState,
    Enrolment,
    EnrolmentState,
    Part,
    Person,
)
from alongside.queries.relationships.coaching.coaches import OPEN_OFFERS, assess_coaches, has_place_for
from alongside.queries.relationships.coaching.facts import latest_offers, load_coaching_facts
from alongside.services.post import queue_notice
from alongside.services.relationships.coaching.agreement import draft_agreement
from alongside.services.relationships.coaching.moving import lock, manages, move
from alongside.services.relationships.reasons import Reason, keep_reason
from alongside.services.relationships.searching.cases import close_searches

NOT_ON_OFFER = Refused("This coach is not on offer any more.")


@transaction.atomic
def offer_coaches(
    engagement: CoachingEngagement,
    coaches: Sequence[Person],
    by: Person,
    at: datetime,
    findings: Mapping[UUID, Sequence[Any]] | None = None,
) -> Moved | Refused:
    """Offer these coaches, the best first; coaches of an earlier round lapse. `findings` by coach: why each fits."""
    lock(engagement)
    if not _all_coach_here(engagement, coaches):
        return Refused("Each coach on offer takes part in the programme as a coach.")
    facts = replace(
        load_coaching_facts(engagement, at),
        offered=assess_coaches(engagement, coaches, at),
        chemistry_talks=0,
    )
    name = "renew_offer" if engagement.state == "matching" else "offer_coaches"
    answer = move(engagement, name, by, at, facts)
    if isinstance(answer, Refused):
        return answer
    _make_round(engagement, coaches, at, findings or {})
    close_searches(engagement.programme, engagement.client, "coaching", Outcome.OFFERED, at)
    if engagement.acknowledged_at is None:
        engagement.acknowledged_at = at
        engagement.save(update_fields=["acknowledged_at"])
    queue_notice("offer", engagement.client, at=at)
    for coach in coaches:
        queue_notice("request", coach, at=at)
    return answer


def _all_coach_here(engagement: CoachingEngagement, coaches: Iterable[Person]) -> bool:
    wanted = {coach.pk for coach in coaches}
    approved = Enrolment.objects.filter(
        programme=engagement.programme_id, part=Part.COACH, state=EnrolmentState.APPROVED, person__in=wanted
    )
    return wanted == set(approved.values_list("person_id", flat=True))


def _make_round(
    engagement: CoachingEngagement,
    coaches: Sequence[Person],
    at: datetime,
    findings: Mapping[UUID, Sequence[Any]],
) -> None:
    before = latest_offers(engagement)
    number = before[0].round_number + 1 if before else 1
    engagement.offers.filter(state__in=OPEN_OFFERS).update(state=CoachOfferState.LAPSED)
    for rank, coach in enumerate(coaches, start=1):
        CoachOffer.objects.update_or_create(
            engagement=engagement,
            coach=coach,
            defaults={
                "rank": rank,
                "round_number": number,
                "findings": list(findings.get(coach.pk, ())),
                "state": CoachOfferState.OFFERED,
                "talk_at": None,
                "client_yes_at": None,
                "coach_yes_at": None,
                "created_at": at,
            },
        )


def hold_coach(offer: CoachOffer) -> None:
    """Hold the coach's row and read the offer anew: two clients who want the last place come one after the other."""
    Person.objects.select_for_update().get(pk=offer.coach_id)
    offer.refresh_from_db(fields=["state", "client_yes_at", "coach_yes_at"])


@transaction.atomic
def declare_conflict(offer: CoachOffer, by: Person, has_conflict: bool, at: datetime) -> Refused | None:
    """The coach says whether there is a conflict of interest; with one, the offer ends without a word more."""
    if offer.coach_id != by.pk or offer.state not in OPEN_OFFERS:
        return NOT_ON_OFFER
    offer.has_conflict, offer.answered_at = has_conflict, at
    if has_conflict:
        return _step_back(offer, by, at)
    offer.save(update_fields=["has_conflict", "answered_at"])
    queue_notice("answer", offer.engagement.client, at=at)
    return None


@transaction.atomic
def choose_coach(offer: CoachOffer, by: Person, talk_at: datetime, at: datetime) -> Moved | Refused:
    """The client wants to talk to this coach, at that time. Whoever comes first has the coach's last place."""
    hold_coach(offer)
    if offer.state != CoachOfferState.OFFERED:
        return NOT_ON_OFFER
    engagement = offer.engagement
    facts = replace(load_coaching_facts(engagement, at), chosen_coach=str(offer.coach_id))
    answer = move(engagement, "choose_coach", by, at, facts)
    if isinstance(answer, Refused):
        return answer
    offer.state, offer.talk_at = CoachOfferState.TALK_PLANNED, talk_at
    offer.save(update_fields=["state", "talk_at"])
    queue_notice("meeting", offer.coach, at=at)
    return answer


@transaction.atomic
def move_talk(offer: CoachOffer, by: Person, talk_at: datetime, at: datetime) -> Refused | None:
    """Another time for the first talk."""
    if offer.state != CoachOfferState.TALK_PLANNED:
        return Refused("There is no talk to move.")
    offer.talk_at = talk_at
    offer.save(update_fields=["talk_at"])
    queue_notice("meeting", _other(offer, by), at=at)
    return None


@transaction.atomic
def mark_talk_held(offer: CoachOffer, by: Person, at: datetime) -> Refused | None:
    """The two have talked."""
    if offer.state != CoachOfferState.TALK_PLANNED:
        return Refused("There is no talk to record.")
    offer.state = CoachOfferState.TALK_HELD
    offer.save(update_fields=["state"])
    return None


@transaction.atomic
def say_yes(offer: CoachOffer, by: Person, at: datetime) -> Moved | Refused | None:
    """Yes, let us work together. The second yes makes the match; the first is kept and waits (None)."""
    if by.pk not in {offer.coach_id, offer.engagement.client_id}:
        return NOT_ON_OFFER
    hold_coach(offer)
    if offer.state != CoachOfferState.TALK_HELD:
        return Refused("Have the first talk before you decide.")
    if not has_place_for(offer.engagement, offer.coach_id):
        return Refused(PLACE_GONE)
    answer = move(offer.engagement, "confirm_match", by, at)
    _keep_yes(offer, by, at)
    if isinstance(answer, Moved):
        _begin_together(offer, by, at)
        return answer
    queue_notice("next_step", _other(offer, by), at=at, once_key=f"yes:{offer.pk}")
    return None


def _keep_yes(offer: CoachOffer, by: Person, at: datetime) -> None:
    field = "coach_yes_at" if by.pk == offer.coach_id else "client_yes_at"
    setattr(offer, field, getattr(offer, field) or at)
    offer.save(update_fields=[field])


def _begin_together(offer: CoachOffer, by: Person, at: datetime) -> None:
    engagement = offer.engagement
    engagement.offers.filter(state=CoachOfferState.CHOSEN).update(state=CoachOfferState.LAPSED)
    engagement.offers.filter(state__in=OPEN_OFFERS).exclude(pk=offer.pk).update(state=CoachOfferState.LAPSED)
    offer.state = CoachOfferState.CHOSEN
    offer.save(update_fields=["state"])
    engagement.coach, engagement.coach_since = offer.coach, at
    engagement.save(update_fields=["coach", "coach_since"])
    draft_agreement(engagement, by, at)
    for person in (engagement.client, offer.coach):
        queue_notice("next_step", person, at=at)


@transaction.atomic
def decline_match(
    offer: CoachOffer, by: Person, at: datetime, reason: Reason | None = None
) -> Moved | Refused | None:
    """Not the right fit, said by either, before or after the talk. No reason is owed, and none is passed on.

    While a talk is planned or held this moves the engagement back to choosing; before that, only the offer ends.
    """
    if offer.state not in OPEN_OFFERS or by.pk not in {offer.coach_id, offer.engagement.client_id}:
        return NOT_ON_OFFER
    given = reason or Reason()
    keep_reason(
        offer.engagement,
        by,
        at,
        about=_other(offer, by),
        category=given.category,
        text=given.text,
        not_together_again=given.not_together_again,
    )
    return _step_back(offer, by, at)


def _step_back(offer: CoachOffer, by: Person, at: datetime) -> Refused | None:
    """End one offer; the table moves only if this was the coach the client was talking to."""
    if offer.state != CoachOfferState.OFFERED:
        answer = move(offer.engagement, "decline_match", by, at)
        if isinstance(answer, Refused):
            return answer
    declined_by_coach = by.pk == offer.coach_id
    offer.state = (
        CoachOfferState.DECLINED_BY_COACH if declined_by_coach else CoachOfferState.DECLINED_BY_CLIENT
    )
    offer.answered_at = at
    offer.save(update_fields=["state", "has_conflict", "answered_at"])
    queue_notice("answer", _other(offer, by), at=at)
    return None


def _other(offer: CoachOffer, by: Person) -> Person:
    return offer.engagement.client if by.pk == offer.coach_id else offer.coach


def may_offer(engagement: CoachingEngagement, by: Person) -> bool:
    """Whether this person manages the programme and the engagement is at the point of choosing."""
    return manages(by, engagement) and engagement.state in {"triaged", "matching"}
