"""When somebody has looked long enough without finding anybody, a person looks: why, who, and by when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from alongside.core.calendar_days import after_days, after_working_days

TRIES: Final = 3  # requests in a row that came to nothing, where there is no list that says how many
LOOK_WITHIN_WORKING_DAYS: Final = 3
LOOK_AGAIN_WORKING_DAYS: Final = 5
COACHES_ANSWER_DAYS: Final = 7


class Because(StrEnum):
    """Why a person looks."""

    LIST_USED_UP = "list_used_up"
    TRIES = "tries"
    ASKED = "asked"
    NOBODY_ON_OFFER = "nobody_on_offer"
    TALKS_USED = "talks_used"
    COACHES_SILENT = "coaches_silent"


class Outcome(StrEnum):
    """How a search came to an end."""

    OFFERED = "offered"
    FOUND = "found"
    SETTLED = "settled"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True)
class MentorSearch:
    """A mentee's search in one programme. `tries` came to nothing since the last time they had, or were found, one."""

    has_mentor: bool = False
    open_requests: int = 0
    has_list: bool = False
    choices_left: int = 0
    tries: int = 0


@dataclass(frozen=True, slots=True)
class CoachSearch:
    """A client who chooses a coach. `silent_since` is when the coaches were asked, while none has answered."""

    on_offer: int = 0
    talks: int = 0
    talks_at_most: int = 3
    silent_since: datetime | None = None


def why_mentor_search_is_stuck(search: MentorSearch) -> Because | None:
    """The reason for a person to look, or None while the mentee can go on by themselves."""
    if search.has_mentor or search.open_requests:
        return None
    if search.has_list:
        return None if search.choices_left else Because.LIST_USED_UP
    return Because.TRIES if search.tries >= TRIES else None


def why_coach_search_is_stuck(search: CoachSearch, at: datetime) -> Because | None:
    """The reason for a person to look, or None while there is somebody to choose."""
    if search.talks >= search.talks_at_most:
        return Because.TALKS_USED
    if not search.on_offer:
        return Because.NOBODY_ON_OFFER
    silent = search.silent_since
    if silent is not None and at >= after_days(silent, COACHES_ANSWER_DAYS):
        return Because.COACHES_SILENT
    return None


@dataclass(frozen=True, slots=True)
class Keeper:
    """Somebody who runs the programme, and how many open searches are theirs already."""

    ref: str
    open_searches: int


def choose_owner(keepers: Iterable[Keeper], about: str) -> str | None:
    """Who looks: the one with the fewest, the first among equals; never the person it is about. None if nobody can."""
    able = [keeper for keeper in keepers if keeper.ref != about]
    return min(able, key=lambda keeper: keeper.open_searches).ref if able else None


def look_by(at: datetime) -> datetime:
    """When the owner of a new search looks at the latest."""
    return after_working_days(at, LOOK_WITHIN_WORKING_DAYS)


def look_again_by(at: datetime) -> datetime:
    """When the owner looks again after they have done something."""
    return after_working_days(at, LOOK_AGAIN_WORKING_DAYS)
