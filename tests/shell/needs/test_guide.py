"""The guide: readable by everybody, in an order, and pointed to from where people need it."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from alongside.models import Person
from alongside.web.needs.guide import PAGES, SLUGS
from tests.shell.cast import Cast

SignIn = Callable[[Person], Client]
MENTOR_WISH = (
    "I am new in this profession and would like somebody who has walked the same road to share their experience over "
    "the next years: the unwritten rules, who decides what, where I could go."
)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_page_of_the_guide_is_there_for_everybody(client: Client, db: None, slug: str) -> None:
    answer = client.get(reverse("guide_page", args=[slug]))
    assert answer.status_code == 200
    words = re.sub(r"<[^>]+>", " ", answer.content.decode()).split()
    assert len(words) > 300, "A page of the guide says something."


def test_the_contents_name_every_page(client: Client, db: None) -> None:
    contents = client.get(reverse("guide")).content.decode()
    assert all(reverse("guide_page", args=[page.slug]) in contents for page in PAGES)


def test_next_leads_through_the_whole_guide_and_out_to_the_questions(client: Client, db: None) -> None:
    path, seen = reverse("guide_page", args=[SLUGS[0]]), []
    while path != reverse("which_help"):
        seen.append(path)
        found = re.search(r'class="after" href="([^"]+)"', client.get(path).content.decode())
        assert found is not None
        path = found[1]
    assert seen == [reverse("guide_page", args=[slug]) for slug in SLUGS]


def test_a_page_that_is_not_in_the_guide_is_not_there(client: Client, db: None) -> None:
    assert client.get(reverse("guide_page", args=["astrology"])).status_code == 404


def test_it_is_pointed_to_from_where_people_need_it(cast: Cast, signed_in: SignIn, client: Client) -> None:
    good = reverse("guide_page", args=["a-good-one"])
    answer = client.post(reverse("which_help"), {"statement": MENTOR_WISH, "act": "answer"})
    assert good in answer.content.decode()
    front = client.get(reverse("front")).content.decode()
    assert all(reverse("guide_page", args=[slug]) in front for slug in ("coaching", "mentoring", "neither"))
    ben = signed_in(cast.ben)
    for name in ("ask_for_coaching", "find_mentor"):
        assert good in ben.get(reverse(name)).content.decode()
    assert reverse("guide") in ben.get(reverse("today")).content.decode()
