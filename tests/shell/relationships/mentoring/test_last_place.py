"""Two people, one place, two transactions at once: one gets it, and the other a clear sentence."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from alongside.core.relationships.lifecycle import Moved
from alongside.core.verdicts import Refused
from alongside.models import Mentorship, Person, Programme
from alongside.services.relationships.mentoring.answering import accept_request
from alongside.services.relationships.mentoring.asking import Asking, ask_mentor
from tests.shell.cast import Cast
from tests.shell.makers import NOW, enrol
from tests.shell.relationships.mentoring.conftest import Walk, because
from tests.shell.relationships.racing import at_once

SignIn = Callable[[Person], Client]


def accept_anew(pk: UUID) -> Moved | Refused:
    mentorship = Mentorship.objects.get(pk=pk)
    return accept_request(mentorship, Person.objects.get(pk=mentorship.mentor_id), NOW, limits_read=True)


def ask_anew(programme_pk: UUID, mentee_pk: UUID, mentor_pk: UUID) -> Mentorship | Refused:
    mentee, mentor = (Person.objects.get(pk=pk) for pk in (mentee_pk, mentor_pk))
    asking = Asking("Would you?", limits_read=True)
    return ask_mentor(Programme.objects.get(pk=programme_pk), mentee, mentor, asking, NOW)


@pytest.mark.django_db(transaction=True)
def test_the_last_place_is_given_once(cast: Cast) -> None:
    enrol(cast.programme, cast.mo, "mentee")
    cast.programme.enrolments.filter(person=cast.edda).update(places=2)  # femi has one of them
    requests = [Walk(cast.programme, who, cast.edda).asked().mentorship for who in (cast.ben, cast.mo)]
    answers = at_once([partial(accept_anew, one.pk) for one in requests])
    refused = [answer for answer in answers if isinstance(answer, Refused)]
    assert [answer.because for answer in refused] == [
        "You have no place free just now. You can put them on your list."
    ]
    states = sorted(
        Mentorship.objects.filter(pk__in=[one.pk for one in requests]).values_list("state", flat=True)
    )
    assert states == ["accepted", "requested"]


@pytest.mark.django_db(transaction=True)
def test_the_last_request_a_mentor_takes_is_made_once(cast: Cast) -> None:
    enrol(cast.programme, cast.mo, "mentee")
    cast.programme.enrolments.filter(person=cast.edda).update(requests_most=1)
    answers = at_once(
        [partial(ask_anew, cast.programme.pk, who.pk, cast.edda.pk) for who in (cast.ben, cast.mo)]
    )
    refused = [answer for answer in answers if isinstance(answer, Refused)]
    assert [answer.because[:22] for answer in refused] == ["Others were here first"]
    assert Mentorship.objects.filter(mentor=cast.edda, state="requested").count() == 1


def test_who_comes_second_keeps_what_they_wrote_and_reads_why(cast: Cast, signed_in: SignIn) -> None:
    enrol(cast.programme, cast.mo, "mentee")
    cast.programme.enrolments.filter(person=cast.edda).update(requests_most=1)
    ben, page = signed_in(cast.ben), reverse("ask_mentor", args=[cast.programme.pk, cast.edda.pk])
    assert ben.get(page).status_code == 200  # ben has the page open, and mo is quicker
    Walk(cast.programme, cast.mo, cast.edda).asked()
    said = {"text": "About leading a team.", "form": "one_to_one", "limits_read": "on"}
    answer = ben.post(page, said)
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "About leading a team." in text
    assert "Others were here first" in text
    assert not Mentorship.objects.filter(mentee=cast.ben).exists()


def test_a_place_taken_meanwhile_is_said_to_be_taken(cast: Cast) -> None:
    cast.programme.enrolments.filter(person=cast.edda).update(places=1)  # femi has it
    asked = ask_anew(cast.programme.pk, cast.ben.pk, cast.edda.pk)
    assert because(asked).startswith("The last free place with this mentor is taken.")


def test_a_stale_page_cannot_take_the_place_again(cast: Cast) -> None:
    enrol(cast.programme, cast.mo, "mentee")
    first, second = (Walk(cast.programme, who, cast.edda).asked().mentorship for who in (cast.ben, cast.mo))
    stale = Mentorship.objects.get(pk=second.pk)
    assert isinstance(accept_request(first, cast.edda, NOW, limits_read=True), Moved)
    assert isinstance(accept_request(stale, cast.edda, NOW, limits_read=True), Refused)
