"""The workbench of the triage rules: a draft that is always valid, a trial, versions, and which rules a need meets."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from alongside.core.needs.drafting import FamilyText, numbers_of, with_new_family, with_numbers
from alongside.core.needs.labelled import shipped_cases
from alongside.core.needs.rules_file import default_rules, default_rules_text
from alongside.jobs.needs import try_draft
from alongside.models import (
    Need,
    NeedFollowUp,
    Organisation,
    Person,
    TriageDraft,
    TriageRulesUse,
    TriageRulesVersion,
    TriageTrial,
)
from alongside.queries.needs.own_cases import load_own_cases
from alongside.queries.needs.rules import ready_rules, rules_for, rules_of
from alongside.queries.needs.workbench import hash_of_draft
from alongside.queries.viewers import ANYBODY, viewer_as
from alongside.services.imports.needs import keep_brought_need
from alongside.services.needs.rules import begin_draft, publish_draft, save_draft, use_version
from tests.shell.cast import Cast
from tests.shell.makers import NOW, Office, appoint, make_person

SignIn = Callable[[Person], Client]
TEXT = default_rules_text()
# Words that say nothing under the rules that ship, and send to a course under these.
BANANA = "The banana hour is what I think about. The banana split is on my list as well."
# The second reader is never sure enough here, so that the organisation's own phrases decide.
OWN = with_new_family(
    with_new_family(
        with_numbers(TEXT, {"thresholds": {"read_sure": 2.0}}),
        FamilyText(
            "own_hour",
            "dimension",
            "D1",
            "training",
            because="You wrote “{quote}”.",
            phrases="the banana hour",
        ),
    ),
    FamilyText(
        "own_split", "dimension", "D5", "training", because="You wrote “{quote}”.", phrases="the banana split"
    ),
)
HEARING = [key for key in numbers_of(TEXT)["thresholds"] if key.startswith(("gate", "read_"))]
DEAF = with_numbers(TEXT, {"thresholds": dict.fromkeys(HEARING, 90.0)})


@pytest.fixture(autouse=True)
def fresh_rules() -> Iterator[None]:
    ready_rules.cache_clear()
    yield
    ready_rules.cache_clear()


@pytest.fixture
def jon(cast: Cast, signed_in: SignIn) -> Client:
    return signed_in(cast.jon)


@pytest.fixture
def draft(cast: Cast) -> TriageDraft:
    return begin_draft(viewer_as(cast.jon), NOW)


def published(cast: Cast, text: str = OWN, name: str = "Harbour 1") -> TriageRulesVersion:
    """A version of the harbour's in use, put there without the checks of publishing."""
    version = TriageRulesVersion.objects.create(
        organisation=cast.harbour, name=name, text=text.replace('"triage-1"', f'"{name}"', 1), created_at=NOW
    )
    TriageRulesUse.objects.create(organisation=cast.harbour, version=version, created_at=NOW)
    return version


def test_only_administrators_find_the_workbench(cast: Cast, signed_in: SignIn, draft: TriageDraft) -> None:
    pages = [
        reverse(name)
        for name in ("triage_rules", "triage_draft", "triage_numbers", "triage_file", "triage_calibration")
    ]
    for person in (cast.amara, cast.ben, cast.kemi, cast.petra):
        client = signed_in(person)
        assert [client.get(page).status_code for page in pages] == [404] * len(pages)
        assert client.post(reverse("publish_triage_draft"), {"name": "Mine"}).status_code == 404
    assert [signed_in(cast.jon).get(page).status_code for page in pages] == [200] * len(pages)
    assert draft.organisation == cast.harbour


def test_the_way_from_a_draft_to_a_version_and_back(cast: Cast, jon: Client) -> None:
    assert "triage-1" in jon.get(reverse("triage_rules")).content.decode()
    assert jon.post(reverse("begin_triage_draft")).status_code == 303
    page = jon.get(reverse("triage_draft"), {"q": "banana"}).content.decode()
    assert "No family has these words" in page
    said = {
        "name": "own_hour",
        "on": "D1",
        "toward": "training",
        "because": "You wrote “{quote}”.",
        "phrases": "the banana hour",
    }
    assert jon.post(reverse("add_triage_family"), said).status_code == 303
    assert "own_hour" in jon.get(reverse("triage_draft"), {"q": "banana"}).content.decode()
    family = reverse("triage_family", args=["own_hour"])
    changed = {
        "because": "You wrote “{quote}”.",
        "phrases": "the banana hour\nthe banana split",
        "unless": "cake",
    }
    assert jon.post(family, changed).status_code == 303
    assert "the banana split" in jon.get(family).content.decode()
    done = jon.post(reverse("publish_triage_draft"), {"name": "Harbour 1", "note": "Bananas"}, follow=True)
    assert "Harbour 1 is in use from now on" in done.content.decode()
    version = TriageRulesVersion.objects.get()
    assert version.made_by == cast.jon
    assert rules_of(cast.harbour.pk).version == "Harbour 1"
    assert not TriageDraft.objects.exists()
    taken = jon.get(reverse("download_triage_version", args=[version.pk]))
    assert taken.content.decode() == version.text
    assert 'filename="harbour-1.toml"' in taken.headers["Content-Disposition"]
    jon.post(reverse("use_shipped_triage"))
    assert rules_of(cast.harbour.pk) is default_rules()
    jon.post(reverse("use_triage_version", args=[version.pk]))
    assert rules_of(cast.harbour.pk).version == "Harbour 1"
    jon.post(reverse("draft_of_triage_version", args=[version.pk]))
    assert TriageDraft.objects.get().text == version.text
    jon.post(reverse("throw_away_triage_draft"))
    assert not TriageDraft.objects.exists()
    assert TriageRulesUse.objects.count() == 3


