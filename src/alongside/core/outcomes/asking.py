"""Who may be asked which of the short questionnaires, and when. Nobody has to answer, and any question may be skipped.

A moment is a stretch of time. While it lasts the answers can be changed; when it has passed they stay as they are.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from alongside.core.calendar_days import after_months
from alongside.core.outcomes.instrument import Instrument
from alongside.core.outcomes.instruments import INSTRUMENTS
from alongside.core.outcomes.instruments.practitioner_check import PRACTITIONER_CHECK

FIRST_MONTHS: Final = 3
YEAR_MONTHS: Final = 12
DAYS_AFTER_THE_END: Final = 30
EARLY_SESSIONS: Final = (2, 3)
HELPED: Final = frozenset({"client", "mentee"})

COACHING_OVER: Final = frozenset({"closed", "withdrawn", "referred_out", "closed_early", "terminated"})
MENTORING_UNDER_WAY: Final = frozenset({"initiation", "cultivation", "separation"})
MENTORING_OVER: Final = frozenset({"redefinition", "closed", "unwound"})

# The moment an answer is kept under: early is the start of working together, a year is a later look.
KEPT_UNDER: Final = MappingProxyType(
    {
        "baseline": "baseline",
        "early": "baseline",
        "three_months": "mid",
        "mid": "mid",
        "final": "final",
        "yearly": "follow_up",
        "follow_up": "follow_up",
    }
)


@dataclass(frozen=True, slots=True)
class AskingFacts:
    """What the questions depend on. `side`: client, coach, mentee or mentor; `began_at`: the first time they met.

    `since_at` is when the relationship came into its state.
    """

    side: str
    state: str
    since_at: datetime
    began_at: datetime | None = None
    sessions_held: int = 0
    mid_review_done: bool = False
    is_flash: bool = False

    @property
    def is_coaching(self) -> bool:
        return self.side in {"client", "coach"}


@dataclass(frozen=True, slots=True)
class Window:
    """A moment that is open. Answers given before `opens_at` belong to an earlier one; None where there is but one."""

    moment: str
    opens_at: datetime | None = None


def is_asked_of(instrument: Instrument, side: str) -> bool:
    """Whether the questionnaire is for this side at all."""
    return instrument.asked_of == side or (instrument.asked_of == "client_or_mentee" and side in HELPED)


def open_window(instrument: Instrument, moment: str, facts: AskingFacts, at: datetime) -> Window | None:
    """The window of this moment, if this side may answer this questionnaire now."""
    if moment not in instrument.moments or not is_asked_of(instrument, facts.side):
        return None
    return (COACHING if facts.is_coaching else MENTORING)[moment](facts, at)


def list_open(facts: AskingFacts, at: datetime) -> tuple[tuple[Instrument, Window], ...]:
    """Everything this side may answer now, in the order in which the questionnaires are listed."""
    return tuple(
        (instrument, window)
        for instrument in INSTRUMENTS
        for moment in instrument.moments
        if (window := open_window(instrument, moment, facts, at)) is not None
    )


def may_show_to_practitioner(instrument: Instrument, side: str) -> bool:
    """The one who is helped may open their answers to the one who helps; the check goes over in groups only."""
    return side in HELPED and instrument.key != PRACTITIONER_CHECK.key


def _never(facts: AskingFacts, at: datetime) -> Window | None:
    return None


def _if(holds: bool, moment: str, opens_at: datetime | None = None) -> Window | None:
    return Window(moment, opens_at) if holds else None


def _just_over(facts: AskingFacts, at: datetime) -> bool:
    return at <= facts.since_at + timedelta(days=DAYS_AFTER_THE_END)


def _baseline(facts: AskingFacts, at: datetime) -> Window | None:
    return _if(facts.state in {"agreed", "baseline"} and facts.sessions_held == 0, "baseline")


def _early(facts: AskingFacts, at: datetime) -> Window | None:
    few = facts.sessions_held in EARLY_SESSIONS and not facts.mid_review_done
    return _if(few and facts.state in {"active", "paused"}, "early")


def _mid(facts: AskingFacts, at: datetime) -> Window | None:
    return _if(facts.state == "mid_review", "mid")


def _coaching_final(facts: AskingFacts, at: datetime) -> Window | None:
    """At the final review, and for a while after any ending, early ones too."""
    ended = facts.state in COACHING_OVER and facts.began_at is not None and _just_over(facts, at)
    return _if(facts.state == "final_review" or ended, "final")


def _follow_up(facts: AskingFacts, at: datetime) -> Window | None:
    return _if(facts.state == "follow_up", "follow_up")


def _three_months(facts: AskingFacts, at: datetime) -> Window | None:
    if facts.began_at is None or facts.is_flash or facts.state not in MENTORING_UNDER_WAY:
        return None
    opens_at = after_months(facts.began_at, FIRST_MONTHS)
    return _if(opens_at <= at < after_months(facts.began_at, YEAR_MONTHS), "three_months", opens_at)


def _yearly(facts: AskingFacts, at: datetime) -> Window | None:
    """From the latest anniversary of the first conversation to the next."""
    if facts.began_at is None or facts.is_flash or facts.state not in MENTORING_UNDER_WAY:
        return None
    years = at.year - facts.began_at.year
    latest = after_months(facts.began_at, YEAR_MONTHS * years)
    if latest > at:
        years -= 1
        latest = after_months(facts.began_at, YEAR_MONTHS * years)
    return _if(years >= 1, "yearly", latest)


def _mentoring_final(facts: AskingFacts, at: datetime) -> Window | None:
    ended = facts.state in MENTORING_OVER and facts.began_at is not None and _just_over(facts, at)
    return _if(facts.state == "separation" or ended, "final")


Opens = Callable[[AskingFacts, datetime], Window | None]
COACHING: Final[MappingProxyType[str, Opens]] = MappingProxyType(
    {
        "baseline": _baseline,
        "early": _early,
        "mid": _mid,
        "final": _coaching_final,
        "follow_up": _follow_up,
        "three_months": _never,
        "yearly": _never,
    }
)
MENTORING: Final[MappingProxyType[str, Opens]] = MappingProxyType(
    {
        "baseline": _never,
        "early": _never,
        "mid": _never,
        "final": _mentoring_final,
        "follow_up": _never,
        "three_months": _three_months,
        "yearly": _yearly,
    }
)
