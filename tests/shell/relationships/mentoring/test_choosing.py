"""A list of up to three mentors: one asked at a time, the next by the clock only where the mentee said so."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.models import (
    Letter,
    MentorRanking,
    Mentorship,
    Message,
    Person,
    RankedMentor,
    RelationshipEvent,
    StuckSearch,
)
from alongside.queries.relationships.mentoring_ranking import get_own_list
from alongside.queries.relationships.todos import list_todos
from alongside.queries.viewers import viewer_as
from alongside.services.relationships.clock import advance_due
from alongside.services.relationships.mentoring.answering import accept_request, decline_request, put_on_list
from alongside.services.relationships.mentoring.asking import take_back_request
from alongside.services.relationships.mentoring.choosing import Choosing, rank_mentors
from tests.shell.cast import Cast
from tests.shell.makers import NOW, enrol, make_person
from tests.shell.relationships.mentoring.conftest import because, good

SignIn = Callable[[Person], Client]
WORDS = "I would like to learn to lead a team."


@pytest.fixture
def mentors(cast: Cast) -> list[Person]:
    """Edda, Mo and Nia, all with a place."""
    nia = make_person(cast.harbour, "Nia Harbour")
    for person in (cast.mo, nia):
        enrol(cast.programme, person, "mentor")
    return [cast.edda, cast.mo, nia]


def ranked(cast: Cast, mentors: list[Person], **more: Any) -> MentorRanking:
    choosing = Choosing(WORDS, limits_read=True, **more)
    found = rank_mentors(cast.programme, cast.ben, mentors, choosing, NOW)
    assert isinstance(found, MentorRanking), found
    return found


def asked_of(person: Person) -> Mentorship | None:
    return (
        Mentorship.objects.filter(mentor=person)
        .exclude(state="cultivation")
        .order_by("-requested_at")
        .first()
    )


def say_no(mentor: Person, days: float = 1) -> None:
    request = asked_of(mentor)
    assert request is not None
    good(decline_request(request, mentor, NOW + timedelta(days=days)))


def hows(cast: Cast) -> list[str]:
    own = get_own_list(viewer_as(cast.ben), cast.programme)
    return [line.how for line in own.lines] if own else []


def test_the_first_is_asked_and_nobody_else(cast: Cast, mentors: list[Person]) -> None:
    ranked(cast, mentors)
    assert hows(cast) == ["asked", "next", "after"]
    assert Mentorship.objects.filter(mentee=cast.ben, state="requested").count() == 1
    assert Message.objects.get(author=cast.ben).text == WORDS


@pytest.mark.parametrize(
    ("how_many", "choosing", "words"),
    [
        (0, Choosing(WORDS, limits_read=True), "at least one"),
        (3, Choosing(" ", limits_read=True), "Write a few words"),
        (3, Choosing(WORDS), "confidentiality"),
    ],
)
def test_a_list_that_cannot_be(
    cast: Cast, mentors: list[Person], how_many: int, choosing: Choosing, words: str
) -> None:
    assert words in because(rank_mentors(cast.programme, cast.ben, mentors[:how_many], choosing, NOW))
    assert not MentorRanking.objects.exists()


def test_nobody_twice_and_not_four(cast: Cast, mentors: list[Person]) -> None:
    said = Choosing(WORDS, limits_read=True)
    assert "twice" in because(rank_mentors(cast.programme, cast.ben, [cast.edda, cast.edda], said, NOW))
    four = [*mentors, make_person(cast.harbour, "Olu Harbour")]
    assert "3 mentors at most" in because(rank_mentors(cast.programme, cast.ben, four, said, NOW))


def test_after_a_no_the_clock_asks_the_next_with_the_same_words(cast: Cast, mentors: list[Person]) -> None:
    ranked(cast, mentors, asks_on=True)
    say_no(cast.edda)
    Letter.objects.all().delete()
    advance_due(NOW + timedelta(days=1, minutes=10))
    assert hows(cast) == ["said_no", "asked", "next"]
    request = asked_of(cast.mo)
    assert request is not None
    assert request.answer_by == NOW + timedelta(days=8, minutes=10)
    assert Message.objects.get(mentorship=request).text == WORDS
    said = RelationshipEvent.objects.filter(mentorship=request).values_list("name", flat=True)
    assert set(said) == {"MentoringRequested", "LimitsAcknowledged"}
    told = dict(Letter.objects.values_list("address", "notice"))
    assert told == {cast.ben.email: "search_news", cast.mo.email: "request"}
    assert not any(
        "mentor" in text.lower() or "Mo" in text for text in Letter.objects.values_list("text", flat=True)
    )


def test_no_answer_in_time_is_a_no(cast: Cast, mentors: list[Person], signed_in: SignIn) -> None:
    ranked(cast, mentors, asks_on=True)
    advance_due(NOW + timedelta(days=6))
    assert hows(cast) == ["asked", "next", "after"]
    advance_due(NOW + timedelta(days=7))  # the request runs out and the next is asked in the same run
    assert hows(cast) == ["no_answer", "asked", "next"]
    first = asked_of(cast.edda)
    assert first is not None
    page = signed_in(cast.ben).get(reverse("mentorship", args=[first.pk])).content.decode()
    assert "Edda Harbour has not answered in time" in page
    assert Letter.objects.filter(address=cast.ben.email).exists()


def test_without_saying_so_nobody_is_asked_and_the_mentee_sees_who_is_next(
    cast: Cast, mentors: list[Person], signed_in: SignIn
) -> None:
    ranked(cast, mentors)
    say_no(cast.edda)
    advance_due(NOW + timedelta(days=2))
    assert hows(cast) == ["said_no", "next", "after"]
    assert asked_of(cast.mo) is None
    words = [todo.words for todo in list_todos(viewer_as(cast.ben), NOW)]
    assert words == ["It came to nothing with the last one. Mo Harbour is next on your list"]
    ben, ask = signed_in(cast.ben), reverse("ask_mentor", args=[cast.programme.pk, cast.mo.pk])
    assert WORDS in ben.get(ask).content.decode()  # what was written is there to be changed
    said = {"text": "For you alone.", "form": "one_to_one", "limits_read": "on"}
    assert ben.post(ask, said).status_code == 303
    assert hows(cast) == ["said_no", "asked", "next"]


def test_whoever_cannot_be_asked_any_more_is_passed_over(cast: Cast, mentors: list[Person]) -> None:
    ranked(cast, mentors, asks_on=True)
    cast.mo.is_full_for_now = True
    cast.mo.save()
    say_no(cast.edda)
    advance_due(NOW + timedelta(days=2))
    assert hows(cast) == ["said_no", "passed", "asked"]


def test_a_yes_ends_the_list(cast: Cast, mentors: list[Person]) -> None:
    ranked(cast, mentors, asks_on=True)
    request = asked_of(cast.edda)
    assert request is not None
    good(accept_request(request, cast.edda, NOW, limits_read=True))
    advance_due(NOW + timedelta(days=40))  # even when the yes leads to no meeting
    assert not MentorRanking.objects.filter(closed_at=None).exists()
    assert asked_of(cast.mo) is None


def test_taking_back_and_later_stop_the_asking_on(cast: Cast, mentors: list[Person]) -> None:
    ranking = ranked(cast, mentors, asks_on=True)
    request = asked_of(cast.edda)
    assert request is not None
    good(take_back_request(request, cast.ben, NOW))
    advance_due(NOW + timedelta(days=2))
    ranking.refresh_from_db()
    assert not ranking.asks_on
    assert asked_of(cast.mo) is None
    again = ranked(cast, mentors[1:], asks_on=True)
    later = asked_of(cast.mo)
    assert later is not None
    good(put_on_list(later, cast.mo, NOW))
    again.refresh_from_db()
    assert not again.asks_on
    assert hows(cast) == ["later", "next"]


def test_at_the_end_of_the_list_a_person_looks(cast: Cast, mentors: list[Person]) -> None:
    ranked(cast, mentors[:2], asks_on=True)
    say_no(cast.edda)
    advance_due(NOW + timedelta(days=2))
    say_no(cast.mo, 3)
    advance_due(NOW + timedelta(days=4))
    search = StuckSearch.objects.get()
    assert (search.person, search.because, search.owner) == (cast.ben, "list_used_up", cast.amara)
    assert not MentorRanking.objects.filter(closed_at=None).exists()


def test_whoever_left_the_programme_is_asked_for_nobody(cast: Cast, mentors: list[Person]) -> None:
    ranked(cast, mentors, asks_on=True)
    say_no(cast.edda)
    cast.programme.enrolments.filter(person=cast.ben).update(state="left")
    advance_due(NOW + timedelta(days=2))
    assert asked_of(cast.mo) is None
    assert not StuckSearch.objects.exists()


def test_the_clock_run_twice_asks_once(cast: Cast, mentors: list[Person]) -> None:
    ranked(cast, mentors, asks_on=True)
    say_no(cast.edda)
    for _ in range(2):
        advance_due(NOW + timedelta(days=2))
    assert hows(cast) == ["said_no", "asked", "next"]


# The page


def fields(*mentors: Person, **more: str) -> dict[str, str]:
    places = dict(zip(("first", "second", "third"), (str(one.pk) for one in mentors), strict=False))
    return {"text": WORDS, "limits_read": "on", **places, **more}


def test_the_page_keeps_the_list(cast: Cast, mentors: list[Person], signed_in: SignIn) -> None:
    ben, page = signed_in(cast.ben), reverse("rank_mentors", args=[cast.programme.pk])
    assert "Nia Harbour" in ben.get(page).content.decode()
    assert ben.post(page, fields(*mentors, asks_on="on")).status_code == 303
    ranking = MentorRanking.objects.get()
    assert (ranking.asks_on, list(ranking.choices.values_list("mentor", flat=True))) == (
        True,
        [one.pk for one in mentors],
    )
    found = ben.get(reverse("find_mentor")).content.decode()
    assert "has been asked, and has until" in found
    assert "the next one is asked for you" in found
    assert ben.post(reverse("stop_asking_on", args=[cast.programme.pk])).status_code == 303
    assert "you ask the next one yourself" in ben.get(reverse("find_mentor")).content.decode()


def test_a_page_that_fails_keeps_everything(cast: Cast, mentors: list[Person], signed_in: SignIn) -> None:
    ben, page = signed_in(cast.ben), reverse("rank_mentors", args=[cast.programme.pk])
    answer = ben.post(page, fields(cast.edda, cast.edda, asks_on="on"))
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "You chose the same mentor twice." in text
    assert WORDS in text
    assert f'<option value="{cast.edda.pk}" selected>' in text


def test_a_gap_in_the_order_is_closed_up(cast: Cast, mentors: list[Person], signed_in: SignIn) -> None:
    page = reverse("rank_mentors", args=[cast.programme.pk])
    sent = fields(cast.edda) | {"third": str(cast.mo.pk)}
    assert signed_in(cast.ben).post(page, sent).status_code == 303
    assert list(RankedMentor.objects.values_list("rank", "mentor")) == [(1, cast.edda.pk), (2, cast.mo.pk)]


def test_a_programme_may_let_more_be_asked_at_once(
    cast: Cast, mentors: list[Person], signed_in: SignIn
) -> None:
    amara, ben = signed_in(cast.amara), signed_in(cast.ben)
    page = reverse("programme_settings", args=[cast.programme.pk])
    assert "Mentors a mentee may have asked at once" in amara.get(page).content.decode()
    form = amara.get(page).context["form"]
    sent = {name: form[name].value() for name in form.fields if form[name].value() not in (None, "", False)}
    assert amara.post(page, sent | {"requests_at_once": "4"}).status_code == 422
    assert amara.post(page, sent | {"requests_at_once": "2"}).status_code == 303
    said = {"text": WORDS, "form": "one_to_one", "limits_read": "on"}
    statuses = [
        ben.post(reverse("ask_mentor", args=[cast.programme.pk, one.pk]), said).status_code for one in mentors
    ]
    assert statuses == [303, 303, 422]
    assert Mentorship.objects.filter(mentee=cast.ben, requested_at__lte=timezone.now()).count() == 2


def test_a_mentor_sets_how_many_may_wait(cast: Cast, signed_in: SignIn) -> None:
    place = cast.programme.enrolments.get(person=cast.edda)
    edda, page = signed_in(cast.edda), reverse("set_requests_most", args=[place.pk])
    assert "Requests that may wait for you at once" in edda.get(reverse("me")).content.decode()
    for sent, kept in (("1", 1), ("0", 1), ("13", 1), ("many", 1), ("", None)):
        assert edda.post(page, {"requests_most": sent}).status_code == 303
        place.refresh_from_db()
        assert place.requests_most == kept
    assert signed_in(cast.ben).post(page, {"requests_most": "1"}).status_code == 404
