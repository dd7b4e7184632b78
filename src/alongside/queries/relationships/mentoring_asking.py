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
    RelationshipEvent,
)
from alongside.queries.matching.running import find_running
from alongside.queries.relations import WORKING_STATES

ONLY_MENTORING: Final = "This programme takes no requests for mentoring just now."
LINES_UP: Final = 12
TAKEN_BACK: Final = "MentoringRequestTakenBack"
MENTORING_KINDS = (ProgrammeKind.MENTORING, ProgrammeKind.BOTH)


def takes_requests(programme: Programme) -> bool:
    """Whether mentors can be asked in this programme now."""
    return programme.state == ProgrammeState.OPEN and programme.kind in MENTORING_KINDS


def load_reaching_out(
    programme: Programme, mentee: Person, mentor: Person, form: str = MentorshipForm.ONE_TO_ONE
) -> ReachingOut:
    """The facts for asking this mentor in this programme."""
    place = mentor_place(programme, mentor)
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
        mentor_is_open=place is not None and not mentor.is_full_for_now,
        has_place=form == MentorshipForm.FLASH or place is None or has_free_place(place),
        requests_waiting=count_waiting_requests(programme, mentor),
        requests_wanted=place.requests_most if place else None,
    )


def count_open_requests(programme: Programme, mentee: Person) -> int:
    """Requests that wait for an answer. A place on somebody's list does not count: it may take months."""
    return Mentorship.objects.filter(programme=programme, mentee=mentee, state="requested").count()


def is_mentee_here(programme: Programme, person: Person) -> bool:
    """Whether the person takes part in this programme as a mentee."""
    return _takes_part(programme, person, Part.MENTEE)


def was_taken_back(mentorship: Mentorship) -> bool:
    """Whether the mentee took the request back themselves."""
    return RelationshipEvent.objects.filter(mentorship=mentorship, name=TAKEN_BACK).exists()


def _takes_part(programme: Programme, person: Person, part: Part) -> bool:
    return Enrolment.objects.filter(
        programme=programme, person=person, part=part, state=EnrolmentState.APPROVED
    ).exists()


def mentor_place(programme: Programme, mentor: Person) -> Enrolment | None:
    """The part the mentor takes in this programme, or None."""
    return Enrolment.objects.filter(
        programme=programme, person=mentor, part=Part.MENTOR, state=EnrolmentState.APPROVED
    ).first()


def has_free_place(place: Enrolment) -> bool:
    """Whether the mentor has a place left here and may carry one more; a single conversation needs neither."""
    running = find_running("mentoring", place.programme)
    taken = running.taken_by(place.person_id)
    return taken < place.places and not running.is_carrying_enough(place.person_id)


def count_waiting_requests(programme: Programme, mentor: Person) -> int:
    """Requests that wait for this mentor's answer here, of whatever form: each takes a thought."""
    return Mentorship.objects.filter(programme=programme, mentor=mentor, state="requested").count()


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
