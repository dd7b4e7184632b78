"""A skill of the gap as the core weighs it against others."""

from alongside.core.skills import Priority, Rating, RequiredSkill, Source, find_gaps
from alongside.models import GapSkill, Moment


def priority_of(gap_skill: GapSkill) -> Priority:
    """The skill as the core weighs it."""
    confirmed = str(gap_skill.confirmed_by_id) if gap_skill.confirmed_by_id else None
    return Priority(
        key=gap_skill.skill.key,
        gap=gap_of(gap_skill),
        importance=gap_skill.importance,
        urgency=gap_skill.urgency,
        leverage=gap_skill.leverage,
        effort=gap_skill.effort,
        proposed_by=str(gap_skill.proposed_by_id),
        confirmed_by=confirmed,
    )


def gap_of(gap_skill: GapSkill) -> float:
    """Required less current, as rated at the start; nothing below zero."""
    ratings = tuple(
        Rating(Source(rating.source), rating.level, str(rating.rater_id or ""), rating.rated_on)
        for rating in gap_skill.ratings.all()
        if rating.moment == Moment.BASELINE
    )
    profile = find_gaps(
        (RequiredSkill(gap_skill.skill.key, gap_skill.required, gap_skill.importance, ratings),)
    )
    return profile.skills[0].gap
