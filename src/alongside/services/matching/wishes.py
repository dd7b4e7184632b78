"""What the programme manager decides by hand about a pair: keep it together, rule it out, or neither."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from alongside.core.matching.pool import ProgrammeKind
from alongside.core.verdicts import Refused
from alongside.models import Enrolment, PairWish, PairWishKind, Part, ProposalPair
from alongside.queries.access import NotVisible, Viewer
from alongside.queries.matching.person import get_enrolment, is_possible
from alongside.queries.matching.pool import SIDES
from alongside.queries.matching.runs import get_programme_to_match, get_run, kind_of


@transaction.atomic
def wish_for_pair(
    viewer: Viewer, run_id: UUID, client_id: UUID, practitioner_id: UUID, kind: str, at: datetime
) -> Refused | None:
    """Keep these two enrolments together (`lock`), rule them out (`forbid`), or take that back (empty).

    It counts from the next run on. Keeping a pair lets go of another pair kept for the same client.
    """
    run = get_run(viewer, "edit", run_id).record
    rows = Enrolment.objects.filter(programme=run.programme_id)
    client, practitioner = rows.filter(pk=client_id).first(), rows.filter(pk=practitioner_id).first()
    if client is None or practitioner is None:
        raise NotVisible
    if kind not in (*PairWishKind.values, ""):
        return Refused("There is no such wish.")
    PairWish.objects.filter(client=client, practitioner=practitioner).delete()
    if kind == PairWishKind.LOCK:
        PairWish.objects.filter(client=client, kind=kind).delete()
    if kind:
        PairWish.objects.create(
            programme=run.programme,
            client=client,
            practitioner=practitioner,
            kind=kind,
            wished_by=viewer.person,
            created_at=at,
        )
    return None


def wish_from_person(
    viewer: Viewer, run_id: UUID, client_id: UUID, practitioner_id: UUID, kind: str, at: datetime
) -> Refused | None:
    """The same for any two people of the run. A pair that the rules refuse is not kept by hand: behind a refusal may
    stand somebody's own word."""
    sight = get_run(viewer, "edit", run_id)
    client, practitioner = (get_enrolment(sight, one) for one in (client_id, practitioner_id))
    if (client.part, practitioner.part) != SIDES[kind_of(sight.record)]:
        raise NotVisible
    if kind == PairWishKind.LOCK and (refused := is_possible(sight, client, practitioner)) is not None:
        return Refused(f"These two cannot be put together. {refused.because}")
    return wish_for_pair(viewer, run_id, client_id, practitioner_id, kind, at)


def wish_by_pair(viewer: Viewer, run_id: UUID, pair_id: UUID, kind: str, at: datetime) -> Refused | None:
    """The same for a pair that the run proposes."""
    run = get_run(viewer, "edit", run_id).record
    pair = ProposalPair.objects.filter(run=run, pk=pair_id).first()
    if pair is None:
        raise NotVisible
    return wish_for_pair(viewer, run_id, pair.client_id, pair.practitioner_id, kind, at)


@transaction.atomic
def take_wish_back(viewer: Viewer, programme_id: UUID, wish_id: UUID) -> ProgrammeKind:
    """Let go of a pair kept or ruled out by hand; the kind of help it was about."""
    programme = get_programme_to_match(viewer, "edit", programme_id).record
    wish = PairWish.objects.filter(programme=programme, pk=wish_id).select_related("client").first()
    if wish is None:
        raise NotVisible
    kind: ProgrammeKind = "coaching" if wish.client.part == Part.CLIENT else "mentoring"
    wish.delete()
    return kind
