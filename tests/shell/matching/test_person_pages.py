"""One person in a run: why, who else, what it would cost, and deciding by hand; and what a run costs whom."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alongside.core.verdicts import Refused
from alongside.jobs.matching import begin_run, price_rules_of_run, run_match
from alongside.models import Enrolment, PairWish, Person, Programme, ProposalPair
from alongside.models import MatchRun as RunRow
from alongside.queries.matching.runs import count_by_fit, get_run
from alongside.services.matching.publishing import publish_run
from tests.shell.cast import Cast
from tests.shell.makers import NOW, appoint, make_person, make_programme
from tests.shell.matching.running import manager, run

SignIn = Callable[[Person], Client]


@pytest.fixture
def amara(cast: Cast, signed_in: SignIn) -> Client:
    return signed_in(cast.amara)


@pytest.fixture
def done(cast: Cast, guild_programme: Programme) -> RunRow:
    return run(manager(cast), guild_programme)


def place(done: RunRow, name: str) -> Enrolment:
    return Enrolment.objects.get(programme=done.programme_id, person__name=name)


def person_url(done: RunRow, name: str) -> str:
    return reverse("person_in_run", args=[done.pk, place(done, name).pk])


def by_hand(done: RunRow, client: str, practitioner: str) -> str:
    return reverse("two_by_hand", args=[done.pk, place(done, client).pk, place(done, practitioner).pk])


def test_a_mentee_is_shown_with_their_mentor_and_with_everybody_else(amara: Client, done: RunRow) -> None:
    pair = ProposalPair.objects.filter(run=done).select_related("client__person", "practitioner__person")[0]
    page = amara.get(person_url(done, pair.client.person.name)).content.decode()
    assert pair.practitioner.person.name in page
    for name in ("Gus Mole", "Hal Mole", "Ivo Pier", "Jan Pier"):
        assert name in page
    assert "not possible" in page
    found = amara.get(person_url(done, pair.client.person.name), {"q": "pier"}).content.decode()
    assert "Ivo Pier" in found
    assert "Gus Mole" not in found or pair.practitioner.person.name == "Gus Mole"


def test_a_mentee_without_anybody_is_told_why_and_what_would_change_it(amara: Client, done: RunRow) -> None:
    page = amara.get(person_url(done, "Fen Cape")).content.decode()
    assert "None of 4 is possible" in page
    assert "would be possible" in page


def test_a_mentor_is_shown_with_their_mentees_and_the_worth_of_a_place(amara: Client, done: RunRow) -> None:
    pair = ProposalPair.objects.filter(run=done).select_related("client__person", "practitioner__person")[0]
    page = amara.get(person_url(done, pair.practitioner.person.name)).content.decode()
    assert pair.client.person.name in page
    assert "One more place here would" in page
    assert 'id="others"' not in page


def test_what_it_would_cost_is_exact_and_the_two_can_be_put_together(amara: Client, done: RunRow) -> None:
    taken = {(one.client_id, one.practitioner_id) for one in ProposalPair.objects.filter(run=done)}
    other, url = _somebody_else(amara, done, taken)
    asked = amara.get(url, {"with": str(other.pk)}).content.decode()
    assert "It is possible (fit" in asked
    client = url.rstrip("/").rsplit("/", 1)[-1]
    answer = amara.post(
        reverse("two_by_hand", args=[done.pk, client, other.pk]), {"wish": "lock", "again": "yes"}
    )
    assert answer.status_code == 303
    later = RunRow.objects.exclude(pk=done.pk).get()
    assert answer.url == reverse("match_run", args=[later.pk])
    assert later.stays_with_id == done.pk
    assert PairWish.objects.get().practitioner_id == other.pk


def _somebody_else(amara: Client, done: RunRow, taken: set[tuple[Any, Any]]) -> tuple[Enrolment, str]:
    """A mentor somebody could have and has not, and the page of that mentee."""
    mentors = Enrolment.objects.filter(programme=done.programme_id, part="mentor")
    for mentee in Enrolment.objects.filter(programme=done.programme_id, part="mentee"):
        url = reverse("person_in_run", args=[done.pk, mentee.pk])
        page = amara.get(url).content.decode()
        for mentor in mentors:
            if (mentee.pk, mentor.pk) not in taken and f"with={mentor.pk}" in page:
                return mentor, url
    raise AssertionError("Everybody has everybody they could have.")


def test_what_the_rules_refuse_is_not_put_together_by_hand(amara: Client, done: RunRow) -> None:
    answer = amara.post(by_hand(done, "Fen Cape", "Gus Mole"), {"wish": "lock", "again": "yes"}, follow=True)
    assert "These two cannot be put together." in answer.content.decode()
    assert not PairWish.objects.exists()
    assert RunRow.objects.count() == 1


def test_ruled_out_by_hand_and_taken_back(amara: Client, done: RunRow) -> None:
    url = by_hand(done, "Ana Reef", "Ivo Pier")
    assert amara.post(url, {"wish": "forbid"}).url == person_url(done, "Ana Reef")
    assert PairWish.objects.get().kind == "forbid"
    assert "Ruled out next time" in amara.get(person_url(done, "Ana Reef")).content.decode()
    amara.post(url, {"wish": ""})
    assert not PairWish.objects.exists()


def test_the_sides_are_not_changed_round(amara: Client, done: RunRow) -> None:
    assert amara.post(by_hand(done, "Gus Mole", "Ana Reef"), {"wish": "lock"}).status_code == 404
    assert amara.get(reverse("person_in_run", args=[done.pk, done.pk])).status_code == 404


def test_where_somebody_said_something_new_the_cost_is_not_made_up(amara: Client, done: RunRow) -> None:
    Enrolment.objects.filter(programme=done.programme_id, part="mentor").update(places=3)
    url, other = person_url(done, "Ana Reef"), place(done, "Ivo Pier")
    page = amara.get(url, {"with": str(other.pk)}).content.decode()
    assert "Since this run somebody has said something new" in page


def test_the_page_of_a_person_reads_as_often_for_many_as_for_few(
    amara: Client, cast: Cast, done: RunRow, guild_programme: Programme
) -> None:
    def reads() -> int:
        with CaptureQueriesContext(connection) as caught:
            assert amara.get(person_url(done, "Ana Reef")).status_code == 200
        return len(caught)

    before = reads()
    mentor = place(done, "Ivo Pier")
    for n in range(15):
        person = make_person(cast.harbour, f"Mentor{n} More")
        Enrolment.objects.create(
            programme=guild_programme, person=person, part="mentor", state="approved", columns=mentor.columns
        )
    assert reads() == before


def test_what_it_costs_says_rules_places_and_groups(amara: Client, done: RunRow) -> None:
    url = reverse("match_run", args=[done.pk])
    page = amara.get(url, {"view": "costs"}).content.decode()
    assert "Work it out" in page
    assert "One more place" in page
    assert amara.post(reverse("begin_rule_prices", args=[done.pk])).status_code == 303
    waiting = amara.get(url, {"view": "costs"}).content.decode()
    assert "Working out what each rule costs" in waiting
    again = amara.post(reverse("begin_rule_prices", args=[done.pk]), follow=True).content.decode()
    assert "It is being worked out already." in again
    price_rules_of_run.call(str(done.pk))
    answer = amara.get(reverse("rule_prices", args=[done.pk]), headers={"HX-Request": "true"})
    assert answer.headers["HX-Refresh"] == "true"
    page = amara.get(url, {"view": "costs"}).content.decode()
    assert "More people placed without it" in page
    done.refresh_from_db()
    assert len(done.rule_prices["rows"]) == len(done.rule_set.rules["rules"])
    assert max(one["points_milli"] for one in done.rule_prices["rows"]) > 0
    grouped = amara.get(url, {"view": "costs", "by": "organisation"}).content.decode()
    assert "groups are left out" in grouped or "group is left out" in grouped
    assert amara.get(url, {"view": "costs", "by": "no such column"}).status_code == 200


def test_prices_of_a_run_whose_facts_are_gone_say_so(amara: Client, done: RunRow) -> None:
    Enrolment.objects.filter(programme=done.programme_id, part="mentor").update(places=3)
    amara.post(reverse("begin_rule_prices", args=[done.pk]))
    price_rules_of_run.call(str(done.pk))
    page = amara.get(reverse("match_run", args=[done.pk]), {"view": "costs"}).content.decode()
    assert "Since this run somebody has said something new" in page


@pytest.mark.parametrize("mode", ["fairest", "leximin", "their_choices"])
def test_every_aim_runs_from_the_form_and_shows_its_pages(
    amara: Client, guild_programme: Programme, cast: Cast, mode: str
) -> None:
    row = run(manager(cast), guild_programme, mode=mode)
    assert row.mode == mode
    for view in ("pairs", "nobody", "picture", "costs", "how"):
        assert amara.get(reverse("match_run", args=[row.pk]), {"view": view}).status_code == 200
    assert amara.get(person_url(row, "Ana Reef")).status_code == 200
    begun = amara.post(
        reverse("begin_match_run", args=[guild_programme.pk]), {"kind": "mentoring", "mode": mode}
    )
    assert RunRow.objects.get(pk=begun.url.split("/")[2]).mode == mode
    wrong = amara.post(
        reverse("begin_match_run", args=[guild_programme.pk]), {"kind": "mentoring", "mode": "luck"}
    )
    assert wrong.status_code == 422


def test_a_run_that_follows_leaves_pairs_where_they_can_stay_and_says_who_moved(
    amara: Client, cast: Cast, done: RunRow, guild_programme: Programme
) -> None:
    assert amara.get(reverse("compare_match_run", args=[done.pk])).url == reverse("match_run", args=[done.pk])
    publish_run(manager(cast), done.pk, NOW)
    bench = amara.get(reverse("programme_matching", args=[guild_programme.pk])).content.decode()
    assert "Leave the published pairs together" in bench
    begun = amara.post(
        reverse("begin_match_run", args=[guild_programme.pk]),
        {"kind": "mentoring", "seed": "9", "stays": "on"},
    )
    later = RunRow.objects.get(pk=begun.url.split("/")[2])
    run_match.call(str(later.pk))
    later.refresh_from_db()
    assert later.stays_with_id == done.pk
    assert later.audit["totals"]["stayed"] == done.placed
    page = amara.get(reverse("match_run", args=[later.pk])).content.decode()
    assert f"{done.placed} pairs of the run before stay together." in page
    compared = amara.get(reverse("compare_match_run", args=[later.pk])).content.decode()
    assert "With the same" in compared
    assert "Newly placed" not in compared
    mentee = ProposalPair.objects.filter(run=done).select_related("client__person").order_by("pk")[0].client
    found = amara.get(
        reverse("compare_match_run", args=[later.pk]), {"q": mentee.person.name, "change": "same"}
    )
    assert mentee.person.name in found.content.decode()


def test_a_pair_put_together_by_hand_moves_others_and_the_comparison_names_them(
    amara: Client, cast: Cast, done: RunRow
) -> None:
    taken = {(one.client_id, one.practitioner_id) for one in ProposalPair.objects.filter(run=done)}
    other, url = _somebody_else(amara, done, taken)
    client = url.rstrip("/").rsplit("/", 1)[-1]
    amara.post(reverse("two_by_hand", args=[done.pk, client, other.pk]), {"wish": "lock", "again": "yes"})
    later = RunRow.objects.exclude(pk=done.pk).get()
    run_match.call(str(later.pk))
    page = amara.get(reverse("compare_match_run", args=[later.pk])).content.decode()
    assert "what was decided by hand" in page
    assert other.person.name in page
    assert amara.get(reverse("compare_match_run", args=[later.pk]), {"with": "nonsense"}).status_code == 200


def test_a_run_of_another_programme_is_no_run_to_stay_with(cast: Cast, done: RunRow) -> None:
    other = make_programme(cast.harbour, "Elsewhere", "mentoring")
    appoint(cast.amara, "programme_manager", other)
    refused = begin_run(manager(cast), other.pk, "mentoring", NOW, stays_with=done.pk)
    assert isinstance(refused, Refused)


def test_the_picture_counts_every_first_choice_by_its_fit(cast: Cast, done: RunRow) -> None:
    counted = count_by_fit(get_run(manager(cast), "read", done.pk))
    assert sum(counted) == done.placed
    for pair in ProposalPair.objects.filter(run=done, rank=1):
        assert counted[min(pair.fit // 1000, 9)] > 0
