"""The criteria: one file each, one line here. The order is the order in which reasons are read."""

from typing import Final

from alongside.core.matching.criteria.capacity import Capacity
from alongside.core.matching.criteria.career_stage_gap import CareerStageGap
from alongside.core.matching.criteria.column_at_least import ColumnAtLeast
from alongside.core.matching.criteria.column_between import ColumnBetween
from alongside.core.matching.criteria.column_different import ColumnDifferent
from alongside.core.matching.criteria.column_equal import ColumnEqual
from alongside.core.matching.criteria.common_free_time import CommonFreeTime
from alongside.core.matching.criteria.conflict_of_interest import ConflictOfInterest
from alongside.core.matching.criteria.extra_language import ExtraLanguage
from alongside.core.matching.criteria.goals_text import GoalsText
from alongside.core.matching.criteria.load_fairness import LoadFairness
from alongside.core.matching.criteria.not_together_before import NotTogetherBefore
from alongside.core.matching.criteria.own_choices import OwnChoices
from alongside.core.matching.criteria.path_similarity import PathSimilarity
from alongside.core.matching.criteria.points_by_gap import PointsByGap
from alongside.core.matching.criteria.points_equal import PointsEqual
from alongside.core.matching.criteria.points_in_list import PointsInList
from alongside.core.matching.criteria.reporting_line import ReportingLine
from alongside.core.matching.criteria.same_function import SameFunction
from alongside.core.matching.criteria.same_path import SamePath
from alongside.core.matching.criteria.same_place import SamePlace
from alongside.core.matching.criteria.shared_format import SharedFormat
from alongside.core.matching.criteria.shared_language import SharedLanguage
from alongside.core.matching.criteria.skill_cover import SkillCover
from alongside.core.matching.criteria.skill_offered import SkillOfferedWellEnough
from alongside.core.matching.criteria.standing import Standing
from alongside.core.matching.criteria.two_different_people import TwoDifferentPeople
from alongside.core.matching.criterion import Criterion

CRITERIA: Final[tuple[Criterion, ...]] = (
    TwoDifferentPeople(),
    ReportingLine(),
    ConflictOfInterest(),
    NotTogetherBefore(),
    SharedLanguage(),
    CommonFreeTime(),
    SharedFormat(),
    Capacity(),
    Standing(),
    SkillOfferedWellEnough(),
    SamePath(),
    ColumnEqual(),
    ColumnDifferent(),
    ColumnAtLeast(),
    ColumnBetween(),
    SkillCover(),
    PathSimilarity(),
    CareerStageGap(),
    SamePlace(),
    SameFunction(),
    ExtraLanguage(),
    GoalsText(),
    OwnChoices(),
    LoadFairness(),
    PointsEqual(),
    PointsByGap(),
    PointsInList(),
)
BY_KEY: Final = {criterion.key: criterion for criterion in CRITERIA}

# In force in every run, whatever the rules say.
ALWAYS: Final = ("two_different_people", "capacity")
