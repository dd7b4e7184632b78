"""Programmes: templates to start from, their settings, and who may join."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from alongside.core.relationships.cadence import USUAL_CADENCE
from alongside.core.relationships.coaching import CoachingRules
from alongside.core.relationships.load import LoadRules
from alongside.core.relationships.mentoring import RANKED_AT_MOST, MentoringRules
from alongside.core.verdicts import Refused, Verdict, allow_if, first_refusal


class ProgrammeKind(StrEnum):
    COACHING = "coaching"
    MENTORING = "mentoring"
    BOTH = "both"


class EnrolmentKind(StrEnum):
    OPEN = "open"
    INVITED = "invited"
    APPROVED = "approved"


MOST_WAITING: Final = 12  # requests that wait for one mentor; as many as a mentor has places at most

PARTS: Final = {
    ProgrammeKind.COACHING: ("client", "coach"),
    ProgrammeKind.MENTORING: ("mentee", "mentor"),
    ProgrammeKind.BOTH: ("client", "coach", "mentee", "mentor"),
}


@dataclass(frozen=True, slots=True)
class ProgrammeSettings:
    """What a programme manager can set. Durations carry their unit; the defaults are the product's."""

    kind: ProgrammeKind
    enrolment_kind: EnrolmentKind = EnrolmentKind.APPROVED
    sessions_total: int = 6
    session_minutes: int = 60
    interval_days_least: int = 21
    interval_days_most: int = 35
    end_months: int = 8
    hard_stop_months: int = 12
    has_sponsors: bool = False
    cadence_days: int = 42
    window_months: int = 12
    answer_days: int = 7
    requests_at_once: int = 1
    requests_per_mentor: int = 3
    load_cap: Decimal = Decimal("3.0")


@dataclass(frozen=True, slots=True)
class ProgrammeTemplate:
    """A way to start: a name, what it is for, and settings to change afterwards."""

    key: str
    name: str
    purpose: str
    settings: ProgrammeSettings


PROGRAMME_TEMPLATES: Final = (
    ProgrammeTemplate(
        "first-time-managers",
        "First-time managers: coaching",
        "Six sessions for people who have just begun to lead others, on the two skills that matter most now.",
        ProgrammeSettings(ProgrammeKind.COACHING, has_sponsors=True),
    ),
    ProgrammeTemplate(
        "coaching-open",
        "Coaching for anyone",
        "Six sessions for people who come by themselves. Nobody in their line takes part.",
        ProgrammeSettings(ProgrammeKind.COACHING, EnrolmentKind.OPEN),
    ),
    ProgrammeTemplate(
        "career-mentoring",
        "Career mentoring",
        "People ask somebody who has walked the path. A year to begin with, longer if both wish.",
        ProgrammeSettings(ProgrammeKind.MENTORING, EnrolmentKind.OPEN),
    ),
    ProgrammeTemplate(
        "coaching-and-mentoring",
        "Coaching and mentoring",
        "Both, side by side and kept apart: people find out which helps, and get that.",
        ProgrammeSettings(ProgrammeKind.BOTH, EnrolmentKind.OPEN),
    ),
    ProgrammeTemplate(
        "reverse-mentoring",
        "Reverse mentoring",
        "People at the start of their working life advise people further on, on what they know better.",
        ProgrammeSettings(ProgrammeKind.MENTORING, EnrolmentKind.INVITED, cadence_days=28, window_months=9),
    ),
    ProgrammeTemplate(
        "flash-mentoring",
        "Flash conversations",
        "One question, one conversation, nothing owed afterwards.",
        ProgrammeSettings(ProgrammeKind.MENTORING, EnrolmentKind.OPEN, window_months=6, answer_days=5),
    ),
)


def get_programme_template(key: str) -> ProgrammeTemplate:
    """The template of that key. An unknown key is a bug: KeyError."""
    for template in PROGRAMME_TEMPLATES:
        if template.key == key:
            return template
    raise KeyError(key)


