"""What the mentoring table needs to know about one mentorship. Frozen; gathered by a query."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from alongside.core.relationships.cadence import USUAL_CADENCE, CadenceRules, Pause


class MentoringState(StrEnum):
    REQUESTED = "requested"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WAITLISTED = "waitlisted"
    EXPIRED = "expired"
    INITIATION = "initiation"
    CULTIVATION = "cultivation"
    SEPARATION = "separation"
    REDEFINITION = "redefinition"
    DORMANT = "dormant"
    UNWOUND = "unwound"
    CLOSED = "closed"


class Form(StrEnum):
    ONE_TO_ONE = "one_to_one"
    FLASH = "flash"
    REVERSE = "reverse"
    PEER = "peer"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class MentoringRules:
    """A programme's settings for mentoring; the defaults are the product's. Units are in the names."""

    requests_at_once: int = 1
    requests_per_mentor: int = 3
    answer_days: int = 7
    more_time_days: int = 7
    waitlist_days: int = 90
    first_contact_target_days: int = 14
    first_contact_nudge_days: int = 10
    first_contact_expires_days: int = 30
    no_fault_check_after_meetings: int = 2
    no_fault_check_month: int = 3
    look_back_months: int = 6
    dormant_closes_days: int = 180
    window_months: int = 12
    flash_ends_days: int = 7
    cadence: CadenceRules = USUAL_CADENCE


USUAL_MENTORING: Final = MentoringRules()


@dataclass(frozen=True, slots=True)
class MentoringFacts:
    """One mentorship as the table sees it. It has no sponsor, no fee and nobody to report to."""

    ref: str
    state: MentoringState
    entered_at: datetime
    rules: MentoringRules = USUAL_MENTORING
    form: Form = Form.ONE_TO_ONE
    requested_at: datetime | None = None
    asked_for_time: bool = False
    mentor_has_room: bool = True
    mentee_still_asks: bool = True
    limits_acknowledged_by: frozenset[str] = frozenset()
    first_meeting_held: bool = False
    meetings_held: int = 0
    expectations_agreed_by: frozenset[str] = frozenset()
    direction_shared: bool = False
    began_at: datetime | None = None
    last_contact_at: datetime | None = None
    pauses: tuple[Pause, ...] = ()
    checked_after_meetings: bool = False
    checked_at_months: bool = False
    last_look_back_at: datetime | None = None
    ending_conversation_offered: bool = False
    redefine_wanted_by: frozenset[str] = frozenset()
    window_ends_at: datetime | None = None
