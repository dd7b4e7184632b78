"""Lists ask the database as often for thirty as for one."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alongside.models import Meeting, Part, Person
from alongside.queries.matching.pool import load_pool
from alongside.queries.relationships.coaching.coaches import free_places
from alongside.queries.relationships.coaching.lists import list_coaching_places, list_todos
from alongside.queries.viewers import viewer_as
from alongside.services.relationships.coaching.reviews import begin_review
from tests.shell.makers import NOW, enrol, make_engagement, make_person, make_programme
from tests.shell.relationships.coaching.walks import Walk, ok, walk_to

pytestmark = pytest.mark.django_db

SignIn = Callable[[Person], Client]


def add_engagements(walk: Walk, count: int) -> None:
    for number in range(count):
        client = make_person(walk.programme.organisation, f"Client{number} Harbour")
        enrol(walk.programme, client, Part.CLIENT)
        engagement = make_engagement(
            walk.programme, client, coach=walk.carla, sponsor=walk.grace, state="active", started_at=NOW
        )
        Meeting.objects.create(
            engagement=engagement, number=1, starts_at=NOW, state="held", held_at=NOW - timedelta(days=40)
        )


@pytest.mark.parametrize(("page", "who"), [("portfolio", "carla"), ("programme_relationships", "amara")])
def test_thirty_rows_are_read_as_often_as_one(signed_in: SignIn, page: str, who: str) -> None:
    walk = walk_to("active", sponsor=True)
    browser = signed_in(getattr(walk, who))
    address = reverse(page, args=(walk.programme.pk,) if page == "programme_relationships" else ())

    def reads() -> int:
        with CaptureQueriesContext(
            connection,
        ) as seen:
            assert browser.get(address).status_code == 200
        return len(seen)

    reads()
    one = reads()
    add_engagements(walk, 30)
    assert reads() <= one


def test_todos_read_as_often_for_many_as_for_one() -> None:
    walk = walk_to("active", sponsor=True)
    viewer = viewer_as(walk.carla)
    with CaptureQueriesContext(connection) as one:
        list_todos(viewer, walk.at)
    add_engagements(walk, 12)
    with CaptureQueriesContext(connection) as many:
        assert len(list_todos(viewer, walk.at)) == 13
    assert len(many) == len(one)


def test_the_manager_is_told_what_to_do() -> None:
    walk = walk_to("triaged")
    (todo,) = list_todos(viewer_as(walk.amara), walk.at)
    assert todo.page == "coaches_to_offer"


def test_a_sponsor_is_told_of_an_open_review_once_the_agreement_gives_them_a_part() -> None:
    walk = walk_to("active", sponsor=True)
    assert walk.grace is not None
    review = ok(begin_review(walk.engagement, "mid", walk.dev, walk.later()))
    asked = viewer_as(walk.grace)
    assert list_todos(asked, walk.at) == ()
    agreement = walk.engagement.agreements.first()
    agreement.clauses = [*agreement.clauses, "review"]
    agreement.save(update_fields=["clauses"])
    assert [todo.page for todo in list_todos(asked, walk.at)] == ["sponsor_part"]
    review.sponsor_words = "Steadier on Fridays."
    review.save(update_fields=["sponsor_words"])
    assert list_todos(asked, walk.at) == ()


def test_a_place_is_counted_in_its_own_programme() -> None:
    """One definition for the coach's portfolio, the manager's offer and the matching run."""
    walk = walk_to("active")
    other = make_programme(walk.programme.organisation, "Elsewhere")
    enrol(other, walk.carla, Part.COACH)
    own = {one.programme: one for one in list_coaching_places(viewer_as(walk.carla))}
    assert (own[walk.programme].taken, own[other].taken) == (1, 0)
    asking = make_engagement(other, walk.tom, state="triaged")
    assert free_places(asking, [walk.carla.pk], NOW)[walk.carla.pk] == own[other].places
    pool = load_pool(walk.programme, "coaching")
    assert next(one.load for one in pool.practitioners if one.key == str(walk.carla.pk)) == 1
