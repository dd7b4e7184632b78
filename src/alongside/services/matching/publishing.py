"""Publishing a run: mentees see who is suggested to them; clients who said yes to coaching get coaches to choose from.

Nobody is put together by it. A mentee still asks, and a client still chooses.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import transaction

from alongside.core.relationships.coaching.guards import assess_coach
from alongside.core.verdicts import Refused
from alongside.models import (
    CoachingEngagement,
    CoachOffer,
    CoachOfferState,
    MatchRun,
    Mentorship,
    Person,
    ProposalPair,
    RunState,
)
from alongside.queries.access import Viewer
from alongside.queries.matching.runs import get_run
from alongside.queries.relationships.coaching.coaches import ACTIVE_STATES, OPEN_OFFERS, assess_coaches
from alongside.services.post import queue_notice
from alongside.services.relationships.coaching.asking import refer_to_coaching
from alongside.services.relationships.coaching.offers import offer_coaches

NOT_DONE: Final = Refused("Only a run that came to its end can be published.")
NOT_PUBLISHED: Final = Refused("This run is not published.")
ANSWERED: Final = Refused(
    "Somebody has answered already, so this cannot be taken back. A new run can follow it."
)
MOST_OFFERED: Final = 3


@dataclass(slots=True)
class Published:
    """What publishing did: how many see something now, and for whom something is still missing, and what."""

    shown: int = 0
    asked_first: list[str] = field(default_factory=list)  # they have to say yes to coaching before
    choosing: list[str] = field(default_factory=list)  # they have coaches to choose from already
    not_shown: list[tuple[str, str]] = field(default_factory=list)  # name, reason


@transaction.atomic
def publish_run(viewer: Viewer, run_id: UUID, at: datetime) -> Published | Refused:
    """Show the pairs of a run to those concerned. A published coaching run can be published again, for those
    who have said yes since."""
    get_run(viewer, "publish", run_id)
    run = MatchRun.objects.select_for_update().defer("audit").get(pk=run_id)
    again = run.state == RunState.PUBLISHED and run.kind == "coaching"
    if run.state != RunState.DONE and not again:
        return NOT_DONE
    assert viewer.person is not None  # noqa: S101 - only people in an office may publish
    run.state, run.published_at = RunState.PUBLISHED, run.published_at or at
    run.save(update_fields=["state", "published_at"])
    if run.kind == "coaching":
        return _offer(run, viewer.person, at)
    return _suggest(run, at)


def _suggest(run: MatchRun, at: datetime) -> Published:
    """Mentees see their suggestion from now on, in place of those of an earlier run."""
    earlier = MatchRun.objects.filter(programme=run.programme_id, kind=run.kind, state=RunState.PUBLISHED)
    earlier.exclude(pk=run.pk).update(state=RunState.DONE)
    published = Published()
    for pair in _pairs(run):
        mentee = pair.client.person
        published.shown += 1
        if mentee.account_id is not None:
            queue_notice("offer", mentee, at=at, once_key=f"suggested:{run.pk}:{mentee.pk}")
    return published


def _offer(run: MatchRun, by: Person, at: datetime) -> Published:
    published = Published()
    by_client: dict[UUID, list[ProposalPair]] = {}
    for pair in _pairs(run):
        by_client.setdefault(pair.client.person_id, []).append(pair)
    running = CoachingEngagement.objects.filter(programme=run.programme_id, state__in=ACTIVE_STATES)
    engagements = {row.client_id: row for row in running.select_related("client", "programme__organisation")}
    for client_id, pairs in by_client.items():
        _offer_to(published, engagements.get(client_id), pairs, by, at)
    return published


def _offer_to(
    published: Published,
    engagement: CoachingEngagement | None,
    pairs: list[ProposalPair],
    by: Person,
    at: datetime,
) -> None:
    client = pairs[0].client.person
    if engagement is None:
        asked = refer_to_coaching(pairs[0].run.programme, client, by, at)
        if isinstance(asked, Refused):
            published.not_shown.append((client.name, asked.because))
            return
        published.asked_first.append(client.name)
    elif engagement.state == "enquiry":
        published.asked_first.append(client.name)
    elif engagement.offers.filter(state__in=OPEN_OFFERS).exists():
        published.choosing.append(client.name)
    else:
        answer = _offer_the_eligible(engagement, pairs, by, at)
        if isinstance(answer, Refused):
            published.not_shown.append((client.name, answer.because))
        else:
            published.shown += 1


def _offer_the_eligible(
    engagement: CoachingEngagement, pairs: list[ProposalPair], by: Person, at: datetime
) -> object:
    """Offer those who may be offered as things are now; a place may have gone since the run."""
    by_coach = {pair.practitioner.person_id: pair for pair in pairs}
    coaches = [pair.practitioner.person for pair in pairs]
    facts = assess_coaches(engagement, coaches, at)
    fit = [coach for coach, fact in zip(coaches, facts, strict=True) if assess_coach(fact).allowed]
    findings = {coach.pk: by_coach[coach.pk].findings for coach in fit}
    return offer_coaches(engagement, fit[:MOST_OFFERED], by, at, findings)


@transaction.atomic
def withdraw_run(viewer: Viewer, run_id: UUID) -> Refused | None:
    """Take a publication back, while nobody has answered. Letters that went out cannot be taken back."""
    get_run(viewer, "publish", run_id)
    run = MatchRun.objects.select_for_update().defer("audit").get(pk=run_id)
    if run.state != RunState.PUBLISHED or run.published_at is None:
        return NOT_PUBLISHED
    pairs = {(pair.client.person_id, pair.practitioner.person_id) for pair in _pairs(run)}
    if run.kind == "mentoring" and _somebody_asked(run, pairs):
        return ANSWERED
    if run.kind == "coaching":
        offers = [offer for offer in _offers_of(run) if (offer.engagement.client_id, offer.coach_id) in pairs]
        if any(is_answered(offer) for offer in offers):
            return ANSWERED
        CoachOffer.objects.filter(pk__in=[offer.pk for offer in offers]).update(state=CoachOfferState.LAPSED)
    run.state, run.published_at = RunState.DONE, None
    run.save(update_fields=["state", "published_at"])
    return None


def _somebody_asked(run: MatchRun, pairs: Iterable[tuple[UUID, UUID]]) -> bool:
    asked = Mentorship.objects.filter(programme=run.programme_id, requested_at__gte=run.published_at)
    return not set(asked.values_list("mentee_id", "mentor_id")).isdisjoint(pairs)


def _offers_of(run: MatchRun) -> Iterable[CoachOffer]:
    return CoachOffer.objects.filter(
        engagement__programme=run.programme_id, created_at__gte=run.published_at
    ).select_related("engagement")


def is_answered(offer: CoachOffer) -> bool:
    """Whether client or coach has done anything about an offer."""
    return offer.state != CoachOfferState.OFFERED or offer.answered_at is not None


def _pairs(run: MatchRun) -> Iterable[ProposalPair]:
    rows = ProposalPair.objects.filter(run=run).order_by("client_id", "rank")
    return rows.select_related(
        "run__programme__organisation", "client__person__organisation", "practitioner__person__organisation"
    ).defer("run__audit")
