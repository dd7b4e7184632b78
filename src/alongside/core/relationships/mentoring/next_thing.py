"""The one thing that is next for one of the two. Rows are asked in order; the first that holds is the answer.

The names are used by the room and by Today; the words for each are in the queries, the rule is here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from alongside.core.calendar_days import after_months
from alongside.core.relationships.cadence import Standing, assess_contact
from alongside.core.relationships.mentoring.facts import Form, MentoringFacts
from alongside.core.relationships.mentoring.facts import MentoringState as S


@dataclass(frozen=True, slots=True)
class Desk:
    """What one of the two (`side`) has in front of them beside the facts of the mentorship."""

    side: str
    has_draft: bool = False
    planned_ahead: bool = False
    planned_past: bool = False
    unread: bool = False
    checked: bool = False
    checked_late: bool = False
    looked_back_at: datetime | None = None


Test = Callable[[MentoringFacts, Desk, datetime], bool]


def _limits_unread(facts: MentoringFacts, desk: Desk, at: datetime) -> bool:
    return desk.side not in facts.limits_acknowledged_by


def _planned_past(facts: MentoringFacts, desk: Desk, at: datetime) -> bool:
    return desk.planned_past


def _planned_ahead(facts: MentoringFacts, desk: Desk, at: datetime) -> bool:
    return desk.planned_ahead


def _unread(facts: MentoringFacts, desk: Desk, at: datetime) -> bool:
    return desk.unread


def _mentee(facts: MentoringFacts, desk: Desk, at: datetime) -> bool:
    return desk.side == "mentee"


def _always(facts: MentoringFacts, desk: Desk, at: datetime) -> bool:
    return True


def _flash(facts: MentoringFacts, desk: Desk, at: datetime) -> bool:
    return facts.form == Form.FLASH


def _no_draft(facts: MentoringFacts, desk: Desk, at: datetime) -> bool:
    return not desk.has_draft


def _own_yes_missing(facts: MentoringFacts, desk: Desk, at: datetime) -> bool:
    return desk.side not in facts.expectations_agreed_by


def _check_due(facts: MentoringFacts, desk: Desk, at: datetime) -> bool:
    """After two or three meetings, and again at some months: is this the right pairing?"""
    early = facts.meetings_held >= facts.rules.no_fault_check_after_meetings and not desk.checked
    months = facts.rules.no_fault_check_month
    late = (
        facts.began_at is not None
        and at >= after_months(facts.began_at, months)
        and not desk.checked_late
        and at < after_months(facts.began_at, 2 * months)
    )
    return early or late


def _wishes_to_go_on(facts: MentoringFacts, desk: Desk, at: datetime) -> bool:
    """This side has said that they would like to be colleagues, and the other has not."""
    return desk.side in facts.redefine_wanted_by


def _no_direction(facts: MentoringFacts, desk: Desk, at: datetime) -> bool:
    return not facts.direction_shared


def _window_over(facts: MentoringFacts, desk: Desk, at: datetime) -> bool:
    return facts.window_ends_at is not None and at >= facts.window_ends_at


def _look_back_due(facts: MentoringFacts, desk: Desk, at: datetime) -> bool:
    last = desk.looked_back_at or facts.began_at
    return last is not None and at >= after_months(last, facts.rules.look_back_months)


def _drifting(facts: MentoringFacts, desk: Desk, at: datetime) -> bool:
    """Out of touch for longer than they wished for, and nothing in the diary."""
    if facts.last_contact_at is None or desk.planned_ahead:
        return False
    contact = assess_contact(facts.last_contact_at, at, facts.rules.cadence, facts.pauses)
    return contact.standing != Standing.ON_TRACK


Row = tuple[tuple[S, ...], Test, str]

ROWS: Final[tuple[Row, ...]] = (
    ((S.ACCEPTED,), _limits_unread, "read_limits"),
    ((S.ACCEPTED, S.INITIATION, S.CULTIVATION, S.SEPARATION), _planned_past, "say_you_met"),
    ((S.ACCEPTED,), _planned_ahead, "first_ahead"),
    ((S.ACCEPTED,), _mentee, "book_first"),
    ((S.ACCEPTED,), _always, "wait_for_first"),
    ((S.INITIATION,), _flash, "say_thank_you"),
    ((S.INITIATION, S.CULTIVATION, S.SEPARATION, S.REDEFINITION), _unread, "read_message"),
    ((S.INITIATION,), _no_draft, "write_expectations"),
    ((S.INITIATION,), _own_yes_missing, "say_yes"),
    ((S.INITIATION, S.CULTIVATION), _check_due, "check"),
    ((S.INITIATION,), _no_direction, "find_direction"),
    ((S.INITIATION,), _always, "deepen"),
    ((S.CULTIVATION,), _window_over, "window_over"),
    ((S.CULTIVATION,), _drifting, "get_in_touch"),
    ((S.CULTIVATION,), _look_back_due, "look_back"),
    ((S.CULTIVATION,), _planned_ahead, "next_ahead"),
    ((S.CULTIVATION,), _mentee, "ask"),
    ((S.CULTIVATION,), _always, "be_there"),
    ((S.SEPARATION,), _wishes_to_go_on, "wished"),
    ((S.SEPARATION,), _always, "end_well"),
    ((S.DORMANT,), _mentee, "wake"),
    ((S.DORMANT,), _always, "rest"),
)


def next_thing(facts: MentoringFacts, desk: Desk, at: datetime) -> str | None:
    """The name of the one thing that is next for this side; None where nothing is asked of anybody."""
    return next(
        (name for states, holds, name in ROWS if facts.state in states and holds(facts, desk, at)), None
    )
