"""What a viewer is to a record: computed from records by one function, never read off a flag."""

from functools import singledispatch

from django.db.models import Model, Q

from alongside.core.confidentiality.relations import Relation
from alongside.models import (
    Appointment,
    CoachingEngagement,
    CoachOffer,
    Enrolment,
    EnrolmentState,
    Invitation,
    JournalEntry,
    Letter,
    MentorRanking,
    Mentorship,
    Need,
    NeedTalk,
    Office,
    Organisation,
    PathItem,
    Person,
    Programme,
    ProposalPair,
    Qualification,
    Response,
    SafetyConcern,
    Skill,
    StuckSearch,
)
from alongside.queries.viewers import Viewer

Relations = frozenset[Relation]
NOBODY: Relations = frozenset({Relation.NONE})


def relations_of(viewer: Viewer, record: object) -> Relations:
    """All relations of the viewer to the record; only `none` across organisations and without a person."""
    if viewer.person is None:
        return NOBODY
    found = frozenset(_relations(record, viewer, viewer.person))
    return found or NOBODY


def _offices_in(viewer: Viewer, organisation: Organisation) -> set[Relation]:
    assert viewer.person is not None  # noqa: S101 - relations_of has turned viewers without a person away
    if viewer.person.organisation_id != organisation.pk:
        return set()
    found = {Relation.SAME_ORG}
    if viewer.holds(Office.ORG_ADMIN):
        found.add(Relation.ORG_ADMIN)
    if viewer.holds(Office.SAFEGUARDING_LEAD):
        found.add(Relation.SAFEGUARDING_LEAD)
    return found


def _offices_for(viewer: Viewer, programme: Programme) -> set[Relation]:
    found = _offices_in(viewer, programme.organisation)
    if not found:
        return set()
    if viewer.holds(Office.PROGRAMME_MANAGER, programme.pk):
        found.add(Relation.PROGRAMME_MANAGER)
    return found


@singledispatch
def _relations(record: object, viewer: Viewer, person: Person) -> set[Relation]:
    """Records that live inside another one: the relations to that one, and whether the viewer wrote this."""
    # A name may also be the way back to many (a goal's levels): only what is one record is where this one lives.
    parents = (getattr(record, name, None) for name in PARENTS)
    parent = next((value for value in parents if isinstance(value, Model)), None)
    if parent is None:
        return set()
    found = set(_relations(parent, viewer, person))
    if getattr(record, "author_id", None) == person.pk and found:
        found.add(Relation.AUTHOR)
    return found


STAYING_STATES = (EnrolmentState.INVITED, EnrolmentState.REQUESTED, EnrolmentState.APPROVED)
WORKING_STATES = ("accepted", "initiation", "cultivation", "separation", "dormant")
ASKED_STATES = ("requested", "waitlisted")
NEVER_BEGUN_STATES = ("declined", "expired")
ENDED_STATES = ("archived", "withdrawn", "referred_out", "closed_early", "terminated")
OPEN_OFFER_STATES = ("offered", "talk_planned", "talk_held")

# Where a record lives, the nearest first.
PARENTS = (
    "levels",
    "goal",
    "step",
    "gap_skill",
    "meeting",
    "agreement",
    "run",
    "engagement",
    "mentorship",
    "programme",
    "organisation",
    "person",
)


@_relations.register
def _(record: Organisation, viewer: Viewer, person: Person) -> set[Relation]:
    return _offices_in(viewer, record)


@_relations.register
def _(record: Skill, viewer: Viewer, person: Person) -> set[Relation]:
    """Whoever manages a programme here looks after the catalogue, too."""
    found = _offices_in(viewer, record.organisation)
    return found | {Relation.PROGRAMME_MANAGER} if found and viewer.programmes_managed() else found


@_relations.register
def _(record: Programme, viewer: Viewer, person: Person) -> set[Relation]:
    return _offices_for(viewer, record)


@_relations.register
def _(record: Person, viewer: Viewer, person: Person) -> set[Relation]:
    found = _offices_in(viewer, record.organisation)
    if not found:
        return set()
    if record.pk == person.pk:
        found |= {Relation.SUBJECT, Relation.AUTHOR}
    managed = viewer.programmes_managed()
    # Whoever left or was told no is a name in the list, and nothing more; asking them again changes nothing yet.
    places = Enrolment.objects.filter(person=record, state__in=STAYING_STATES, went_at__isnull=True)
    if managed and places.filter(programme__in=managed).exists():
        found.add(Relation.PROGRAMME_MANAGER)
    return found | _together_with(person, record)


def _together_with(viewer: Person, other: Person) -> set[Relation]:
    """What the viewer is to the other by way of the relationships the two share now (three reads)."""
    found: set[Relation] = set()
    both = Q(client=viewer, coach=other) | Q(client=other, coach=viewer)
    for client_id in (
        CoachingEngagement.objects.filter(both).exclude(state__in=ENDED_STATES).values_list("client")
    ):
        found.add(Relation.CLIENT if client_id[0] == viewer.pk else Relation.COACH)
    both = Q(mentee=viewer, mentor=other) | Q(mentee=other, mentor=viewer)
    for mentee_id, state in Mentorship.objects.filter(both).values_list("mentee", "state"):
        if state in WORKING_STATES:
            found.add(Relation.MENTEE if mentee_id == viewer.pk else Relation.MENTOR)
        elif state in ASKED_STATES and mentee_id == other.pk:
            found.add(Relation.CANDIDATE)
    offered = CoachOffer.objects.filter(engagement__client=other, coach=viewer, state__in=OPEN_OFFER_STATES)
    return found | {Relation.CANDIDATE} if offered.exists() else found


