"""Skill gaps before and after, and goals at the end, one figure a person and a view."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, time
from typing import Any, Final

from alongside.core.outcomes.attainment import ScoredGoal, attainment_score, goal_weight
from alongside.core.outcomes.measures import Once, Twice
from alongside.core.skills import Rating, RequiredSkill, Source, find_gaps
from alongside.models import Attainment, Moment, Programme, SkillRating

VIEWS: Final = ("self", "coach")


def load_gaps(programme: Programme) -> dict[str, tuple[Twice, ...]]:
    """The gap index of each client before and after, by the view it was seen with (one read).

    Only skills that the same view rated at both ends: a view that is missing is not a zero.
    """
    rows = SkillRating.objects.filter(
        gap_skill__engagement__programme=programme,
        moment__in=[Moment.BASELINE, Moment.FINAL],
        source__in=VIEWS,
    ).values(
        "source",
        "moment",
        "level",
        "rated_on",
        "gap_skill_id",
        "gap_skill__required",
        "gap_skill__importance",
        "gap_skill__engagement_id",
        "gap_skill__engagement__client_id",
    )
    by_view: defaultdict[tuple[str, Any], list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows.order_by("rated_on", "created_at"):
        by_view[row["source"], row["gap_skill__engagement_id"]].append(row)
    return {
        view: tuple(
            pair
            for (source, _), ratings in by_view.items()
            if source == view and (pair := _before_and_after(ratings)) is not None
        )
        for view in VIEWS
    }


def _before_and_after(ratings: list[Mapping[str, Any]]) -> Twice | None:
    at_both = {row["gap_skill_id"] for row in ratings if row["moment"] == Moment.BASELINE} & {
        row["gap_skill_id"] for row in ratings if row["moment"] == Moment.FINAL
    }
    counted = [row for row in ratings if row["gap_skill_id"] in at_both]
    before, after = (_index(counted, moment) for moment in (Moment.BASELINE, Moment.FINAL))
    if before is None or after is None:
        return None
    last = max(row["rated_on"] for row in counted)
    person = str(counted[0]["gap_skill__engagement__client_id"])
    return Twice(person, before, after, datetime.combine(last, time(), UTC))


def _index(ratings: Iterable[Mapping[str, Any]], moment: str) -> float | None:
    skills = {
        row["gap_skill_id"]: RequiredSkill(
            str(row["gap_skill_id"]),
            row["gap_skill__required"],
            row["gap_skill__importance"],
            (Rating(Source(row["source"]), row["level"]),),
        )
        for row in ratings
        if row["moment"] == moment
    }
    return find_gaps(skills.values()).index


def load_attainment(programme: Programme) -> dict[str, tuple[Once, ...]]:
    """The T score over each client's goals at the end, as client and as coach scored them (one read)."""
    rows = Attainment.objects.filter(
        levels__goal__engagement__programme=programme,
        moment=Moment.FINAL,
        levels__frozen_at__isnull=False,
    ).values(
        "level",
        "scored_at",
        "scored_by_id",
        "levels__goal__importance",
        "levels__goal__difficulty",
        "levels__goal__engagement_id",
        "levels__goal__engagement__client_id",
    )
    scored: defaultdict[tuple[str, Any], list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        is_client = row["scored_by_id"] == row["levels__goal__engagement__client_id"]
        scored["self" if is_client else "coach", row["levels__goal__engagement_id"]].append(row)
    return {
        view: tuple(
            score for (by, _), goals in scored.items() if by == view and (score := _score(goals)) is not None
        )
        for view in VIEWS
    }


def _score(goals: list[Mapping[str, Any]]) -> Once | None:
    """A goal to which nobody gave a weight counts as one."""
    score = attainment_score(
        ScoredGoal(
            row["level"],
            goal_weight(row["levels__goal__importance"], row["levels__goal__difficulty"]) or 1,
        )
        for row in goals
    )
    if score is None:
        return None
    last = max(row["scored_at"] for row in goals)
    return Once(str(goals[0]["levels__goal__engagement__client_id"]), score, last)