@pytest.mark.usefixtures("draft")
def test_weights_and_thresholds_are_changed_in_a_form(jon: Client) -> None:
    page = jon.get(reverse("triage_numbers"))
    form = page.context["form"]
    said = {name: form[name].initial for name in form.fields}
    assert jon.post(reverse("triage_numbers"), {**said, "weights_D1": "2.5"}).status_code == 303
    assert "\nD1 = 2.5\n" in TriageDraft.objects.get().text
    again = jon.post(reverse("triage_numbers"), {**said, "weights_D1": "a lot", "weights_D2": "7"})
    assert again.status_code == 422
    assert 'value="a lot"' in again.content.decode()
    for wrong in ("-1", "nan", "inf", "1e9"):
        assert jon.post(reverse("triage_numbers"), {**said, "weights_D1": wrong}).status_code == 422


@pytest.mark.usefixtures("draft")
def test_a_phrase_that_cannot_be_read_comes_back_with_its_line(jon: Client) -> None:
    answer = jon.post(
        reverse("triage_family", args=["joking"]), {"phrases": "good words\n(so", "because": "", "unless": ""}
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Line " in page
    assert "is not closed" in page
    assert "good words\n(so" in page
    assert TriageDraft.objects.get().text == TEXT


@pytest.mark.usefixtures("draft")
def test_a_family_is_refused_field_by_field(jon: Client) -> None:
    for said in (
        {"name": "Not Good", "on": "D1", "toward": "coach", "because": "“{quote}”", "phrases": "a b"},
        {"name": "x", "on": "G1", "toward": "coach", "because": "“{quote}”", "phrases": "a b"},
        {"name": "x", "on": "D1", "because": "“{quote}”", "phrases": "a b"},
        {"name": "x", "on": "D1", "toward": "coach", "because": "no words", "phrases": "a b"},
        {"name": "joking", "on": "D1", "toward": "coach", "because": "“{quote}”", "phrases": "a b"},
    ):
        answer = jon.post(reverse("add_triage_family"), said)
        assert answer.status_code == 422
        assert said["because"] in answer.content.decode()
    assert jon.get(reverse("triage_family", args=["no_such"])).status_code == 404
    assert TriageDraft.objects.get().text == TEXT


@pytest.mark.usefixtures("draft")
def test_a_whole_file_is_taken_or_comes_back_as_text(jon: Client) -> None:
    good = SimpleUploadedFile("rules.toml", OWN.encode())
    assert jon.post(reverse("triage_file"), {"file": good, "text": ""}).status_code == 303
    assert TriageDraft.objects.get().text == OWN
    bad = SimpleUploadedFile("rules.toml", OWN.replace("D1 = 2\n", "D1 = two\n").encode())
    answer = jon.post(reverse("triage_file"), {"file": bad, "text": "what stood there"})
    assert answer.status_code == 422
    line = OWN.splitlines().index("D1 = 2") + 1
    assert f"Line {line}" in answer.content.decode()
    assert "D1 = two" in answer.content.decode()
    for content in (b"\xff\xfe\x00", b"", b"[" * 9000):
        upload = SimpleUploadedFile("rules.toml", content)
        assert jon.post(reverse("triage_file"), {"file": upload, "text": ""}).status_code == 422
    assert TriageDraft.objects.get().text == OWN
    crlf = jon.post(reverse("triage_file"), {"text": TEXT.replace("\n", "\r\n")})
    assert crlf.status_code == 303
    assert TriageDraft.objects.get().text == TEXT
    assert jon.get(reverse("download_triage_draft")).content.decode() == TEXT


def test_a_draft_that_misses_a_crisis_cannot_be_published(
    cast: Cast, jon: Client, draft: TriageDraft
) -> None:
    assert save_draft(viewer_as(cast.jon), DEAF, NOW) == ()
    answer = jon.post(reverse("publish_triage_draft"), {"name": "Deaf", "note": "kept"})
    assert answer.status_code == 422
    assert "miss somebody in danger" in answer.content.decode()
    assert 'value="kept"' in answer.content.decode()
    assert not TriageRulesVersion.objects.exists()
    assert TriageDraft.objects.get().pk == draft.pk


def test_what_a_trial_of_this_very_draft_found_decides_about_publishing(
    cast: Cast, jon: Client, draft: TriageDraft
) -> None:
    flip = {"case": "OWN007", "label": "crisis", "now": "crisis", "then": "coach"}
    ways = [{"now": {"cases": len(shipped_cases())}, "flips": [flip]}]
    trial = TriageTrial.objects.create(
        organisation=cast.harbour,
        draft_hash=hash_of_draft(draft.text),
        against="triage-1",
        state="done",
        result={"ways": ways},
    )
    refused = jon.post(reverse("publish_triage_draft"), {"name": "Deaf"})
    assert "Labelled cases missed: OWN007." in refused.content.decode()
    ways[0]["flips"] = []
    TriageTrial.objects.filter(pk=trial.pk).update(result={"ways": ways})
    assert jon.post(reverse("publish_triage_draft"), {"name": "Not deaf"}).status_code == 303


def test_an_older_version_that_misses_a_crisis_is_not_used_again(cast: Cast, jon: Client) -> None:
    deaf = published(cast, DEAF, "Deaf")
    use_version(viewer_as(cast.jon), None, NOW + timedelta(hours=1))
    page = jon.post(reverse("use_triage_version", args=[deaf.pk]), follow=True)
    assert "miss somebody in danger" in page.content.decode()
    assert rules_of(cast.harbour.pk) is default_rules()


@pytest.mark.parametrize("name", ["triage-9", "harbour 1", "", 'a"b', "x" * 41])
def test_a_name_is_good_and_never_used_twice(cast: Cast, jon: Client, draft: TriageDraft, name: str) -> None:
    published(cast, name="Harbour 1")
    assert jon.post(reverse("publish_triage_draft"), {"name": name}).status_code == 422
    assert TriageRulesVersion.objects.count() == 1
    assert TriageDraft.objects.filter(pk=draft.pk).exists()


def test_two_organisations_may_use_the_same_name(cast: Cast, draft: TriageDraft) -> None:
    appoint(cast.otto, Office.ORG_ADMIN)
    begin_draft(viewer_as(cast.otto), NOW)
    for person in (cast.jon, cast.otto):
        assert isinstance(publish_draft(viewer_as(person), "One", "", NOW), TriageRulesVersion)
    assert {version.organisation for version in TriageRulesVersion.objects.all()} == {
        cast.harbour,
        cast.quarry,
    }
    assert draft.organisation == cast.harbour


def test_who_is_signed_in_meets_their_organisations_rules_and_visitors_the_ones_that_ship(
    cast: Cast, signed_in: SignIn
) -> None:
    published(cast)
    said = {"statement": BANANA, "act": "answer"}
    ben, visitor, otto = signed_in(cast.ben), Client(), signed_in(cast.otto)
    assert "version Harbour 1" in ben.post(reverse("which_help"), said).content.decode()
    assert "version triage-1" in visitor.post(reverse("which_help"), said).content.decode()
    assert "version triage-1" in otto.post(reverse("which_help"), said).content.decode()
    ben.post(reverse("keep_need"), {"statement": BANANA})
    kept = Need.objects.get(person=cast.ben)
    assert (kept.rules_version, kept.route) == ("Harbour 1", "training")


def test_an_imported_need_meets_the_organisations_rules_and_loses_a_consent_to_other_words(
    cast: Cast,
) -> None:
    published(cast)
    brought = keep_brought_need(cast.ben, NOW, statement=BANANA, answers={}, skills_wanted={})
    assert brought.rules_version == "Harbour 1"
    Need.objects.filter(pk=brought.pk).update(tests_rules_since=NOW)
    same = keep_brought_need(cast.ben, NOW, statement=BANANA, answers={}, skills_wanted={})
    assert same.tests_rules_since == NOW
    other = keep_brought_need(cast.ben, NOW, statement="Other words.", answers={}, skills_wanted={})
    assert other.tests_rules_since is None


def test_rules_are_made_ready_once_and_then_cost_one_read(
    cast: Cast, django_assert_num_queries: Callable[[int], object]
) -> None:
    published(cast)
    viewer = viewer_as(cast.ben)
    first = rules_for(viewer)
    with django_assert_num_queries(1):  # type: ignore[attr-defined]  # - a context manager of the plugin
        assert rules_for(viewer) is first
    with django_assert_num_queries(0):  # type: ignore[attr-defined]  # - a context manager of the plugin
        assert rules_for(ANYBODY) is default_rules()


def test_a_version_the_product_reads_no_more_gives_way_to_the_rules_that_ship(
    cast: Cast, jon: Client
) -> None:
    published(cast, "version = 'old'")
    assert rules_of(cast.harbour.pk) is default_rules()
    assert "not used at the moment" in jon.get(reverse("triage_rules")).content.decode()


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
