"""Today: what has ended by the other's word is told; to-dos say with whom; what the need puts first comes first."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.models import Need, Part, Person
from alongside.queries.relationships.looking import list_todos as list_looking
from alongside.queries.relationships.news import list_news
from alongside.queries.today import get_today
from alongside.queries.viewers import viewer_as
from alongside.services.relationships.coaching.reviews import ReviewWords, begin_review, decide_mid_review
from alongside.services.relationships.coaching.stopping import refer_out
from alongside.services.relationships.mentoring.ending import begin_ending, close_mentorship, unwind
from tests.shell.cast import Cast
from tests.shell.makers import enrol
from tests.shell.relationships.coaching.walks import ask, ok, walk_to

pytestmark = pytest.mark.django_db
SignIn = Callable[[Person], Client]


def told(person: Person, at: object) -> list[str]:
    return [one.words for one in list_news(viewer_as(person), at)]  # type: ignore[arg-type]  # a moment of the walk


def test_a_mentor_reads_that_a_mentee_has_closed(cast: Cast, signed_in: SignIn) -> None:
    it, at = cast.mentorship, cast.mentorship.state_since
    ok(begin_ending(it, cast.femi, at))
    ok(close_mentorship(it, cast.femi, at))
    assert told(cast.edda, at) == [f"{cast.femi.name} has closed your mentorship, with thanks."]
    assert told(cast.femi, at) == []
    assert told(cast.edda, at + timedelta(days=15)) == []


def test_no_fault_is_told_as_no_fault_and_never_why(cast: Cast, signed_in: SignIn) -> None:
    it, at = cast.mentorship, cast.mentorship.state_since
    ok(unwind(it, cast.femi, at, category="fit", text="He talks only about himself."))
    (line,) = told(cast.edda, at)
    assert "nobody’s fault" in line
    assert "himself" not in line


def test_an_early_end_of_coaching_is_an_end_whichever_way_out_it_was() -> None:
    walk = walk_to("active")
    ok(refer_out(walk.engagement, walk.dev, walk.later()))
    assert told(walk.carla, walk.at) == [f"Your coaching with {walk.dev.name} has ended."]
    assert told(walk.dev, walk.at) == []


def test_a_coach_left_for_another_reads_so_and_no_name() -> None:
    walk = walk_to("active")
    ok(begin_review(walk.engagement, "mid", walk.dev, walk.later()))
    ok(decide_mid_review(walk.engagement, "change_coach", ReviewWords(), walk.dev, walk.later()))
    (line,) = told(walk.carla, walk.at)
    assert "another coach" in line
    assert walk.dev.name not in line
    assert told(walk.tom, walk.at) == []


def test_the_page_shows_it(cast: Cast, signed_in: SignIn) -> None:
    ok(begin_ending(cast.mentorship, cast.femi, timezone.now()))
    ok(close_mentorship(cast.mentorship, cast.femi, timezone.now()))
    assert "has closed your mentorship" in signed_in(cast.edda).get(reverse("today")).content.decode()


def test_a_manager_reads_for_whom_coaches_are_to_be_offered() -> None:
    walk = ask()
    today = get_today(viewer_as(walk.amara), walk.at)
    assert today.first is not None
    assert (today.first.page, today.first.about) == ("coaches_to_offer", walk.dev.name)


def test_a_coach_reads_with_whom_the_next_session_is() -> None:
    walk = walk_to("baseline")
    today = get_today(viewer_as(walk.carla), walk.at)
    about = [todo.about for todo in (today.first, *today.rest) if todo and todo.page == "plan_session"]
    assert about == [walk.dev.name]


@pytest.mark.parametrize(
    ("chosen", "then", "first"),
    [
        ("both_in_sequence", ["coach", "mentor"], "ask_for_coaching"),
        ("both_in_sequence", ["mentor", "coach"], "find_mentor"),
        ("coach", [], "ask_for_coaching"),
        ("mentor", [], "find_mentor"),
    ],
)
def test_whom_to_look_for_first_is_what_the_need_says(
    cast: Cast, chosen: str, then: list[str], first: str
) -> None:
    enrol(cast.programme, cast.mo, Part.CLIENT)
    enrol(cast.programme, cast.mo, Part.MENTEE)
    Need.objects.create(
        person=cast.mo,
        rules_version="1",
        route="clarify",
        chosen_route=chosen,
        recommendation={"then": then},
        decided_at=cast.mentorship.state_since,
    )
    today = get_today(viewer_as(cast.mo), cast.mentorship.state_since)
    looking = [
        todo.page for todo in (today.first, *today.rest) if todo and todo.page.startswith(("ask", "find"))
    ]
    assert looking[0] == first
    assert len(looking) == 2


def test_who_has_a_coach_is_not_asked_to_find_one(cast: Cast) -> None:
    pages = [todo.page for todo in list_looking(viewer_as(cast.dev), cast.mentorship.state_since)]
    assert "ask_for_coaching" not in pages
