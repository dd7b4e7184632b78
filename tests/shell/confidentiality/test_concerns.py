"""The safety channel reaches the leads and the author, and nobody else at all."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from alongside.core.verdicts import Refused
from alongside.models import Letter, Person, SafetyConcern
from alongside.services.confidentiality import raise_concern
from tests.shell.cast import Cast
from tests.shell.makers import NOW, Office, appoint

SignIn = Callable[[Person], Client]
WORDS = "He shouts at her until she cries, every Thursday."


@pytest.fixture
def concern(cast: Cast) -> SafetyConcern:
    raised = raise_concern(cast.dev, WORDS, NOW, about=cast.carla)
    assert isinstance(raised, SafetyConcern)
    return raised


def test_only_the_lead_and_the_author_can_read_it(
    cast: Cast, signed_in: SignIn, concern: SafetyConcern
) -> None:
    answers = {
        name: signed_in(person).get(reverse("concern", args=[concern.pk])).status_code
        for name, person in cast.people().items()
    }
    assert {name for name, status in answers.items() if status == 200} == {"dev", "ines"}
    assert {status for name, status in answers.items() if name not in ("dev", "ines")} == {404}


def test_a_lead_never_sees_a_concern_about_themselves(cast: Cast, signed_in: SignIn) -> None:
    second = cast.lotte
    appoint(second, Office.SAFEGUARDING_LEAD)
    about_ines = raise_concern(cast.dev, WORDS, NOW, about=cast.ines)
    assert isinstance(about_ines, SafetyConcern)
    page = reverse("concern", args=[about_ines.pk])
    assert signed_in(cast.ines).get(page).status_code == 404
    assert WORDS not in signed_in(cast.ines).get(reverse("concerns")).content.decode()
    assert signed_in(second).get(page).status_code == 200
    assert set(Letter.objects.values_list("address", flat=True)) == {second.email}


def test_without_a_reader_nothing_is_kept_and_the_page_says_where_help_is(
    cast: Cast, signed_in: SignIn
) -> None:
    done = raise_concern(cast.otto, WORDS, NOW)
    assert isinstance(done, Refused)
    assert not SafetyConcern.objects.exists()
    page = signed_in(cast.otto).get(reverse("raise_concern")).content.decode()
    assert "has not named a safeguarding lead" in page
    assert "<textarea" not in page


def test_the_letter_to_a_lead_is_the_plainest_there_is(concern: SafetyConcern) -> None:
    letter = Letter.objects.get()
    assert letter.notice == "message"
    assert "concern" not in (letter.subject + letter.text).lower()


def test_an_empty_concern_comes_back_with_a_sentence(cast: Cast, signed_in: SignIn) -> None:
    answer = signed_in(cast.dev).post(reverse("raise_concern"), {"text": " "})
    assert answer.status_code == 422
    assert "A few words are enough" in answer.content.decode()


def test_a_lead_takes_it_on_answers_and_resolves(
    cast: Cast, signed_in: SignIn, concern: SafetyConcern
) -> None:
    ines, page = signed_in(cast.ines), reverse("handle_concern", args=[concern.pk])
    ines.post(page, {"act": "resolve"})
    concern.refresh_from_db()
    assert concern.resolved_at is None
    ines.post(page, {"act": "take"})
    ines.post(page, {"answer": "Thank you. We are talking to both.", "handling": "Spoke on Monday."})
    ines.post(page, {"act": "resolve"})
    concern.refresh_from_db()
    assert concern.taken_by == cast.ines
    assert concern.resolved_at is not None
    own = signed_in(cast.dev).get(reverse("concern", args=[concern.pk])).content.decode()
    assert "We are talking to both" in own
    assert "Spoke on Monday" not in own
