"""Which kind of help?: the walk through it, what is kept and what is not, and who sees a need."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from alongside.models import Appointment, Letter, Need, NeedTalk, Person
from alongside.services.needs.keeping import purge_unclaimed
from tests.shell.cast import Cast
from tests.shell.makers import NOW, Office, appoint, make_skill

SignIn = Callable[[Person], Client]
FEEDBACK = (
    "I know how to give feedback, I have done the course, but I keep putting it off with my team. "
    "I want to change that habit in the next three months and be held to it."
)
DESPAIR = "I can't go on any more. I have been giving my things away and I want to kill myself tonight."


def test_the_first_page_asks_one_thing_and_needs_no_account(client: Client, db: None) -> None:
    page = client.get(reverse("which_help"))
    assert page.status_code == 200
    assert page.content.decode().count("<textarea") == 1


def test_a_few_questions_follow_and_then_an_answer_in_ones_own_words(client: Client, db: None) -> None:
    page = client.post(reverse("which_help"), {"statement": FEEDBACK}).content.decode()
    assert 0 < page.count("<fieldset") <= 3
    answer = client.post(reverse("which_help"), {"statement": FEEDBACK, "act": "answer"}).content.decode()
    assert "A coach" in answer
    assert re.search(r"“[^”]*(feedback|putting it off|habit|three months)[^”]*”", answer)


def test_a_question_once_passed_over_is_not_asked_again(client: Client, db: None) -> None:
    seen: list[str] = []
    data: dict[str, object] = {"statement": "I would like some help with things at work."}
    for _ in range(8):
        page = client.post(reverse("which_help"), data).content.decode()
        shown = re.findall(r'name="shown" value="(\w+)"', page)
        if not re.search(r"A few short questions", page):
            break
        assert not set(shown) & set(seen)
        seen += shown
        data["asked"], data["shown"] = list(seen), []
    else:
        pytest.fail("The questions never end.")
    assert len(seen) <= 12


def test_nothing_typed_is_kept_before_its_owner_says_so(client: Client, db: None) -> None:
    client.post(reverse("which_help"), {"statement": FEEDBACK})
    client.post(reverse("which_help"), {"statement": FEEDBACK, "act": "answer"})
    assert not Need.objects.exists()
    assert not Session.objects.exists()


def test_danger_leads_to_help_at_once_whatever_is_ticked(client: Client, db: None) -> None:
    page = client.post(reverse("which_help"), {"statement": DESPAIR, "safe_now": "yes", "asked_for": "coach"})
    words = page.content.decode()
    assert "Help right now" in words
    assert "116 123" in words
    assert not Need.objects.exists()


def test_help_right_now_is_there_for_everybody_in_every_country(client: Client, db: None) -> None:
    assert "999" in client.get(reverse("crisis_help")).content.decode()
    assert "988" in client.get(reverse("crisis_help"), {"country": "US"}).content.decode()


def test_a_statement_that_is_too_long_comes_back_whole(client: Client, db: None) -> None:
    answer = client.post(reverse("which_help"), {"statement": "word " * 1100})
    assert answer.status_code == 422
    assert "a little shorter" in answer.content.decode()
    assert answer.content.decode().count("word word") > 1


def test_signed_in_one_keeps_it_decides_and_finds_it_again(cast: Cast, signed_in: SignIn) -> None:
    ben = signed_in(cast.ben)
    kept = ben.post(reverse("keep_need"), {"statement": FEEDBACK, "route": "mentor", "reason": "I know one."})
    need = Need.objects.get()
    assert kept.status_code == 303
    assert (need.person, need.route, need.chosen_route) == (cast.ben, "coach", "mentor")
    page = ben.get(reverse("need", args=[need.pk])).content.decode()
    assert FEEDBACK[:40] in page
    assert reverse("find_mentor") in page
    assert FEEDBACK[:40] in ben.get(reverse("my_needs")).content.decode()


def test_kept_before_signing_in_it_waits_for_its_owner_alone(cast: Cast, signed_in: SignIn) -> None:
    stranger = Client()
    answer = stranger.post(reverse("keep_need"), {"statement": FEEDBACK})
    assert answer["Location"].startswith(reverse("account_signup"))
    other = signed_in(cast.femi)
    other.post(reverse("claim_need"))
    assert Need.objects.get().person is None
    assert cast.ben.account is not None
    stranger.force_login(cast.ben.account, backend="allauth.account.auth_backends.AuthenticationBackend")
    stranger.get(reverse("claim_need"))
    assert Need.objects.get().person is None
    stranger.post(reverse("claim_need"))
    assert Need.objects.get().person == cast.ben


def test_what_nobody_claims_goes_after_seven_days(client: Client, db: None) -> None:
    client.post(reverse("keep_need"), {"statement": FEEDBACK})
    kept_at = Need.objects.get().created_at
    assert purge_unclaimed(kept_at + timedelta(days=6)) == 0
    assert purge_unclaimed(kept_at + timedelta(days=8)) == 1


@pytest.fixture
def need(cast: Cast) -> Need:
    return Need.objects.create(
        person=cast.ben, statement=FEEDBACK, rules_version="t", route="coach", recommendation={"reasons": []}
    )


def test_a_need_is_its_owners_alone(cast: Cast, signed_in: SignIn, need: Need) -> None:
    seen_by = {
        name
        for name, person in cast.people().items()
        if signed_in(person).get(reverse("need", args=[need.pk])).status_code == 200
    }
    assert seen_by == {"ben"}


def test_a_reviewer_sees_what_was_ticked_until_it_is_taken_back(
    cast: Cast, signed_in: SignIn, need: Need
) -> None:
    ben, kemi = signed_in(cast.ben), signed_in(cast.kemi)
    ben.post(reverse("ask_to_talk", args=[need.pk]), {"route": "on"})
    page = kemi.get(reverse("talks")).content.decode()
    assert "Suggested to them" in page
    assert FEEDBACK[:40] not in page
    ben.post(reverse("ask_to_talk", args=[need.pk]), {"statement": "on"})
    assert FEEDBACK[:40] in kemi.get(reverse("talks")).content.decode()
    ben.post(reverse("take_back_talk", args=[NeedTalk.objects.get().pk]))
    assert "Ben" not in kemi.get(reverse("talks")).content.decode()


def test_a_reviewer_whose_office_ended_sees_nothing_of_a_talk_any_more(
    cast: Cast, signed_in: SignIn, need: Need
) -> None:
    ben, kemi = signed_in(cast.ben), signed_in(cast.kemi)
    ben.post(reverse("ask_to_talk", args=[need.pk]), {"statement": "on"})
    Appointment.objects.filter(person=cast.kemi).update(ended_at=NOW)
    assert FEEDBACK[:40] not in kemi.get(reverse("talks")).content.decode()
    assert kemi.post(reverse("finish_talk", args=[NeedTalk.objects.get().pk])).status_code == 404
    assert "sees what you ticked" not in ben.get(reverse("need", args=[need.pk])).content.decode()
    appoint(cast.mo, Office.REVIEWER)
    ben.post(reverse("ask_to_talk", args=[need.pk]), {"statement": "on"})
    assert FEEDBACK[:40] in signed_in(cast.mo).get(reverse("talks")).content.decode()


def test_asking_again_and_again_sends_one_letter_a_day(cast: Cast, signed_in: SignIn, need: Need) -> None:
    ben = signed_in(cast.ben)
    for _ in range(4):
        ben.post(reverse("ask_to_talk", args=[need.pk]), {"statement": "on"})
        ben.post(reverse("take_back_talk", args=[NeedTalk.objects.get().pk]))
    assert Letter.objects.filter(address=cast.kemi.email, notice="message").count() == 1


def test_skills_of_a_need_come_from_ones_own_catalogue(cast: Cast, signed_in: SignIn, need: Need) -> None:
    own, foreign = make_skill(cast.harbour), make_skill(cast.quarry, "Blasting")
    ben, page = signed_in(cast.ben), reverse("need_skills", args=[need.pk])
    ben.post(page, {"skill_1": str(own.pk), "current_1": "2", "required_1": "4"})
    assert [(row.skill, row.current, row.required) for row in need.skills.all()] == [(own, 2, 4)]
    assert ben.post(page, {"skill_1": str(foreign.pk)}).status_code == 422


def test_forgetting_asks_once_and_then_it_is_gone(cast: Cast, signed_in: SignIn, need: Need) -> None:
    ben, page = signed_in(cast.ben), reverse("forget_need", args=[need.pk])
    ben.get(page)
    assert Need.objects.exists()
    ben.post(page)
    assert not Need.objects.exists()
    assert NOW


def test_today_offers_what_was_kept_before_signing_in_and_asks_for_a_decision(cast: Cast) -> None:
    browser = Client()
    browser.post(reverse("keep_need"), {"statement": FEEDBACK})
    assert cast.ben.account is not None
    browser.force_login(cast.ben.account, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert reverse("claim_need") in browser.get(reverse("today")).content.decode()
    browser.post(reverse("claim_need"))
    page = browser.get(reverse("today")).content.decode()
    assert reverse("claim_need") not in page
    assert reverse("need", args=[Need.objects.get().pk]) in page
