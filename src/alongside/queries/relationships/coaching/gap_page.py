"""The gap as a page shows it: each skill with who sees it how, and what comes first."""

from dataclasses import dataclass

from alongside.core.skills import (
    Rating,
    RequiredSkill,
    Source,
    View,
    compare_views,
    find_gaps,
    suggested_route,
)
from alongside.core.skills.gaps import GapProfile, SkillGap
from alongside.core.skills.priorities import priority_score
from alongside.models import Circumstances, CoachingEngagement, GapSkill, MindsetShift, Moment
from alongside.queries.access import Sight
from alongside.queries.relationships.coaching.priorities import priority_of
from alongside.queries.relationships.coaching.room import list_gap_skills, list_mindset_shifts

LOW = 2


@dataclass(frozen=True, slots=True)
class SkillLine:
    """One skill: what is required, how each sees it, the gap, and whether it is worked on."""

    gap_skill: GapSkill
    own: int | None
    coach: int | None
    artefact: int | None
    compared: SkillGap
    view: View | None
    score: float | None
    route: str | None


@dataclass(frozen=True, slots=True)
class GapPage:
    """Skills by priority, strengths, the index, mindset shifts and circumstances."""

    lines: tuple[SkillLine, ...]
    strengths: tuple[SkillLine, ...]
    profile: GapProfile
    shifts: tuple[MindsetShift, ...]
    circumstances: Circumstances | None
    cause_is_outside: bool
    active: int

    @property
    def index_percent(self) -> int | None:
        return None if self.profile.index is None else round(100 * self.profile.index)


def load_gap_page(sight: Sight[CoachingEngagement]) -> GapPage:
    """The start as it was rated. A skill's ratings at the end are on the page of what changed."""
    engagement = sight.record
    skills = list_gap_skills(sight)
    circumstances = Circumstances.objects.filter(engagement=engagement).first() if skills else None
    outside = circumstances is not None and is_cause(circumstances)
    lines = tuple(_line(one, outside) for one in skills)
    profile = find_gaps(_required(one) for one in skills)
    ordered = sorted(
        lines, key=lambda one: (not one.gap_skill.is_active, -(one.score or 0), one.gap_skill.skill.name)
    )
    return GapPage(
        lines=tuple(ordered),
        strengths=tuple(line for line in lines if line.compared.surplus > 0),
        profile=profile,
        shifts=list_mindset_shifts(sight),
        circumstances=circumstances,
        cause_is_outside=outside,
        active=sum(one.is_active for one in skills),
    )


def is_cause(circumstances: Circumstances) -> bool:
    """Whether what somebody has to work with is so little that it, and not a skill, is the cause."""
    low = [
        value
        for value in (circumstances.authority, circumstances.tools, circumstances.time, circumstances.support)
        if value <= LOW
    ]
    return len(low) >= LOW


def ratings_at(gap_skill: GapSkill, *moments: str) -> tuple[Rating, ...]:
    """The ratings of these moments as the core weighs them."""
    return tuple(
        Rating(Source(one.source), one.level, str(one.rater_id or ""), one.rated_on)
        for one in gap_skill.ratings.all()
        if one.moment in moments
    )


def level_by(gap_skill: GapSkill, moment: str, source: str) -> int | None:
    """The newest view of that source at that moment."""
    views = [one for one in gap_skill.ratings.all() if (one.moment, one.source) == (moment, source)]
    return views[-1].level if views else None


def _required(gap_skill: GapSkill) -> RequiredSkill:
    ratings = ratings_at(gap_skill, Moment.BASELINE)
    return RequiredSkill(gap_skill.skill.key, gap_skill.required, gap_skill.importance, ratings)


def _line(gap_skill: GapSkill, outside: bool) -> SkillLine:
    ratings = ratings_at(gap_skill, Moment.BASELINE)
    compared = find_gaps((_required(gap_skill),)).skills[0]
    return SkillLine(
        gap_skill=gap_skill,
        own=level_by(gap_skill, Moment.BASELINE, "self"),
        coach=level_by(gap_skill, Moment.BASELINE, "coach"),
        artefact=level_by(gap_skill, Moment.BASELINE, "artefact"),
        compared=compared,
        view=compare_views(ratings),
        score=priority_score(priority_of(gap_skill)) if compared.gap else None,
        route=suggested_route(compared, outside),
    )
