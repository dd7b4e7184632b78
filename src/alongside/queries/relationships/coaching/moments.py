"""When something is rated: which moment a state belongs to, and what somebody said at it."""

from alongside.models import GapSkill, Moment, Person, RatingSource

BASELINE, MID, FINAL, THEN = Moment.BASELINE, Moment.MID, Moment.FINAL, Moment.THEN
ARTEFACT = RatingSource.ARTEFACT
MOMENT_OF_STATE = {"mid_review": Moment.MID, "final_review": Moment.FINAL}


def ratings_now(gap_skill: GapSkill, rater: Person, moment: Moment) -> dict[str, str]:
    """What this person said at this moment: their own view, and a piece of work they brought in."""
    found: dict[str, str] = {}
    for rating in gap_skill.ratings.all():
        if rating.rater_id == rater.pk and rating.moment == moment:
            found["artefact" if rating.source == "artefact" else "level"] = str(rating.level)
    return found
