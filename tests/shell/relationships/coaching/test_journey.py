"""One engagement from asking to the archive, through the pages alone, and what others see of it meanwhile."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.models import CoachingEngagement, Part, Person
from alongside.services.relationships.clock import advance_due
from tests.shell.makers import appoint, enrol, make_organisation, make_person, make_programme, make_skill

pytestmark = pytest.mark.django_db

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
SignIn = Callable[[Person], Client]


class Journey:
    """The people of one engagement, each in a browser of their own; the clock moves only when told to."""

    def __init__(self, signed_in: SignIn, traveller: Any) -> None:
        organisation = make_organisation()
        self.programme = make_programme(organisation, has_sponsors=True, sessions_total=2)
        self.people = {
            name: make_person(organisation, f"{name} Harbour")
            for name in ("Dev", "Carla", "Tom", "Amara", "Grace")
        }
        enrol(self.programme, self.people["Dev"], Part.CLIENT)
        enrol(self.programme, self.people["Carla"], Part.COACH)
        enrol(self.programme, self.people["Tom"], Part.COACH)
        appoint(self.people["Amara"], "programme_manager", self.programme)
        self.skill = make_skill(organisation, "Speaking up")
        self.signed_in, self.traveller = signed_in, traveller
        self.later(0)

    @property
    def engagement(self) -> CoachingEngagement:
        return CoachingEngagement.objects.get()

    @property
    def state(self) -> str:
        return self.engagement.state

    def later(self, days: float) -> None:
        """Time goes on; sessions run out, so everybody signs in again."""
        self.traveller.shift(timedelta(days=days))
        self.browsers = {name: self.signed_in(person) for name, person in self.people.items()}

    def look(self, who: str, page: str, *args: Any) -> str:
        answer = self.browsers[who].get(reverse(page, args=args))
        assert answer.status_code == 200, (who, page, answer.status_code)
        return answer.content.decode()

    def press(self, who: str, page: str, *args: Any, **data: Any) -> None:
        answer = self.browsers[who].post(reverse(page, args=args), data)
        assert answer.status_code == 303, (who, page, answer.status_code, answer.content.decode()[-3000:])


@pytest.fixture
def journey(signed_in: SignIn) -> Any:
    with time_machine.travel(START, tick=False) as traveller:
        yield Journey(signed_in, traveller)


def when(days: float) -> dict[str, str]:
    moment = timezone.now() + timedelta(days=days)
    return {"day": f"{moment:%Y-%m-%d}", "time": f"{moment:%H:%M}"}


def choose_a_coach(way: Journey) -> None:
    way.press("Dev", "ask_for_coaching", programme=way.programme.pk, sponsor=way.people["Grace"].email)
    pk = way.engagement.pk
    assert "Carla" in way.look("Amara", "coaches_to_offer", pk)
    way.press("Amara", "coaches_to_offer", pk, coaches=[way.people["Carla"].pk, way.people["Tom"].pk])
    assert way.state == "matching"
    offer = way.engagement.offers.get(coach=way.people["Carla"])
    assert "different people" not in way.look(
        "Dev", "coach_choice", pk
    )  # a rule kept is no reason to be told
    way.look("Carla", "coach_offer", offer.pk)
    way.press("Carla", "answer_offer", pk, offer.pk, act="free")
    assert "Carla Harbour" in way.look("Dev", "coach_choice", pk)
    way.press("Dev", "answer_offer", pk, offer.pk, act="talk", **when(1))
    way.later(2)
    for act, who in (("held", "Dev"), ("yes", "Dev"), ("yes", "Carla")):
        way.press(who, "answer_offer", pk, offer.pk, act=act)
    assert way.state == "agreement"


def sign(way: Journey) -> None:
    pk = way.engagement.pk
    assert "An agreement waits for you" in way.look("Grace", "sponsored")
    way.press("Carla", "meet_all_three", pk, **when(-1))
    for who in ("Dev", "Carla", "Grace"):
        way.look(who, "coaching_agreement", pk)
        shown = way.engagement.agreements.first()
        assert shown is not None
        way.press(who, "sign_agreement", pk, shown_hash=shown.content_hash, limits_read="on")
    assert way.state == "agreed"


def write_the_start(way: Journey) -> None:
    pk = way.engagement.pk
    way.press("Dev", "move_engagement", pk, act="begin_baseline")
    way.press("Carla", "name_skill", pk, skill=way.skill.pk, required=4, importance=3)
    gap = way.engagement.gap_skills.get()
    way.press("Dev", "gap_skill", pk, gap.pk, level=2)
    way.press("Carla", "gap_skill", pk, gap.pk, level=2)
    figures = {"importance": 3, "urgency": 2, "leverage": 3, "effort": 1}
    way.press("Carla", "press_gap_skill", pk, gap.pk, act="propose", **figures)
    way.press("Dev", "press_gap_skill", pk, gap.pk, act="confirm")
    way.press("Dev", "mindset_shift", pk, from_text="I wait", to_text="I ask", confidence=4, importance=8)
    way.press("Dev", "circumstances", pk, authority=4, tools=4, time=3, support=4, estimated_days_alone=200)
    levels = {"much_less": "a", "less": "b", "expected": "c", "more": "d", "much_more": "e"}
    words = {"title": "Heard when it matters", "importance": 2, "difficulty": 2, "is_shared": "on", **levels}
    way.press("Dev", "new_goal", pk, **words)
    way.press("Dev", "press_goal", pk, way.engagement.goals.get().pk, act="freeze")
    way.press("Dev", "readiness", pk, necessity=5, freely_chosen=5)
    assert "Find a time for session 1 of 2" in way.look("Dev", "engagement", pk)


def make_a_plan(way: Journey) -> None:
    pk, gap = way.engagement.pk, way.engagement.gap_skills.get()
    for number, support in enumerate(("prompted", "alone", "harder"), start=1):
        way.press(
            "Dev",
            "new_step",
            pk,
            gap.pk,
            behaviour=f"Say sentence {number}",
            situation="In the Monday meeting",
            support=support,
            success_count=1,
            success_of=2,
            due_on=f"{timezone.now() + timedelta(days=10 * number):%Y-%m-%d}",
            after=[step.pk for step in list(gap.steps.all())[-1:]],
        )
    first = gap.steps.get(position=1)
    way.press(
        "Dev",
        "log_practice",
        first.pk,
        practised_on=f"{timezone.now():%Y-%m-%d}",
        went_well="yes",
        repetitions=1,
    )
    assert "The rule is met" in way.look("Dev", "coaching_step", first.pk)
    way.press("Dev", "press_step", first.pk, act="pass")
    assert "1 of 3 steps done" in way.look("Carla", "coaching_plan", pk)


def hold_a_session(way: Journey) -> None:
    pk = way.engagement.pk
    way.press("Dev", "plan_session", pk, minutes=60, template_key="grow", **when(1))
    meeting = way.engagement.meetings.order_by("-number")[0]
    way.press("Dev", "session_topic", pk, meeting.pk, topic="The budget round", agenda="Goal: one sentence")
    way.press("Dev", "session_scope", pk, meeting.pk, within="yes", choice="")
    way.later(2)
    way.press("Carla", "press_session", pk, meeting.pk, act="held")
    way.press("Carla", "session_note", pk, meeting.pk, **{"shared-text": "We wrote the sentence down."})
    way.press("Carla", "session_own_note", pk, meeting.pk, **{"private-text": "Watch the pauses."})
    way.press(
        "Dev", "session_action", pk, meeting.pk, **{"action-text": "Say it on Monday", "action-mine": "yes"}
    )
    assert "Watch the pauses" in way.look("Carla", "coaching_session", pk, meeting.pk)
    assert "Watch the pauses" not in way.look("Dev", "coaching_session", pk, meeting.pk)


def review_and_close(way: Journey) -> None:
    pk, goal, gap = way.engagement.pk, way.engagement.goals.get(), way.engagement.gap_skills.get()
    way.press("Dev", "begin_review", pk)
    assert way.state == "final_review"
    for who in ("Dev", "Carla"):
        way.look(who, "coaching_review", pk)
        way.press(who, "score_goals", pk, **{f"goal-{goal.pk}": 1})
    way.press("Carla", "gap_skill", pk, gap.pk, level=4)
    name = f"skill-{gap.pk}"
    answers = {f"now-{name}": 4, f"then-{name}": 1, "alliance-respected": 9, "recommend-recommend": 9}
    way.press("Dev", "closing_questions", pk, **answers)
    for who in ("Dev", "Carla"):
        way.press(who, "sign_off", pk)
    assert way.state == "closed"
    changed = way.look("Dev", "what_changed", pk)
    assert "Looking back at the start" in changed and "not testable" in changed


def test_from_asking_to_the_archive(journey: Journey) -> None:
    choose_a_coach(journey)
    sign(journey)
    write_the_start(journey)
    make_a_plan(journey)
    hold_a_session(journey)
    pk = journey.engagement.pk
    assert "Begin the mid-review" in journey.look("Dev", "engagement", pk)
    journey.press("Carla", "begin_review", pk)
    journey.press("Dev", "write_review", pk, decision="continue", what_helped="The practice")
    hold_a_session(journey)
    review_and_close(journey)
    journey.later(95)
    advance_due(timezone.now())
    assert "Three questions" in journey.look("Dev", "engagement", pk)
    journey.press("Dev", "follow_up", pk, still_there=8, right_help="yes")
    journey.later(130)
    advance_due(timezone.now())
    assert journey.state == "archived"
    journey.look("Dev", "my_help")
    journey.look("Carla", "portfolio")
