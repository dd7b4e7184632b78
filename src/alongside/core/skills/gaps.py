"""The skill gap: what is required against what is there. The other two gaps have no arithmetic, on purpose.

gap = max(0, R − C), surplus = max(0, C − R), gap index = ΣI·gap / ΣI·R over skills with R > 0.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from alongside.core.skills.ratings import Rating, Source, current_level, mean_level

SPLIT = 1.5
OTHERS = frozenset({Source.COACH, Source.OTHERS, Source.ARTEFACT})
COACHING_FROM, MENTORING_FROM = 2, 4


@dataclass(frozen=True, slots=True)
class RequiredSkill:
    """A skill the work asks for: level required 0–5, importance 1–3, and the ratings of where it is now."""

    key: str
    required: int
    importance: int = 2
    ratings: tuple[Rating, ...] = ()


@dataclass(frozen=True, slots=True)
class SkillGap:
    """One skill compared. `current` is None where nobody has rated it: then there is no gap to speak of yet."""

    key: str
    required: int
    current: float | None
    importance: int
    gap: float
    surplus: float


@dataclass(frozen=True, slots=True)
class GapProfile:
    """All skills compared: `gaps` widest first by weight, `strengths` are the surpluses, `unrated` by key."""

    skills: tuple[SkillGap, ...]
    gaps: tuple[SkillGap, ...]
    strengths: tuple[SkillGap, ...]
    unrated: tuple[str, ...]
    index: float | None


class ViewKind(StrEnum):
    BLIND_SPOT = "blind_spot"
    HIDDEN_STRENGTH = "hidden_strength"


@dataclass(frozen=True, slots=True)
class View:
    """Self and others see it differently: a reason to talk, never a score."""

    kind: ViewKind
    own: float
    others: float
    words: str


def find_gaps(required: Iterable[RequiredSkill]) -> GapProfile:
    """Compare every required skill with where it is now."""
    skills = tuple(_compared(skill) for skill in required)
    rated = [skill for skill in skills if skill.current is not None]
    widest = sorted((s for s in rated if s.gap > 0), key=lambda s: (-s.importance * s.gap, s.key))
    strongest = sorted((s for s in rated if s.surplus > 0), key=lambda s: (-s.surplus, s.key))
    unrated = tuple(skill.key for skill in skills if skill.current is None)
    return GapProfile(skills, tuple(widest), tuple(strongest), unrated, gap_index(rated))


def _compared(skill: RequiredSkill) -> SkillGap:
    current = current_level(skill.ratings)
    gap = 0.0 if current is None else max(0.0, skill.required - current)
    surplus = 0.0 if current is None else max(0.0, current - skill.required)
    return SkillGap(skill.key, skill.required, current, skill.importance, gap, surplus)


def gap_index(skills: Iterable[SkillGap]) -> float | None:
    """ΣI·gap / ΣI·R over rated skills with R > 0: 0 is no gap, 1 is all of it. None where nothing is required."""
    counted = [skill for skill in skills if skill.required > 0 and skill.current is not None]
    whole = sum(skill.importance * skill.required for skill in counted)
    return sum(skill.importance * skill.gap for skill in counted) / whole if whole else None


def compare_views(ratings: Iterable[Rating]) -> View | None:
    """A blind spot (own view higher by 1.5 or more) or a hidden strength (lower by as much), if there is one."""
    known = tuple(ratings)
    own, others = mean_level(known, frozenset({Source.SELF})), mean_level(known, OTHERS)
    if own is None or others is None or abs(own - others) < SPLIT:
        return None
    if own > others:
        words = "You see more of this than others do. That is a reason to talk, not a mark."
        return View(ViewKind.BLIND_SPOT, own, others, words)
    words = "Others see more of this than you do. That is a reason to talk, not a mark."
    return View(ViewKind.HIDDEN_STRENGTH, own, others, words)


def suggested_route(gap: SkillGap, cause_is_outside: bool = False) -> str | None:
    """Which kind of help a gap suggests: a route of the needs, or None without a gap.

    Authority, tools, time or support as the cause: the manager. Else by where the person is now: below 2
    training first, from 2 a coach, from 4 a mentor.
    """
    if gap.current is None or gap.gap == 0:
        return None
    if cause_is_outside:
        return "manager_hr"
    if gap.current < COACHING_FROM:
        return "training"
    return "coach" if gap.current < MENTORING_FROM else "mentor"