def problems_of_settings(settings: ProgrammeSettings) -> tuple[Refused, ...]:
    """What does not hold together in these settings, a sentence each; empty when they can be used."""
    checks = (
        allow_if(1 <= settings.sessions_total <= 24, "A coaching engagement has 1 to 24 sessions."),
        allow_if(15 <= settings.session_minutes <= 240, "A session lasts 15 minutes to 4 hours."),
        allow_if(
            1 <= settings.interval_days_least <= settings.interval_days_most,
            "The longest time between sessions is at least the shortest.",
        ),
        allow_if(
            1 <= settings.end_months <= settings.hard_stop_months,
            "The hard stop comes after the expected end.",
        ),
        allow_if(_fits_in_time(settings), "The sessions do not fit into the months before the hard stop."),
        allow_if(settings.interval_days_most <= 365, "Two sessions are at most a year (365 days) apart."),
        allow_if(
            settings.hard_stop_months <= 60, "Coaching ends after five years (60 months) at the latest."
        ),
        allow_if(
            1 <= settings.cadence_days <= 365,
            "Mentor and mentee need a usual time between two contacts, of 1 to 365 days.",
        ),
        allow_if(1 <= settings.window_months <= 120, "The window of the programme is 1 to 120 months."),
        allow_if(
            1 <= settings.answer_days <= 90, "A mentor needs at least a day to answer, and has 90 at most."
        ),
        allow_if(
            1 <= settings.requests_at_once <= RANKED_AT_MOST,
            f"A mentee has 1 to {RANKED_AT_MOST} requests open at once.",
        ),
        allow_if(
            1 <= settings.requests_per_mentor <= MOST_WAITING,
            f"1 to {MOST_WAITING} requests wait for one mentor.",
        ),
        allow_if(settings.load_cap >= 1, "A mentor can hold at least one mentorship."),
    )
    return tuple(check for check in checks if isinstance(check, Refused))


def _fits_in_time(settings: ProgrammeSettings) -> bool:
    return (settings.sessions_total - 1) * settings.interval_days_least <= settings.hard_stop_months * 30


def coaching_rules(settings: ProgrammeSettings) -> CoachingRules:
    """The settings as the coaching table takes them."""
    usual = CoachingRules()
    return replace(
        usual,
        sessions=settings.sessions_total,
        minutes_from=settings.session_minutes,
        minutes_to=max(settings.session_minutes, usual.minutes_to),
        interval_days_from=settings.interval_days_least,
        interval_days_to=settings.interval_days_most,
        end_by_month=settings.end_months,
        hard_stop_month=settings.hard_stop_months,
    )


def mentoring_rules(settings: ProgrammeSettings) -> MentoringRules:
    """The settings as the mentoring table takes them."""
    return MentoringRules(
        requests_at_once=settings.requests_at_once,
        requests_per_mentor=settings.requests_per_mentor,
        answer_days=settings.answer_days,
        more_time_days=settings.answer_days,
        window_months=settings.window_months,
        cadence=replace(USUAL_CADENCE, every_days=settings.cadence_days),
    )


def load_rules(settings: ProgrammeSettings) -> LoadRules:
    """The settings as the load rule takes them."""
    return LoadRules(cap=float(settings.load_cap))


@dataclass(frozen=True, slots=True)
class Enrolling:
    """One person, one part, one programme. `state` is "draft", "open" or "closed"."""

    programme_kind: ProgrammeKind
    enrolment_kind: EnrolmentKind
    state: str
    part: str
    same_organisation: bool = True
    already_in: bool = False
    invited: bool = False
    opens_on: date | None = None
    closes_on: date | None = None


def may_enrol(facts: Enrolling, on: date) -> Verdict:
    """May this person join, or ask to join, on that day?"""
    too_early = facts.opens_on is not None and on < facts.opens_on
    too_late = facts.closes_on is not None and on > facts.closes_on
    return first_refusal(
        (
            allow_if(facts.same_organisation, "This programme belongs to another organisation."),
            allow_if(facts.part in PARTS[facts.programme_kind], "There is no such part in this programme."),
            allow_if(not facts.already_in, "You take part in this programme already."),
            allow_if(facts.state != "draft" and not too_early, "This programme has not opened yet."),
            allow_if(facts.state == "open" and not too_late, "This programme takes nobody new."),
            allow_if(
                facts.enrolment_kind != EnrolmentKind.INVITED or facts.invited,
                "This programme is by invitation.",
            ),
        )
    )


def state_on_enrolling(kind: EnrolmentKind, invited: bool) -> str:
    """What an enrolment begins as: "approved" at once, or "requested" until the programme manager says so."""
    waits = kind == EnrolmentKind.APPROVED and not invited
    return "requested" if waits else "approved"
