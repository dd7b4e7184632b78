"""Answers to the short questionnaires: what one may answer now, what one has answered, what was opened to one."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.core.confidentiality.relations import Relation
from alongside.core.confidentiality.words import who_can_see
from alongside.core.outcomes.asking import (
    KEPT_UNDER,
    AskingFacts,
    Window,
    list_open,
    may_show_to_practitioner,
    open_window,
)
from alongside.core.outcomes.instruments import INSTRUMENT, Instrument
from alongside.models import (
    CoachingEngagement,
    Meeting,
    MeetingState,
    Mentorship,
    MentorshipForm,
    Person,
    Release,
    Response,
)
from alongside.queries.access import NotVisible, Sight, get_visible
from alongside.queries.facts import facts_of
from alongside.queries.relationships.two_sides import Relationship, helped_side, other_side, owned_by
from alongside.queries.viewers import Viewer

KINDS = ("coaching", "mentoring")
SIDES = (Relation.CLIENT, Relation.COACH, Relation.MENTEE, Relation.MENTOR)
PRACTITIONER_OF = {"client": Relation.COACH, "mentee": Relation.MENTOR}


@dataclass(frozen=True, slots=True)
class Asked:
    """One questionnaire at one moment, with what this person has answered so far."""

    instrument: Instrument
    moment: str
    window: Window | None
    response: Response | None
    is_shown: bool  # the answers are open to the practitioner


@dataclass(frozen=True, slots=True)
class Said:
    """Answers of the other side that were opened to this person, question by question."""

    instrument: Instrument
    response: Response
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class AnswersPage:
    """Everything about answers in one relationship for one of the two."""

    relationship: Relationship
    kind: str
    side: str
    other: Person | None
    open: tuple[Asked, ...]
    past: tuple[Asked, ...]
    opened_to_me: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One questionnaire for one of the two, to answer or to read again."""

    relationship: Relationship
    kind: str
    side: str
    me: Person
    other: Person | None
    asked: Asked
    who: str
    may_show: bool
    lines: tuple[tuple[str, str], ...]


def get_answers(viewer: Viewer, kind: str, pk: UUID, now: datetime) -> AnswersPage:
    """What this person may answer, has answered, and may read. NotVisible for anybody but the two."""
    sight, side, me = _enter(viewer, kind, pk)
    relationship = sight.record
    mine = list(Response.objects.filter(**owned_by(relationship), author=me).order_by("-answered_at", "pk"))
    shown = _shown(relationship, side)
    asked = tuple(
        Asked(instrument, window.moment, window, _current(mine, instrument, window), False)
        for instrument, window in list_open(asking_facts(relationship, side), now)
    )
    current = {one.response.pk for one in asked if one.response}
    past = tuple(
        Asked(INSTRUMENT[one.instrument], _moment_of(one), None, one, one.pk in shown)
        for one in mine
        if one.pk not in current and one.instrument in INSTRUMENT
    )
    return AnswersPage(
        relationship,
        kind,
        side,
        other_side(relationship, me),
        tuple(
            Asked(one.instrument, one.moment, one.window, one.response, _is_in(one.response, shown))
            for one in asked
        ),
        past,
        _opened_to(sight, side),
    )


def list_to_answer(relationship: Relationship, person: Person, now: datetime) -> tuple[Asked, ...]:
    """What this person may answer now and has not yet, for the room of the two (at most two reads)."""
    side = side_in(relationship, person)
    opened = list_open(asking_facts(relationship, side), now) if side else ()
    if not opened:
        return ()
    mine = list(Response.objects.filter(**owned_by(relationship), author=person))
    return tuple(
        Asked(instrument, window.moment, window, None, False)
        for instrument, window in opened
        if _current(mine, instrument, window) is None
    )


def get_question(viewer: Viewer, kind: str, pk: UUID, key: str, moment: str, now: datetime) -> Question:
    """One questionnaire, if it may be answered now or has been; NotVisible else."""
    sight, side, me = _enter(viewer, kind, pk)
    relationship, instrument = sight.record, INSTRUMENT.get(key)
    if instrument is None or moment not in instrument.moments:
        raise NotVisible
    window = open_window(instrument, moment, asking_facts(relationship, side), now)
    mine = list(
        Response.objects.filter(
            **owned_by(relationship), author=me, instrument=key, moment=KEPT_UNDER[moment]
        ).order_by("-answered_at", "pk")
    )
    response = _current(mine, instrument, window) if window else next(iter(mine), None)
    if window is None and response is None:
        raise NotVisible
    may_show = may_show_to_practitioner(instrument, side)
    return Question(
        relationship,
        kind,
        side,
        me,
        other_side(relationship, me),
        Asked(instrument, moment, window, response, _is_in(response, _shown(relationship, side))),
        _who(sight, side, response),
        may_show and other_side(relationship, me) is not None,
        tuple(_lines(instrument, response)) if response else (),
    )


