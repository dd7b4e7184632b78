"""Somebody has nobody left to ask: a named person has it on Today and on a page, and can do something about it."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.core.verdicts import Refused
from alongside.models import (
    HandSuggestion,
    Letter,
    Mentorship,
    Office,
    Person,
    PrivateReason,
    StuckSearch,
)
from alongside.queries.relationships.mentoring_search import find_mentors
from alongside.queries.today import get_today
from alongside.queries.viewers import viewer_as
from alongside.services.relationships.clock import advance_due
from alongside.services.relationships.mentoring.answering import decline_request
from alongside.services.relationships.searching.acts import (
    ask_for_a_look,
    look_again,
    settle,
    suggest_by_hand,
    write_to_person,
)
from tests.shell.cast import Cast
from tests.shell.makers import NOW, appoint, enrol, make_person
from tests.shell.relationships.mentoring.conftest import Walk, because, good

SignIn = Callable[[Person], Client]


def three_times_no(cast: Cast, at: datetime = NOW) -> list[Person]:
    """Ben asks three mentors, one after the other, and each says no; the last with words that stay theirs."""
    mentors = [cast.edda, cast.mo, make_person(cast.harbour, "Nia Harbour")]
    for mentor in mentors:
        if mentor != cast.edda:
            enrol(cast.programme, mentor, "mentor")
        walk = Walk(cast.programme, cast.ben, mentor, now=at).asked()
        good(decline_request(walk.mentorship, mentor, at, category="no_time", text="zebra"))
    return mentors


def opened(cast: Cast) -> StuckSearch:
    three_times_no(cast)
    advance_due(NOW + timedelta(hours=1))
    return StuckSearch.objects.get()


def words_for(person: Person, now: datetime = NOW) -> list[str]:
    today = get_today(viewer_as(person), now)
    return [todo.words for todo in (today.first, *today.rest) if todo]


LOOK = "Ben Harbour looks for a mentor and has found nobody yet"


# Opening


def test_after_three_times_no_a_named_person_looks(cast: Cast) -> None:
    search = opened(cast)
    assert (search.because, search.owner, search.closed_at) == ("tries", cast.amara, None)
    assert search.due_at.date().isoformat() == "2026-03-05"  # three working days
    assert LOOK in words_for(cast.amara)
    letters = Letter.objects.filter(notice__in=("search_to_look", "search_news"))
    assert dict(letters.values_list("address", "notice")) == {
        cast.amara.email: "search_to_look",
        cast.ben.email: "search_news",
    }
    assert not any("Ben" in one.text + one.subject or "mentor" in one.text.lower() for one in letters)


def test_two_times_no_is_not_yet_stuck(cast: Cast) -> None:
    three_times_no(cast)
    Mentorship.objects.filter(mentor=cast.mo).delete()
    advance_due(NOW + timedelta(hours=1))
    assert not StuckSearch.objects.exists()


def test_it_is_opened_once_and_counted_from_there(cast: Cast) -> None:
    search = opened(cast)
    advance_due(NOW + timedelta(hours=2))
    assert StuckSearch.objects.count() == 1
    good(settle(search, cast.amara, NOW + timedelta(days=1)))
    advance_due(NOW + timedelta(days=2))
    assert StuckSearch.objects.count() == 1  # the three times no were looked at


def test_the_one_with_the_fewest_looks_and_nobody_at_their_own(cast: Cast) -> None:
    rana = make_person(cast.harbour, "Rana Harbour")
    appoint(rana, Office.PROGRAMME_MANAGER, cast.programme)
    enrol(cast.programme, cast.amara, "mentee")
    first = ask_for_a_look(cast.programme, cast.amara, NOW)
    assert isinstance(first, StuckSearch)
    assert first.owner == rana
    second = ask_for_a_look(cast.programme, cast.ben, NOW)
    assert isinstance(second, StuckSearch)
    assert second.owner == cast.amara
    assert "already" in because(ask_for_a_look(cast.programme, cast.ben, NOW))


def test_when_the_owner_stops_running_the_programme_another_takes_over(cast: Cast) -> None:
    search = opened(cast)
    rana = make_person(cast.harbour, "Rana Harbour")
    appoint(rana, Office.PROGRAMME_MANAGER, cast.programme)
    cast.amara.appointments.update(ended_at=NOW)
    advance_due(NOW + timedelta(days=1))
    search.refresh_from_db()
    assert search.owner == rana
    assert LOOK in words_for(rana)
    assert LOOK not in words_for(cast.amara)
    assert Letter.objects.filter(address=rana.email, notice="search_to_look").count() == 1


def test_the_owner_is_reminded_once_it_is_due(cast: Cast) -> None:
    search = opened(cast)
    good(look_again(search, cast.amara, NOW + timedelta(days=1)))
    Letter.objects.all().delete()
    for days in (2, 9, 10):
        advance_due(NOW + timedelta(days=days))
    assert Letter.objects.filter(address=cast.amara.email, notice="search_to_look").count() == 1


# Settling


def test_suggesting_by_hand_settles_it_and_the_mentee_reaches_out(cast: Cast, signed_in: SignIn) -> None:
    search = opened(cast)
    olu = make_person(cast.harbour, "Olu Harbour")
    enrol(cast.programme, olu, "mentor")
    amara, page = signed_in(cast.amara), reverse("stuck_search", args=[search.pk])
    text = amara.get(page).content.decode()
    assert "Olu Harbour" in text
    assert "zebra" not in text  # why somebody could not stays with them
    sent = {"act": "suggest", "mentors": [str(olu.pk)], "words": "Olu has time."}
    assert amara.post(page, sent).status_code == 303
    search.refresh_from_db()
    assert (search.outcome, search.words) == ("offered", "Olu has time.")
    assert not Mentorship.objects.filter(mentor=olu).exists()
    settled = amara.get(page).content.decode()
    assert "Suggested by hand" in settled and "Olu Harbour" in settled
    assert LOOK not in words_for(cast.amara)
    assert "Amara Harbour suggests a mentor. You choose, and you reach out." in words_for(
        cast.ben, timezone.now()
    )
    found = find_mentors(viewer_as(cast.ben), cast.programme, "", 1, NOW.date())
    assert found.suggested[0].person == olu
    assert found.suggested[0].reasons[0] == "Amara Harbour suggests the two of you."
    ben = signed_in(cast.ben)
    assert "Olu has time." in ben.get(reverse("find_mentor")).content.decode()
    said = {"text": "Would you?", "form": "one_to_one", "limits_read": "on"}
    assert ben.post(reverse("ask_mentor", args=[cast.programme.pk, olu.pk]), said).status_code == 303
    assert "Amara Harbour suggests a mentor. You choose, and you reach out." not in words_for(cast.ben)


def test_whom_the_two_keep_apart_is_never_suggested(cast: Cast, signed_in: SignIn) -> None:
    search = opened(cast)
    olu = make_person(cast.harbour, "Olu Harbour")
    enrol(cast.programme, olu, "mentor")
    PrivateReason.objects.create(
        mentorship=cast.mentorship, author=olu, about=cast.ben, not_together_again=True
    )
    page = signed_in(cast.amara).get(reverse("stuck_search", args=[search.pk])).content.decode()
    assert "Olu Harbour" not in page
    refused = suggest_by_hand(search, cast.amara, [olu], "", NOW)
    assert because(refused) == "Olu Harbour cannot be suggested just now."
    assert not HandSuggestion.objects.exists()


def test_a_suggestion_without_anybody_comes_back_with_the_words(cast: Cast, signed_in: SignIn) -> None:
    search = opened(cast)
    enrol(cast.programme, make_person(cast.harbour, "Olu Harbour"), "mentor")
    answer = signed_in(cast.amara).post(
        reverse("stuck_search", args=[search.pk]), {"act": "suggest", "words": "I thought of somebody."}
    )
    assert answer.status_code == 422
    assert "Choose one to three mentors." in answer.content.decode()
    assert "I thought of somebody." in answer.content.decode()


def test_writing_and_looking_again_keep_it_open(cast: Cast, signed_in: SignIn) -> None:
    search = opened(cast)
    at = NOW + timedelta(days=1)
    good(write_to_person(search, cast.amara, "Shall we talk?", at, wants_talk=True))
    search.refresh_from_db()
    assert search.closed_at is None
    assert search.due_at == NOW + timedelta(days=8)  # five working days after Tuesday
    assert "Amara Harbour wrote to you about your search" in words_for(cast.ben)
    page = signed_in(cast.ben).get(reverse("find_mentor")).content.decode()
    assert "Shall we talk?" in page
    assert cast.amara.email in page
    assert isinstance(write_to_person(search, cast.amara, "  ", at), Refused)


def test_a_yes_meanwhile_settles_it(cast: Cast) -> None:
    search = opened(cast)
    olu = make_person(cast.harbour, "Olu Harbour")
    enrol(cast.programme, olu, "mentor")
    Walk(cast.programme, cast.ben, olu, now=NOW + timedelta(days=1)).accepted()
    search.refresh_from_db()
    assert search.outcome == "found"


def test_a_settled_search_is_not_settled_again(cast: Cast, signed_in: SignIn) -> None:
    search = opened(cast)
    page = reverse("stuck_search", args=[search.pk])
    amara = signed_in(cast.amara)
    assert amara.post(page, {"act": "settle"}).status_code == 303
    assert "settled already" in because(look_again(search, cast.amara, NOW))
    text = amara.get(page).content.decode()
    assert "Settled on" in text
    assert "Suggest somebody by hand" not in text


def test_the_mentee_asks_for_it_and_calls_it_off(cast: Cast, signed_in: SignIn) -> None:
    ben = signed_in(cast.ben)
    assert ben.post(reverse("ask_for_a_look", args=[cast.programme.pk])).status_code == 303
    search = StuckSearch.objects.get()
    assert "Amara Harbour looks for you" in ben.get(reverse("find_mentor")).content.decode()
    assert not [words for words in words_for(cast.ben) if "Find a mentor" in words]
    assert ben.post(reverse("call_off_search", args=[search.pk])).status_code == 303
    search.refresh_from_db()
    assert search.outcome == "not_needed"


def test_another_manager_sees_it_and_may_take_it_over(cast: Cast, signed_in: SignIn) -> None:
    search = opened(cast)
    rana = make_person(cast.harbour, "Rana Harbour")
    appoint(rana, Office.PROGRAMME_MANAGER, cast.programme)
    client = signed_in(rana)
    listed = client.get(reverse("programme_relationships", args=[cast.programme.pk]) + "?kind=mentoring")
    assert "Found nobody yet" in listed.content.decode()
    assert "Amara Harbour" in listed.content.decode()
    assert LOOK not in words_for(rana)
    client.post(reverse("stuck_search", args=[search.pk]), {"act": "take"})
    assert LOOK in words_for(rana)


@pytest.mark.parametrize("name", ["edda", "mo", "jon", "hamid", "petra", "carla"])
def test_nobody_else_learns_of_it(cast: Cast, signed_in: SignIn, name: str) -> None:
    search = opened(cast)
    client = signed_in(cast.people()[name])
    assert client.get(reverse("stuck_search", args=[search.pk])).status_code == 404
    assert client.post(reverse("call_off_search", args=[search.pk])).status_code == 404


def test_who_runs_the_programme_does_not_look_at_their_own(cast: Cast, signed_in: SignIn) -> None:
    enrol(cast.programme, cast.amara, "mentee")
    search = ask_for_a_look(cast.programme, cast.amara, NOW)
    assert isinstance(search, StuckSearch)
    assert search.owner is None
    assert signed_in(cast.amara).get(reverse("stuck_search", args=[search.pk])).status_code == 404
