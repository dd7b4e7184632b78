"""Whatever is thrown at whichever address: no failure, the house's headers, and a page that belongs to it."""

from collections.abc import Callable, Iterator
from typing import Any
from wsgiref.util import setup_testing_defaults

import pytest
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.config.wsgi import application
from tests.house.addresses import NOBODY, Address, every_address
from tests.shell.cast import Cast, make_cast

ROUNDS = 6
DEEP = "[" * 50_000 + "]" * 50_000
FORM = "application/x-www-form-urlencoded"
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
    "Permissions-Policy": "camera=()",
}
Throw = Callable[[Client, str], Any]


def post(body: str | bytes, kind: str = FORM, **more: Any) -> Throw:
    return lambda client, path: client.generic("POST", path, body, content_type=kind, **more)


def get(query: str = "", **more: Any) -> Throw:
    return lambda client, path: client.get(f"{path}?{query}", **more)


def with_cookie(name: str, value: str) -> Throw:
    return lambda client, path: client.get(path, headers={"cookie": f"{name}={value}"})


def cookies_of(client: Client) -> str:
    return "; ".join(f"{name}={cookie.value}" for name, cookie in client.cookies.items())


# What the wall itself refuses, with the status it answers.
REFUSED: dict[str, tuple[int, Throw]] = {
    "NUL in the path": (400, lambda client, path: client.get(path + "%00/")),
    "NUL in the query": (400, get("q=a%00b")),
    "NUL in the name of a parameter": (400, get("%00=a")),
    "NUL in a form": (400, post("name=a%00b")),
    "NUL in JSON": (400, post(r'{"name": "a\u0000b"}', "application/json")),
    "NUL in a cookie": (400, with_cookie("session", r'"\000"')),
    "half a surrogate in JSON": (400, post(r'{"name": "\ud800"}', "application/json")),
    "unknown charset": (400, post("a=b", f"{FORM}; charset=klingon")),
    "charset that is no text": (400, post("a=b", f"{FORM}; charset=rot13")),
    "charset that lies": (400, post(b"a=\xff\xfe", f"{FORM}; charset=utf-16")),
    "JSON a pit deep": (400, post(DEEP, "application/json")),
    "a field a pit deep": (400, post(f"credential={DEEP}")),
    "JSON that is none": (400, post("{", "application/json")),
    "JSON that is no text": (400, post(b"\xff\xfe\x00", "application/json")),
    "an endless number": (400, post("9" * 5_000, "application/json")),
    "multipart without a boundary": (400, post("a", "multipart/form-data")),
    "multipart that is none": (400, post("a" * 500, "multipart/form-data; boundary=" + "é" * 80)),
    "too many fields": (400, post("&".join("a=b" for _ in range(3_000)))),
    "too many parameters": (400, get("&".join("a=b" for _ in range(3_000)))),
    "a text without end": (413, post("a=" + "b" * 3_000_000)),
    "a body that says it is endless": (413, post("a=b", CONTENT_LENGTH=str(10**12))),
    "an unheard-of method": (405, lambda client, path: client.generic("BREW", path)),
    "TRACE": (405, lambda client, path: client.generic("TRACE", path)),
    "another host": (400, get(headers={"host": "evil.example"})),
    "a host that is none": (400, get(headers={"host": "a b:c:d"})),
}

# What reaches the views, which answer it as they like, but never with a failure.
REACHING: dict[str, Throw] = {
    "nothing special": get(),
    "parameters of the wrong kind, out of range, again and again": get(
        "id=abc&pk=abc&page=abc&person=1&programme=zz&next=//evil.example&q=%27&%E0%A4%A&%=%&%zz=1&a%FF=%FF"
        f"&step={10**30}&year=-{10**30}&size=NaN&page={10**30}&" + "&".join(f"id={n}" for n in range(50))
    ),
    "headers and cookies that are none": lambda client, path: client.get(
        path,
        headers={
            "accept": ";;q=a,*/",
            "accept-language": "x-" * 3_000 + ";q=zz, *;q=\u20ac, ../../etc",
            "cookie": f"{cookies_of(client)};;=;usage=maybe; theme=<b>; csrftoken=x; person=abc; a=b"
            + ";" * 999,
            "user-agent": "b" * 60_000,
            "x-forwarded-for": "not, an, address",
            "hx-request": "true",
            "hx-target": "<b>",
            "hx-current-url": "%E0%A4%A",
        },
    ),
    "HEAD": lambda client, path: client.head(path),
    "OPTIONS": lambda client, path: client.options(path),
    "PUT": lambda client, path: client.put(path, "x"),
    "DELETE": lambda client, path: client.delete(path),
    "an empty form": post(""),
    "a form of unknown fields and wrong values": post(
        "a=b&pk=abc&__proto__=1&csrfmiddlewaretoken=x&"
        + "&".join(
            f"{name}=%F0%9F%98%80{'9' * 400}"
            for name in ("email", "login", "password", "name", "text", "id", "next", "theme", "usage", "code")
        )
    ),
    "a list where a word is due": post('["a", {"b": [null, true, 1e309]}]', "application/json"),
    "a body of no kind": post("hello", "text/plain"),
    "a kind that is none": post("hello", ";;;"),
    "a file nobody asked for": lambda client, path: client.generic(
        "POST",
        path,
        b'--x\r\nContent-Disposition: form-data; name="file"; filename="../../x\x00.xlsx"\r\n\r\nPK\r\n--x--\r\n',
        content_type="multipart/form-data; boundary=x",
    ),
}

