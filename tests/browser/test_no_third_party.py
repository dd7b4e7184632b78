"""What a browser sends, to whom, and what it keeps."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.walk import Walk
from tests.browser.walkers import WALKERS, Walker


@pytest.mark.parametrize("walker", WALKERS, ids=lambda walker: walker.name)
def test_one_host_is_asked_and_the_browser_refuses_nothing(
    walker: Walker, walk_as: Callable[..., Walk], demo: str
) -> None:
    walk = walk_as(walker.name, *walker.starts)
    assert set(walk.hosts) == {demo.removeprefix("http://")}
    assert not walk.complaints, "\n".join(walk.complaints)


def test_a_first_visit_leaves_only_what_forms_need(page: Page) -> None:
    for path in ("/", "/guide/", "/help/", "/privacy/"):
        page.goto(path)
    assert {cookie["name"] for cookie in page.context.cookies()} == {"csrftoken"}
    assert page.evaluate("() => localStorage.length + sessionStorage.length") == 0


def test_declining_sets_one_cookie_that_remembers_just_that(page: Page) -> None:
    page.goto("/privacy/")
    before = {cookie["name"] for cookie in page.context.cookies()}
    page.get_by_role("button", name="Do not count").click()
    page.get_by_text("At the moment you do not allow it.").wait_for()
    kept = {cookie["name"]: cookie for cookie in page.context.cookies() if cookie["name"] not in before}
    assert list(kept) == ["usage"]
    assert kept["usage"]["value"] == "off"
    page.goto("/guide/")
    assert {cookie["name"] for cookie in page.context.cookies()} == before | {"usage"}
