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
from alongside.core.skills.reading import (
    LONGEST,
    KnownSkill,
    SkillLine,
    SkillProblem,
    SkillsReading,
    acknowledgement_for,
    key_for,
    read_skills,
)
from alongside.core.skills.scale import HIGHEST, LEVELS, Level, level_words

__all__ = [
    "HIGHEST",
    "LEVELS",
    "LONGEST",
    "SOURCE_WEIGHTS",
    "CatalogueSkill",
    "GapProfile",
    "KnownSkill",
    "Level",
    "Priority",
    "Rating",
    "RequiredSkill",
    "SkillGap",
    "SkillLine",
    "SkillProblem",
    "SkillsReading",
    "Source",
    "View",
    "ViewKind",
    "acknowledgement_for",
    "compare_views",
    "current_level",
    "find_gaps",
    "gap_index",
    "key_for",
    "level_words",
    "load_catalogue",
    "may_activate",
    "may_plan",
    "priority_score",
    "rank",
    "read_skills",
    "suggested_route",
]
