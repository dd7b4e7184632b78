"""The workbench of the triage rules: a draft that is always valid, a trial, versions, and which rules a need meets."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from alongside.core.needs.labelled import shipped_cases
from alongside.core.needs.rules_file import default_rules
from alongside.models import (
    Need,
    TriageDraft,
    TriageRulesUse,
    TriageRulesVersion,
    TriageTrial,
)
from alongside.queries.needs.rules import rules_for, rules_of
from alongside.queries.needs.workbench import hash_of_draft
from alongside.queries.viewers import ANYBODY, viewer_as
from alongside.services.imports.needs import keep_brought_need
from alongside.services.needs.rules import begin_draft, publish_draft, save_draft, use_version
from tests.shell.cast import Cast
from tests.shell.makers import NOW, Office, appoint
from tests.shell.needs.workbench import BANANA, DEAF, OWN, TEXT, SignIn, published


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
