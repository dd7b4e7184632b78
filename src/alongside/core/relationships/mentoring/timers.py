"""When something falls due in a mentorship. One function a row; None means there is nothing to wait for."""

from datetime import datetime

from alongside.core.calendar_days import after_days, after_months
from alongside.core.relationships.cadence import moment_after
from alongside.core.relationships.lifecycle import Timer
from alongside.core.relationships.mentoring.facts import Form, MentoringFacts
from alongside.core.relationships.mentoring.facts import MentoringState as S
from alongside.core.relationships.mentoring.guards import expiry

PAIR = ("mentee", "mentor")
ONE_SECOND_IN_DAYS = 1 / 86_400


def expires(facts: MentoringFacts, at: datetime) -> datetime | None:
    return expiry(facts)


def first_contact_nudge(facts: MentoringFacts, at: datetime) -> datetime | None:
    return _first_contact(facts, facts.rules.first_contact_nudge_days)


def first_contact_target(facts: MentoringFacts, at: datetime) -> datetime | None:
    return _first_contact(facts, facts.rules.first_contact_target_days)


def _first_contact(facts: MentoringFacts, days: int) -> datetime | None:
    return None if facts.first_meeting_held else after_days(facts.entered_at, days)


def check_after_meetings(facts: MentoringFacts, at: datetime) -> datetime | None:
    enough = facts.meetings_held >= facts.rules.no_fault_check_after_meetings
    return facts.last_contact_at if enough and not facts.checked_after_meetings and _lasts(facts) else None


def check_at_months(facts: MentoringFacts, at: datetime) -> datetime | None:
    if facts.began_at is None or facts.checked_at_months or not _lasts(facts):
        return None
    return after_months(facts.began_at, facts.rules.no_fault_check_month)


def look_back(facts: MentoringFacts, at: datetime) -> datetime | None:
    last = facts.last_look_back_at or facts.began_at
    return None if last is None else after_months(last, facts.rules.look_back_months)


def drifting(facts: MentoringFacts, at: datetime) -> datetime | None:
    return _quiet_for(facts, facts.rules.cadence.on_track_to * facts.rules.cadence.every_days)


def at_risk(facts: MentoringFacts, at: datetime) -> datetime | None:
    return _quiet_for(facts, facts.rules.cadence.drifting_to * facts.rules.cadence.every_days)


def dormant(facts: MentoringFacts, at: datetime) -> datetime | None:
    return _quiet_for(facts, facts.rules.cadence.quiet_days)


def _quiet_for(facts: MentoringFacts, days: float) -> datetime | None:
    """One second past the bound, since the bound itself still belongs to the better standing."""
    if facts.last_contact_at is None or not _lasts(facts):
        return None
    return moment_after(facts.last_contact_at, days + ONE_SECOND_IN_DAYS, facts.pauses)


def lapses(facts: MentoringFacts, at: datetime) -> datetime | None:
    return after_days(facts.entered_at, facts.rules.dormant_closes_days)


def window_ends(facts: MentoringFacts, at: datetime) -> datetime | None:
    return facts.window_ends_at


def flash_is_over(facts: MentoringFacts, at: datetime) -> datetime | None:
    """Some days later, so that there is time to say thank you."""
    return after_days(facts.entered_at, facts.rules.flash_ends_days) if facts.form == Form.FLASH else None


def _lasts(facts: MentoringFacts) -> bool:
    """A flash conversation owes nothing, so nobody is reminded of it."""
    return facts.form != Form.FLASH


UNDER_WAY = (S.INITIATION, S.CULTIVATION)

MENTORING_TIMERS: tuple[Timer[MentoringFacts], ...] = (
    Timer(
        "expire",
        (S.REQUESTED, S.WAITLISTED, S.ACCEPTED),
        expires,
        PAIR,
        "The time to answer or to meet has run out. Nobody is to blame.",
        "expire",
    ),
    Timer("first_contact_nudge", (S.ACCEPTED,), first_contact_nudge, ("mentee",), "Book the first meeting."),
    Timer(
        "first_contact_target", (S.ACCEPTED,), first_contact_target, PAIR, "The first meeting is not booked."
    ),
    Timer("check_after_meetings", UNDER_WAY, check_after_meetings, PAIR, "Is this the right pairing?"),
    Timer("check_at_months", UNDER_WAY, check_at_months, PAIR, "Is this still the right pairing?"),
    Timer("look_back", (S.CULTIVATION,), look_back, PAIR, "Time for a look back and ahead."),
    Timer("drifting", UNDER_WAY, drifting, PAIR, "It has been a while since you were in touch."),
    Timer("at_risk", UNDER_WAY, at_risk, PAIR, "It has been a long while since you were in touch."),
    Timer(
        "go_dormant", (S.CULTIVATION,), dormant, PAIR, "It has gone quiet. That is all right.", "go_dormant"
    ),
    Timer("lapse", (S.DORMANT,), lapses, PAIR, "It stayed quiet and is now closed, with thanks.", "lapse"),
    Timer(
        "end_flash", (S.INITIATION,), flash_is_over, PAIR, "The conversation was had. Thank you.", "end_flash"
    ),
    Timer(
        "window_ends",
        (*UNDER_WAY, S.DORMANT),
        window_ends,
        PAIR,
        "The programme’s time is over: end, carry on, or look for another mentor.",
    ),
)