def get_own_response(viewer: Viewer, pk: UUID) -> Sight[Response]:
    """Answers that the viewer may open to somebody: their own."""
    rows = Response.objects.select_related(
        "author__organisation",
        "engagement__programme__organisation",
        "engagement__client",
        "engagement__coach",
        "mentorship__programme__organisation",
        "mentorship__mentee",
        "mentorship__mentor",
    )
    return get_visible(viewer, "response", "release", rows, pk)


def side_in(relationship: Relationship, person: Person) -> str:
    """What this person is in the relationship: client, coach, mentee, mentor, or nothing of these."""
    helped, helping = (
        ("client", "coach") if isinstance(relationship, CoachingEngagement) else ("mentee", "mentor")
    )
    if person.pk == helped_side(relationship).pk:
        return helped
    other = other_side(relationship, helped_side(relationship))
    return helping if other is not None and person.pk == other.pk else ""


def asking_facts(relationship: Relationship, side: str) -> AskingFacts:
    """What the questions depend on (one read for coaching)."""
    if isinstance(relationship, Mentorship):
        return AskingFacts(
            side,
            relationship.state,
            relationship.state_since,
            began_at=relationship.first_met_at,
            is_flash=relationship.form == MentorshipForm.FLASH,
        )
    held = Meeting.objects.filter(engagement=relationship, state=MeetingState.HELD).count()
    return AskingFacts(
        side,
        relationship.state,
        relationship.state_since,
        began_at=relationship.started_at,
        sessions_held=held,
        mid_review_done=relationship.mid_review_done,
    )


def _enter(viewer: Viewer, kind: str, pk: UUID) -> tuple[Sight[Relationship], str, Person]:
    if kind not in KINDS or viewer.person is None:
        raise NotVisible
    sight: Sight[Relationship]
    if kind == "coaching":
        rows = CoachingEngagement.objects.select_related("programme__organisation", "client", "coach")
        sight = get_visible(viewer, "response", "create", rows, pk)
    else:
        pairs = Mentorship.objects.select_related("programme__organisation", "mentee", "mentor")
        sight = get_visible(viewer, "response", "create", pairs, pk)
    side = side_in(sight.record, viewer.person)
    if not side:
        raise NotVisible
    return sight, side, viewer.person


def _moment_of(response: Response) -> str:
    """The moment of its questionnaire that answers were kept under."""
    instrument = INSTRUMENT[response.instrument]
    return next(
        (moment for moment in instrument.moments if KEPT_UNDER[moment] == response.moment),
        instrument.moments[0],
    )


def _current(mine: list[Response], instrument: Instrument, window: Window) -> Response | None:
    """The answers given in this window, if there are any."""
    return next(
        (
            one
            for one in mine
            if one.instrument == instrument.key
            and one.moment == KEPT_UNDER[window.moment]
            and (window.opens_at is None or one.answered_at >= window.opens_at)
        ),
        None,
    )


def _shown(relationship: Relationship, side: str) -> frozenset[UUID]:
    """The answers that are open to the practitioner."""
    if side not in PRACTITIONER_OF:
        return frozenset()
    rows = Release.objects.filter(
        **owned_by(relationship),
        resource="response",
        to_relation=PRACTITIONER_OF[side].value,
        withdrawn_at__isnull=True,
    )
    return frozenset(rows.values_list("item_id", flat=True))


def _is_in(response: Response | None, shown: frozenset[UUID]) -> bool:
    return response is not None and response.pk in shown


def _opened_to(sight: Sight[Relationship], side: str) -> tuple[Said, ...]:
    """What the one who is helped has opened to the one who helps; nothing the other way round."""
    if side not in {"coach", "mentor"}:
        return ()
    helped = "client" if side == "coach" else "mentee"
    rows = Response.objects.filter(
        **owned_by(sight.record), author=helped_side(sight.record), pk__in=_shown(sight.record, helped)
    ).order_by("-answered_at", "pk")
    readable = (one for one in rows if one.instrument in INSTRUMENT)
    return tuple(
        Said(instrument, one, tuple(_lines(instrument, one)))
        for one in readable
        if may_show_to_practitioner(instrument := INSTRUMENT[one.instrument], helped)
    )


def _lines(instrument: Instrument, response: Response) -> list[tuple[str, str]]:
    """Each question that was answered, with the answer in words or as a number."""
    found = []
    for item in instrument.items:
        answer = response.answers.get(item.key)
        if answer not in (None, ""):
            found.append((item.words, dict(item.choices).get(str(answer), str(answer))))
    return found


def _who(sight: Sight[Relationship], side: str, response: Response | None) -> str:
    """Who can see what is answered here, in the policy's words, as things stand."""
    facts = facts_of(sight.viewer, sight.relations, response) if response else sight.facts
    to = {PRACTITIONER_OF[side]} if side in PRACTITIONER_OF else set()
    return who_can_see(
        "response", None, facts, viewer=Relation(side), present=frozenset({Relation(side), *to})
    )
