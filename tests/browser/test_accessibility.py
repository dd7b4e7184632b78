"""Every page that one comes by: nothing against WCAG 2.2 AA, nothing wider than a narrow phone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.look import find_violations, look_closely
from tests.browser.walk import Walk
from tests.browser.walkers import WALKERS, Walker


@pytest.mark.parametrize("walker", WALKERS, ids=lambda walker: walker.name)
def test_every_page_can_be_read_by_everybody(walker: Walker, walk_as: Callable[..., Walk]) -> None:
    walk = walk_as(walker.name, *walker.starts)
    assert sorted(walker.comes_by - walk.names) == []
    assert not walk.faults, "\n".join(walk.faults)


@pytest.mark.parametrize("path", ["/nowhere/", "/portfolio", "/demo/outbox/?page=none"])
def test_a_way_that_leads_nowhere_ends_on_a_page_of_the_house(page: Page, path: str) -> None:
    page.goto(path)
    assert not look_closely(page)


def test_every_part_that_pages_are_made_of_can_be_read_by_everybody(page: Page) -> None:
    page.goto("/specimen/")
    assert not find_violations(page)
