"""The access matrix: every address that names a record, for every person of the cast, as the policy table says.

Three positions of the record: as it stands in the cast, in another organisation (otto and petra are strangers to
all of it), and not there at all. "Not yours" and "not there" are the same bytes.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client

from alongside.core.confidentiality.policy import may
from alongside.models import Person
from alongside.queries.facts import facts_of
from alongside.queries.relations import relations_of
from alongside.queries.viewers import Viewer, viewer_as
from alongside.web.declare import Declaration, declaration_of
from tests.house.addresses import Address, every_address
from tests.house.world import World, make_world, most_specific

NAMES = (
    *("amara", "ben", "carla", "dev", "edda", "femi", "grace", "hamid"),
    *("ines", "jon", "kemi", "lotte", "mo", "otto", "petra"),
)
ID = re.compile(r"<uuid:(\w+)>")
OURS = [
    (address, said)
    for address in every_address()
    if (said := declaration_of(address.view)) is not None and not address.route.startswith("account/")
]
WITH_ID = [(address, said) for address, said in OURS if ID.search(address.route)]


@pytest.fixture
def world(db: None) -> World:
    return make_world()


class Undo(Exception):  # noqa: N818 - a way out of a transaction, not an error
    """Takes back whatever a request did, so that the next one meets the same world."""


def ask(client: Client, path: str) -> tuple[int, bytes]:
    """The answer to a GET, or, where a page only takes a POST, to an empty POST; what it did is taken back."""
    status, body = 0, b""
    try:
        with transaction.atomic():
            answer = client.get(path)
            if answer.status_code == 405:
                answer = client.post(path, {})
            status, body = answer.status_code, answer.content
            raise Undo
    except Undo:
        cache.clear()
    return status, body


def path_of(address: Address, ids: dict[str, object]) -> str:
    text = ID.sub(lambda found: str(ids[found[1]]), address.route)
    return "/" + re.sub(r"<\w+:(\w+)>", lambda found: FILLED.get(found[1], "dull"), text)


FILLED = {
    "kind": "times",
    "number": "1",
    "about": "mentoring",
    "instrument": "mentor_functions",
    "moment": "three_months",
}
# Where the record that an address is about is not the one named last in it.
ABOUT = dict.fromkeys(
    (
        "take_over_need_skill",
        "release_entry",
        "wish_for_pair",
        "take_wish_back",
        "person_in_run",
        "two_by_hand",
    ),
    "pk",
)
# Pages about oneself that happen to name something else: the id opens nothing by itself.
ABOUT_ONESELF = {"account", "own_privacy"}
# Making something new from a page that names somebody else: judged by what the viewer is to themselves.
MADE_BY_ONESELF = {"ask_mentor", "rank_mentors", "stop_asking_on", "ask_for_a_look"}


def signed_in(person: Person) -> Client:
    client = Client()
    assert person.account is not None
    client.force_login(person.account, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def without_ids(body: bytes) -> bytes:
    """The bytes but for what the asker knows anyway: the address asked for, and their own form token."""
    return re.sub(rb'(csrfmiddlewaretoken" value="|X-CSRFToken": "|name="next" value=")[^"]*', b"", body)


def test_every_address_with_an_id_has_a_record_in_the_world(world: World) -> None:
    missing = [address.route for address, _ in WITH_ID if world.named_by(address.route) is None]
    assert not missing


def cells(world: World) -> Iterator[tuple[Address, Declaration, dict[str, object]]]:
    for address, said in WITH_ID:
        if said.anonymous or said.resource in ABOUT_ONESELF:
            continue
        records = world.named_by(address.route)
        assert records is not None
        yield address, said, dict(records)


def is_allowed(viewer: Viewer, address: Address, said: Declaration, records: dict[str, object]) -> bool:
    """What the policy table says, with the relations and facts of the record the address is about."""
    record = records[ABOUT[address.name]] if address.name in ABOUT else most_specific(records)
    if address.name in MADE_BY_ONESELF:
        record = viewer.person
    relations = relations_of(viewer, record)
    return may(said.resource, said.action, relations, facts_of(viewer, relations, record)).allowed


@pytest.mark.parametrize("name", NAMES)
def test_nobody_gets_more_than_the_table_allows(world: World, name: str) -> None:
    person = world.cast.people()[name]
    client, viewer = signed_in(person), viewer_as(person)
    wrong = []
    for address, said, records in cells(world):
        allowed = is_allowed(viewer, address, said, records)
        ids = {key: value.pk for key, value in records.items()}  # type: ignore[attr-defined]  # - records of the database
        status, _ = ask(client, path_of(address, ids))
        if status >= 500 or (not allowed and status != 404):
            wrong.append((address.route, said.resource, said.action, status))
    assert not wrong


@pytest.mark.parametrize("name", ["dev", "amara", "petra"])
def test_not_yours_and_not_there_are_the_same_bytes(world: World, name: str) -> None:
    person = world.cast.people()[name]
    client, viewer = signed_in(person), viewer_as(person)
    different = []
    for address, said, records in cells(world):
        if is_allowed(viewer, address, said, records):
            continue
        here = path_of(address, {key: value.pk for key, value in records.items()})  # type: ignore[attr-defined]  # - records of the database
        gone = path_of(address, {key: uuid4() for key in records})
        answers = [(status, without_ids(body)) for status, body in (ask(client, here), ask(client, gone))]
        if answers[0] != answers[1] or answers[0][0] != 404:
            different.append((address.route, answers[0][0], answers[1][0]))
    assert not different


def test_the_anonymous_are_answered_before_anything_is_looked_up(world: World) -> None:
    client = Client()
    for address, _said, records in cells(world):
        ids = {key: value.pk for key, value in records.items()}  # type: ignore[attr-defined]  # - records of the database
        here, gone = path_of(address, ids), path_of(address, {key: uuid4() for key in records})
        answers = [client.get(path) for path in (here, gone)]
        assert [answer.status_code for answer in answers] == [302, 302], address.route
        assert answers[0].content == answers[1].content == b""


def test_every_declaration_is_met_by_somebody(world: World) -> None:
    """An operation that nobody of the cast may ever do is either dead or not tested."""
    met: Counter[str] = Counter()
    who: defaultdict[str, list[str]] = defaultdict(list)
    for name in NAMES:
        viewer = viewer_as(world.cast.people()[name])
        for address, said, records in cells(world):
            allowed = is_allowed(viewer, address, said, records)
            met[address.route] += allowed
            if allowed:
                who[address.route].append(name)
    dead = sorted(route for route, count in met.items() if not count)
    assert not dead


def test_the_matrix_is_as_large_as_it_should_be(world: World) -> None:
    """Prints its size (run with -s), and fails should it ever shrink to nothing."""
    size = sum(1 for _ in cells(world)) * len(NAMES)
    print(f"access matrix: {len(WITH_ID)} addresses with ids x {len(NAMES)} personas = {size} cells")  # noqa: T201 - the figure is the point
    assert size > 500
