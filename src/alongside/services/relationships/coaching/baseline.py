"""Where it starts: skills required and rated, mindset, circumstances, readiness, and what comes first."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from alongside.core.relationships.lifecycle import Moved
from alongside.core.skills.priorities import may_activate, may_confirm
from alongside.core.verdicts import Refused
from alongside.models import (
    Circumstances,
    CoachingEngagement,
    GapSkill,
    MindsetShift,
    Moment,
    NeedSkill,
    Person,
    RatingSource,
    Skill,
    SkillRating,
)
from alongside.queries.relationships.coaching.priorities import priority_of
from alongside.services.relationships.coaching.moving import capacity_of, move

OPEN_IN = ("baseline", "active", "mid_review")
NOT_NOW = Refused("This belongs to the start of the work.")
NOT_YOURS = Refused("This is for client and coach.")
THE_TWO = ("client", "coach")
REQUIRED_UNLESS_SAID = 4  # "needs no help, others ask": what the form that names a skill begins with
SOURCE_OF = {"client": RatingSource.SELF, "coach": RatingSource.COACH}
RATED_IN = {
    Moment.BASELINE: ("baseline",),
    Moment.MID: ("mid_review",),
    Moment.FINAL: ("final_review",),
    Moment.THEN: ("final_review",),
    Moment.FOLLOW_UP: ("closed", "follow_up"),
}


@dataclass(frozen=True, slots=True)
class Figures:
    """The four figures of a priority, each 1 to 3."""

    importance: int = 2
    urgency: int = 2
    leverage: int = 2
    effort: int = 2


def begin_baseline(engagement: CoachingEngagement, by: Person, at: datetime) -> Moved | Refused:
    """Begin to write down where things are."""
    return move(engagement, "begin_baseline", by, at)


def may_write(engagement: CoachingEngagement, by: Person) -> Refused | None:
    """Whether this person may write down where things are, now."""
    if capacity_of(engagement, by) not in THE_TWO:
        return NOT_YOURS
    return None if engagement.state in OPEN_IN else NOT_NOW


@transaction.atomic
def name_skill(
    engagement: CoachingEngagement, skill: Skill, required: int, by: Person, at: datetime, importance: int = 2
) -> GapSkill | Refused:
    """A skill this is about, and the level the work asks for. Named again, the level and weight change."""
    if (refused := may_write(engagement, by)) is not None:
        return refused
    if skill.organisation_id != engagement.programme.organisation_id:
        return Refused("Choose a skill from your organisation’s list.")
    gap_skill, _ = GapSkill.objects.update_or_create(
        engagement=engagement,
        skill=skill,
        defaults={"required": required, "importance": importance},
        create_defaults={
            "required": required,
            "importance": importance,
            "proposed_by": by,
            "created_at": at,
        },
    )
    return gap_skill


@transaction.atomic
def take_over_skill(
    engagement: CoachingEngagement, named: NeedSkill, by: Person, at: datetime
) -> GapSkill | Refused:
    """The client brings a skill of their need along: the level asked for, and where they said they are."""
    if by.pk != engagement.client_id:
        return Refused("Only the client can bring along what they named.")
    required = REQUIRED_UNLESS_SAID if named.required is None else named.required
    gap_skill = name_skill(engagement, named.skill, required, by, at, named.importance)
    if isinstance(gap_skill, Refused) or named.current is None:
        return gap_skill
    rated = rate_skill(gap_skill, named.current, Moment.BASELINE, by, at)
    if isinstance(rated, Refused):
        transaction.set_rollback(True)
        return rated
    return gap_skill


@transaction.atomic
def drop_skill(gap_skill: GapSkill, by: Person) -> Refused | None:
    """Take a skill off the list, as long as there is no plan for it."""
    if (refused := may_write(gap_skill.engagement, by)) is not None:
        return refused
    if gap_skill.steps.exists():
        return Refused("There is a plan for this skill. Rest it instead.")
    gap_skill.delete()
    return None


@transaction.atomic
def rate_skill(
    gap_skill: GapSkill,
    level: int,
    moment: Moment,
    by: Person,
    at: datetime,
    source: RatingSource | None = None,
) -> SkillRating | Refused:
    """A view of the level, 0 to 5: one's own by default; either may bring in a piece of work or a test.

    Within one moment a newer view takes the place of the older; moments never overwrite each other.
    """
    capacity = capacity_of(gap_skill.engagement, by)
    if capacity not in THE_TWO:
        return NOT_YOURS
    if moment == Moment.THEN and capacity != "client":
        return Refused("Looking back at the start is for the client.")
    own = source or SOURCE_OF[capacity]
    if (refused := _out_of_time(gap_skill, moment, own, by)) is not None:
        return refused
    rating, _ = SkillRating.objects.update_or_create(
        gap_skill=gap_skill,
        moment=moment,
        source=own,
        rater=by,
        defaults={"level": level, "rated_on": at.date()},
    )
    return rating


def _out_of_time(gap_skill: GapSkill, moment: Moment, source: RatingSource, by: Person) -> Refused | None:
    """Each moment is rated in its own time; a skill named later has its start then, and once."""
    state = gap_skill.engagement.state
    if state in RATED_IN.get(moment, ()):
        return None
    is_new = moment == Moment.BASELINE and state in OPEN_IN
    if is_new and not gap_skill.ratings.filter(moment=moment, source=source, rater=by).exists():
        return None
    return Refused("This was asked at its own time. Later views stand beside it and never replace it.")


@transaction.atomic
def propose_priority(gap_skill: GapSkill, figures: Figures, by: Person) -> Refused | None:
    """The coach proposes what comes first. A changed proposal has to be confirmed anew."""
    if capacity_of(gap_skill.engagement, by) != "coach":
        return Refused("The coach proposes; the client decides.")
    if Figures(gap_skill.importance, gap_skill.urgency, gap_skill.leverage, gap_skill.effort) != figures:
        gap_skill.confirmed_by, gap_skill.confirmed_at, gap_skill.is_active = None, None, False
    gap_skill.importance, gap_skill.urgency = figures.importance, figures.urgency
    gap_skill.leverage, gap_skill.effort = figures.leverage, figures.effort
    gap_skill.proposed_by = by
    gap_skill.save()
    return None


@transaction.atomic
def confirm_priority(gap_skill: GapSkill, by: Person, at: datetime) -> Refused | None:
    """The client says yes to working on this, and it becomes one of the at most two active skills."""
    engagement = gap_skill.engagement
    verdict = may_confirm(priority_of(gap_skill), str(by.pk), str(engagement.client_id))
    if isinstance(verdict, Refused):
        return verdict
    gap_skill.confirmed_by, gap_skill.confirmed_at = by, at
    active = engagement.gap_skills.filter(is_active=True).values_list("skill__key", flat=True)
    verdict = may_activate(priority_of(gap_skill), frozenset(active))
    if isinstance(verdict, Refused):
        return verdict
    gap_skill.is_active = True
    gap_skill.save(update_fields=["confirmed_by", "confirmed_at", "is_active"])
    return None


@transaction.atomic
def rest_skill(gap_skill: GapSkill, by: Person) -> Refused | None:
    """The client rests a skill; its plan stays as it is."""
    if by.pk != gap_skill.engagement.client_id:
        return Refused("The client decides what to work on.")
    gap_skill.is_active = False
    gap_skill.save(update_fields=["is_active"])
    return None


@transaction.atomic
def write_mindset_shift(
    engagement: CoachingEngagement,
    from_text: str,
    to_text: str,
    confidence: int,
    importance: int,
    by: Person,
    at: datetime,
) -> MindsetShift | Refused:
    """From … to …, in the client's words. Nothing is computed on it."""
    if by.pk != engagement.client_id:
        return Refused("These are the client’s words.")
    if engagement.state not in OPEN_IN:
        return NOT_NOW
    return MindsetShift.objects.create(
        engagement=engagement,
        from_text=from_text.strip(),
        to_text=to_text.strip(),
        confidence=confidence,
        importance=importance,
        created_at=at,
    )


