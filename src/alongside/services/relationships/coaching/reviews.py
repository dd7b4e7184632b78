"""Reviews: the mid-review with its decision, the final one with its measures, signing off, the follow-up."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from alongside.core.outcomes.instruments.alliance import ALLIANCE
from alongside.core.outcomes.instruments.follow_up import FOLLOW_UP
from alongside.core.outcomes.instruments.recommend import RECOMMEND
from alongside.core.relationships.coaching import advance
from alongside.core.relationships.lifecycle import Moved
from alongside.core.verdicts import Refused
from alongside.models import CoachingEngagement, GapSkill, Moment, Person, Release, Review
from alongside.queries.facts import agreement_in_force
from alongside.queries.relationships.coaching.facts import load_coaching_facts
from alongside.services.post import queue_notice
from alongside.services.relationships.answers import keep_answers
from alongside.services.relationships.coaching.baseline import rate_skill
from alongside.services.relationships.coaching.moving import capacity_of, move
from alongside.services.relationships.coaching.stopping import cancel_planned_meetings, close_early, refer_out

THE_TWO = frozenset({"client", "coach"})
MOVE_OF_DECISION = {
    "continue": "continue_after_review",
    "adjust": "adjust_after_review",
    "change_coach": "change_coach",
}
WAYS_OUT = {"refer": refer_out, "stop": close_early}
NOT_A_REVIEW = Refused("There is no mid-review to decide on.")


@dataclass(frozen=True, slots=True)
class ReviewWords:
    """What the two write; `for_all_three` is the part a sponsor reads where the agreement says so."""

    what_helped: str = ""
    what_next: str = ""
    for_all_three: str = ""


@transaction.atomic
def begin_review(engagement: CoachingEngagement, kind: str, by: Person, at: datetime) -> Review | Refused:
    """Begin the mid or the final review (`kind` "mid" or "final")."""
    answer = move(engagement, f"hold_{kind}_review", by, at)
    if isinstance(answer, Refused):
        return answer
    return Review.objects.create(engagement=engagement, kind=kind, held_at=at, recorded_by=by, created_at=at)


@transaction.atomic
def write_review(review: Review, words: ReviewWords, by: Person) -> Refused | None:
    """Write down what helped and what is next, while the review is open."""
    engagement = review.engagement
    if capacity_of(engagement, by) not in THE_TWO:
        return Refused("A review is written by client and coach.")
    if engagement.state not in {"mid_review", "final_review"}:
        return Refused("This review is over.")
    review.what_helped, review.what_next = words.what_helped.strip(), words.what_next.strip()
    review.for_all_three = words.for_all_three.strip()
    review.save(update_fields=["what_helped", "what_next", "for_all_three"])
    return None


@transaction.atomic
def write_sponsor_part(review: Review, text: str, by: Person) -> Refused | None:
    """The sponsor's own part of a review, where the agreement in force gives them one."""
    engagement = review.engagement
    agreed = agreement_in_force(engagement)
    if by.pk != engagement.sponsor_id or agreed is None or "review" not in agreed.clauses:
        return Refused("The agreement gives the sponsor no part in the reviews.")
    if engagement.state not in {"mid_review", "final_review"}:
        return Refused("This review is over.")
    review.sponsor_words = text.strip()
    review.save(update_fields=["sponsor_words"])
    return None


@transaction.atomic
def decide_mid_review(
    engagement: CoachingEngagement, decision: str, words: ReviewWords, by: Person, at: datetime
) -> Moved | Refused:
    """Carry on, carry on with changes, change the coach, refer, or stop."""
    review = engagement.reviews.filter(kind="mid").last()
    if review is None or engagement.state != "mid_review":
        return NOT_A_REVIEW
    if (refused := write_review(review, words, by)) is not None:
        return refused
    way_out = WAYS_OUT.get(decision)
    answer = way_out(engagement, by, at) if way_out else _carry_on(engagement, decision, by, at)
    if isinstance(answer, Refused):
        return answer
    review.decision = decision
    review.save(update_fields=["decision"])
    engagement.mid_review_done = True
    engagement.save(update_fields=["mid_review_done"])
    return answer


def _carry_on(engagement: CoachingEngagement, decision: str, by: Person, at: datetime) -> Moved | Refused:
    answer = move(engagement, MOVE_OF_DECISION[decision], by, at)
    if isinstance(answer, Moved) and decision == "change_coach":
        _part_from_coach(engagement, at)
    return answer


