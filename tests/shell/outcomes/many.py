"""A programme with many people in it, each as far on their way as a test asks for."""

import re
from datetime import timedelta
from typing import Any

from alongside.models import (
    Attainment,
    CoachingEngagement,
    GapSkill,
    Goal,
    GoalLevels,
    Mentorship,
    Moment,
    Organisation,
    Person,
    Programme,
    RelationshipEvent,
    Response,
    Skill,
    SkillRating,
)
from tests.shell.makers import NOW, make_engagement, make_mentorship, make_skill

DAY = timedelta(days=1)
COACHED = (
    ("CoachingRouteAccepted", "triaged", 2),
    ("CoachAndClientMatched", "agreement", 12),
    ("SessionHeld", "active", 20),
    ("MidReviewHeld", "mid_review", 80),
    ("CoachingClosed", "closed", 160),
)


def main_of(page: bytes) -> bytes:
    """What the page says, without the form token that differs every time. A file is given back whole."""
    return re.sub(rb'csrfmiddlewaretoken" value="[^"]*', b"", page.partition(b"<main")[2] or page)


def make_bare_person(organisation: Organisation, name: str) -> Person:
    """Somebody without an account: quick to make."""
    email = f"{name.lower().replace(' ', '.')}@{organisation.slug}.example"
    return Person.objects.create(organisation=organisation, name=name, email=email)


def make_coached(
    programme: Programme, coach: Person, number: int, *, stages: int = 5, need: Any = None, state: str = ""
) -> CoachingEngagement:
    """Client number `number`, `stages` of COACHED on the way; finished ones with gap, goal and recommendation."""
    client = make_bare_person(programme.organisation, f"Client {number}")
    done = COACHED[:stages]
    began = NOW - timedelta(days=300 - number)
    engagement = make_engagement(
        programme,
        client,
        coach=coach,
        state=state or (done[-1][1] if done else "enquiry"),
        asked_at=began,
        started_at=began + 20 * DAY if stages >= 3 else None,
        closed_at=began + 160 * DAY if stages >= 5 else None,
        need=need,
    )
    RelationshipEvent.objects.bulk_create(
        RelationshipEvent(engagement=engagement, name=name, to_state=to, happened_at=began + after * DAY)
        for name, to, after in done
    )
    if stages >= 5:
        _measure(engagement, number)
    return engagement


def _measure(engagement: CoachingEngagement, number: int) -> None:
    organisation = engagement.programme.organisation
    skill = Skill.objects.filter(organisation=organisation).first() or make_skill(organisation)
    coach = engagement.coach
    assert coach is not None
    gap = GapSkill.objects.create(engagement=engagement, skill=skill, required=4, proposed_by=coach)
    for moment, level in ((Moment.BASELINE, number % 2), (Moment.FINAL, 2 + number % 3)):
        SkillRating.objects.create(
            gap_skill=gap, moment=moment, source="self", rater=engagement.client, level=level, rated_on=NOW
        )
    goal = Goal.objects.create(engagement=engagement, title="A goal")
    levels = GoalLevels.objects.create(
        goal=goal, much_less="a", less="b", expected="c", more="d", much_more="e", frozen_at=NOW
    )
    Attainment.objects.create(
        levels=levels,
        moment=Moment.FINAL,
        level=number % 3 - 1,
        scored_by=engagement.client,
        scored_at=NOW + number * DAY,
    )
    answer(engagement, engagement.client, "recommend", {"recommend": (10, 9, 5, 8)[number % 4]}, number)


def make_mentored(programme: Programme, mentor: Person, number: int) -> Mentorship:
    """Mentee number `number`, walking with a mentor for most of a year, with answers about what the mentor gives."""
    mentee = make_bare_person(programme.organisation, f"Mentee {number}")
    began = NOW - timedelta(days=330 - number)
    mentorship = make_mentorship(
        programme,
        mentee,
        mentor,
        state="cultivation",
        requested_at=began,
        accepted_at=began + 5 * DAY,
        first_met_at=began + 20 * DAY,
    )
    RelationshipEvent.objects.create(
        mentorship=mentorship, name="MentoringDeepened", to_state="cultivation", happened_at=began + 90 * DAY
    )
    answers: dict[str, int | str] = {
        "doors": 1 + number % 5,
        "how_it_works": 4,
        "worries": 1 + number % 3,
        "taken_seriously": 5,
        "admire": 2 + number % 4,
        "values": 4,
    }
    answer(mentorship, mentee, "mentor_functions", answers, number)
    return mentorship


def answer(
    about: CoachingEngagement | Mentorship,
    author: Person,
    instrument: str,
    answers: dict[str, int | str],
    number: int = 0,
    moment: Moment = Moment.FINAL,
) -> Response:
    kind = "engagement" if isinstance(about, CoachingEngagement) else "mentorship"
    return Response.objects.create(
        **{kind: about},
        author=author,
        instrument=instrument,
        moment=moment,
        answers=answers,
        answered_at=NOW + number * DAY,
    )
