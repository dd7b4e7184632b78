"""Programmes from a template to open and closed, and places in them, by their services and their pages."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from alongside.core.programmes import PROGRAMME_TEMPLATES
from alongside.core.verdicts import Refused
from alongside.models import (
    Appointment,
    Enrolment,
    EnrolmentState,
    Office,
    Part,
    Person,
    Programme,
    ProgrammeState,
)
from alongside.queries.access import NotVisible
from alongside.queries.programmes import list_open_programmes, list_programmes
from alongside.queries.viewers import viewer_as
from alongside.services import programmes
from tests.shell.cast import Cast
from tests.shell.makers import NOW, make_programme

SignIn = Callable[[Person], Client]
MANAGERS_PAGES = ("programme_people", "programme_settings", "add_person")


def make_draft(cast: Cast, template: str = "career-mentoring") -> Programme:
    return programmes.create_programme(
        viewer_as(cast.jon), template_key=template, name="Growing far", manager_id=cast.amara.pk, at=NOW
    )


# Setting one up


@pytest.mark.parametrize("template", [each.key for each in PROGRAMME_TEMPLATES])
def test_every_template_gives_a_draft_with_its_settings_and_a_manager(cast: Cast, template: str) -> None:
    made = make_draft(cast, template)
    made.refresh_from_db()
    said = next(each.settings for each in PROGRAMME_TEMPLATES if each.key == template)
    assert made.state == ProgrammeState.DRAFT
    assert (made.kind, made.sessions_total, made.cadence_days) == (
        said.kind,
        said.sessions_total,
        said.cadence_days,
    )
    assert Appointment.objects.get(programme=made).person == cast.amara
    assert make_draft(cast, template).slug == "growing-far-2"


def test_only_an_administrator_sets_one_up(cast: Cast, signed_in: SignIn) -> None:
    page = reverse("new_programme")
    assert signed_in(cast.amara).get(page).status_code == 404
    assert signed_in(cast.mo).post(page, {"name": "Mine"}).status_code == 404
    jon = signed_in(cast.jon)
    data = {"template": "career-mentoring", "name": "Growing far", "manager": str(cast.amara.pk)}
    assert jon.post(page, {**data, "manager": str(cast.otto.pk)}).status_code == 422
    answer = jon.post(page, {**data, "template": ""})
    assert answer.status_code == 422
    assert "Growing far" in answer.content.decode()
    assert jon.post(page, data).status_code == 303
    assert Programme.objects.filter(name="Growing far").count() == 1


def test_a_manager_of_another_organisation_cannot_be_named(cast: Cast) -> None:
    with pytest.raises(NotVisible):
        programmes.create_programme(
            viewer_as(cast.jon), template_key="career-mentoring", name="x", manager_id=cast.otto.pk, at=NOW
        )


def test_settings_are_changed_by_the_manager_and_checked_by_the_rules(cast: Cast, signed_in: SignIn) -> None:
    page, amara = reverse("programme_settings", args=[cast.programme.pk]), signed_in(cast.amara)
    fields = amara.get(page).context["form"].initial
    data = {name: value for name, value in fields.items() if value is not None}
    assert amara.post(page, {**data, "sessions_total": "8", "has_sponsors": ""}).status_code == 303
    cast.programme.refresh_from_db()
    assert cast.programme.sessions_total == 8
    answer = amara.post(page, {**data, "interval_days_least": "50", "interval_days_most": "20"})
    assert answer.status_code == 422
    assert "The longest time between sessions is at least the shortest." in answer.content.decode()
    cast.programme.refresh_from_db()
    assert cast.programme.interval_days_least == 21


@pytest.mark.parametrize(
    "name", ["interval_days_most", "hard_stop_months", "cadence_days", "window_months", "answer_days"]
)
@pytest.mark.parametrize("value", ["99999", "9" * 30])
def test_a_huge_number_brings_the_form_back_with_a_sentence(
    cast: Cast, signed_in: SignIn, name: str, value: str
) -> None:
    page, amara = reverse("programme_settings", args=[cast.programme.pk]), signed_in(cast.amara)
    fields = amara.get(page).context["form"].initial
    data = {key: filled for key, filled in fields.items() if filled not in (None, False)}
    answer = amara.post(page, {**data, name: value})
    assert (answer.status_code, value in answer.content.decode()) == (422, True)
    assert answer.context["form"].errors


def test_an_administrator_changes_the_name_and_not_how_it_runs(cast: Cast, signed_in: SignIn) -> None:
    page = reverse("programme_settings", args=[cast.programme.pk])
    assert "sessions_total" not in signed_in(cast.jon).get(page).context["form"].fields
    data = {"name": "Growing on", "kind": "both", "purpose": "", "sessions_total": "20"}
    assert signed_in(cast.jon).post(page, data).status_code == 303
    cast.programme.refresh_from_db()
    assert (cast.programme.name, cast.programme.sessions_total) == ("Growing on", 6)
    done = programmes.change_programme(viewer_as(cast.jon), cast.programme.pk, {"sessions_total": 20})
    assert isinstance(done, Refused)


def test_a_kind_stays_while_somebody_takes_a_part_only_it_has(cast: Cast) -> None:
    done = programmes.change_programme(viewer_as(cast.amara), cast.programme.pk, {"kind": "coaching"})
    assert isinstance(done, Refused)


def test_an_unknown_setting_is_a_bug(cast: Cast) -> None:
    with pytest.raises(ValueError, match="organisation"):
        programmes.change_programme(viewer_as(cast.amara), cast.programme.pk, {"organisation": None})


def test_a_draft_is_seen_by_those_who_run_it_opened_and_closed_again(cast: Cast, signed_in: SignIn) -> None:
    draft = make_draft(cast)
    page = reverse("programme", args=[draft.pk])
    assert signed_in(cast.mo).get(page).status_code == 404
    amara = signed_in(cast.amara)
    assert "It is a draft" in amara.get(page).content.decode()
    assert signed_in(cast.jon).post(reverse("open_programme", args=[draft.pk])).status_code == 404
    assert amara.post(reverse("open_programme", args=[draft.pk])).status_code == 303
    assert signed_in(cast.mo).get(page).status_code == 200
    amara.post(reverse("close_programme", args=[draft.pk]))
    draft.refresh_from_db()
    assert draft.state == ProgrammeState.CLOSED
    assert isinstance(programmes.close_programme(viewer_as(cast.amara), draft.pk), Refused)


# Who sees what


@pytest.mark.parametrize("page", [*MANAGERS_PAGES, "programme"])
def test_another_organisations_programme_is_not_there(cast: Cast, signed_in: SignIn, page: str) -> None:
    for stranger in (cast.otto, cast.petra):
        assert signed_in(stranger).get(reverse(page, args=[cast.programme.pk])).status_code == 404


@pytest.mark.parametrize("page", ["programme_people", "add_person"])
def test_who_takes_part_is_for_the_managers_alone(cast: Cast, signed_in: SignIn, page: str) -> None:
    seen_by = {
        name
        for name, person in cast.people().items()
        if signed_in(person).get(reverse(page, args=[cast.programme.pk])).status_code == 200
    }
    assert seen_by == {"amara"}


def test_lists_stay_in_the_organisation(cast: Cast, signed_in: SignIn) -> None:
    assert [line.programme for line in list_programmes(viewer_as(cast.petra))] == [cast.elsewhere]
    assert [each.programme for each in list_open_programmes(viewer_as(cast.otto))] == [cast.elsewhere]
    assert signed_in(cast.mo).get(reverse("programmes")).status_code == 404
    assert "Growing together" in signed_in(cast.jon).get(reverse("programmes")).content.decode()


def test_an_administrator_sees_no_numbers_of_a_programme_they_do_not_manage(cast: Cast) -> None:
    (line,) = list_programmes(viewer_as(cast.jon))
    assert (line.helped, line.helping, line.is_managed) == (0, 0, False)


@pytest.mark.parametrize("rows", [1, 30])
def test_the_list_of_people_asks_the_same_number_of_questions(
    cast: Cast, signed_in: SignIn, rows: int, django_assert_num_queries: Callable[..., object]
) -> None:
    programme = make_programme(cast.harbour, "Counted")
    Appointment.objects.create(
        organisation=cast.harbour, person=cast.amara, programme=programme, office=Office.PROGRAMME_MANAGER
    )
    for number in range(rows):
        person = Person.objects.create(
            organisation=cast.harbour, name=f"P {number}", email=f"p{number}@x.example"
        )
        Enrolment.objects.create(
            programme=programme, person=person, part=Part.MENTEE, state=EnrolmentState.APPROVED
        )
    amara = signed_in(cast.amara)
    page = reverse("programme_people", args=[programme.pk])
    amara.get(page)
    with django_assert_num_queries(PEOPLE_PAGE_QUERIES):
        answer = amara.get(page)
    assert len(answer.context["lines"]) == min(rows, 25)


PEOPLE_PAGE_QUERIES = 13


def test_people_are_found_by_name_part_and_state(cast: Cast, signed_in: SignIn) -> None:
    amara, page = signed_in(cast.amara), reverse("programme_people", args=[cast.programme.pk])

    def names(**query: str) -> set[str]:
        return {line.name.split()[0] for line in amara.get(page, query).context["lines"]}

    assert names(q="car") == {"Carla"}
    assert names(part="mentee") == {"Ben", "Femi"}
    assert names(state="requested") == set()
    assert names(part="nonsense", page="99") == {"Ben", "Carla", "Dev", "Edda", "Femi"}
    assert names(q="carla@") == set()
