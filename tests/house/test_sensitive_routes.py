"""Crisis, care and HR: whoever is sent there, nothing of it reaches a manager, a mail, a count, a log or an export.

People walk down each of the three routes in every way there is: as a visitor and signed in, without keeping it, kept,
and kept and decided. Then every page a programme manager or an administrator can open is compared with what it was
before, byte by byte, and everything that was written anywhere but into the needs themselves is searched.
"""

import re
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.core.cache import cache
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from alongside.core.needs.routes import SENSITIVE, Route
from alongside.models import Need, Person, Skill
from tests.house.test_access_matrix import OURS, path_of, signed_in, without_ids
from tests.house.world import World, make_world

TOKEN = "quillwort-7731"
STATEMENTS = {
    Route.CRISIS: "I can't go on. I have been giving my things away and I want to kill myself tonight.",
    Route.THERAPY_EAP: "I have not slept properly for months, I cry every morning, I have panic attacks and cannot "
    "face people any more. I have stopped doing all the things I used to enjoy.",
    Route.MANAGER_HR: "My manager keeps making racist remarks about me and has cut my pay since I complained. I have "
    "an open grievance about it.",
}
ROUTES = sorted(SENSITIVE, key=lambda route: route.value)
WATCHERS = ("amara", "jon")
TELLING = re.compile(
    "|".join([TOKEN, *(re.escape(each) for route in ROUTES for each in (route.value, route.title))])
)
CHANGES_BY_ITSELF = re.compile(rb'nonce="[^"]*"|\?v=\d+|(created|updated)_at[^,}<]*')


@pytest.fixture
def world(db: None) -> World:
    return make_world()


def test_nothing_of_a_sensitive_route_reaches_anybody(
    world: World, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level("DEBUG")
    pages, records = all_pages(world), all_records()
    assert reverse("programme_picture", args=[world.cast.programme.pk]) in pages["amara"]
    assert reverse("organisation") in pages["jon"]
    caplog.clear()
    for route in ROUTES:
        walk(world, route)
    said = caplog.text + "".join(capfd.readouterr())
    written = [row for row in all_records() if row not in records]
    assert Need.objects.filter(statement__contains=TOKEN).count() >= 2 * len(ROUTES), "They were kept at all."
    assert not TELLING.findall(said)
    assert not [row for row in written if TELLING.search(row)]
    assert differing(pages, all_pages(world)) == []


def walk(world: World, route: Route) -> None:
    """Down one route as a visitor and as two who are signed in: not kept, kept, and decided."""
    form = {"statement": f"{STATEMENTS[route]} {TOKEN}", "act": "answer"}
    visitor = Client()
    assert f"<h1>{route.title}</h1>" in visitor.post(reverse("which_help"), form).content.decode()
    visitor.get(reverse("crisis_help"))
    visitor.post(reverse("keep_need"), form)
    claim_as(visitor, world.cast.mo)
    for person, decides in ((world.cast.ben, False), (world.cast.dev, True)):
        client = signed_in(person)
        client.post(reverse("which_help"), form)
        client.get(reverse("crisis_help"))
        client.post(reverse("keep_need"), {**form, "reason": TOKEN} if not decides else form)
        need = Need.objects.filter(person=person, statement__contains=TOKEN).latest("created_at")
        client.get(reverse("need", args=[need.pk]))
        if decides:
            chosen = {"route": route.value, "reason": f"Because {TOKEN}."}
            client.post(reverse("decide_need", args=[need.pk]), chosen)
            skill = Skill.objects.filter(organisation=world.cast.harbour).first()
            assert skill is not None
            client.post(reverse("need_skills", args=[need.pk]), {"skill_1": str(skill.pk)})
            client.get(reverse("my_needs"))
            client.get(reverse("today"))


def claim_as(visitor: Client, person: Person) -> None:
    assert person.account is not None
    visitor.force_login(person.account, backend="allauth.account.auth_backends.AuthenticationBackend")
    visitor.post(reverse("claim_need"))


def all_pages(world: World) -> dict[str, dict[str, bytes]]:
    """Every page, file and list that each watcher can open, by its address."""
    found: dict[str, dict[str, bytes]] = {}
    for name in WATCHERS:
        client = signed_in(getattr(world.cast, name))
        found[name] = {path: body for path in all_paths(world) if (body := body_of(client, path))}
        cache.clear()
    return found


def all_paths(world: World) -> list[str]:
    """An address for every page, with the records of the world where it names one."""
    named = [(address, world.named_by(address.route)) for address, said in OURS if not said.anonymous]
    return [
        path_of(address, {name: record.pk for name, record in records.items()})
        for address, records in named
        if records is not None
    ]


def body_of(client: Client, path: str) -> bytes:
    answer = client.get(path)
    if answer.status_code != 200:
        return b""
    body = b"".join(answer) if answer.streaming else answer.content
    return CHANGES_BY_ITSELF.sub(b"", without_ids(body))


def differing(before: dict[str, dict[str, bytes]], after: dict[str, dict[str, bytes]]) -> list[str]:
    return [
        f"{name}: {path}"
        for name in WATCHERS
        for path in before[name].keys() | after[name].keys()
        if before[name].get(path) != after[name].get(path)
    ]


def all_records() -> set[str]:
    """Every row of every table but the needs', what hangs on them, and the sessions of the walkers themselves."""
    return {
        f"{model.__name__}: {values}"
        for model in searched_models()
        for values in model._default_manager.values_list()
    }


def searched_models() -> Iterator[type[Model]]:
    for model in apps.get_models():
        hangs_on_it = any(field.related_model is Need for field in model._meta.get_fields() if field.concrete)
        if model is not Need and not hangs_on_it and model.__name__ != "Session":
            yield model
