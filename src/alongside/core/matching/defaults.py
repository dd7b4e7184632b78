"""The rules a new programme starts with. Coaching and mentoring are different jobs, so they differ.

Coaching asks for the skill, at a level, from somebody whose standing is current. Mentoring asks for the path.
"""

from typing import Final

from alongside.core.matching.pool import ProgrammeKind
from alongside.core.matching.rules import Rule, RuleSet

_ALWAYS_SENSIBLE: Final = (
    Rule("reporting_line"),
    Rule("conflict_of_interest"),
    Rule("not_together_before"),
    Rule("shared_language"),
    Rule("shared_format"),
)

COACHING: Final = RuleSet(
    "coaching",
    "Coaching, as delivered",
    (
        *_ALWAYS_SENSIBLE,
        Rule("common_free_time", {"least_minutes": 60}),
        # Supervision has no record of its own yet: asking for it would rule out every coach, and prove nothing.
        Rule("standing", {"supervision": False}),
        Rule("skill_offered", {"how_many": "one", "least_level": 3}),
        Rule("skill_cover", weight=5),
        Rule("own_choices", weight=4),
        Rule("load_fairness", weight=2),
        Rule("extra_language", weight=1),
        Rule("goals_text", weight=1),
    ),
)

MENTORING: Final = RuleSet(
    "mentoring",
    "Mentoring, as delivered",
    (
        *_ALWAYS_SENSIBLE,
        Rule("common_free_time", {"least_minutes": 30}),
        Rule("same_path"),
        Rule("path_similarity", weight=5),
        Rule("own_choices", weight=5),
        Rule("career_stage_gap", weight=3),
        Rule("skill_cover", weight=2),
        Rule("load_fairness", weight=2),
        Rule("same_function", weight=1),
        Rule("same_place", weight=1),
        Rule("goals_text", weight=1),
    ),
)

DEFAULTS: Final[dict[ProgrammeKind, RuleSet]] = {"coaching": COACHING, "mentoring": MENTORING}
