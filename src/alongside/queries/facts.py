"""The facts the policy asks about a record: clauses agreed, items released, consents given. All as of now."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from functools import singledispatch

from django.db.models import Model, Q
from django.utils import timezone

from alongside.core.confidentiality.conditions import Facts
from alongside.core.confidentiality.relations import Relation
from alongside.models import (
    PRACTITIONER_PARTS,
    CoachingAgreement,
    CoachingEngagement,
    Consent,
    Enrolment,
    EnrolmentKind,
    EnrolmentState,
    JournalEntry,
    MatchRun,
    Mentorship,
    NeedTalk,
    Person,
    Programme,
    ProgrammeState,
    ProposalPair,
    Qualification,
    Release,
    Response,
    RunState,
)
from alongside.queries.relations import PARENTS, Relations
from alongside.queries.viewers import Viewer

# An item is released to a relation; this is what its name is in the policy.
ITEM_OF_RESOURCE = {
    "need": "need",
    "journal_entry": "journal",
    "gap_rating": "ratings",
    "attainment": "attainment",
    "response": "response",
    "career_path": "path",
}

# Opening one of these opens that one alone, so it is a fact of the record and not of its relationship.
RELEASED_ONE_BY_ONE = frozenset({"response"})


def facts_of(viewer: Viewer, relations: Relations, record: object) -> Facts:
    """What the policy needs to know about this record for this viewer."""
    return _facts(record, viewer, relations)


def agreement_in_force(engagement: CoachingEngagement) -> CoachingAgreement | None:
    """The newest version that every party has signed; nothing flows before there is one."""
    return newest_signed(engagement, engagement.agreements.prefetch_related("signatures"))


def newest_signed(
    engagement: CoachingEngagement, agreements: Iterable[CoachingAgreement]
) -> CoachingAgreement | None:
    """The same, of agreements that are read already, the newest first."""
    parties = {engagement.client_id, engagement.coach_id, engagement.sponsor_id} - {None}
    for agreement in agreements:
        signed = {
            signature.person_id
            for signature in agreement.signatures.all()
            if signature.content_hash == agreement.content_hash
        }
        if parties <= signed:
            return agreement
    return None


def running(now: datetime) -> Q:
    """Rows with `withdrawn_at` and `expires_at` that still count at that moment."""
    return Q(withdrawn_at__isnull=True) & (Q(expires_at__isnull=True) | Q(expires_at__gt=now))


def released_within(relationship: CoachingEngagement | Mentorship) -> frozenset[tuple[str, Relation]]:
    """The kinds of item released in this relationship, each with the relation it was released to."""
    kind = "engagement" if isinstance(relationship, CoachingEngagement) else "mentorship"
    pairs = Release.objects.filter(**{kind: relationship}, withdrawn_at__isnull=True).values_list(
        "resource", "to_relation"
    )
    return frozenset(
        (ITEM_OF_RESOURCE[resource], Relation(to))
        for resource, to in pairs
        if resource in ITEM_OF_RESOURCE and resource not in RELEASED_ONE_BY_ONE
    )


@singledispatch
def _facts(record: object, viewer: Viewer, relations: Relations) -> Facts:
    """Records that live inside another one take the facts of that one."""
    for name in PARENTS:
        if isinstance(parent := getattr(record, name, None), Model):
            return _facts(parent, viewer, relations)
    return Facts()


@_facts.register
def _(record: CoachingEngagement, viewer: Viewer, relations: Relations) -> Facts:
    agreement = agreement_in_force(record)
    consents = Consent.objects.filter(running(timezone.now()), person_id=record.client_id)
    return Facts(
        agreed=frozenset(agreement.clauses) if agreement else frozenset(),
        released=released_within(record),
        consents=frozenset(consents.values_list("purpose", flat=True)),
        self_referred=record.is_self_referred,
    )


@_facts.register
def _(record: Mentorship, viewer: Viewer, relations: Relations) -> Facts:
    consents = Consent.objects.filter(running(timezone.now()), person_id=record.mentee_id)
    return Facts(
        released=released_within(record),
        consents=frozenset(consents.values_list("purpose", flat=True)),
    )


@_facts.register
def _(record: Programme, viewer: Viewer, relations: Relations) -> Facts:
    invited = (
        viewer.person is not None
        and record.enrolments.filter(person=viewer.person, state=EnrolmentState.INVITED).exists()
    )
    opens = record.state == ProgrammeState.OPEN and record.enrolment_kind != EnrolmentKind.INVITED
    return Facts(enrolment_open=opens, invited=invited)


@_facts.register
def _(record: Enrolment, viewer: Viewer, relations: Relations) -> Facts:
    return Facts(invited=record.state == EnrolmentState.INVITED and Relation.SUBJECT in relations)


@_facts.register
def _(record: Person, viewer: Viewer, relations: Relations) -> Facts:
    helps = record.enrolments.filter(
        part__in=PRACTITIONER_PARTS, state=EnrolmentState.APPROVED, programme__state=ProgrammeState.OPEN
    )
    return Facts(offers_help=helps.exists())


@_facts.register
def _(record: Qualification, viewer: Viewer, relations: Relations) -> Facts:
    return _facts(record.person, viewer, relations)


@_facts.register
def _(record: NeedTalk, viewer: Viewer, relations: Relations) -> Facts:
    return Facts(asked_to_talk=record.withdrawn_at is None)


@_facts.register(MatchRun)
def _(record: MatchRun, viewer: Viewer, relations: Relations) -> Facts:
    return Facts(published=record.state == RunState.PUBLISHED)


@_facts.register(ProposalPair)
def _(record: ProposalPair, viewer: Viewer, relations: Relations) -> Facts:
    return Facts(published=record.run.state == RunState.PUBLISHED)


@_facts.register
def _(record: Response, viewer: Viewer, relations: Relations) -> Facts:
    parent = record.engagement or record.mentorship
    if parent is None:
        return Facts()
    to = Release.objects.filter(
        resource="response", item_id=record.pk, withdrawn_at__isnull=True
    ).values_list("to_relation", flat=True)
    facts = _facts(parent, viewer, relations)
    return replace(facts, released=facts.released | {("response", Relation(each)) for each in to})


@_facts.register
def _(record: JournalEntry, viewer: Viewer, relations: Relations) -> Facts:
    released = Release.objects.filter(
        Q(engagement__coach=viewer.person) | Q(mentorship__mentor=viewer.person),
        resource="journal_entry",
        item_id=record.pk,
        withdrawn_at__isnull=True,
    )
    to = (Relation.COACH, Relation.MENTOR) if released.exists() else ()
    return Facts(released=frozenset(("journal", relation) for relation in to))
