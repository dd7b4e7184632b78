"""Lists cost the same for one and for thirty; path, journal, to-dos and figures say what the records say."""

from collections.abc import Callable

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alongside.models import (
    ConflictOfInterest,
    Part,
    PathItem,
    Person,
)
from alongside.queries.relationships.mentoring_lists import list_portfolio_mentorships
from alongside.queries.relationships.mentoring_search import find_mentors
from alongside.queries.relationships.mentoring_todos import list_todos
from alongside.queries.viewers import viewer_as
from alongside.services.relationships.mentoring.ending import unwind
from tests.shell.cast import Cast
from tests.shell.makers import NOW, enrol, make_mentorship, make_person, make_skill, offer_skill
from tests.shell.relationships.mentoring.conftest import Walk, good

SignIn = Callable[[Person], Client]


def reads(client: Client, page: str) -> int:
    with CaptureQueriesContext(connection) as caught:
        assert client.get(reverse(page)).status_code == 200
    return len(caught)


def test_finding_a_mentor_costs_the_same_for_one_and_for_thirty(cast: Cast, signed_in: SignIn) -> None:
    offer_skill(cast.edda, make_skill(cast.harbour))
    ben = signed_in(cast.ben)
    ben.get(reverse("find_mentor"))
    skill, few = make_skill(cast.harbour, "Listening"), 8
    for number in range(few):
        offer_skill(more_mentor(cast, number), skill)
    before = reads(ben, "find_mentor")
    for number in range(few, 30):
        offer_skill(more_mentor(cast, number), skill)
    assert reads(ben, "find_mentor") == before


def more_mentor(cast: Cast, number: int) -> Person:
    person = make_person(cast.harbour, f"M{number} Harbour")
    enrol(cast.programme, person, Part.MENTOR)
    return person


def test_the_path_costs_the_same_for_one_and_for_thirty(cast: Cast, signed_in: SignIn) -> None:
    ben, skill = signed_in(cast.ben), make_skill(cast.harbour)
    PathItem.objects.create(person=cast.ben, kind="role", text="Head", skill=skill)
    before = reads(ben, "my_path")
    for number in range(30):
        PathItem.objects.create(person=cast.ben, kind="milestone", text=f"No {number}", skill=skill)
    assert reads(ben, "my_path") == before


def test_the_portfolio_costs_the_same_for_one_and_for_thirty(cast: Cast) -> None:
    viewer = viewer_as(cast.edda)

    def cost() -> int:
        with CaptureQueriesContext(connection) as caught:
            list_portfolio_mentorships(viewer, NOW)
            list_todos(viewer, NOW)
        return len(caught)

    before = cost()
    for number in range(30):
        mentee = make_person(cast.harbour, f"T{number} Harbour")
        make_mentorship(cast.programme, mentee, cast.edda, state="cultivation", last_contact_at=NOW)
    assert cost() == before


# Whom one could ask


def test_at_most_five_are_suggested_and_all_others_can_be_browsed(cast: Cast) -> None:
    people = [more_mentor(cast, number) for number in range(20)]
    found = find_mentors(viewer_as(cast.ben), cast.programme, "", 1, NOW.date())
    assert len(found.suggested) == 5
    shown = {card.person for card in found.suggested} | {card.person for card in found.others}
    second = find_mentors(viewer_as(cast.ben), cast.programme, "", 2, NOW.date())
    assert shown | {card.person for card in second.others} == {*people, cast.edda}


def test_a_role_and_a_skill_on_the_own_path_speak_for_a_mentor(cast: Cast) -> None:
    skill = make_skill(cast.harbour, "Chairing")
    offer_skill(cast.edda, skill, 4)
    cast.edda.roles_held.create(title="Head of port")
    PathItem.objects.create(person=cast.ben, kind="role", text="Head of port")
    PathItem.objects.create(person=cast.ben, kind="to_build", text="Chair better", skill=skill)
    found = find_mentors(viewer_as(cast.ben), cast.programme, "", 1, NOW.date())
    assert found.suggested[0].reasons[0] == "A role hoped for has been held: head of port."
    assert "Offered: Chairing." in found.suggested[0].reasons


def test_searching_by_name_and_by_skill(cast: Cast) -> None:
    offer_skill(cast.edda, make_skill(cast.harbour, "Chairing"))
    other = more_mentor(cast, 1)
    for words, expected in (("chair", {cast.edda}), ("m1", {other}), ("nobody at all", set())):
        found = find_mentors(viewer_as(cast.ben), cast.programme, words, 1, NOW.date())
        assert {card.person for card in found.others} == expected


def test_full_for_now_is_shown_and_cannot_be_asked(cast: Cast, signed_in: SignIn) -> None:
    cast.edda.is_full_for_now = True
    cast.edda.save()
    ben = signed_in(cast.ben)
    page = ben.get(reverse("find_mentor")).content.decode()
    assert "Full for now" in page
    assert reverse("ask_mentor", args=[cast.programme.pk, cast.edda.pk]) not in page


def test_no_place_still_leaves_one_conversation(cast: Cast, signed_in: SignIn) -> None:
    cast.programme.enrolments.filter(person=cast.edda).update(places=1)  # femi has it
    page = signed_in(cast.ben).get(reverse("find_mentor")).content.decode()
    assert "Ask for one conversation" in page


def test_somebody_ruled_out_is_not_there(cast: Cast, signed_in: SignIn) -> None:
    ConflictOfInterest.objects.create(one=cast.edda, other=cast.ben)
    assert "Edda Harbour" not in signed_in(cast.ben).get(reverse("find_mentor")).content.decode()


def test_after_not_again_the_mentor_is_no_longer_shown(walk: Walk, signed_in: SignIn) -> None:
    walk.met()
    good(unwind(walk.mentorship, walk.mentor, walk.now, not_again=True))
    assert "Edda Harbour" not in signed_in(walk.mentee).get(reverse("find_mentor")).content.decode()


def test_a_mentee_of_no_programme_is_shown_the_way_to_one(cast: Cast, signed_in: SignIn) -> None:
    assert "no mentoring programme yet" in signed_in(cast.mo).get(reverse("find_mentor")).content.decode()


def test_what_is_missing_on_the_expectations_stands_at_the_top(walk: Walk, signed_in: SignIn) -> None:
    walk.walking()
    pk = walk.mentorship.pk
    signed_in(walk.mentee).post(
        reverse("edit_expectations", args=[pk]),
        {"expectations": "We say what we think.", "cadence_days": "42", "ending": "When one of us says so."},
    )
    answer = signed_in(walk.mentee).post(reverse("expectations", args=[pk]), {})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.count('id="error-summary"') == 1
    assert page.index('id="error-summary"') < page.index('<div class="room">')
