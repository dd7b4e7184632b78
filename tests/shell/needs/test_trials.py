"""Trials of a draft, the organisation's own cases, and how often suggestions were right."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from alongside.jobs.needs import try_draft
from alongside.models import (
    Need,
    NeedFollowUp,
    Organisation,
    Person,
    TriageDraft,
    TriageTrial,
)
from alongside.queries.needs.own_cases import load_own_cases
from alongside.queries.viewers import viewer_as
from alongside.services.needs.rules import save_draft
from tests.shell.cast import Cast
from tests.shell.makers import NOW, Office, appoint, make_person
from tests.shell.needs.workbench import BANANA, OWN, TEXT, SignIn, published


def test_a_trial_runs_as_a_job_and_shows_its_progress(cast: Cast, jon: Client, draft: TriageDraft) -> None:
    save_draft(viewer_as(cast.jon), OWN, NOW)
    assert jon.post(reverse("try_triage_draft")).status_code == 303
    trial = TriageTrial.objects.get()
    assert DBTaskResult.objects.get().args_kwargs["args"] == [str(trial.pk)]
    page = reverse("triage_trial", args=[trial.pk])
    assert "It waits for its turn" in jon.get(page).content.decode()
    part = jon.get(page, headers={"hx-request": "true"}).content.decode()
    assert "<progress" in part
    assert "<html" not in part
    try_draft.call(str(trial.pk))
    trial.refresh_from_db()
    assert (trial.state, trial.done) == ("done", trial.total)
    shown = jon.get(page).content.decode()
    assert "labelled cases would be answered otherwise" in shown
    assert "Crises found" in shown
    assert "The cases were run with this draft" in jon.get(reverse("triage_draft")).content.decode()
    assert jon.get(page, headers={"hx-request": "true"}).headers["HX-Refresh"] == "true"
    save_draft(viewer_as(cast.jon), TEXT, NOW)
    assert "changed or published since" in jon.get(page).content.decode()
    assert draft.organisation == trial.organisation


def test_a_trial_of_a_draft_that_was_changed_meanwhile_says_so(
    cast: Cast, jon: Client, draft: TriageDraft
) -> None:
    jon.post(reverse("try_triage_draft"))
    trial = TriageTrial.objects.get()
    save_draft(viewer_as(cast.jon), OWN, NOW)
    try_draft.call(str(trial.pk))
    assert "changed meanwhile" in jon.get(reverse("triage_trial", args=[trial.pk])).content.decode()
    assert draft.organisation == cast.harbour


def test_another_organisations_versions_and_trials_are_not_there(
    cast: Cast, signed_in: SignIn, draft: TriageDraft
) -> None:
    version = published(cast)
    trial = TriageTrial.objects.create(organisation=cast.harbour, draft_hash="x", against="triage-1")
    appoint(cast.otto, Office.ORG_ADMIN)
    otto = signed_in(cast.otto)
    assert otto.get(reverse("download_triage_version", args=[version.pk])).status_code == 404
    assert otto.post(reverse("use_triage_version", args=[version.pk])).status_code == 404
    assert otto.get(reverse("triage_trial", args=[trial.pk])).status_code == 404
    assert otto.get(reverse("triage_draft")).status_code == 404
    assert draft.organisation == cast.harbour


def past_case(
    person: Person, *, allows: bool = True, answer: str = "yes", route: str = "coach", instead: str = ""
) -> Need:
    need = Need.objects.create(
        person=person,
        statement=f"The words of {person.name}",
        rules_version="triage-1",
        route=route,
        chosen_route=route,
        decided_at=NOW,
        recommendation={"reasons": []},
        tests_rules_since=NOW if allows else None,
    )
    NeedFollowUp.objects.create(
        need=need,
        days=60,
        decided_at=NOW,
        answered_at=NOW + timedelta(days=60),
        answer=answer,
        would_have_been=instead,
    )
    return need


def people(place: Organisation, count: int) -> list[Person]:
    return [make_person(place, f"Case{number} Harbour") for number in range(count)]


def test_own_cases_are_those_with_consent_and_a_route_found_right(cast: Cast) -> None:
    past_case(cast.ben, answer="no", instead="mentor")
    past_case(cast.dev, allows=False)
    past_case(cast.femi, answer="partly")
    past_case(cast.mo, route="therapy_eap")
    past_case(cast.edda, answer="no", instead="manager_hr")
    past_case(cast.otto)
    found = load_own_cases(cast.harbour)
    assert [(case.text, case.label) for case in found] == [("The words of Ben Harbour", "mentor")]
    assert "Ben" not in found[0].id


@pytest.mark.parametrize(("count", "shown"), [(9, "fewer than ten, or none"), (12, "10 or a few more")])
def test_of_own_cases_the_editor_sees_counts_in_tens_and_no_words(
    cast: Cast, jon: Client, draft: TriageDraft, count: int, shown: str
) -> None:
    for person in people(cast.harbour, count):
        past_case(person, answer="no", instead="training")
    Need.objects.update(statement=BANANA)
    save_draft(viewer_as(cast.jon), OWN, NOW)
    jon.post(reverse("try_triage_draft"))
    trial = TriageTrial.objects.get()
    try_draft.call(str(trial.pk))
    trial.refresh_from_db()
    page = jon.get(reverse("triage_trial", args=[trial.pk])).content.decode()
    row = page[page.index("Right with the draft only") :]
    assert shown in row[:300]
    assert "banana" not in str(trial.result)
    assert str(count) not in str(trial.result["own"])
    assert draft.organisation == cast.harbour


def test_calibration_counts_in_tens_and_shows_an_empty_state_before(
    cast: Cast, jon: Client, django_assert_num_queries: Callable[[int], object]
) -> None:
    assert "Too few people to say" in jon.get(reverse("triage_calibration")).content.decode()
    for person in people(cast.harbour, 12):
        past_case(person)
    page = jon.get(reverse("triage_calibration")).content.decode()
    assert "Rules triage-1" in page
    assert "<span>12<" not in page
    assert "<span>10<" not in page  # a whole table of one cell would tell of every single person


def test_calibration_takes_as_many_reads_for_thirty_people_as_for_one(
    cast: Cast, jon: Client, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    for person in people(cast.harbour, 30):
        past_case(person)
    with django_assert_max_num_queries(12) as reads:  # type: ignore[attr-defined]  # - a context manager of the plugin
        jon.get(reverse("triage_calibration"))
    many = len(reads)
    Need.objects.exclude(pk=Need.objects.first().pk).delete()  # type: ignore[union-attr]  # - there are thirty
    with django_assert_max_num_queries(12) as reads:  # type: ignore[attr-defined]  # - a context manager of the plugin
        jon.get(reverse("triage_calibration"))
    assert len(reads) == many


def test_what_sensitive_needs_say_changes_no_byte_of_the_calibration(cast: Cast, jon: Client) -> None:
    known, more = people(cast.harbour, 24)[:12], [cast.ben, cast.dev, cast.femi]
    for person in known:
        past_case(person)
    before = calibration_of(jon)
    for person, route in zip(more, ("crisis", "therapy_eap", "manager_hr"), strict=True):
        past_case(person, route=route, answer="no")
    assert calibration_of(jon) == before


def calibration_of(client: Client) -> str:
    page = client.get(reverse("triage_calibration")).content.decode()
    return page[page.index("<h1") : page.index("</main>")]
