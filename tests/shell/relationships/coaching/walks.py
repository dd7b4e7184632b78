"""Walks through an engagement by its services, as far as a test needs it. The same walk fills a page for the eye."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from alongside.core.outcomes.instruments.readiness import READINESS
from alongside.core.verdicts import Refused
from alongside.models import (
    CoachingEngagement,
    CoachOffer,
    GapSkill,
    Goal,
    Moment,
    Part,
    Person,
    Programme,
    Skill,
    Step,
)
from alongside.queries.relationships.coaching.terms import current_version
from alongside.services.relationships.answers import keep_answers
from alongside.services.relationships.coaching.agreement import (
    change_terms,
    record_three_way_meeting,
    sign_agreement,
)
from alongside.services.relationships.coaching.asking import ask_for_coaching
from alongside.services.relationships.coaching.baseline import (
    Figures,
    begin_baseline,
    confirm_priority,
    name_skill,
    propose_priority,
    rate_skill,
)
from alongside.services.relationships.coaching.goals import (
    FiveLevels,
    GoalWords,
    freeze_levels,
    score_goal,
    write_goal,
)
from alongside.services.relationships.coaching.offers import (
    choose_coach,
    declare_conflict,
    mark_talk_held,
    offer_coaches,
    say_yes,
)
from alongside.services.relationships.coaching.plan import StepWords, add_step
from alongside.services.relationships.coaching.reviews import (
    ClosingAnswers,
    ReviewWords,
    answer_closing_questions,
    begin_review,
    decide_mid_review,
    sign_off,
)
from alongside.services.relationships.coaching.sessions import hold_session, plan_session
from tests.shell.makers import NOW, appoint, enrol, make_organisation, make_person, make_programme, make_skill

LEVELS = FiveLevels(
    "I go quiet when two directors disagree.",
    "I say something afterwards, in the corridor.",
    "I say what I see once in each meeting.",
    "I ask the question that moves the meeting on.",
    "Others say that they hear me when it matters.",
)


T = TypeVar("T")


def ok(answer: T | Refused) -> T:
    """The answer, which must not be a refusal."""
    assert not isinstance(answer, Refused), answer
    return answer


@dataclass
class Walk:
    """One engagement and its people; `at` moves on with every stage."""

    programme: Programme
    dev: Person
    carla: Person
    tom: Person
    amara: Person
    engagement: CoachingEngagement
    skill: Skill
    grace: Person | None = None
    at: datetime = NOW

    def later(self, days: float = 1) -> datetime:
        self.at += timedelta(days=days)
        return self.at

    @property
    def offer(self) -> CoachOffer:
        return self.engagement.offers.get(coach=self.carla)

    @property
    def gap_skill(self) -> GapSkill:
        return self.engagement.gap_skills.get()

    @property
    def goal(self) -> Goal:
        return self.engagement.goals.get()

    def fresh(self) -> CoachingEngagement:
        self.engagement.refresh_from_db()
        return self.engagement


def ask(sponsor: bool = False, name: str = "Harbour Trust") -> Walk:
    """Dev has asked for coaching; Carla and Tom coach in the programme, Amara runs it."""
    organisation = make_organisation(name)
    programme = make_programme(organisation, has_sponsors=True)
    people = {
        first: make_person(organisation, f"{first} Harbour")
        for first in ("Dev", "Carla", "Tom", "Amara", "Grace")
    }
    enrol(programme, people["Dev"], Part.CLIENT)
    for coach in ("Carla", "Tom"):
        enrol(programme, people[coach], Part.COACH)
    appoint(people["Amara"], "programme_manager", programme)
    grace = people["Grace"] if sponsor else None
    engagement = ok(ask_for_coaching(programme, people["Dev"], NOW, sponsor=grace))
    return Walk(
        programme,
        people["Dev"],
        people["Carla"],
        people["Tom"],
        people["Amara"],
        engagement,
        make_skill(organisation, "Speaking up"),
        grace,
    )


def offer(walk: Walk) -> None:
    ok(offer_coaches(walk.engagement, [walk.carla, walk.tom], walk.amara, walk.later()))
    ok(declare_conflict(walk.offer, walk.carla, False, walk.later()))


def talk(walk: Walk) -> None:
    ok(choose_coach(walk.offer, walk.dev, walk.at + timedelta(days=1), walk.later(0.1)))
    ok(mark_talk_held(walk.offer, walk.dev, walk.later(2)))


def match(walk: Walk) -> None:
    assert say_yes(walk.offer, walk.dev, walk.later()) is None
    ok(say_yes(walk.offer, walk.carla, walk.later()))
    walk.fresh()


def sign(walk: Walk) -> None:
    if walk.grace:
        ok(record_three_way_meeting(walk.engagement, walk.carla, walk.at, walk.later()))
    shown = current_version(walk.engagement)
    assert shown is not None
    for person in filter(None, (walk.dev, walk.carla, walk.grace)):
        ok(sign_agreement(walk.engagement, person, shown.content_hash, True, walk.later()))
    walk.fresh()


def write_start(walk: Walk) -> None:
    ok(begin_baseline(walk.engagement, walk.dev, walk.later()))
    gap_skill = ok(name_skill(walk.engagement, walk.skill, 4, walk.carla, walk.later(), importance=3))
    ok(rate_skill(gap_skill, 2, Moment.BASELINE, walk.dev, walk.at))
    ok(rate_skill(gap_skill, 2, Moment.BASELINE, walk.carla, walk.at))
    ok(propose_priority(gap_skill, Figures(3, 2, 3, 1), walk.carla))
    ok(confirm_priority(gap_skill, walk.dev, walk.at))
    words = GoalWords("Speak up when it matters", LEVELS, True, 2, 2, gap_skill)
    goal = ok(write_goal(walk.engagement, words, walk.dev, walk.at))
    ok(freeze_levels(goal, walk.dev, walk.at))
    keep_answers(walk.engagement, walk.dev, READINESS.key, Moment.BASELINE, {"necessity": 4}, walk.at)


def plan_steps(walk: Walk) -> list[Step]:
    """A plan of three steps, one after the other."""
    made: list[Step] = []
    for behaviour, support in (
        ("Say one sentence in the Monday meeting", "prompted"),
        ("Name the disagreement you see", "alone"),
        ("Ask the question that moves it on", "harder"),
    ):
        due_on = (walk.at + timedelta(days=10 * (len(made) + 1))).date()
        words = StepWords(behaviour, "with both directors in the room", support, due_on)
        made.append(ok(add_step(walk.gap_skill, words, made[-1:], walk.dev, walk.at)))
    return made


def hold(walk: Walk, times: int = 1) -> None:
    for _ in range(times):
        meeting = ok(plan_session(walk.engagement, walk.dev, walk.at + timedelta(days=20), walk.at))
        ok(hold_session(meeting, walk.carla, walk.later(21)))
        walk.fresh()


def review_middle(walk: Walk) -> None:
    ok(begin_review(walk.engagement, "mid", walk.dev, walk.later()))
    ok(decide_mid_review(walk.engagement, "continue", ReviewWords("the practice"), walk.carla, walk.later()))
    walk.fresh()


def review_end(walk: Walk) -> None:
    ok(begin_review(walk.engagement, "final", walk.carla, walk.later()))
    for person, level in ((walk.dev, 1), (walk.carla, 0)):
        ok(score_goal(walk.goal, level, Moment.FINAL, person, walk.at))
    ok(rate_skill(walk.gap_skill, 4, Moment.FINAL, walk.carla, walk.at))
    answers = ClosingAnswers({walk.gap_skill: 4}, {walk.gap_skill: 1}, {"same_goal": 8}, recommend=9)
    ok(answer_closing_questions(walk.engagement, answers, walk.dev, walk.at))
    walk.fresh()


def close(walk: Walk) -> None:
    assert sign_off(walk.engagement, walk.dev, walk.later()) is None
    ok(sign_off(walk.engagement, walk.carla, walk.later()))
    walk.fresh()


def hold_half(walk: Walk) -> None:
    hold(walk, 3)


WAY = (
    ("triaged", lambda walk: None),
    ("matching", offer),
    ("chemistry", talk),
    ("agreement", match),
    ("agreed", sign),
    ("baseline", write_start),
    ("active", hold_half),
    ("active", review_middle),
    ("active", hold_half),
    ("final_review", review_end),
    ("closed", close),
)


def walk_to(state: str, sponsor: bool = False, name: str = "Harbour Trust") -> Walk:
    """Somebody's engagement, walked to the first time it is in that state."""
    walk = ask(sponsor, name)
    for reached, stage in WAY:
        stage(walk)
        if reached == state:
            break
    assert walk.fresh().state == state
    return walk


__all__ = ["LEVELS", "Walk", "change_terms", "ok", "walk_to"]
