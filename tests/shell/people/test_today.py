"""The page Today: the most pressing thing first, and no dearer for having more on it."""

from collections.abc import Callable
from datetime import timedelta

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alongside.models import Appointment, Enrolment, EnrolmentState, Office, Part, Person
from alongside.queries.today import get_today, urgency
from alongside.queries.todo import Todo
from alongside.queries.viewers import viewer_as
from tests.shell.cast import Cast
from tests.shell.makers import NOW, appoint, make_programme

SignIn = Callable[[Person], Client]


def count_queries(client: Client, page: str) -> int:
    client.get(page)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(page).status_code == 200
    return len(asked)


def ask_to_join(cast: Cast, number: int) -> None:
    """That many people, each asking to join a programme of its own that amara manages."""
    for each in range(number):
        programme = make_programme(cast.harbour, f"Programme {each}")
        appoint(cast.amara, Office.PROGRAMME_MANAGER, programme)
        person = Person.objects.create(
            organisation=cast.harbour, name="P", email=f"p{each}-of-{number}@x.example"
        )
        Enrolment.objects.create(
            programme=programme, person=person, part=Part.MENTEE, state=EnrolmentState.REQUESTED
        )


def test_it_costs_the_same_with_one_thing_and_with_thirty(cast: Cast, signed_in: SignIn) -> None:
    amara, page = signed_in(cast.amara), reverse("today")
    ask_to_join(cast, 1)
    with_one = count_queries(amara, page)
    Appointment.objects.filter(person=cast.amara).exclude(programme=cast.programme).delete()
    cast.harbour.programmes.exclude(pk=cast.programme.pk).delete()
    ask_to_join(cast, 30)
    assert count_queries(amara, page) == with_one
    assert len(get_today(viewer_as(cast.amara), NOW).rest) >= 29


def test_what_is_overdue_comes_first_then_what_weighs_more_then_what_is_due_sooner() -> None:
    heavy = Todo("heavy", "", "today", weight=9)
    late = Todo("late", "", "today", due_at=NOW - timedelta(days=1))
    soon = Todo("soon", "", "today", due_at=NOW + timedelta(days=1))
    later = Todo("later", "", "today", due_at=NOW + timedelta(days=9))
    assert sorted([later, soon, heavy, late], key=urgency(NOW)) == [late, heavy, soon, later]


def test_somebody_for_whom_nothing_has_begun_is_shown_where_to_begin(cast: Cast, signed_in: SignIn) -> None:
    words = signed_in(cast.mo).get(reverse("today")).content.decode()
    assert "Which kind of help would do you good?" in words
    assert "Portfolio" not in words
    assert "Portfolio" in signed_in(cast.carla).get(reverse("today")).content.decode()


def test_an_administrator_without_a_safeguarding_lead_is_told_first(cast: Cast, signed_in: SignIn) -> None:
    Appointment.objects.filter(office=Office.SAFEGUARDING_LEAD).delete()
    today = get_today(viewer_as(cast.jon), NOW)
    assert today.first is not None
    assert "safeguarding lead" in today.first.words
