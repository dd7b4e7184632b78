"""What stands between a mentee and a mentor before one is asked."""

from typing import Final
from uuid import UUID

from django.db.models import Q

from alongside.core.relationships.mentoring import ReachingOut
from alongside.models import (
    ConflictOfInterest,
    Enrolment,
    EnrolmentState,
    Mentorship,
    MentorshipForm,
    PairWish,
    PairWishKind,
    Part,
    Person,
    PrivateReason,
    Programme,
    ProgrammeKind,
    ProgrammeState,
)
from alongside.queries.matching.running import find_running
from alongside.queries.relations import WORKING_STATES

ONLY_MENTORING: Final = "This programme takes no requests for mentoring just now."
LINES_UP: Final = 12
MENTORING_KINDS = (ProgrammeKind.MENTORING, ProgrammeKind.BOTH)


def takes_requests(programme: Programme) -> bool:
    """Whether mentors can be asked in this programme now."""
    return programme.state == ProgrammeState.OPEN and programme.kind in MENTORING_KINDS


def load_reaching_out(
    programme: Programme, mentee: Person, mentor: Person, form: str = MentorshipForm.ONE_TO_ONE
) -> ReachingOut:
    """The facts for asking this mentor in this programme."""
    between = Mentorship.objects.filter(
        Q(mentee=mentee, mentor=mentor), state__in=("requested", "waitlisted", *WORKING_STATES)
    )
    return ReachingOut(
        by="mentee" if _takes_part(programme, mentee, Part.MENTEE) else "nobody",
        same_person=mentee == mentor,
        open_requests=count_open_requests(programme, mentee),
        already_between_them=between.exists(),
        not_again=is_ruled_out(programme, mentee, mentor),
        in_reporting_line=in_one_line(mentee, mentor),
        mentor_is_open=is_open_to_requests(programme, mentor, form),
    )


def count_open_requests(programme: Programme, mentee: Person) -> int:
    """Requests that wait for an answer. A place on somebody's list does not count: it may take months."""
    return Mentorship.objects.filter(programme=programme, mentee=mentee, state="requested").count()


def _takes_part(programme: Programme, person: Person, part: Part) -> bool:
    return Enrolment.objects.filter(
        programme=programme, person=person, part=part, state=EnrolmentState.APPROVED
    ).exists()


def is_open_to_requests(programme: Programme, mentor: Person, form: str) -> bool:
    """Takes part as a mentor, is not full for now, and has room; a single conversation needs no room."""
    enrolment = Enrolment.objects.filter(
        programme=programme, person=mentor, part=Part.MENTOR, state=EnrolmentState.APPROVED
    ).first()
    if enrolment is None or mentor.is_full_for_now:
        return False
    if form == MentorshipForm.FLASH:
        return True
    running = find_running("mentoring", programme)
    return running.taken_by(mentor.pk) < enrolment.places and not running.is_carrying_enough(mentor.pk)


def is_ruled_out(programme: Programme, one: Person, other: Person) -> bool:
    """Whether either said "not again", a conflict was declared, or the programme ruled the pair out."""
    not_again = PrivateReason.objects.filter(
        Q(author=one, about=other) | Q(author=other, about=one), not_together_again=True
    )
    conflict = ConflictOfInterest.objects.filter(Q(one=one, other=other) | Q(one=other, other=one))
    forbidden = PairWish.objects.filter(
        programme=programme,
        kind=PairWishKind.FORBID,
        client__person=one,
        practitioner__person=other,
    )
    return not_again.exists() or conflict.exists() or forbidden.exists()


def in_one_line(one: Person, other: Person) -> bool:
    """Whether one of the two reports to the other, directly or further up."""
    return other.pk in managers_above(one) or one.pk in managers_above(other)


def managers_above(person: Person) -> tuple[UUID, ...]:
    """Everybody above, the nearest first; a circle in the records ends where it closes."""
    found: list[UUID] = []
    current = person.line_manager_id
    while current and current not in found and len(found) < LINES_UP:
        found.append(current)
        current = Person.objects.filter(pk=current).values_list("line_manager_id", flat=True).first()
    return tuple(found)
