"""Bringing people in by the page: upload, columns, try, import; and what goes wrong comes back with reasons."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from alongside.jobs.imports import import_people
from alongside.models import ImportBatch, Person
from tests.shell.cast import Cast
from tests.shell.matching import guild

SignIn = Callable[[Person], Client]


@pytest.fixture
def amara(cast: Cast, signed_in: SignIn) -> Client:
    return signed_in(cast.amara)


def upload(client: Client, cast: Cast, content: bytes, part: str = "mentor") -> Any:
    file = SimpleUploadedFile("people.csv", content)
    return client.post(reverse("programme_import", args=[cast.programme.pk]), {"part": part, "file": file})


def as_sent(client: Client, url: str) -> dict[str, str]:
    """What the page of columns would send as it stands."""
    form = client.get(url, {"step": "columns"}).context["form"]
    return {name: "" if (value := form[name].value()) is None else str(value) for name in form.fields}


def test_a_table_comes_in_by_four_steps(cast: Cast, amara: Client) -> None:
    begun = upload(amara, cast, guild.MENTORS.encode())
    assert begun.status_code == 303
    page = amara.get(begun.url).content.decode()
    assert "What are these columns?" in page
    assert "HEO · SEO · Grade 7" in page
    said = as_sent(amara, begun.url)
    assert said["target_2"] == "email"
    assert (said["target_5"], said["name_5"]) == ("own", "organisation")
    assert amara.post(begun.url, said | {"usual_places": "2"}).status_code == 303
    tried = amara.get(begun.url).content.decode()
    assert "Every line is fine" in tried
    assert not Person.objects.filter(name="Gus Mole").exists()
    batch = ImportBatch.objects.get()
    amara.post(reverse("start_import", args=[batch.pk]))
    done = amara.get(begun.url).content.decode()
    assert "4 people are new here" in done
    gus = Person.objects.get(name="Gus Mole")
    assert (gus.account, gus.enrolments.get().places) == (None, 2)
    assert "people.csv" in amara.get(reverse("programme_import", args=[cast.programme.pk])).content.decode()


def test_the_pages_say_that_answers_of_people_with_an_account_are_passed_over(
    cast: Cast, amara: Client
) -> None:
    assert (
        "are passed over" in amara.get(reverse("programme_import", args=[cast.programme.pk])).content.decode()
    )
    upload(amara, cast, b"name,email,statement\nPia,pia@h.example,Words\n", "mentee")
    page = amara.get(reverse("import_batch", args=[ImportBatch.objects.get().pk]), {"step": "columns"})
    assert "are passed over" in page.content.decode()


def test_problems_are_shown_downloaded_and_left_out_only_when_asked(cast: Cast, amara: Client) -> None:
    secret = "a-secret-no-page-repeats"
    text = f"name,email,places,=cmd\nPia,pia@h.example,2,x\nRex,{secret},many,y\n"
    url = upload(amara, cast, text.encode()).url
    amara.post(url, as_sent(amara, url))
    page = amara.get(url).content.decode()
    assert "1 line needs a look" in page
    assert "This is not an e-mail address." in page
    assert secret not in page
    batch = ImportBatch.objects.get()
    down = amara.get(reverse("import_problems", args=[batch.pk]))
    assert down.content.decode("utf-8-sig").splitlines() == [
        "Line,Column,What is wrong",
        "3,email,This is not an e-mail address.",
        "3,places,This is not a whole number from 0 to 12.",
    ]
    amara.post(reverse("start_import", args=[batch.pk]))
    assert not Person.objects.filter(name="Pia").exists()
    amara.post(reverse("start_import", args=[batch.pk]), {"lines": "good"})
    assert Person.objects.filter(name="Pia").exists()


def test_a_heading_never_becomes_a_formula(cast: Cast, amara: Client) -> None:
    url = upload(amara, cast, b'name,email,"=cmd()"\nPia,pia@h.example,%s\n' % (b"x" * 501)).url
    amara.post(url, as_sent(amara, url))
    down = amara.get(reverse("import_problems", args=[ImportBatch.objects.get().pk])).content.decode(
        "utf-8-sig"
    )
    assert "2,'=cmd(),This is longer than 500 letters." in down


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "This file is empty."),
        (b"name,email\n", "This table has a header and no rows."),
        (b"PK\x03\x04broken", "This XLSX file cannot be opened"),
        (b'name,email\nPia,"open', "Line 2 cannot be read"),
    ],
)
def test_a_file_that_cannot_be_read_comes_back_with_a_reason(
    cast: Cast, amara: Client, content: bytes, words: str
) -> None:
    answer = upload(amara, cast, content)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not ImportBatch.objects.exists()


def test_columns_that_cannot_be_come_back_as_they_were_chosen(cast: Cast, amara: Client) -> None:
    url = upload(amara, cast, guild.MENTORS.encode()).url
    said = as_sent(amara, url) | {"target_2": "", "name_5": "ministry"}
    answer = amara.post(url, said)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Say which column holds the e-mail address." in page
    assert 'value="ministry"' in page


def test_a_large_table_shows_that_it_is_under_way(
    cast: Cast, amara: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("alongside.services.imports.applying.LARGE_FROM_LINES", 2)
    url = upload(amara, cast, guild.MENTORS.encode()).url
    amara.post(url, as_sent(amara, url))
    batch = ImportBatch.objects.get()
    amara.post(reverse("start_import", args=[batch.pk]))
    assert "Importing 4 lines" in amara.get(url).content.decode()
    part = amara.get(url, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    import_people.call(str(batch.pk))
    assert amara.get(url, headers={"HX-Request": "true"}).headers["HX-Refresh"] == "true"
    assert "4 people are new here" in amara.get(url).content.decode()


def test_a_table_is_thrown_away(cast: Cast, amara: Client) -> None:
    url = upload(amara, cast, guild.MENTORS.encode()).url
    assert amara.post(url.rstrip("/") + "/throw-away/").status_code == 303
    assert amara.get(url).status_code == 404


def test_a_part_the_programme_does_not_have_is_refused(cast: Cast, amara: Client) -> None:
    cast.programme.kind = "coaching"
    cast.programme.save()
    assert upload(amara, cast, guild.MENTORS.encode(), "mentor").status_code == 422
    assert not ImportBatch.objects.exists()


@pytest.mark.parametrize("name", ["ben", "jon", "petra"])
def test_an_import_is_not_there_for_anybody_else(
    cast: Cast, amara: Client, signed_in: SignIn, name: str
) -> None:
    url = upload(amara, cast, guild.MENTORS.encode()).url
    client = signed_in(cast.people()[name])
    assert client.get(url).status_code == client.get(f"{url}problems/").status_code == 404
    assert client.post(url).status_code == client.post(f"{url}start/").status_code == 404
