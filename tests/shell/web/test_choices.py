"""Nobody is counted before they said yes, a no is one cookie, and a count knows nobody."""

from collections.abc import Callable

import pytest
from django.test import Client

from alongside.models import Person, UsageCount
from tests.shell.cast import Cast

pytestmark = pytest.mark.django_db
PAGE = "/account/login/"


def test_a_no_sets_exactly_one_cookie_that_says_just_that() -> None:
    client = Client()
    said = client.post("/choices/usage/", {"usage": "off", "next": PAGE})
    assert said.status_code == 303
    assert {name: cookie.value for name, cookie in said.cookies.items()} == {"usage": "off"}
    assert said.cookies["usage"]["samesite"] == "Lax"
    assert said.cookies["usage"]["httponly"]


def test_nobody_is_counted_without_a_yes() -> None:
    for usage in (None, "off", "maybe"):
        client = Client()
        if usage:
            client.cookies["usage"] = usage
        client.get(PAGE)
    assert not UsageCount.objects.exists()


def test_a_yes_counts_pages_by_day_and_name_and_by_nothing_else() -> None:
    client = Client()
    client.post("/choices/usage/", {"usage": "on", "next": PAGE})
    for _ in range(3):
        client.get(PAGE)
    client.get("/not/there/")
    count = UsageCount.objects.get()
    assert (count.page, count.times) == ("account_login", 3)
    assert {field.name for field in UsageCount._meta.get_fields()} == {"id", "day", "page", "times"}


def test_a_no_after_a_yes_ends_the_counting() -> None:
    client = Client()
    client.post("/choices/usage/", {"usage": "on", "next": PAGE})
    client.post("/choices/usage/", {"usage": "off", "next": PAGE})
    client.get(PAGE)
    assert not UsageCount.objects.exists()


def test_reading_sets_no_cookie_but_the_one_that_guards_forms() -> None:
    assert set(Client().get(PAGE).cookies) <= {"csrftoken"}


def test_somebody_signed_in_carries_the_session_the_guard_and_their_choices_only(
    cast: Cast, signed_in: Callable[[Person], Client]
) -> None:
    client = signed_in(cast.dev)
    client.post("/choices/usage/", {"usage": "off", "next": PAGE})
    client.post("/choices/colours/", {"theme": "dark", "next": PAGE})
    client.get("/account/email/")
    assert set(client.cookies) <= {"session", "csrftoken", "usage", "theme"}


@pytest.mark.parametrize("usage", ["", "yes", "<b>", "on; domain=evil"])
def test_other_words_set_nothing(usage: str) -> None:
    assert not Client().post("/choices/usage/", {"usage": usage, "next": PAGE}).cookies


def test_the_colours_of_the_device_need_no_cookie() -> None:
    client = Client()
    client.post("/choices/colours/", {"theme": "dark", "next": PAGE})
    assert client.cookies["theme"].value == "dark"
    client.post("/choices/colours/", {"theme": "system", "next": PAGE})
    assert client.cookies["theme"]["max-age"] == 0


def test_a_choice_never_leads_to_another_site() -> None:
    said = Client().post("/choices/colours/", {"theme": "dark", "next": "//evil.example/"})
    assert said.status_code != 303 or "evil" not in said.headers["Location"]
