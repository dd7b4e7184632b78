"""The workbench in the browser: rules by hand, a run, its pairs, publishing; nothing without a right to it."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alongside.core.matching import MatchRun
from alongside.jobs.matching import run_match
from alongside.models import MatchRun as RunRow
from alongside.models import PairWish, Person, Programme, ProposalPair
from alongside.queries.viewers import viewer_as
from alongside.services.matching.rules import version_in_use
from tests.shell.cast import Cast
from tests.shell.makers import NOW
from tests.shell.matching import guild
from tests.shell.matching.running import run

SignIn = Callable[[Person], Client]


@pytest.fixture
def amara(cast: Cast, signed_in: SignIn) -> Client:
    return signed_in(cast.amara)


def page_of(programme: Programme, name: str = "programme_matching", *more: Any) -> str:
    return reverse(name, args=[programme.pk, *more])


def test_a_programme_is_matched_and_published_by_pressing_buttons(
    cast: Cast, amara: Client, guild_programme: Programme
) -> None:
    bench = amara.get(page_of(guild_programme)).content.decode()
    assert "6</dd><dt>mentees without a mentor" in bench
    begun = amara.post(page_of(guild_programme, "begin_match_run"), {"kind": "mentoring"})
    assert begun.status_code == 303
    waiting = amara.get(begun.url)
    assert "Finding the best pairs" in waiting.content.decode()
    part = amara.get(begun.url, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    assert "It waits for its turn." in part
    run_match.call(begun.url.split("/")[2])
    assert amara.get(begun.url, headers={"HX-Request": "true"}).headers["HX-Refresh"] == "true"
    done = amara.get(begun.url).content.decode()
    placed, points = guild.best()
    assert f"{placed} of 6 mentees have a mentor" in done
    assert f"<dd>{points}</dd>" in done
    assert "Proved." in done
    row = RunRow.objects.get()
    for view in ("nobody", "picture", "how", "standing", "nonsense"):
        assert amara.get(begun.url, {"view": view}).status_code == 200
    assert "Fen Cape" in amara.get(begun.url, {"view": "nobody"}).content.decode()
    asked = amara.get(page_of(guild_programme, "programme_matching")).content.decode()
    assert f"{placed} of 6" in asked
    confirm = amara.get(reverse("publish_match_run", args=[row.pk])).content.decode()
    assert "The mentee still asks." in confirm
    assert amara.post(reverse("publish_match_run", args=[row.pk])).status_code == 303
    row.refresh_from_db()
    assert row.state == "published"
    assert amara.post(reverse("withdraw_match_run", args=[row.pk])).status_code == 303
    row.refresh_from_db()
    assert row.state == "done"


def test_pairs_are_searched_ordered_kept_and_ruled_out(
    cast: Cast, amara: Client, guild_programme: Programme
) -> None:
    done = run(viewer_as(cast.amara), guild_programme)
    url = reverse("match_run", args=[done.pk])
    pair = ProposalPair.objects.filter(run=done).select_related("client__person").first()
    assert pair is not None
    found = amara.get(url, {"q": pair.client.person.name}).content.decode()
    assert found.count('<li class="pair') == 1
    assert "Nobody of that name" in amara.get(url, {"q": "Zed"}).content.decode()
    assert amara.get(url, {"order": "fit"}).status_code == 200
    wish = reverse("wish_for_pair", args=[done.pk, pair.pk])
    assert amara.post(wish, {"wish": "lock", "next": url}).url == url
    assert "Stays together" in amara.get(url).content.decode()
    amara.post(wish, {"wish": "forbid", "next": "https://elsewhere.example/"})
    (kept,) = PairWish.objects.all()
    bench = amara.get(page_of(guild_programme)).content.decode()
    assert "never with" in bench
    amara.post(page_of(guild_programme, "take_wish_back", kept.pk))
    assert not PairWish.objects.exists()


def test_the_audit_file_comes_down_as_it_was_made(
    cast: Cast, amara: Client, guild_programme: Programme
) -> None:
    done = run(viewer_as(cast.amara), guild_programme)
    answer = amara.get(reverse("match_audit", args=[done.pk]))
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert MatchRun.from_json(answer.content.decode()).totals.placed == done.placed
    assert "Ana" not in answer.content.decode()
    json.loads(answer.content)


def test_the_list_of_runs_asks_as_often_for_thirty_as_for_one(
    cast: Cast, amara: Client, guild_programme: Programme
) -> None:
    def reads() -> int:
        with CaptureQueriesContext(connection) as caught:
            assert amara.get(page_of(guild_programme)).status_code == 200
        return len(caught)

    version = version_in_use(guild_programme, "mentoring", cast.amara, NOW)
    row = {"programme": guild_programme, "kind": "mentoring", "rule_set": version, "asked_by": cast.amara}
    RunRow.objects.create(**row, state="done", placed=1, asked=2, points=3)
    before = reads()
    RunRow.objects.bulk_create(RunRow(**row, state="done", placed=1, asked=2, points=3) for _ in range(29))
    assert reads() == before


PAGES = ("programme_matching", "match_rules", "ladder", "rules_file", "download_rules", "programme_import")


@pytest.mark.parametrize("name", ["ben", "edda", "hamid", "jon", "otto", "petra"])
def test_the_workbench_is_not_there_for_anybody_else(
    cast: Cast, signed_in: SignIn, guild_programme: Programme, name: str
) -> None:
    done = run(viewer_as(cast.amara), guild_programme)
    client = signed_in(cast.people()[name])
    addresses = [page_of(guild_programme, page) for page in PAGES]
    addresses += [reverse(page, args=[done.pk]) for page in ("match_run", "match_audit", "publish_match_run")]
    assert {client.get(address).status_code for address in addresses} == {404}
    posts = [page_of(guild_programme, "begin_match_run"), reverse("cancel_match_run", args=[done.pk])]
    assert {client.post(address).status_code for address in posts} == {404}
