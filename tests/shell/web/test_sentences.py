"""A form says which thing is missing, in one mechanism for every form, the account library's too."""

from typing import Any

import pytest
from django import forms
from django.test import Client

from alongside.web.forms.relationships.when import WhenForm

STOCK = ("This field is required", "Ensure this value", "Select a valid choice")


class Everything(forms.Form):
    name = forms.CharField(max_length=3)
    words = forms.CharField(widget=forms.Textarea)
    way = forms.ChoiceField(choices=[("a", "A")], widget=forms.RadioSelect)
    ways = forms.MultipleChoiceField(choices=[("a", "A")])
    read = forms.BooleanField()
    file = forms.FileField()
    day = forms.DateField()
    time = forms.TimeField()
    number = forms.IntegerField(min_value=2, max_value=12)
    own = forms.CharField(error_messages={"required": "Tell us your own."})


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("name", "Please fill this in."),
        ("words", "Please write a few words."),
        ("way", "Please choose one of these."),
        ("ways", "Please choose at least one of these."),
        ("read", "Please tick this to go on."),
        ("file", "Please choose a file."),
        ("day", "Please say on which day."),
        ("time", "Please say at what time."),
        ("number", "Please give a number."),
        ("own", "Tell us your own."),
    ],
)
def test_what_is_missing_is_said_as_it_fits_the_field(field: str, words: str) -> None:
    assert list(Everything({})[field].errors) == [words]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"number": "99"}, "At most 12, please."),
        ({"number": "1"}, "At least 2, please."),
        ({"name": "four"}, "This is too long: there is room for 3 characters, and it has 4."),
        ({"way": "b"}, "Please choose one of those that are offered."),
        ({"ways": ["b"]}, "Please choose one of those that are offered."),
        ({"number": "x"}, "Enter a whole number."),
    ],
)
def test_what_does_not_fit_is_said_in_plain_words(said: dict[str, Any], words: str) -> None:
    (field,) = said
    assert list(Everything(said)[field].errors) == [words]


def test_a_field_in_order_has_no_errors() -> None:
    assert not Everything({"name": "ada"})["name"].errors


def test_a_meeting_without_a_day_asks_for_the_day_one_meets() -> None:
    assert list(WhenForm({})["day"].errors) == ["Please say on which day you meet."]


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["/account/login/", "/account/signup/", "/account/password/reset/"])
def test_the_account_pages_use_the_same_sentences(page: str) -> None:
    answer = Client().post(page, {}).content.decode()
    assert "Please give an email address." in answer
    assert not any(words in answer for words in STOCK)
