"""Answers to the short questionnaires: kept, put right, shown to one's coach or mentor, or passed on in groups only."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.core.verdicts import Refused
from alongside.models import Moment, Person, Release, Response
from alongside.queries.access import NotVisible, look_at
from alongside.queries.outcomes.feedback import get_feedback
from alongside.queries.viewers import viewer_as
from alongside.services.outcomes import answer_instrument, show_answers
from tests.shell.cast import Cast
from tests.shell.makers import NOW, make_engagement
from tests.shell.outcomes.many import answer, main_of, make_bare_person

SignIn = Callable[[Person], Client]
ALLIANCE = {"same_goal": "3", "respected": "9"}


@pytest.fixture
def mid(cast: Cast) -> Cast:
    """The cast with dev's coaching in its mid-review and femi's mentoring in its second year."""
    cast.engagement.state = "mid_review"
    cast.engagement.save()
    cast.mentorship.first_met_at = timezone.now() - timedelta(days=400)
    cast.mentorship.save()
    return cast


def address(cast: Cast, key: str = "alliance", moment: str = "mid") -> str:
    if moment == "yearly":
        return reverse("answer_instrument", args=["mentoring", cast.mentorship.pk, key, moment])
    return reverse("answer_instrument", args=["coaching", cast.engagement.pk, key, moment])


def listing(cast: Cast) -> str:
    return reverse("answers", args=["coaching", cast.engagement.pk])


# Answering


def test_answers_are_kept_and_skipped_questions_left_out(mid: Cast, signed_in: SignIn) -> None:
    assert signed_in(mid.dev).post(address(mid), ALLIANCE).status_code == 303
    kept = Response.objects.get()
    assert (kept.author, kept.engagement, kept.instrument) == (mid.dev, mid.engagement, "alliance")
    assert (kept.moment, kept.answers) == (Moment.MID, {"same_goal": 3, "respected": 9})


def test_while_the_moment_lasts_they_come_back_filled_and_can_be_put_right(
    mid: Cast, signed_in: SignIn
) -> None:
    client = signed_in(mid.dev)
    client.post(address(mid), ALLIANCE)
    page = client.get(address(mid))
    assert page.context["form"]["same_goal"].value() == 3
    client.post(address(mid), {"same_goal": "8"})
    assert Response.objects.get().answers == {"same_goal": 8}


def test_skipping_everything_says_that_one_was_asked(mid: Cast, signed_in: SignIn) -> None:
    signed_in(mid.dev).post(address(mid), {})
    assert Response.objects.get().answers == {}


def test_once_the_moment_has_passed_they_can_be_read_and_no_longer_changed(
    mid: Cast, signed_in: SignIn
) -> None:
    client = signed_in(mid.dev)
    client.post(address(mid), ALLIANCE)
    mid.engagement.state = "active"
    mid.engagement.save()
    page = client.get(address(mid)).content.decode()
    assert "has passed" in page
    assert "We want the same result from this work." in page
    assert client.post(address(mid), {"same_goal": "10"}).status_code == 422
    assert Response.objects.get().answers["same_goal"] == 3


def test_the_next_year_has_answers_of_its_own(mid: Cast, signed_in: SignIn) -> None:
    last_year = answer(mid.mentorship, mid.femi, "recommend", {"recommend": 2}, moment=Moment.FOLLOW_UP)
    Response.objects.update(answered_at=timezone.now() - timedelta(days=60))
    client = signed_in(mid.femi)
    client.post(address(mid, "recommend", "yearly"), {"recommend": "9"})
    last_year.refresh_from_db()
    assert last_year.answers == {"recommend": 2}
    assert Response.objects.count() == 2


def test_an_answer_off_the_scale_comes_back(mid: Cast, signed_in: SignIn) -> None:
    answered = signed_in(mid.dev).post(address(mid), {"same_goal": "11", "respected": "7"})
    assert answered.status_code == 422
    assert answered.context["form"]["respected"].value() == "7"
    assert not Response.objects.exists()
    with_words = answer_instrument(
        viewer_as(mid.dev), "coaching", mid.engagement.pk, "alliance", "mid", {"nothing_like": 3}, NOW
    )
    assert isinstance(with_words, Refused)


def test_the_page_says_that_the_questions_are_our_own_and_who_sees_the_answers(
    mid: Cast, signed_in: SignIn
) -> None:
    page = signed_in(mid.dev).get(address(mid)).content.decode()
    assert "They have not been validated as a test" in page
    assert "Who can see this: Only you." in page


@pytest.mark.parametrize("name", ["carla", "grace", "hamid", "amara", "jon", "ines", "mo", "otto"])
def test_nobody_else_can_answer_or_learn_that_there_is_anything(
    mid: Cast, signed_in: SignIn, name: str
) -> None:
    answer(mid.engagement, mid.dev, "alliance", {"same_goal": 1}, moment=Moment.MID)
    client = signed_in(mid.people()[name])
    assert client.get(address(mid)).status_code == 404
    assert client.post(address(mid), ALLIANCE).status_code == 404


@pytest.mark.parametrize(("key", "moment"), [("alliance", "final"), ("nothing", "mid"), ("alliance", "ever")])
def test_what_is_not_asked_now_is_not_there(mid: Cast, signed_in: SignIn, key: str, moment: str) -> None:
    assert signed_in(mid.dev).get(address(mid, key, moment)).status_code == 404


def test_an_unknown_kind_of_relationship_is_not_there(mid: Cast, signed_in: SignIn) -> None:
    assert signed_in(mid.dev).get(reverse("answers", args=["other", mid.engagement.pk])).status_code == 404


def test_the_list_has_what_is_open_and_what_was_answered(mid: Cast, signed_in: SignIn) -> None:
    answer(mid.engagement, mid.dev, "readiness", {"time": 4}, moment=Moment.BASELINE)
    page = signed_in(mid.dev).get(listing(mid)).content.decode()
    assert address(mid) in page
    assert address(mid, "practitioner_check") in page
    assert address(mid, "readiness", "baseline") in page
    assert "Nothing is asked at the moment" in signed_in(mid.carla).get(listing(mid)).content.decode()


def test_the_room_names_what_is_not_answered_yet(mid: Cast, signed_in: SignIn) -> None:
    client = signed_in(mid.femi)
    room = reverse("mentorship", args=[mid.mentorship.pk])
    assert address(mid, "recommend", "yearly") in client.get(room).content.decode()
    client.post(address(mid, "recommend", "yearly"), {"recommend": "7"})
    page = client.get(room).content.decode()
    assert address(mid, "recommend", "yearly") not in page
    assert address(mid, "practitioner_check", "yearly") in page


# Showing them to one's coach or mentor


def test_a_coach_reads_only_what_was_opened_to_them_and_only_as_long(mid: Cast, signed_in: SignIn) -> None:
    shown = answer(mid.engagement, mid.dev, "alliance", {"same_goal": 3}, moment=Moment.MID)
    kept = answer(mid.engagement, mid.dev, "readiness", {"time": 1}, moment=Moment.BASELINE)
    client, coach = signed_in(mid.dev), signed_in(mid.carla)
    assert "We want the same result" not in coach.get(listing(mid)).content.decode()
    client.post(reverse("release_answers", args=[shown.pk]), {"show": "yes"})
    page = coach.get(listing(mid)).content.decode()
    assert "We want the same result" in page
    assert "I can make room for this" not in page
    carla = viewer_as(mid.carla)
    assert look_at(carla, "response", "read", shown) is not None
    assert look_at(carla, "response", "read", kept) is None
    assert look_at(carla, "engagement", "read", mid.engagement).may("response", "read") is False
    assert "your coach because you released it" in client.get(address(mid)).content.decode()
    client.post(reverse("release_answers", args=[shown.pk]), {"show": "no"})
    assert "We want the same result" not in coach.get(listing(mid)).content.decode()
    assert look_at(carla, "response", "read", shown) is None


def test_only_the_author_opens_answers(mid: Cast, signed_in: SignIn) -> None:
    response = answer(mid.engagement, mid.dev, "alliance", {"same_goal": 3}, moment=Moment.MID)
    for name in ("carla", "grace", "hamid", "amara", "jon", "ines", "petra"):
        client = signed_in(mid.people()[name])
        address = reverse("release_answers", args=[response.pk])
        assert client.post(address, {"show": "yes"}).status_code == 404
    assert not Release.objects.exists()


def test_the_check_of_a_practitioner_cannot_be_opened(mid: Cast, signed_in: SignIn) -> None:
    check = answer(mid.engagement, mid.dev, "practitioner_check", {"listening": 1}, moment=Moment.MID)
    assert isinstance(show_answers(viewer_as(mid.dev), check.pk, NOW), Refused)
    assert "Show them to" not in signed_in(mid.dev).get(address(mid, "practitioner_check")).content.decode()
    assert look_at(viewer_as(mid.carla), "response", "read", check) is None


def test_a_mentor_opens_nothing_to_a_mentee(mid: Cast) -> None:
    own = answer(mid.mentorship, mid.edda, "benefits_mentor", {"learned": 4}, moment=Moment.FOLLOW_UP)
    assert isinstance(show_answers(viewer_as(mid.edda), own.pk, NOW), Refused)
    with pytest.raises(NotVisible):
        show_answers(viewer_as(mid.femi), own.pk, NOW)


# What practitioners learn of how they work


def check(cast: Cast, number: int, listening: int, coach: Person | None = None) -> None:
    client = make_bare_person(cast.harbour, f"Client {number}")
    engagement = make_engagement(
        cast.programme, client, coach=coach or cast.carla, state="closed", started_at=NOW, coach_since=NOW
    )
    answers: dict[str, int | str] = {"listening": listening, "clarity": 4, "patience": 4, "interest": 4}
    answer(engagement, client, "practitioner_check", answers, number)


def test_four_answers_say_nothing_and_look_like_none(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.carla)
    none = main_of(client.get(reverse("feedback")).content)
    for number in range(4):
        check(cast, number, 1)
    assert main_of(client.get(reverse("feedback")).content) == none
    assert "Too few people to say" in none.decode()


def test_five_answers_make_a_mean_and_the_sixth_waits(cast: Cast) -> None:
    for number in range(5):
        check(cast, number, 1 + number)
    craft, restraint = get_feedback(viewer_as(cast.carla)).lines
    assert round(craft.value or 0, 2) == 3.75
    assert (craft.asked, craft.answered) == (5, 5)
    assert restraint.value is None
    check(cast, 5, 5)
    assert get_feedback(viewer_as(cast.carla)).lines[0] == craft
    assert all(line.value is None for line in get_feedback(viewer_as(cast.edda)).lines)


def test_a_coach_does_not_inherit_what_was_said_of_the_one_before(cast: Cast) -> None:
    for number in range(5):
        check(cast, number, 1 + number)
    for engagement in cast.programme.engagements.filter(state="closed"):
        engagement.coach, engagement.coach_since = cast.edda, NOW + timedelta(days=100)
        engagement.save()
    assert all(line.value is None for line in get_feedback(viewer_as(cast.edda)).lines)
