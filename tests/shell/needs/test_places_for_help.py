"""Places for help: an organisation keeps its own, and everybody is shown the ones for where they are."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.models import HelpContact, Office, Person
from tests.shell.cast import Cast
from tests.shell.makers import appoint

SignIn = Callable[[Person], Client]
LINE = {"kind": "eap", "name": "Crew support line", "reach": "Call 0800 123 456", "hours": "day and night"}
UNWELL = (
    "I have not slept properly for months, I cry every morning and cannot face people any more. "
    "I have stopped doing all the things I used to enjoy."
)


@pytest.fixture
def line(cast: Cast) -> HelpContact:
    return HelpContact.objects.create(
        organisation=cast.harbour, checked_on=timezone.localdate() - timedelta(days=200), **LINE
    )


def now_page(client: Client, **more: str) -> str:
    return client.get(reverse("crisis_help"), more).content.decode()


def test_an_administrator_adds_a_place_and_everybody_there_sees_it(cast: Cast, signed_in: SignIn) -> None:
    jon = signed_in(cast.jon)
    assert jon.post(reverse("help_contacts"), LINE).status_code == 303
    page = now_page(signed_in(cast.ben))
    assert "Crew support line" in page
    assert 'href="tel:0800123456"' in page
    assert "Checked by your organisation on" in page
    for outsider in (Client(), signed_in(cast.otto)):
        assert "Crew support line" not in now_page(outsider)


def test_a_place_without_a_number_comes_back_filled(cast: Cast, signed_in: SignIn) -> None:
    answer = signed_in(cast.jon).post(reverse("help_contacts"), {**LINE, "reach": ""})
    assert answer.status_code == 422
    assert "Crew support line" in answer.content.decode()
    assert "Write down how people reach it" in answer.content.decode()
    assert not HelpContact.objects.exists()


def test_changing_a_place_counts_as_checking_it(cast: Cast, signed_in: SignIn, line: HelpContact) -> None:
    jon = signed_in(cast.jon)
    assert "0800 123 456" in jon.get(reverse("help_contact", args=[line.pk])).content.decode()
    jon.post(reverse("help_contact", args=[line.pk]), {**LINE, "reach": "Call 0800 999 000"})
    line.refresh_from_db()
    assert (line.reach, line.checked_on) == ("Call 0800 999 000", timezone.localdate())


def test_one_tap_says_it_was_checked_and_the_reminder_is_gone(
    cast: Cast, signed_in: SignIn, line: HelpContact
) -> None:
    jon = signed_in(cast.jon)
    reminder = "“Crew support line” was last checked on"
    assert reminder in jon.get(reverse("today")).content.decode()
    jon.post(reverse("check_help_contact", args=[line.pk]))
    line.refresh_from_db()
    assert line.checked_on == timezone.localdate()
    assert reminder not in jon.get(reverse("today")).content.decode()


def test_nobody_but_an_administrator_is_reminded(cast: Cast, signed_in: SignIn, line: HelpContact) -> None:
    for person in (cast.amara, cast.ben, cast.ines):
        assert "Crew support line" not in signed_in(person).get(reverse("today")).content.decode()


def test_places_are_put_in_order(cast: Cast, signed_in: SignIn) -> None:
    jon = signed_in(cast.jon)
    for name in ("First", "Second", "Third"):
        jon.post(reverse("help_contacts"), {**LINE, "name": name})
    third = HelpContact.objects.get(name="Third")
    jon.post(reverse("move_help_contact", args=[third.pk]), {"way": "up"})
    assert [row.name for row in HelpContact.objects.all()] == ["First", "Third", "Second"]
    for _ in range(3):
        jon.post(reverse("move_help_contact", args=[third.pk]), {"way": "up"})
    assert [row.name for row in HelpContact.objects.all()] == ["Third", "First", "Second"]


def test_what_was_taken_away_comes_back_as_it_was(cast: Cast, signed_in: SignIn, line: HelpContact) -> None:
    jon = signed_in(cast.jon)
    jon.post(reverse("remove_help_contact", args=[line.pk]))
    assert not HelpContact.objects.exists()
    assert "“Crew support line” has been taken away" in jon.get(reverse("help_contacts")).content.decode()
    jon.post(reverse("put_back_help_contact"))
    back = HelpContact.objects.get()
    assert (back.reach, back.checked_on) == (line.reach, line.checked_on)
    jon.post(reverse("put_back_help_contact"))
    assert HelpContact.objects.count() == 1


def test_what_ships_becomes_the_organisations_own_once_somebody_checked_it(
    cast: Cast, signed_in: SignIn
) -> None:
    jon = signed_in(cast.jon)
    jon.post(reverse("take_over_help_contact"), {"name": "Samaritans"})
    jon.post(reverse("take_over_help_contact"), {"name": "Nobody we know"})
    assert HelpContact.objects.get().checked_on == timezone.localdate()
    page = now_page(signed_in(cast.ben))
    assert page.count("<strong>Samaritans</strong>") == 1
    assert "Checked by your organisation on" in page


@pytest.mark.parametrize(
    "name", ["help_contact", "check_help_contact", "move_help_contact", "remove_help_contact"]
)
def test_the_places_of_another_organisation_are_not_there(
    cast: Cast, signed_in: SignIn, line: HelpContact, name: str
) -> None:
    appoint(cast.petra, Office.ORG_ADMIN)
    client = signed_in(cast.petra)
    assert client.post(reverse(name, args=[line.pk]), LINE).status_code == 404
    assert signed_in(cast.amara).post(reverse(name, args=[line.pk]), LINE).status_code == 404
    line.refresh_from_db()
    assert line.name == "Crew support line"


def test_a_place_for_one_country_is_shown_there(cast: Cast, signed_in: SignIn, line: HelpContact) -> None:
    line.country = "IE"
    line.save()
    assert "Crew support line" not in now_page(signed_in(cast.ben))
    assert "Crew support line" in now_page(signed_in(cast.ben), country="IE")
    cast.ben.time_zone = "Europe/Dublin"
    cast.ben.save()
    assert "Crew support line" in now_page(signed_in(cast.ben))


@pytest.mark.parametrize(
    ("language", "number"), [("en-US,en;q=0.9", "988"), ("en-IE", "112"), ("de-DE", "Somewhere else")]
)
def test_a_visitor_is_shown_the_numbers_of_the_region_their_browser_names(
    db: None, language: str, number: str
) -> None:
    client = Client(headers={"accept-language": language})
    page = now_page(client)
    assert number in page
    assert "Samaritans" in page or language != "en-IE"


def test_the_page_says_who_looks_and_who_checked(cast: Cast, signed_in: SignIn) -> None:
    page = now_page(signed_in(cast.ben))
    assert "Nobody watches this page" in page
    assert "Ines Harbour" in page
    assert "They read only what is written to them" in page
    assert "have not called them" in page
    assert "safety" not in now_page(Client())


def test_the_page_carries_no_name_no_navigation_and_no_menu(cast: Cast, signed_in: SignIn) -> None:
    page = now_page(signed_in(cast.ben))
    assert "Ben Harbour" not in page
    assert "<nav" not in page
    assert "data-leave" in page


def test_care_is_shown_with_the_organisations_own_line_first(
    cast: Cast, signed_in: SignIn, line: HelpContact
) -> None:
    answer = signed_in(cast.ben).post(reverse("which_help"), {"statement": UNWELL, "act": "answer"})
    page = answer.content.decode()
    assert "Somebody to look after your health" in page
    assert 0 < page.index("Crew support line") < page.index("Samaritans")