# Their answers come from the same lines of code for strangers and members, and members' pages take longer.
SAME_FOR_MEMBERS = {
    "nothing special",
    "HEAD",
    "OPTIONS",
    "DELETE",
    "a body of no kind",
    "a kind that is none",
}


@pytest.fixture(autouse=True)
def fresh_limits() -> Iterator[None]:
    """Rate limits begin anew, and what was used up here is no one else's."""
    cache.clear()
    yield
    cache.clear()


def clients(cast: Cast, route: str) -> list[Client]:
    """A stranger, and the person of the cast to whom most of this address is open."""
    people = {
        "coaching/": cast.carla,
        "mentoring/": cast.edda,
        "programmes/": cast.amara,
        "concerns": cast.ines,
    }
    person = next((one for start, one in people.items() if route.startswith(start)), cast.dev)
    inside = Client(raise_request_exception=False)
    assert person.account is not None
    inside.force_login(person.account, backend="allauth.account.auth_backends.AuthenticationBackend")
    return [Client(raise_request_exception=False), inside]


def known(cast: Cast) -> dict[str, object]:
    return {
        "programmes/": cast.programme.pk,
        "coaching/": cast.engagement.pk,
        "mentoring/": cast.mentorship.pk,
        "people/": cast.carla.pk,
    }


def faults(said: HttpResponse) -> list[str]:
    """What is wrong with an answer, whatever the question was."""
    found = [] if said.status_code < 500 else [f"status {said.status_code}"]
    found += [name for name, value in HEADERS.items() if value not in said.headers.get(name, "")]
    policy = said.headers.get("Content-Security-Policy", "")
    if "default-src 'none'" not in policy or "unsafe" in policy:
        found.append("policy")
    return found


def part(number: int) -> list[Address]:
    return every_address()[number::ROUNDS]


@pytest.mark.django_db
@pytest.mark.parametrize("number", range(ROUNDS))
def test_no_request_breaks_any_address(number: int) -> None:
    cast = make_cast()
    wrong = []
    for address in part(number):
        path = address.path(known(cast))
        for client in clients(cast, address.route):
            is_inside = "_auth_user_id" in client.session
            wrong += [
                f"{name} at {path}: {found}"
                for name, throw in REACHING.items()
                if not (is_inside and name in SAME_FOR_MEMBERS) and (found := faults(throw(client, path)))
            ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.django_db
@pytest.mark.parametrize("number", range(ROUNDS))
def test_the_wall_stands_before_every_address(number: int) -> None:
    wrong = []
    for address in part(number):
        path = address.path()
        for name, (status, throw) in REFUSED.items():
            said = throw(Client(raise_request_exception=False), path)
            if said.status_code != status or faults(said):
                wrong.append(f"{name} at {path}: {said.status_code} {faults(said)}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(REFUSED))
def test_what_is_refused_gets_a_page_of_the_house(name: str) -> None:
    status, throw = REFUSED[name]
    said = throw(Client(raise_request_exception=False), "/account/login/")
    assert said.status_code == status
    assert said.content.startswith(b"<!doctype html>")
    assert b"/static/alongside/foundation.css" in said.content


@pytest.mark.django_db
@pytest.mark.parametrize("charset", ["rot13", "hex", "klingon", "utf-8", "idna"])
@pytest.mark.parametrize("query", ["a=b", "&".join("a=b" for _ in range(3_000)), "%FF=%00"])
def test_the_server_itself_survives_a_query_in_a_charset_that_is_none(charset: str, query: str) -> None:
    environ: dict[str, Any] = {"CONTENT_TYPE": f"{FORM}; charset={charset}", "QUERY_STRING": query}
    setup_testing_defaults(environ)
    environ |= {"HTTP_HOST": "testserver", "PATH_INFO": "/account/login/"}
    statuses: list[str] = []
    b"".join(application(environ, lambda status, headers: statuses.append(status)))
    assert statuses[0].startswith("400" if (charset, query) != ("utf-8", "a=b") else "200")


words = st.text(max_size=40)
anything = st.dictionaries(words, words, max_size=6)


@pytest.mark.django_db
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.data(), query=anything, form=anything, headers=st.dictionaries(st.just("accept-language"), words)
)
def test_no_words_at_all_break_any_address(
    cast_once: Cast, data: st.DataObject, query: dict[str, str], form: dict[str, str], headers: dict[str, str]
) -> None:
    address = data.draw(st.sampled_from(every_address()))
    path = address.path(known(cast_once))
    plain = {name: value.encode("ascii", "ignore").decode() for name, value in headers.items()}
    for client in clients(cast_once, address.route):
        assert not faults(client.get(path, query, headers=plain))
        assert not faults(client.post(path, form, headers=plain))


@pytest.fixture
def cast_once(db: None) -> Cast:
    return make_cast()


@pytest.mark.django_db
def test_not_there_and_not_yours_are_the_same_bytes(cast_once: Cast) -> None:
    stranger = Client()
    assert cast_once.mo.account is not None
    stranger.force_login(cast_once.mo.account, backend="allauth.account.auth_backends.AuthenticationBackend")
    for address in every_address():
        start = next((start for start in known(cast_once) if address.route.startswith(start)), None)
        if start is None or "<uuid:" not in address.route or start == "people/":
            continue
        theirs = stranger.get(address.path(known(cast_once)))
        missing = stranger.get(address.path({start: NOBODY}))
        if theirs.status_code == 404:
            assert theirs.content == missing.content
            assert theirs.headers == missing.headers
