"""Two requests, one place, two transactions at once: one yes, and a clear sentence for the other."""

import time
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest
from django.db import OperationalError, connection

from alongside.core.relationships.lifecycle import Moved
from alongside.core.verdicts import Refused
from alongside.models import Mentorship, Person
from alongside.services.relationships.mentoring.answering import accept_request
from tests.shell.cast import Cast
from tests.shell.makers import NOW, enrol
from tests.shell.relationships.mentoring.conftest import Walk


def accept_on_an_own_connection(pk: UUID) -> Moved | Refused:
    """As a worker would. SQLite in memory has no waiting time for locks as the product's file has: ask again."""
    try:
        for _ in range(400):
            try:
                mentorship = Mentorship.objects.get(pk=pk)
                mentor = Person.objects.get(pk=mentorship.mentor_id)
                return accept_request(mentorship, mentor, NOW, limits_read=True)
            except OperationalError:
                time.sleep(0.01)
        raise AssertionError("The database stayed locked.")
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_the_last_place_is_given_once(cast: Cast) -> None:
    enrol(cast.programme, cast.mo, "mentee")
    cast.programme.enrolments.filter(person=cast.edda).update(places=2)  # femi has one of them
    requests = [Walk(cast.programme, who, cast.edda).asked().mentorship for who in (cast.ben, cast.mo)]
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(accept_on_an_own_connection, [one.pk for one in requests]))
    refused = [answer for answer in answers if isinstance(answer, Refused)]
    assert [answer.because for answer in refused] == [
        "You have no place free just now. You can put them on your list."
    ]
    states = sorted(
        Mentorship.objects.filter(pk__in=[one.pk for one in requests]).values_list("state", flat=True)
    )
    assert states == ["accepted", "requested"]


def test_a_stale_page_cannot_take_the_place_again(cast: Cast) -> None:
    enrol(cast.programme, cast.mo, "mentee")
    first, second = (Walk(cast.programme, who, cast.edda).asked().mentorship for who in (cast.ben, cast.mo))
    stale = Mentorship.objects.get(pk=second.pk)
    assert isinstance(accept_request(first, cast.edda, NOW, limits_read=True), Moved)
    assert isinstance(accept_request(stale, cast.edda, NOW, limits_read=True), Refused)
