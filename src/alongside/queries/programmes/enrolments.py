"""Who takes part in a programme, for those who manage it; and one's own places."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from alongside.models import PRACTITIONER_PARTS, Enrolment, EnrolmentState, Part, Programme
from alongside.queries.access import NotVisible, Sight, Viewer, get_visible
from alongside.queries.people.places import valid_invitations

ROWS_PER_PAGE = 25
GONE_STATES = (EnrolmentState.LEFT, EnrolmentState.DECLINED)
_GONE = Q(state__in=GONE_STATES) | Q(went_at__isnull=False)


@dataclass(frozen=True, slots=True)
class EnrolmentLine:
    """One person in one part, as the programme manager meets them in the list. Of those who are gone, the name."""

    enrolment: Enrolment
    name: str
    about: str
    has_signed_in: bool
    is_gone: bool
    was_taken_out: bool
    has_letter: bool


@dataclass(frozen=True, slots=True)
class OwnEnrolment:
    """A place of one's own."""

    enrolment: Enrolment
    programme: str
    part: str
    state: str
    helps: bool


def get_enrolment(viewer: Viewer, action: str, pk: UUID) -> Sight[Enrolment]:
    """An enrolment, if the viewer may do this with it."""
    rows = Enrolment.objects.select_related("programme__organisation", "person__organisation")
    return get_visible(viewer, "enrolment", action, rows, pk)


def list_enrolments(
    sight: Sight[Programme],
    now: datetime,
    *,
    search: str = "",
    part: str = "",
    state: str = "",
    page: int | str = 1,
) -> Page[Enrolment]:
    """A page of the programme's people, by name (two reads). Numbers of pages that are not there become the nearest."""
    letters = valid_invitations(now).filter(person=OuterRef("person"))
    rows: QuerySet[Enrolment] = _listed(sight).select_related("person").annotate(has_letter=Exists(letters))
    rows = rows.order_by("person__name", "part", "pk")
    if search:
        # Not by address: a search would tell it, and a manager is not shown it.
        by_title = Q(person__job_title__icontains=search) & ~_GONE
        rows = rows.filter(Q(person__name__icontains=search) | by_title)
    if part in Part.values:
        rows = rows.filter(part=part)
    if state in EnrolmentState.values:
        rows = rows.filter(state=state)
    return Paginator(rows, ROWS_PER_PAGE).get_page(page)


def _listed(sight: Sight[Programme]) -> QuerySet[Enrolment]:
    if not sight.may("enrolment", "list"):
        raise NotVisible
    return Enrolment.objects.filter(programme=sight.record)


def line_of(enrolment: Enrolment) -> EnrolmentLine:
    """The line of one row of `list_enrolments`."""
    person = enrolment.person
    is_gone = enrolment.state in GONE_STATES or enrolment.went_at is not None
    taken_out = enrolment.state == EnrolmentState.LEFT and enrolment.decided_by_id != person.pk
    return EnrolmentLine(
        enrolment,
        person.name,
        "" if is_gone else person.job_title or person.function,
        person.account_id is not None,
        is_gone,
        taken_out,
        getattr(enrolment, "has_letter", False),
    )


def count_enrolments(sight: Sight[Programme]) -> dict[str, int]:
    """How many enrolments there are by state and by part taken now (one read); keys are the values of both."""
    rows = _listed(sight).values_list("state", "part").annotate(number=Count("pk")).order_by()
    found: dict[str, int] = dict.fromkeys((*EnrolmentState.values, *Part.values), 0)
    for state, part, number in rows:
        found[state] += number
        if state == EnrolmentState.APPROVED:
            found[part] += number
    return found


def list_uninvited(sight: Sight[Programme], now: datetime) -> QuerySet[Enrolment]:
    """Enrolments of people who have no account yet and no invitation that runs at that moment."""
    waiting = (EnrolmentState.APPROVED, EnrolmentState.INVITED)
    return (
        _listed(sight)
        .filter(state__in=waiting, person__account__isnull=True)
        .exclude(person__invitations__in=valid_invitations(now))
        .select_related("person__organisation")
    )


def list_own_enrolments(viewer: Viewer) -> tuple[OwnEnrolment, ...]:
    """The viewer's places in programmes, by programme."""
    if viewer.person is None:
        return ()
    rows = Enrolment.objects.filter(person=viewer.person).select_related("programme")
    return tuple(
        OwnEnrolment(
            row,
            row.programme.name,
            Part(row.part).label,
            row.state,
            row.part in [str(each) for each in PRACTITIONER_PARTS],
        )
        for row in rows.order_by("programme__name", "part")
    )