@transaction.atomic
def drop_mindset_shift(shift: MindsetShift, by: Person) -> Refused | None:
    """The client takes it away again."""
    if by.pk != shift.engagement.client_id:
        return Refused("These are the client’s words.")
    shift.delete()
    return None


@transaction.atomic
def write_circumstances(
    engagement: CoachingEngagement, authority: int, tools: int, time: int, support: int, by: Person
) -> Circumstances | Refused:
    """What the client has to work with, 1 to 5 each. Where this is the cause, coaching is the wrong help."""
    if by.pk != engagement.client_id:
        return Refused("Only the client can say this.")
    if engagement.state not in OPEN_IN:
        return NOT_NOW
    circumstances, _ = Circumstances.objects.update_or_create(
        engagement=engagement,
        defaults={"authority": authority, "tools": tools, "time": time, "support": support},
    )
    return circumstances


@transaction.atomic
def estimate_alone(engagement: CoachingEngagement, days: int | None, by: Person) -> Refused | None:
    """How long the client thinks it would take alone; asked once, at the start, so that it stays honest."""
    if by.pk != engagement.client_id:
        return Refused("Only the client can say this.")
    if engagement.state != "baseline":
        return NOT_NOW
    engagement.estimated_days_alone = days
    engagement.save(update_fields=["estimated_days_alone"])
    return None
