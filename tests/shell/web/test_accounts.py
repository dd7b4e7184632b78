"""Ways in, and ways kept shut: signing up and in, second factors, and never telling who has an account."""

import re
import time
from collections.abc import Callable, Iterator
from statistics import median

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from alongside.models import Account, Letter, Person
from tests.shell.cast import Cast

pytestmark = pytest.mark.django_db
KNOWN, UNKNOWN, PASSWORD = (
    "dev@harbour-trust.example",
    "nobody@harbour-trust.example",
    "correct horse battery",
)


@pytest.fixture(autouse=True)
def fresh_limits() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


def code_in(letter: Letter) -> str:
    found = re.search(r"^([A-Z0-9]+-?[A-Z0-9]+)$", letter.text, re.MULTILINE)
    assert found, letter.text
    return found[1]


def sign_up(client: Client, email: str) -> HttpResponse:
    return client.post("/account/signup/", {"email": email, "password1": "a fairly long sentence"})


def sign_in(client: Client, email: str, password: str = PASSWORD) -> HttpResponse:
    return client.post("/account/login/", {"login": email, "password": password})


def show_it_is_you(client: Client) -> None:
    """Whoever changes how they sign in types the password once more."""
    client.post("/account/reauthenticate/", {"password": PASSWORD})


def is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def words_of(said: HttpResponse, *left_out: str) -> str:
    """The page without what differs anyway: the token of its forms and the address typed in."""
    text = re.sub(r'csrfmiddlewaretoken" value="[^"]+"|"X-CSRFToken": "[^"]+"', "", said.content.decode())
    for word in left_out:
        text = text.replace(word, "")
    return text


def test_signing_up_opens_nothing_until_the_code_from_the_letter_is_typed() -> None:
    client = Client()
    assert sign_up(client, "new@example.org").status_code == 302
    assert not is_in(client)
    letter = Letter.objects.get(address="new@example.org")
    client.post("/account/confirm-email/", {"code": "WRONG1"})
    assert not is_in(client)
    client.post("/account/confirm-email/", {"code": code_in(letter)})
    assert is_in(client)
    assert EmailAddress.objects.get(email="new@example.org").verified


def test_an_address_that_is_not_verified_does_not_get_in_with_its_password() -> None:
    account = Account.objects.create_user("new@example.org", PASSWORD)
    EmailAddress.objects.create(user=account, email="new@example.org", verified=False, primary=True)
    client = Client()
    sign_in(client, "new@example.org")
    assert not is_in(client)


