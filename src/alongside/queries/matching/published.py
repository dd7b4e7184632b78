"""What a published run shows to the people it is about: mentors their programme suggests to a mentee."""

from dataclasses import dataclass
from datetime import datetime

from alongside.core.matching.reasons import telling_reasons
from alongside.models import Person, Programme, ProposalPair, RunState
from alongside.queries.access import only_visible
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
