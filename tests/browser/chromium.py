"""A real Chromium without a window, and how a person of the demo comes in."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DESK, PHONE, NARROW = (
    {"width": 1280, "height": 800},
    {"width": 390, "height": 844},
    {"width": 320, "height": 640},
)
PATIENCE_MILLISECONDS = 15_000


def find_chromium() -> str | None:
    """The program named by CHROMIUM, or the one on the path."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


@contextmanager
def chromium() -> Iterator[Browser]:
    program = find_chromium()
    if program is None:
        raise FileNotFoundError("There is no Chromium here: install it, or name it in CHROMIUM.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        yield browser
        browser.close()


def new_visit(browser: Browser, address: str, **how: Any) -> BrowserContext:
    """A browser that has never been here, with its own cookies."""
    visit = browser.new_context(**{"base_url": address, "viewport": DESK, "reduced_motion": "reduce", **how})
    visit.set_default_timeout(PATIENCE_MILLISECONDS)
    return visit


def come_in_as(page: Page, name: str) -> None:
    """Through the demo's door, as anybody would."""
    page.goto("/demo/")
    page.get_by_role("button", name=name).click()
    page.wait_for_url(lambda address: not address.endswith("/demo/"))
