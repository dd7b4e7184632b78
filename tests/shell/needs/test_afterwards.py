"""Afterwards somebody is asked once, 60 and 120 days on, whether it was the right kind of help, and may leave it."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from alongside.models import Letter, Need, NeedFollowUp, Person
from alongside.queries.people.own_data import export_own_data
from alongside.queries.viewers import viewer_as
from alongside.services.needs.deciding import decide_need
from alongside.services.needs.following_up import ask_what_is_due
from tests.shell.cast import Cast
from tests.shell.makers import NOW

SignIn = Callable[[Person], Client]
WORDS = "It was about my divorce."


def after(days: float) -> datetime:
    return NOW + timedelta(days=days)


def keep(person: Person, route: str = "coach", chosen: str = "coach") -> Need:
    need = Need.objects.create(
        person=person,
        statement=WORDS,
        rules_version="triage-1",
        route=route,
        recommendation={"reasons": []},
        created_at=NOW,
    )
    if chosen:
        decide_need(need, chosen, NOW)
    return need


@pytest.fixture
def need(cast: Cast) -> Need:
    return keep(cast.ben)


def test_a_letter_goes_once_at_each_moment(cast: Cast, need: Need) -> None:
    asked = [ask_what_is_due(after(days)) for days in (59, 60, 61, 75, 119, 120, 121, 200)]
    assert asked == [0, 1, 0, 0, 0, 1, 0, 0]
    assert Letter.objects.filter(notice="question", address=cast.ben.email).count() == 2


@pytest.mark.usefixtures("need")
def test_the_letter_says_nothing_of_what_it_was_about() -> None:
    ask_what_is_due(after(60))
    letter = Letter.objects.get()
    said = f"{letter.subject} {letter.text}".lower()
    assert not any(word in said for word in ("coach", "need", "help", "divorce", "mentor"))
    assert letter.text.rstrip().endswith(reverse("open_question"))


def test_a_crisis_is_never_asked_about(cast: Cast, signed_in: SignIn) -> None:
    need = keep(cast.ben, route="crisis", chosen="coach")
    assert ask_what_is_due(after(60)) == 0
    with time_machine.travel(after(60), tick=False):
        ben = signed_in(cast.ben)
        assert "How it went" not in ben.get(reverse("need", args=[need.pk])).content.decode()
        ben.post(reverse("need_afterwards", args=[need.pk]), {"answer": "yes"})
    assert not NeedFollowUp.objects.exists()


def test_nobody_is_asked_who_has_not_decided_or_was_forgotten_for_long(cast: Cast) -> None:
    keep(cast.ben, chosen="")
    keep(cast.dev)
    assert ask_what_is_due(after(95)) == 0


def test_another_choice_begins_the_days_anew_and_the_same_one_does_not(need: Need) -> None:
    decide_need(need, "coach", after(30))
    assert ask_what_is_due(after(60)) == 1
    decide_need(need, "mentor", after(70))
    assert [ask_what_is_due(after(days)) for days in (120, 129, 130, 190)] == [0, 0, 1, 1]


def test_several_needs_of_one_person_bring_one_letter_a_day(cast: Cast) -> None:
    keep(cast.ben)
    keep(cast.ben, chosen="mentor")
    assert ask_what_is_due(after(60)) == 2
    assert Letter.objects.count() == 1


def test_the_letter_leads_to_the_question_and_the_answer_is_kept(
    cast: Cast, signed_in: SignIn, need: Need
) -> None:
    ask_what_is_due(after(60))
    with time_machine.travel(after(61), tick=False):
        ben = signed_in(cast.ben)
        assert reverse("need_afterwards", args=[need.pk]) in ben.get(reverse("today")).content.decode()
        page = ben.get(reverse("open_question"), follow=True)
        assert "Was this the right kind of help?" in page.content.decode()
        said = {"answer": "no", "would_have_been": "mentor", "words": "I needed somebody older."}
        assert ben.post(reverse("need_afterwards", args=[need.pk]), said).status_code == 303
        assert "was not the right kind of help" in ben.get(reverse("need", args=[need.pk])).content.decode()
        assert reverse("need_afterwards", args=[need.pk]) not in ben.get(reverse("today")).content.decode()
    row = NeedFollowUp.objects.get()
    assert (row.days, row.answer, row.would_have_been) == (60, "no", "mentor")
    assert row.asked_at == after(60)
    exported = export_own_data(viewer_as(cast.ben))["said_afterwards"]
    assert exported[0]["words"] == "I needed somebody older."


def test_who_answered_on_the_needs_own_page_gets_no_letter(cast: Cast, signed_in: SignIn, need: Need) -> None:
    with time_machine.travel(after(60.1), tick=False):
        ben = signed_in(cast.ben)
        assert "Was this the right kind of help?" in ben.get(reverse("need", args=[need.pk])).content.decode()
        ben.post(reverse("need_afterwards", args=[need.pk]), {"answer": "yes", "would_have_been": "mentor"})
    assert ask_what_is_due(after(61)) == 0
    assert NeedFollowUp.objects.get().would_have_been == ""
    assert ask_what_is_due(after(120)) == 1


@pytest.mark.parametrize("said", [{}, {"act": "leave", "answer": "no"}, {"words": "  "}])
def test_everything_may_be_left_out(cast: Cast, signed_in: SignIn, need: Need, said: dict[str, str]) -> None:
    with time_machine.travel(after(60), tick=False):
        assert signed_in(cast.ben).post(reverse("need_afterwards", args=[need.pk]), said).status_code == 303
    row = NeedFollowUp.objects.get()
    assert (row.answer, row.words) == ("", "")
    assert ask_what_is_due(after(61)) == 0


def test_do_not_ask_again_is_heard_and_can_be_taken_back(cast: Cast, signed_in: SignIn, need: Need) -> None:
    ben, address = signed_in(cast.ben), reverse("being_asked", args=[need.pk])
    ben.post(address)
    assert ask_what_is_due(after(60)) == 0
    ben.post(address, {"ask": "yes"})
    assert ask_what_is_due(after(60)) == 1


def test_a_wrong_answer_comes_back_filled(cast: Cast, signed_in: SignIn, need: Need) -> None:
    with time_machine.travel(after(60), tick=False):
        answer = signed_in(cast.ben).post(
            reverse("need_afterwards", args=[need.pk]), {"answer": "perhaps", "words": "still here"}
        )
    assert answer.status_code == 422
    assert "still here" in answer.content.decode()
    assert not NeedFollowUp.objects.exists()


def test_before_its_day_there_is_nothing_to_answer(cast: Cast, signed_in: SignIn, need: Need) -> None:
    with time_machine.travel(after(10), tick=False):
        ben = signed_in(cast.ben)
        assert "1 May 2026" in ben.get(reverse("need", args=[need.pk])).content.decode()
        ben.post(reverse("need_afterwards", args=[need.pk]), {"answer": "yes"})
        assert ben.get(reverse("open_question")).status_code == 303
    assert not NeedFollowUp.objects.exists()


def test_nobody_else_reads_or_answers(cast: Cast, signed_in: SignIn, need: Need) -> None:
    with time_machine.travel(after(60), tick=False):
        for other in (cast.amara, cast.jon, cast.carla, cast.otto):
            page = signed_in(other).post(reverse("need_afterwards", args=[need.pk]), {"answer": "yes"})
            assert page.status_code == 404
    assert not NeedFollowUp.objects.exists()


def test_the_rules_are_tested_on_a_need_only_while_its_owner_lets_them(
    cast: Cast, signed_in: SignIn, need: Need
) -> None:
    ben, address = signed_in(cast.ben), reverse("allow_testing", args=[need.pk])
    assert need.tests_rules_since is None
    ben.post(address, {"allow": "on"})
    need.refresh_from_db()
    assert need.tests_rules_since is not None
    assert "Take it back" in ben.get(reverse("need", args=[need.pk])).content.decode()
    ben.post(address)
    need.refresh_from_db()
    assert need.tests_rules_since is None