def test_a_password_lets_in_and_is_kept_by_argon2(cast: Cast, settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    assert cast.dev.account is not None
    cast.dev.account.set_password(PASSWORD)
    cast.dev.account.save()
    assert cast.dev.account.password.startswith("argon2$argon2id$")
    client = Client()
    sign_in(client, KNOWN)
    assert is_in(client)


def test_a_code_by_mail_lets_in_once(cast: Cast) -> None:
    client = Client()
    client.post("/account/login/code/", {"email": KNOWN})
    code = code_in(Letter.objects.get(address=KNOWN))
    client.post("/account/login/code/confirm/", {"code": code})
    assert is_in(client)
    again = Client()
    again.post("/account/login/code/confirm/", {"code": code})
    assert not is_in(again)


def test_a_second_factor_is_asked_for_once_it_is_set_up(
    cast: Cast, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    client = Client()
    sign_in(client, KNOWN)
    show_it_is_you(client)
    client.get("/account/2fa/totp/activate/")
    secret = client.session["mfa.totp.secret"]
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/account/2fa/totp/activate/", {"code": totp_now(secret)})
    assert Authenticator.objects.filter(user=cast.dev.account, type="totp").exists()
    other = Client()
    sign_in(other, KNOWN)
    assert not is_in(other)
    codes = Authenticator.objects.get(user=cast.dev.account, type="recovery_codes").wrap()
    other.post("/account/2fa/authenticate/", {"code": codes.get_unused_codes()[0]})
    assert is_in(other)
    assert "changed in how you sign in" in Letter.objects.filter(address=KNOWN).latest("created_at").text


def totp_now(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def test_passkeys_can_be_added_and_used(cast: Cast) -> None:
    client = Client()
    sign_in(client, KNOWN)
    show_it_is_you(client)
    assert client.get("/account/2fa/webauthn/add/").status_code == 200
    asked = Client().get("/account/2fa/webauthn/login/", headers={"accept": "application/json"})
    assert asked.json()["request_options"]["publicKey"]["challenge"]


def test_a_session_can_be_seen_and_ended_from_another(cast: Cast) -> None:
    here, there = Client(), Client()
    sign_in(here, KNOWN)
    sign_in(there, KNOWN)
    assert here.get("/account/sessions/").status_code == 200
    here.post("/account/sessions/")
    assert is_in(here)
    assert there.get("/account/email/").status_code == 302


@pytest.mark.parametrize(
    ("path", "field", "more"),
    [
        ("/account/signup/", "email", {"password1": "a fairly long sentence"}),
        ("/account/password/reset/", "email", {}),
        ("/account/login/code/", "email", {}),
        ("/account/login/", "login", {"password": "not the password"}),
    ],
)
def test_no_answer_tells_who_has_an_account(path: str, field: str, more: dict[str, str], cast: Cast) -> None:
    answers = []
    for email in (KNOWN, UNKNOWN):
        client = Client()
        said = client.post(path, {field: email, **more})
        pages = [said]
        if said.status_code == 302:
            pages.append(client.get(said.headers["Location"]))
        answers.append(
            [
                (page.status_code, page.headers.get("Location"), words_of(page, email), sorted(page.cookies))
                for page in pages
            ]
        )
    assert answers[0] == answers[1]


@pytest.mark.parametrize("path", ["/account/signup/", "/account/password/reset/", "/account/login/code/"])
def test_each_address_gets_one_letter_whether_it_has_an_account_or_not(path: str, cast: Cast) -> None:
    for email in (KNOWN, UNKNOWN):
        Client().post(path, {"email": email, "password1": "a fairly long sentence"})
        assert Letter.objects.filter(address=email).count() == 1


@pytest.mark.parametrize(
    ("path", "field", "more"),
    [
        ("/account/login/", "login", {"password": "not the password"}),
        ("/account/signup/", "email", {"password1": "a fairly long sentence"}),
    ],
)
def test_the_time_of_an_answer_tells_nothing(
    path: str, field: str, more: dict[str, str], cast: Cast, settings: Settings
) -> None:
    """Each answer hashes one password, and that is what takes the time: the rest is a small part of it."""
    settings.PASSWORD_HASHERS = ["tests.shell.web.slow_hasher.SlowHasher"]
    assert cast.dev.account is not None
    cast.dev.account.set_password(PASSWORD)
    cast.dev.account.save()

    def seconds(email: str) -> float:
        cache.clear()
        began = time.perf_counter()
        Client().post(path, {field: email, **more})
        return time.perf_counter() - began

    known = median(seconds(KNOWN) for _ in range(3))
    unknown = median(seconds(f"nobody{turn}@harbour-trust.example") for turn in range(3))
    assert abs(known - unknown) < 0.5 * max(known, unknown)


def test_too_many_tries_are_slowed_down_with_a_page_of_the_house(cast: Cast) -> None:
    answers = [sign_up(Client(), f"nobody{turn}@example.org") for turn in range(21)]
    assert [said.status_code for said in answers] == [302] * 20 + [429]
    assert b"Too many tries" in answers[-1].content


def test_guessing_a_password_is_stopped_even_from_many_addresses(cast: Cast) -> None:
    for turn in range(8):
        Client(REMOTE_ADDR=f"10.0.0.{turn}").post("/account/login/", {"login": KNOWN, "password": "guess"})
    client = Client(REMOTE_ADDR="10.0.0.99")
    sign_in(client, KNOWN)
    assert not is_in(client)


def test_limits_count_in_the_database_that_all_processes_share(cast: Cast, settings: Settings) -> None:
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "shared_cache",
        }
    }
    call_command("createcachetable", verbosity=0)
    for _ in range(5):
        Client().post("/account/login/code/", {"email": KNOWN})
    assert Letter.objects.filter(address=KNOWN).count() == 3
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM shared_cache WHERE cache_key LIKE '%request_login_code%'")
        assert cursor.fetchone()[0] == 2  # one for the address of the computer, one for that of the letter


def test_signing_out_is_a_post(cast: Cast, signed_in: Callable[[Person], Client]) -> None:
    client = signed_in(cast.dev)
    client.get("/account/logout/")
    assert is_in(client)
    client.post("/account/logout/")
    assert not is_in(client)


def test_letters_about_accounts_name_nobody_and_hold_no_address_of_a_computer(cast: Cast) -> None:
    for path in ("/account/password/reset/", "/account/login/code/", "/account/signup/"):
        Client().post(path, {"email": KNOWN, "password1": "a fairly long sentence"})
    for letter in Letter.objects.all():
        assert "Dev" not in letter.text
        assert "127.0.0.1" not in letter.text
        assert "example.com" not in letter.text