def _part_from_coach(engagement: CoachingEngagement, at: datetime) -> None:
    """The next coach starts with nothing: what was opened to this one is closed, planned sessions are off."""
    former = engagement.coach
    Release.objects.filter(engagement=engagement, to_relation="coach", withdrawn_at__isnull=True).update(
        withdrawn_at=at
    )
    cancel_planned_meetings(engagement)
    engagement.coach, engagement.coach_since = None, None
    engagement.save(update_fields=["coach", "coach_since"])
    if former is not None:
        queue_notice("answer", former, at=at)


@transaction.atomic
def declare_goals_met(engagement: CoachingEngagement, by: Person, at: datetime) -> Refused | None:
    """The client says the goals are met, so the final review may come before the last session."""
    if by.pk != engagement.client_id:
        return Refused("The client says when the goals are met.")
    if engagement.state != "active":
        return Refused("This can be said while the work is under way.")
    engagement.goals_met_at = at
    engagement.save(update_fields=["goals_met_at"])
    return None


@dataclass(frozen=True, slots=True)
class ClosingAnswers:
    """The client's closing questions. Everything may be left out: that one was asked is what counts.

    `now` and `then` are levels 0–5 by skill: today, and looking back at the start with today's eyes.
    """

    now: Mapping[GapSkill, int]
    then: Mapping[GapSkill, int]
    alliance: Mapping[str, int | str]
    recommend: int | None = None


@transaction.atomic
def answer_closing_questions(
    engagement: CoachingEngagement, answers: ClosingAnswers, by: Person, at: datetime
) -> Refused | None:
    """Keep the closing answers of the client."""
    if by.pk != engagement.client_id:
        return Refused("These questions are the client’s.")
    if engagement.state != "final_review":
        return Refused("These questions belong to the final review.")
    for moment, levels in ((Moment.FINAL, answers.now), (Moment.THEN, answers.then)):
        for gap_skill, level in levels.items():
            rated = rate_skill(gap_skill, level, moment, by, at)
            if isinstance(rated, Refused):
                transaction.set_rollback(True)
                return rated
    keep_answers(engagement, by, ALLIANCE.key, Moment.FINAL, answers.alliance, at)
    keep_answers(engagement, by, RECOMMEND.key, Moment.FINAL, _given(recommend=answers.recommend), at)
    return None


def _given(**answers: int | None) -> dict[str, int | str]:
    """Only what was answered."""
    return {key: answer for key, answer in answers.items() if answer is not None}


@transaction.atomic
def sign_off(engagement: CoachingEngagement, by: Person, at: datetime) -> Moved | Refused | None:
    """Sign off the final review. The second signature closes the engagement; after the first, None."""
    capacity = capacity_of(engagement, by)
    facts = load_coaching_facts(engagement, at)
    if capacity not in THE_TWO:
        return Refused("Client and coach sign off.")
    possible = advance(replace(facts, signed_off_by=THE_TWO), "close", capacity, at)
    if isinstance(possible, Refused):
        return possible
    _keep_sign_off(engagement, capacity, at)
    answer = move(engagement, "close", by, at)
    other = engagement.coach if capacity == "client" else engagement.client
    if isinstance(answer, Refused):
        if other is not None:
            queue_notice("next_step", other, at=at, once_key=f"signoff:{engagement.pk}:{other.pk}")
        return None
    engagement.closed_at = at
    engagement.save(update_fields=["closed_at"])
    cancel_planned_meetings(engagement)
    return answer


def _keep_sign_off(engagement: CoachingEngagement, capacity: str, at: datetime) -> None:
    field = f"{capacity}_signed_off_at"
    setattr(engagement, field, getattr(engagement, field) or at)
    engagement.save(update_fields=[field])


@transaction.atomic
def answer_mid_questions(
    engagement: CoachingEngagement, answers: Mapping[str, int | str], by: Person, at: datetime
) -> Refused | None:
    """How the work together is going, in the middle of it."""
    if by.pk != engagement.client_id:
        return Refused("These questions are the client’s.")
    if engagement.state != "mid_review":
        return Refused("These questions belong to the mid-review.")
    keep_answers(engagement, by, ALLIANCE.key, Moment.MID, answers, at)
    return None


@transaction.atomic
def answer_follow_up(
    engagement: CoachingEngagement, answers: Mapping[str, int | str], by: Person, at: datetime
) -> Refused | None:
    """Three questions, some months later."""
    if by.pk != engagement.client_id:
        return Refused("These questions are the client’s.")
    if engagement.state not in {"closed", "follow_up"}:
        return Refused("These questions are asked some months after the end.")
    keep_answers(engagement, by, FOLLOW_UP.key, Moment.FOLLOW_UP, answers, at)
    return None
