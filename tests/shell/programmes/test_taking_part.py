"""Taking part in a programme: join, ask, be invited, leave, by the services and the pages."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from alongside.core.verdicts import Refused
from alongside.models import (
    Enrolment,
    EnrolmentKind,
    EnrolmentState,
    Invitation,
    Letter,
    Person,
    Programme,
)
from alongside.queries.access import NotVisible
from alongside.queries.viewers import viewer_as
from alongside.services import programmes
from alongside.services.people.invitations import invite_person
from tests.shell.cast import Cast
from tests.shell.makers import NOW

SignIn = Callable[[Person], Client]


# Joining, deciding, leaving


def test_an_open_programme_takes_people_at_once(cast: Cast, signed_in: SignIn) -> None:
    cast.programme.enrolment_kind = EnrolmentKind.OPEN
    cast.programme.save()
    mo = signed_in(cast.mo)
    page = reverse("join_programme", args=[cast.programme.pk])
    assert "You are in at once" in mo.get(page).content.decode()
    assert mo.post(page, {"part": "mentor", "places": "3"}).status_code == 303
    enrolment = Enrolment.objects.get(person=cast.mo)
    assert (enrolment.state, enrolment.places) == (EnrolmentState.APPROVED, 3)
    assert mo.post(page, {"part": "mentor"}).status_code == 422


def test_a_request_waits_for_the_manager_who_gets_one_letter_a_day(cast: Cast) -> None:
    for person in (cast.mo, cast.lotte):
        done = programmes.join_programme(viewer_as(person), cast.programme.pk, "mentee", NOW)
        assert isinstance(done, Enrolment)
        assert done.state == EnrolmentState.REQUESTED
    assert list(Letter.objects.values_list("address", flat=True)) == [cast.amara.email]
    assert cast.mo.name not in Letter.objects.get().text


def test_the_manager_says_yes_and_the_person_hears_of_it(cast: Cast, signed_in: SignIn) -> None:
    asked = programmes.join_programme(viewer_as(cast.mo), cast.programme.pk, "mentee", NOW)
    assert isinstance(asked, Enrolment)
    page = reverse("decide_enrolment", args=[asked.pk])
    for other in (cast.mo, cast.jon, cast.petra, cast.kemi):
        assert signed_in(other).post(page, {"answer": "yes"}).status_code == 404
    assert signed_in(cast.amara).post(page, {"answer": "yes"}).status_code == 303
    asked.refresh_from_db()
    assert (asked.state, asked.decided_by) == (EnrolmentState.APPROVED, cast.amara)
    assert Letter.objects.filter(address=cast.mo.email, notice="enrolment_decided").exists()


def test_after_a_no_nobody_asks_again_but_the_manager_may_change_their_mind(cast: Cast) -> None:
    asked = programmes.join_programme(viewer_as(cast.mo), cast.programme.pk, "mentee", NOW)
    assert isinstance(asked, Enrolment)
    amara = viewer_as(cast.amara)
    programmes.decide_enrolment(amara, asked.pk, approve=False, at=NOW)
    again = programmes.join_programme(viewer_as(cast.mo), cast.programme.pk, "mentee", NOW)
    assert isinstance(again, Refused)
    assert isinstance(programmes.decide_enrolment(amara, asked.pk, approve=False, at=NOW), Refused)
    done = programmes.decide_enrolment(amara, asked.pk, approve=True, at=NOW)
    assert isinstance(done, Enrolment)
    assert isinstance(programmes.decide_enrolment(amara, asked.pk, approve=True, at=NOW), Refused)


def test_a_programme_by_invitation_is_there_for_the_invited_alone(cast: Cast, signed_in: SignIn) -> None:
    cast.programme.enrolment_kind = EnrolmentKind.INVITED
    cast.programme.save()
    page = reverse("join_programme", args=[cast.programme.pk])
    assert signed_in(cast.mo).get(page).status_code == 404
    kept = programmes.add_person(
        viewer_as(cast.amara),
        cast.programme.pk,
        name="Mo",
        email=cast.mo.email.upper(),
        part="mentor",
        places=2,
        at=NOW,
    )
    assert isinstance(kept, Enrolment)
    assert (kept.person, kept.state) == (cast.mo, EnrolmentState.INVITED)
    assert "A place is kept for you" in signed_in(cast.mo).get(page).content.decode()
    assert signed_in(cast.mo).post(page, {"part": "mentee"}).status_code == 422
    assert signed_in(cast.mo).post(page, {"part": "mentor"}).status_code == 303
    kept.refresh_from_db()
    assert kept.state == EnrolmentState.APPROVED


@pytest.mark.parametrize("change", [{"state": "closed"}, {"state": "draft"}])
def test_a_programme_that_is_not_open_is_not_there_to_join(cast: Cast, change: dict[str, str]) -> None:
    Programme.objects.filter(pk=cast.programme.pk).update(**change)
    with pytest.raises(NotVisible):
        programmes.join_programme(viewer_as(cast.mo), cast.programme.pk, "mentee", NOW)


def test_it_takes_nobody_after_its_last_day(cast: Cast) -> None:
    Programme.objects.filter(pk=cast.programme.pk).update(closes_on=date(2026, 3, 1))
    done = programmes.join_programme(viewer_as(cast.mo), cast.programme.pk, "mentee", NOW)
    assert done == Refused("This programme takes nobody new.")


def test_one_leaves_and_comes_back(cast: Cast, signed_in: SignIn) -> None:
    own = Enrolment.objects.get(person=cast.ben)
    page = reverse("leave_programme", args=[own.pk])
    assert signed_in(cast.mo).post(page).status_code == 404
    assert signed_in(cast.ben).post(page).status_code == 303
    own.refresh_from_db()
    assert own.state == EnrolmentState.LEFT
    back = programmes.join_programme(viewer_as(cast.ben), cast.programme.pk, "mentee", NOW)
    assert isinstance(back, Enrolment)
    assert (back.pk, back.state) == (own.pk, EnrolmentState.REQUESTED)


# By hand, and letters


def test_one_person_is_added_by_hand_and_never_twice(cast: Cast, signed_in: SignIn) -> None:
    amara, page = signed_in(cast.amara), reverse("add_person", args=[cast.programme.pk])
    data = {"name": "Noor", "email": "noor@harbour.example", "part": "coach", "places": "2"}
    assert amara.post(page, data).status_code == 303
    assert amara.post(page, data).status_code == 422
    assert Person.objects.filter(email="noor@harbour.example").count() == 1
    answer = amara.post(page, {**data, "email": "not an address"})
    assert answer.status_code == 422
    assert "not an address" in answer.content.decode()


def test_everyone_not_yet_invited_gets_one_letter(cast: Cast, signed_in: SignIn) -> None:
    amara = signed_in(cast.amara)
    for name in ("noor", "omar"):
        data = {"name": name, "email": f"{name}@harbour.example", "part": "mentee"}
        amara.post(reverse("add_person", args=[cast.programme.pk]), data)
    page = reverse("invite_everyone", args=[cast.programme.pk])
    assert signed_in(cast.jon).post(page).status_code == 404
    assert amara.post(page).status_code == 303
    assert Invitation.objects.count() == 2
    assert programmes.invite_everyone(viewer_as(cast.amara), cast.programme.pk, NOW) == 0


def test_a_letter_to_one_person_with_and_without_an_account(cast: Cast, signed_in: SignIn) -> None:
    viewer = viewer_as(cast.amara)
    new = programmes.add_person(
        viewer,
        cast.programme.pk,
        name="Noor",
        email="noor@harbour.example",
        part="mentee",
        places=0,
        at=NOW,
    )
    assert isinstance(new, Enrolment)
    amara = signed_in(cast.amara)
    assert amara.post(reverse("invite_enrolment", args=[new.pk])).status_code == 303
    assert Letter.objects.get().notice == "invitation"
    own = Enrolment.objects.get(person=cast.ben)
    assert isinstance(programmes.invite_to_programme(viewer, own.pk, NOW), Refused)
    assert signed_in(cast.ben).post(reverse("invite_enrolment", args=[new.pk])).status_code == 404


def test_pages_of_those_who_may_take_part_answer(cast: Cast, signed_in: SignIn) -> None:
    for person in (cast.mo, cast.ben, cast.jon):
        assert signed_in(person).get(reverse("open_programmes")).status_code == 200
        assert signed_in(person).get(reverse("programme", args=[cast.programme.pk])).status_code == 200


def test_who_was_taken_out_is_brought_back_and_who_left_is_asked(cast: Cast, signed_in: SignIn) -> None:
    own, amara = Enrolment.objects.get(person=cast.ben), signed_in(cast.amara)
    amara.post(reverse("remove_enrolment", args=[own.pk]))
    page = reverse("bring_back_enrolment", args=[own.pk])
    assert signed_in(cast.ben).post(page).status_code == 404
    amara.post(page)
    own.refresh_from_db()
    assert own.state == EnrolmentState.APPROVED
    signed_in(cast.ben).post(reverse("leave_programme", args=[own.pk]))
    amara.post(page)
    own.refresh_from_db()
    assert own.state == EnrolmentState.LEFT
    data = {"name": "Ben", "email": cast.ben.email, "part": own.part}
    amara.post(reverse("add_person", args=[cast.programme.pk]), data)
    own.refresh_from_db()
    assert own.state == EnrolmentState.INVITED


def test_a_letter_is_withdrawn_by_the_manager_alone(cast: Cast, signed_in: SignIn) -> None:
    amara, people_page = signed_in(cast.amara), reverse("programme_people", args=[cast.programme.pk])
    data = {"name": "Noor", "email": "noor@harbour.example", "part": "mentee"}
    amara.post(reverse("add_person", args=[cast.programme.pk]), data)
    new = Enrolment.objects.get(person__name="Noor")
    amara.post(reverse("invite_enrolment", args=[new.pk]))
    assert "Withdraw the letter" in amara.get(people_page).content.decode()
    page = reverse("withdraw_letter", args=[new.pk])
    for other in (cast.mo, cast.petra, cast.jon):
        assert signed_in(other).post(page).status_code == 404
    assert amara.post(page).status_code == 303
    assert Invitation.objects.get().withdrawn_at is not None
    assert "Withdraw the letter" not in amara.get(people_page).content.decode()


def test_who_left_or_was_told_no_is_a_name_and_nothing_more(cast: Cast, signed_in: SignIn) -> None:
    """Their letter can still be withdrawn; asking somebody again who left opens nothing before they say yes."""
    own = Enrolment.objects.get(person=cast.ben)
    Person.objects.filter(pk=cast.ben.pk).update(job_title="Lamplighter")
    amara, profile = signed_in(cast.amara), reverse("person", args=[cast.ben.pk])
    people = reverse("programme_people", args=[cast.programme.pk])
    assert amara.get(profile).status_code == 200
    Enrolment.objects.filter(pk=own.pk).update(state=EnrolmentState.DECLINED)
    assert amara.get(profile).status_code == 404
    Enrolment.objects.filter(pk=own.pk).update(state=EnrolmentState.APPROVED)
    programmes.leave_programme(viewer_as(cast.ben), own.pk, NOW)
    assert amara.get(profile).status_code == 404
    page = amara.get(people).content.decode()
    assert cast.ben.name in page
    assert "Lamplighter" not in page
    assert profile not in page
    assert cast.ben.name not in amara.get(people, {"q": "Lamplighter"}).content.decode()
    invite_person(cast.ben, by=cast.amara, at=NOW)
    assert amara.post(reverse("withdraw_letter", args=[own.pk])).status_code == 303
    assert Invitation.objects.get().withdrawn_at is not None
    data = {"name": "Ben", "email": cast.ben.email, "part": own.part}
    amara.post(reverse("add_person", args=[cast.programme.pk]), data)
    assert amara.get(profile).status_code == 404
    programmes.join_programme(viewer_as(cast.ben), cast.programme.pk, own.part, NOW)
    assert amara.get(profile).status_code == 200
