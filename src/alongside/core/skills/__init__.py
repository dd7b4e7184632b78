"""Skills: the scale, the gap between what is required and what is there, priorities, and steps to get across."""

from alongside.core.skills.catalogue import CatalogueSkill, load_catalogue
from alongside.core.skills.gaps import (
    GapProfile,
    RequiredSkill,
    SkillGap,
    View,
    ViewKind,
    compare_views,
    find_gaps,
    gap_index,
    suggested_route,
)
from alongside.core.skills.priorities import Priority, may_activate, may_plan, priority_score, rank
from alongside.core.skills.ratings import SOURCE_WEIGHTS, Rating, Source, current_level
from alongside.core.skills.scale import HIGHEST, LEVELS, Level, level_words

__all__ = [
    "HIGHEST",
    "LEVELS",
    "SOURCE_WEIGHTS",
    "CatalogueSkill",
    "GapProfile",
    "Level",
    "Priority",
    "Rating",
    "RequiredSkill",
    "SkillGap",
    "Source",
    "View",
    "ViewKind",
    "compare_views",
    "current_level",
    "find_gaps",
    "gap_index",
    "level_words",
    "load_catalogue",
    "may_activate",
    "may_plan",
    "priority_score",
    "rank",
    "suggested_route",
]
