"""One Chromium and one served demo for all the browser tests, which run one after the other in one process."""

import os
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.chromium import chromium, come_in_as, find_chromium, new_visit
from tests.browser.look import look_closely
from tests.browser.served import served_demo
from tests.browser.walk import Walk, walk_about, watch

HERE = Path(__file__).parent
ANYBODY = "anybody"


def pytest_itemcollected(item: pytest.Item) -> None:
    if item.path.is_relative_to(HERE):
        item.add_marker("browser")


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Ends with the package: while it runs, Django takes this process for an asynchronous one."""
    if find_chromium() is None:
        why = "There is no Chromium here: install it, or name it in CHROMIUM. Browser tests need it."
        if os.environ.get("CI", "").lower() in {"1", "true"}:
            pytest.fail(why)
        pytest.skip(why)
    with chromium() as running:
        yield running


@pytest.fixture(scope="package")
def demo(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the demo. It asks for the browser first, so that nothing is loaded in vain."""
    with served_demo(tmp_path_factory.mktemp("demo")) as address:
        yield address


@pytest.fixture(scope="package")
def walk_as(browser: Browser, demo: str) -> Callable[..., Walk]:
    """Walk about as somebody of the demo, or as anybody, looking closely at each page. Walked once each."""
    visited: Counter[str] = Counter()

    @cache
    def walked(name: str, *starts: str) -> Walk:
        visit = new_visit(browser, demo)
        walk, page = watch(visit), visit.new_page()
        if name != ANYBODY:
            come_in_as(page, name)
            starts = tuple(dict.fromkeys((page.url.removeprefix(demo), "/today/", *starts)))
        walk_about(page, walk, starts, look_closely, visited)
        visit.close()
        return walk

    return walked


@pytest.fixture
def page(browser: Browser, demo: str) -> Iterator[Page]:
    """A page of a browser that has never been here."""
    visit = new_visit(browser, demo)
    yield visit.new_page()
    visit.close()
