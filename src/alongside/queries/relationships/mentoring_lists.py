"""The mentorships of one person: those in which they are helped, and the mentor's portfolio with its load."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import OuterRef, QuerySet, Subquery

from alongside.core.relationships.load import mentor_load
from alongside.models import Enrolment, EnrolmentState, Mentorship, MentorshipForm, Message, Part
from alongside.queries.matching.running import CARRIED
from alongside.queries.relations import ASKED_STATES, WORKING_STATES
from alongside.queries.relationships.mentoring_desks import Standpoint, load_standpoints
from alongside.queries.relationships.mentoring_words import (
    BADGES,
    CONTACTS,
    FORMS,
    NEXT,
    NextWords,
    stage_words,
)
from alongside.queries.viewers import Viewer

ENDED: Final = ("redefinition", "closed", "unwound", "expired", "declined")
ASKED_LENGTH: Final = 160


@dataclass(frozen=True, slots=True)
class MentorshipLine:
    """One mentorship in a list, for one of the two. `asked` is what the mentee wrote last, cut short."""

    standpoint: Standpoint
    asked: str
    asked_at: datetime | None

    @property
    def mentorship(self) -> Mentorship:
        return self.standpoint.mentorship

    @property
    def other_name(self) -> str:
        return self.standpoint.other.name

    @property
    def stage(self) -> str:
        return stage_words(self.mentorship.state, self.standpoint.side)

    @property
    def badge(self) -> str:
        return BADGES[self.mentorship.state]

    @property
    def form(self) -> str:
        return str(FORMS.get(self.mentorship.form, ""))

    @property
    def is_request(self) -> bool:
        return self.mentorship.state in ASKED_STATES

    @property
    def working_on(self) -> str:
        return self.mentorship.direction

    @property
    def contact(self) -> str:
        """How the two are in touch, in words, while a rhythm is kept."""
        contact = self.standpoint.contact
        running = self.mentorship.state in ("initiation", "cultivation", "dormant")
        return str(CONTACTS[contact.standing]) if contact and running else ""

    @property
    def next_words(self) -> NextWords | None:
        return NEXT.get(self.standpoint.next_name or "")

    @property
    def next_do(self) -> str:
        return self.next_words.do_with(self.other_name) if self.next_words else ""


@dataclass(frozen=True, slots=True)
class MentorPortfolio:
    """What a mentor carries: requests to answer, mentorships under way, earlier ones; load in stage weights."""

    requests: tuple[MentorshipLine, ...]
    running: tuple[MentorshipLine, ...]
    ended: tuple[MentorshipLine, ...]
    load: float
    cap: float
    full_for_now: bool

    @property
    def is_mentor(self) -> bool:
        return bool(self.cap or self.requests or self.running or self.ended)


def list_portfolio_mentorships(viewer: Viewer, now: datetime) -> MentorPortfolio:
    """The viewer's own mentees at every stage, and how much that is against the cap."""
    if viewer.person is None:
        return MentorPortfolio((), (), (), 0.0, 0.0, False)
    rows = Mentorship.objects.filter(mentor=viewer.person)
    lines = _lines(viewer, _with_last_words(rows), now)
    carried = [
        line.mentorship.state
        for line in lines
        if line.mentorship.state in CARRIED and line.mentorship.form != MentorshipForm.FLASH
    ]
    return MentorPortfolio(
        tuple(line for line in lines if line.is_request),
        tuple(line for line in lines if line.mentorship.state in WORKING_STATES),
        tuple(line for line in lines if line.mentorship.state in ENDED),
        mentor_load(carried),
        _cap(viewer),
        viewer.person.is_full_for_now,
    )


def _cap(viewer: Viewer) -> float:
    """The highest cap among the programmes the viewer mentors in; 0 for somebody who mentors nowhere."""
    places = Enrolment.objects.filter(person=viewer.person, part=Part.MENTOR, state=EnrolmentState.APPROVED)
    caps = [float(cap) for cap in places.values_list("programme__load_cap", flat=True)]
    return max(caps, default=0.0) if caps else 0.0


def list_my_mentorships(viewer: Viewer, now: datetime) -> tuple[MentorshipLine, ...]:
    """The mentorships in which the viewer is the mentee: those under way first, then asked, then earlier ones."""
    if viewer.person is None:
        return ()
    lines = _lines(viewer, _with_last_words(Mentorship.objects.filter(mentee=viewer.person)), now)
    order = (*WORKING_STATES, *ASKED_STATES, *ENDED)
    first = (line for line in lines if line.mentorship.state in WORKING_STATES)
    asked = (line for line in lines if line.mentorship.state in ASKED_STATES)
    rest = (line for line in lines if line.mentorship.state in ENDED)
    return tuple(line for line in (*first, *asked, *rest) if line.mentorship.state in order)


def _with_last_words(rows: QuerySet[Mentorship]) -> QuerySet[Mentorship]:
    """With what the mentee wrote last, in the same read."""
    last = Message.objects.filter(mentorship=OuterRef("pk"), author=OuterRef("mentee")).order_by("-sent_at")
    return rows.select_related("programme", "mentee", "mentor").annotate(
        last_asked=Subquery(last.values("text")[:1]), last_asked_at=Subquery(last.values("sent_at")[:1])
    )


def _lines(viewer: Viewer, rows: QuerySet[Mentorship], now: datetime) -> tuple[MentorshipLine, ...]:
    assert viewer.person is not None  # noqa: S101 - both lists turn viewers without a person away
    return tuple(
        MentorshipLine(
            standpoint,
            _short(getattr(standpoint.mentorship, "last_asked", "") or ""),
            getattr(standpoint.mentorship, "last_asked_at", None),
        )
        for standpoint in load_standpoints(viewer.person, rows, now)
    )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= ASKED_LENGTH else line[:ASKED_LENGTH].rsplit(" ", 1)[0] + " …"
