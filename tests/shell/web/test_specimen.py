"""The page with every part is there in the demo, and only there."""

from typing import Any

import pytest
from django.test import Client


@pytest.mark.django_db
def test_the_demo_shows_every_part_on_one_page(client: Client, settings: Any) -> None:
    settings.DEMO = True
    page = client.get("/specimen/")
    assert page.status_code == 200
    assert b'id="main"' in page.content
    assert b" style=" not in page.content


@pytest.mark.django_db
def test_outside_the_demo_there_is_no_such_page(client: Client, settings: Any) -> None:
    settings.DEMO = False
    assert client.get("/specimen/").status_code == 404
