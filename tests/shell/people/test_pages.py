"""The pages of people answer, come back filled, and are not there for those they are not for."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from alongside.models import Office, Person, Qualification, RoleHeld, SkillOffered
from alongside.web.people.today import greeting
from tests.shell.cast import Cast
from tests.shell.makers import NOW, appoint, make_organisation, make_person, make_skill, offer_skill

SignIn = Callable[[Person], Client]
OWN_PAGES = ("today", "me", "my_privacy", "my_security", "no_place_yet", "choose_person", "export_mine")


@pytest.mark.parametrize("page", OWN_PAGES)
def test_own_pages_answer(cast: Cast, signed_in: SignIn, page: str) -> None:
    for person in (cast.ben, cast.carla, cast.amara, cast.jon, cast.mo):
        assert signed_in(person).get(reverse(page)).status_code == 200


@pytest.mark.parametrize("page", OWN_PAGES)
def test_the_anonymous_are_asked_to_sign_in(cast: Cast, client: Client, page: str) -> None:
    answer = client.get(reverse(page))
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith(reverse("account_login"))


def test_the_privacy_page_is_for_everybody(db: None, client: Client) -> None:
    assert "Counting pages" in client.get(reverse("privacy")).content.decode()


def test_a_coach_is_shown_to_members_and_to_nobody_elsewhere(cast: Cast, signed_in: SignIn) -> None:
    page = reverse("person", args=[cast.carla.pk])
    assert signed_in(cast.mo).get(page).status_code == 200
    assert signed_in(cast.otto).get(page).status_code == 404


def test_somebody_who_only_looks_for_help_is_not_shown_to_colleagues(cast: Cast, signed_in: SignIn) -> None:
    assert signed_in(cast.mo).get(reverse("person", args=[cast.ben.pk])).status_code == 404


def test_colleagues_do_not_see_when_a_coach_is_free_or_how_many_places_there_are(
    cast: Cast, signed_in: SignIn
) -> None:
    cast.carla.free_times.create(weekday=0, starts="09:00", ends="10:00")
    page = reverse("person", args=[cast.carla.pk])
    assert "Usually free" not in signed_in(cast.mo).get(page).content.decode()
    assert "Usually free" in signed_in(cast.amara).get(page).content.decode()


def test_what_one_says_of_oneself_is_saved(cast: Cast, signed_in: SignIn) -> None:
    ben = signed_in(cast.ben)
    answer = ben.post(reverse("me"), {"part": "about", "name": "Ben Harbour", "headline": "Learning to lead"})
    assert answer.status_code == 303
    cast.ben.refresh_from_db()
    assert cast.ben.headline == "Learning to lead"


def test_languages_are_written_as_names_and_kept_as_codes(cast: Cast, signed_in: SignIn) -> None:
    ben = signed_in(cast.ben)
    assert ben.post(reverse("me"), {"part": "languages", "languages": "English, Polish"}).status_code == 303
    cast.ben.refresh_from_db()
    assert cast.ben.languages == ["en", "pl"]
    answer = ben.post(reverse("me"), {"part": "languages", "languages": "English, Klingonish"})
    assert answer.status_code == 422
    assert "English, Klingonish" in answer.content.decode()
    assert "We do not know this language: Klingonish" in answer.content.decode()


def test_free_time_is_ticked_on_a_grid(cast: Cast, signed_in: SignIn) -> None:
    ben = signed_in(cast.ben)
    ben.post(reverse("me"), {"part": "free_time", "stretches": ["0-0800", "2-1400"]})
    assert list(cast.ben.free_times.values_list("weekday", flat=True)) == [0, 2]
    assert ben.post(reverse("me"), {"part": "free_time", "stretches": ["9-0800"]}).status_code == 422
    ben.post(reverse("me"), {"part": "free_time"})
    assert not cast.ben.free_times.exists()


def test_the_zone_of_a_person_becomes_the_zone_of_their_account(cast: Cast, signed_in: SignIn) -> None:
    data = {"part": "meeting", "formats": ["remote"], "time_zone": "Europe/Berlin"}
    assert signed_in(cast.ben).post(reverse("me"), data).status_code == 303
    cast.ben.refresh_from_db()
    assert cast.ben.account is not None
    assert cast.ben.account.time_zone == cast.ben.time_zone == "Europe/Berlin"


def test_a_skill_is_offered_at_a_level_and_taken_away(cast: Cast, signed_in: SignIn) -> None:
    skill, carla = make_skill(cast.harbour), signed_in(cast.carla)
    assert "colleagues come with their questions" in carla.get(reverse("me")).content.decode()
    carla.post(reverse("me"), {"part": "skill", "skill": str(skill.pk), "level": "4"})
    offer = SkillOffered.objects.get(person=cast.carla)
    assert offer.level == 4
    assert (
        carla.post(reverse("me"), {"part": "skill", "skill": str(skill.pk), "level": "6"}).status_code == 422
    )
    carla.post(reverse("remove_from_profile", args=["skill", offer.pk]))
    assert not SkillOffered.objects.exists()


def test_a_skill_of_another_organisation_cannot_be_offered(cast: Cast, signed_in: SignIn) -> None:
    foreign = make_skill(cast.quarry)
    data = {"part": "skill", "skill": str(foreign.pk), "level": "4"}
    assert signed_in(cast.carla).post(reverse("me"), data).status_code == 422
    assert not SkillOffered.objects.exists()


def test_nobody_takes_away_what_is_somebody_elses(cast: Cast, signed_in: SignIn) -> None:
    offer = offer_skill(cast.carla, make_skill(cast.harbour))
    mo = signed_in(cast.mo)
    assert mo.post(reverse("remove_from_profile", args=["skill", offer.pk])).status_code == 404
    assert mo.post(reverse("remove_from_profile", args=["person", offer.pk])).status_code == 404
    assert SkillOffered.objects.exists()


def test_a_role_that_ends_before_it_begins_comes_back_filled(cast: Cast, signed_in: SignIn) -> None:
    data = {"part": "role", "title": "Harbour master", "from_year": "2010", "to_year": "2008"}
    answer = signed_in(cast.edda).post(reverse("me"), data)
    assert answer.status_code == 422
    assert "Harbour master" in answer.content.decode()
    assert not RoleHeld.objects.exists()


def test_a_qualification_is_claimed_until_a_manager_has_seen_the_proof(cast: Cast, signed_in: SignIn) -> None:
    signed_in(cast.carla).post(reverse("me"), {"part": "qualification", "title": "Diploma in coaching"})
    claim = Qualification.objects.get()
    page, verify = reverse("person", args=[cast.carla.pk]), reverse("verify_qualification", args=[claim.pk])
    assert "Claimed, not verified yet" in signed_in(cast.mo).get(page).content.decode()
    assert signed_in(cast.mo).post(verify).status_code == 404
    assert signed_in(cast.carla).post(verify).status_code == 404
    assert signed_in(cast.petra).post(verify).status_code == 404
    assert signed_in(cast.amara).post(verify).status_code == 303
    assert "Verified" in signed_in(cast.mo).get(page).content.decode()


def test_a_manager_who_coaches_does_not_verify_themselves(cast: Cast, signed_in: SignIn) -> None:
    appoint(cast.carla, Office.PROGRAMME_MANAGER, cast.programme)
    own = Qualification.objects.create(person=cast.carla, title="Diploma")
    assert signed_in(cast.carla).post(reverse("verify_qualification", args=[own.pk])).status_code == 404


def test_full_for_now_and_open_again(cast: Cast, signed_in: SignIn) -> None:
    edda = signed_in(cast.edda)
    edda.post(reverse("set_full"), {"full": "yes"})
    cast.edda.refresh_from_db()
    assert cast.edda.is_full_for_now
    assert "Full for now" in signed_in(cast.ben).get(reverse("person", args=[cast.edda.pk])).content.decode()
    edda.post(reverse("set_full"), {"full": "no"})
    cast.edda.refresh_from_db()
    assert not cast.edda.is_full_for_now


def test_places_are_ones_own_to_set_within_reason(cast: Cast, signed_in: SignIn) -> None:
    enrolment = cast.edda.enrolments.get()
    page = reverse("set_places", args=[enrolment.pk])
    signed_in(cast.edda).post(page, {"places": "4"})
    enrolment.refresh_from_db()
    assert enrolment.places == 4
    signed_in(cast.edda).post(page, {"places": "400"})
    enrolment.refresh_from_db()
    assert enrolment.places == 4
    assert signed_in(cast.carla).post(page, {"places": "1"}).status_code == 404


def test_every_field_of_the_profile_says_who_can_see_it(cast: Cast, signed_in: SignIn) -> None:
    page = signed_in(cast.carla).get(reverse("me")).content.decode()
    assert "Everyone in your organisation because you offer help in a programme." in page
    assert "Who can see this: You and the programme manager." in page


def test_only_administrators_reach_the_organisation(cast: Cast, signed_in: SignIn) -> None:
    statuses = {
        name: signed_in(person).get(reverse("organisation")).status_code
        for name, person in cast.people().items()
    }
    assert {name for name, status in statuses.items() if status == 200} == {"jon"}


def test_an_administrator_of_two_organisations_chooses_where_they_are(cast: Cast, signed_in: SignIn) -> None:
    third = make_organisation("Lighthouse")
    twin = make_person(third, "Mona Lighthouse")
    twin.account = cast.mo.account
    twin.save()
    mo = signed_in(cast.mo)
    assert "Lighthouse" in mo.get(reverse("choose_person")).content.decode()
    assert mo.post(reverse("choose_person"), {"person": str(twin.pk)}).status_code == 303
    assert "Mona" in mo.get(reverse("today")).content.decode()
    assert mo.post(reverse("choose_person"), {"person": str(cast.ben.pk)}).status_code == 404


def test_the_export_holds_ones_own_words_and_nobody_elses(cast: Cast, signed_in: SignIn) -> None:
    cast.mo.about, cast.ben.about = "My own words", "Not for Mo"
    cast.mo.save()
    cast.ben.save()
    data = signed_in(cast.mo).get(reverse("export_mine")).json()
    assert data["profile"]["about"] == "My own words"
    assert "Not for Mo" not in str(data)


@pytest.mark.parametrize(
    "hour, words", [(6, "Good morning, Ben"), (14, "Good afternoon"), (23, "Good evening")]
)
def test_the_greeting_goes_by_the_clock_where_the_person_is(hour: int, words: str) -> None:
    assert greeting(NOW.replace(hour=hour), "Ben Harbour").startswith(words)
