"""Path, journal, to-dos, questions and crossing: they say what the records say."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.core.verdicts import Refused
from alongside.models import (
    CoachingEngagement,
    Mentorship,
    Need,
    NeedSkill,
    Part,
    PathItem,
    Person,
    Response,
)
from alongside.queries.relationships.mentoring_lists import list_my_mentorships, list_portfolio_mentorships
from alongside.queries.relationships.mentoring_words import stage_words
from alongside.queries.relationships.todos import list_todos
from alongside.queries.viewers import viewer_as
from alongside.services.relationships.journal import release_entry, write_entry
from alongside.services.relationships.mentoring.ending import unwind
from alongside.services.relationships.mentoring.path import (
    WayMarkWords,
    add_way_mark,
    move_way_mark,
    open_path,
    rewrite_way_mark,
)
from tests.shell.cast import Cast
from tests.shell.makers import NOW, enrol, make_mentorship, make_person, make_skill
from tests.shell.relationships.mentoring.conftest import Walk, good

SignIn = Callable[[Person], Client]


# Path and journal


def test_the_order_of_a_path_is_the_mentee_s(cast: Cast) -> None:
    items = [add_way_mark(cast.ben, WayMarkWords("role", name)) for name in ("one", "two", "three")]
    assert isinstance(items[2], PathItem)
    move_way_mark(items[2], -1)
    move_way_mark(items[2], -1)
    move_way_mark(items[2], -1)
    ordered = PathItem.objects.filter(person=cast.ben).order_by("position")
    assert [item.text for item in ordered] == ["three", "one", "two"]


@pytest.mark.parametrize(
    "words", [WayMarkWords("role", " "), WayMarkWords("fame", "x"), WayMarkWords("role", "x", on_year=12)]
)
def test_a_way_mark_that_cannot_be_is_refused(cast: Cast, words: WayMarkWords) -> None:
    item = PathItem.objects.create(person=cast.ben, kind="role", text="as it was")
    assert isinstance(add_way_mark(cast.ben, words), Refused)
    assert isinstance(rewrite_way_mark(item, words), Refused)
    item.refresh_from_db()
    assert item.text == "as it was"


def test_a_path_is_opened_only_by_the_mentee_and_closes_with_the_mentorship(walk: Walk) -> None:
    walk.met()
    assert isinstance(open_path(walk.mentorship, walk.mentor, walk.now), Refused)
    good(open_path(walk.mentorship, walk.mentee, walk.now))
    good(unwind(walk.mentorship, walk.mentee, walk.now))
    assert not walk.mentorship.releases.filter(withdrawn_at__isnull=True).exists()


def test_a_strength_of_the_gap_analysis_is_offered_for_the_path(cast: Cast, signed_in: SignIn) -> None:
    skill = make_skill(cast.harbour, "Reading a budget")
    need = Need.objects.create(person=cast.ben, rules_version="1", route="mentor")
    NeedSkill.objects.create(need=need, skill=skill, current=4, required=2)
    ben = signed_in(cast.ben)
    assert "Reading a budget" in ben.get(reverse("my_path")).content.decode()
    ben.post(reverse("new_way_mark"), {"kind": "talent", "text": skill.name, "skill": str(skill.pk)})
    assert PathItem.objects.get(person=cast.ben).skill == skill
    assert "came out stronger" not in ben.get(reverse("my_path")).content.decode()


def test_the_path_can_be_taken_along(cast: Cast, signed_in: SignIn) -> None:
    add_way_mark(cast.ben, WayMarkWords("milestone", "Lead the quay", on_year=2028))
    copy = signed_in(cast.ben).get(reverse("path_copy")).json()
    assert copy["path"]["milestone"] == [
        {"text": "Lead the quay", "skill": None, "year": 2028, "reached_on": None, "shared": True}
    ]


def test_nobody_reaches_another_s_way_mark_or_entry(cast: Cast, signed_in: SignIn) -> None:
    item = PathItem.objects.create(person=cast.femi, kind="role", text="mine")
    entry = write_entry(cast.femi, "mine", NOW)
    assert not isinstance(entry, Refused)
    for person in (cast.ben, cast.edda, cast.amara):
        client = signed_in(person)
        assert client.get(reverse("edit_way_mark", args=[item.pk])).status_code == 404
        assert client.post(reverse("arrange_way_mark", args=[item.pk]), {"act": "remove"}).status_code == 404
        assert client.get(reverse("edit_entry", args=[entry.pk])).status_code == 404
    assert PathItem.objects.filter(pk=item.pk).exists()


def test_an_entry_is_open_to_one_mentor_at_a_time(walk: Walk, cast: Cast) -> None:
    walk.met()
    enrol(cast.programme, cast.mo, "mentor")
    second = make_mentorship(cast.programme, cast.ben, cast.mo, state="cultivation")
    entry = write_entry(cast.ben, "A thought.", NOW)
    assert not isinstance(entry, Refused)
    good(release_entry(entry, walk.mentorship, NOW))
    again = release_entry(entry, second, NOW)
    assert isinstance(again, Refused)
    assert again.because == "This entry is open to another mentor already. Take it back there first."


# What the mentor sees, and what waits


def test_the_portfolio_says_stage_load_and_last_words(walk: Walk) -> None:
    walk.walking()
    other = make_mentorship(walk.programme, make_person(walk.mentor.organisation, "Zoe Harbour"), walk.mentor)
    portfolio = list_portfolio_mentorships(viewer_as(walk.mentor), walk.now)
    assert [line.mentorship for line in portfolio.requests] == [other]
    assert (portfolio.load, portfolio.cap) == (1.4, 3.0)
    own = next(line for line in portfolio.running if line.mentorship == walk.mentorship)
    assert (own.stage, own.asked, own.working_on) == (
        "Walking together",
        "Would you?",
        "Towards leading a team.",
    )


def test_the_mentee_s_own_list_has_those_under_way_first(walk: Walk, cast: Cast) -> None:
    make_mentorship(walk.programme, walk.mentee, cast.mo, state="declined")
    walk.walking()
    lines = list_my_mentorships(viewer_as(walk.mentee), walk.now)
    assert [line.mentorship.state for line in lines] == ["cultivation", "declined"]


def test_what_waits_today(walk: Walk) -> None:
    def words(person: Person) -> list[str]:
        return [todo.words for todo in list_todos(viewer_as(person), walk.now)]

    assert words(walk.mentee) == ["Find a mentor in Growing together"]
    walk.asked()
    assert words(walk.mentee) == []
    assert "Ben Harbour asks you to be their mentor" in words(walk.mentor)


# Questions, and crossing over


def test_what_the_mentor_gives_is_asked_after_three_months_and_stays_the_mentee_s(
    walk: Walk, signed_in: SignIn
) -> None:
    walk.now = timezone.now() - timedelta(days=100)
    walk.walking()
    page = reverse(
        "answer_instrument", args=["mentoring", walk.mentorship.pk, "mentor_functions", "three_months"]
    )
    assert signed_in(walk.mentor).get(page).status_code == 404
    ben = signed_in(walk.mentee)
    assert ben.get(page).status_code == 200
    assert ben.post(page, {"doors": "4", "worries": "5"}).status_code == 303
    assert Response.objects.get(author=walk.mentee).answers == {"doors": 4, "worries": 5}
    room_address = reverse("mentorship", args=[walk.mentorship.pk])
    assert page not in ben.get(room_address).content.decode()
    room = signed_in(walk.mentor).get(reverse("mentorship", args=[walk.mentorship.pk]))
    assert "My mentor has opened a door" not in room.content.decode()


def test_wanting_a_coach_is_a_new_beginning(walk: Walk, signed_in: SignIn) -> None:
    walk.walking()
    page = signed_in(walk.mentee).get(reverse("want_coaching", args=[walk.mentorship.pk])).content.decode()
    assert reverse("which_help") in page
    assert f"{reverse('ask_for_coaching')}?after={walk.mentorship.pk}" in page
    assert not CoachingEngagement.objects.filter(client=walk.mentee).exists()
    assert Mentorship.objects.get(pk=walk.mentorship.pk).state == "cultivation"


def test_asking_for_a_coach_names_the_mentorship_it_came_after(walk: Walk, signed_in: SignIn) -> None:
    walk.walking()
    enrol(walk.programme, walk.mentee, Part.CLIENT)
    ben = signed_in(walk.mentee)
    address = f"{reverse('ask_for_coaching')}?after={walk.mentorship.pk}"
    assert f'<option value="{walk.mentorship.pk}" selected>' in ben.get(address).content.decode()
    fields = {"programme": str(walk.programme.pk), "after_mentorship": str(walk.mentorship.pk)}
    assert ben.post(address, fields).status_code == 303
    engagement = CoachingEngagement.objects.get(client=walk.mentee)
    assert engagement.after_mentorship == walk.mentorship
    room = reverse("mentorship", args=[walk.mentorship.pk])
    assert "The coaching you began after this" in ben.get(room).content.decode()
    assert "The coaching you began after this" not in signed_in(walk.mentor).get(room).content.decode()


def test_a_waiting_list_is_the_mentor_s_own_in_the_mentor_s_words() -> None:
    assert stage_words("waitlisted", "mentor") == "On your list"
    assert stage_words("waitlisted", "mentee") == "On the mentor’s list"
    assert stage_words("cultivation", "mentor") == stage_words("cultivation", "mentee")