@_relations.register
def _(record: Enrolment, viewer: Viewer, person: Person) -> set[Relation]:
    found = _offices_for(viewer, record.programme)
    return found | {Relation.SUBJECT} if found and record.person_id == person.pk else found


@_relations.register(Qualification)
@_relations.register(Invitation)
@_relations.register(Appointment)
def _(record: Qualification | Invitation | Appointment, viewer: Viewer, person: Person) -> set[Relation]:
    return set(_relations(record.person, viewer, person))


@_relations.register(PathItem)
def _(record: PathItem, viewer: Viewer, person: Person) -> set[Relation]:
    found = _offices_in(viewer, record.person.organisation)
    if record.person_id == person.pk:
        return found | {Relation.AUTHOR, Relation.MENTEE}
    together = Mentorship.objects.filter(mentee_id=record.person_id, mentor=person, state__in=WORKING_STATES)
    return found | {Relation.MENTOR} if found and together.exists() else found


@_relations.register
def _(record: Need, viewer: Viewer, person: Person) -> set[Relation]:
    if record.person_id is None or record.person is None:
        return set()
    found = _offices_in(viewer, record.person.organisation)
    if found and record.person_id == person.pk:
        found.add(Relation.AUTHOR)
    return found


@_relations.register
def _(record: NeedTalk, viewer: Viewer, person: Person) -> set[Relation]:
    """Who was asked is the reviewer as long as they hold the office; afterwards they are a colleague like any other."""
    found = set(_relations(record.need, viewer, person))
    is_asked = record.withdrawn_at is None and record.reviewer_id == person.pk
    if found and is_asked and viewer.is_reviewer:
        found.add(Relation.REVIEWER)
    return found


@_relations.register
def _(record: JournalEntry, viewer: Viewer, person: Person) -> set[Relation]:
    found = _offices_in(viewer, record.author.organisation)
    return found | {Relation.AUTHOR} if found and record.author_id == person.pk else found


@_relations.register
def _(record: CoachingEngagement, viewer: Viewer, person: Person) -> set[Relation]:
    found = _offices_for(viewer, record.programme)
    if not found:
        return set()
    parties = (
        (record.client_id, Relation.CLIENT),
        (record.coach_id, Relation.COACH),
        (record.sponsor_id, Relation.SPONSOR),
        (record.client.line_manager_id, Relation.LINE_MANAGER),
    )
    mine = {relation for party, relation in parties if party == person.pk}
    if mine:
        return found | mine
    if record.offers.filter(coach=person, state__in=OPEN_OFFER_STATES).exists():
        found.add(Relation.CANDIDATE)
    return found


@_relations.register
def _(record: Mentorship, viewer: Viewer, person: Person) -> set[Relation]:
    found = _offices_for(viewer, record.programme)
    if not found:
        return set()
    if record.mentee_id == person.pk:
        found.add(Relation.MENTEE)
    if record.mentor_id == person.pk:
        # Who was asked and never said yes does not become the mentor by the request being over.
        asked_only = record.state in ASKED_STATES or (
            record.state in NEVER_BEGUN_STATES and record.accepted_at is None
        )
        found.add(Relation.CANDIDATE if asked_only else Relation.MENTOR)
    if record.mentee.line_manager_id == person.pk:
        found.add(Relation.LINE_MANAGER)
    return found


@_relations.register
def _(record: ProposalPair, viewer: Viewer, person: Person) -> set[Relation]:
    found = _offices_for(viewer, record.run.programme)
    return found | {Relation.SUBJECT} if found and record.client.person_id == person.pk else found


@_relations.register
def _(record: MentorRanking, viewer: Viewer, person: Person) -> set[Relation]:
    found = _offices_in(viewer, record.programme.organisation)
    return found | {Relation.SUBJECT} if found and record.mentee_id == person.pk else found


@_relations.register
def _(record: StuckSearch, viewer: Viewer, person: Person) -> set[Relation]:
    found = _offices_for(viewer, record.programme)
    return found | {Relation.SUBJECT} if found and record.person_id == person.pk else found


@_relations.register(SafetyConcern)
def _(record: SafetyConcern, viewer: Viewer, person: Person) -> set[Relation]:
    if record.about_id == person.pk:
        return set()
    found = _offices_in(viewer, record.organisation)
    return found | {Relation.AUTHOR} if found and record.author_id == person.pk else found


@_relations.register(Response)
def _(record: Response, viewer: Viewer, person: Person) -> set[Relation]:
    parent = record.engagement or record.mentorship or record.author
    found = set(_relations(parent, viewer, person)) - {Relation.AUTHOR}
    return found | {Relation.AUTHOR} if found and record.author_id == person.pk else found


@_relations.register(Letter)
def _(record: Letter, viewer: Viewer, person: Person) -> set[Relation]:
    if record.organisation is None:
        return set()
    found = _offices_in(viewer, record.organisation)
    return found | {Relation.SUBJECT} if found and record.account_id == viewer.account_id else found
