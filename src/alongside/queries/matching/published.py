"""What a published run shows to the people it is about, and where things stand since."""

from dataclasses import dataclass
from datetime import datetime

from alongside.core.matching.reasons import telling_reasons
from alongside.models import (
    CoachingEngagement,
    Enrolment,
    MatchRun,
    Person,
    Programme,
    ProposalPair,
    RunState,
)
from alongside.queries.access import NotVisible, Sight, only_visible
from alongside.queries.relationships.coaching.coaches import ACTIVE_STATES, OPEN_OFFERS
from alongside.queries.viewers import Viewer


@dataclass(frozen=True, slots=True)
class SuggestedByProgramme:
    """A mentor the programme suggests to the viewer, with what speaks for the two. The mentee still asks."""

    programme: Programme
    mentor: Person
    reasons: tuple[str, ...]
    published_at: datetime


def list_published_for(
    viewer: Viewer, programme: Programme | None = None
) -> tuple[SuggestedByProgramme, ...]:
    """Mentors suggested to the viewer by published runs, in one programme or all."""
    if viewer.person is None:
        return ()
    rows = ProposalPair.objects.filter(
        client__person=viewer.person, run__kind="mentoring", run__state=RunState.PUBLISHED
    )
    if programme is not None:
        rows = rows.filter(run__programme=programme)
    pairs = rows.select_related("run__programme__organisation", "client", "practitioner__person")
    pairs = pairs.defer("run__audit")
    visible = only_visible(viewer, "proposal_pair", "list", pairs.order_by("-run__published_at", "rank"))
    return tuple(
        SuggestedByProgramme(
            pair.run.programme,
            pair.practitioner.person,
            telling_reasons(pair.findings),
            pair.run.published_at or pair.run.created_at,
        )
        for pair in visible
    )


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a client of a published coaching run stands: `asked_first`, `ready`, `choosing` or `going_on`."""

    client: Enrolment
    state: str


def list_standings(sight: Sight[MatchRun]) -> tuple[Standing, ...]:
    """Every client of a published coaching run, by name, and what is next for them (three reads)."""
    if not sight.may("coach_offer", "list"):
        raise NotVisible
    run = sight.record
    pairs = ProposalPair.objects.filter(run=run, rank=1).select_related("client__person")
    engagements = CoachingEngagement.objects.filter(programme=run.programme_id, state__in=ACTIVE_STATES)
    states = dict(engagements.values_list("client_id", "state"))
    choosing = set(engagements.filter(offers__state__in=OPEN_OFFERS).values_list("client_id", flat=True))
    return tuple(
        Standing(pair.client, _standing(states.get(pair.client.person_id), pair.client.person_id in choosing))
        for pair in pairs.order_by("client__person__name")
    )


def _standing(state: str | None, is_choosing: bool) -> str:
    if state in (None, "enquiry"):
        return "asked_first"
    if is_choosing and state in ("matching", "chemistry"):
        return "choosing"
    return "ready" if state in ("triaged", "matching") else "going_on"
