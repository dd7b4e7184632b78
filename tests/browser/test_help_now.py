"""Help right now, on a telephone: the first number at once, a way out that leaves nothing, one sheet of paper."""

import re

from playwright.sync_api import Browser, Page, expect

from tests.browser.chromium import PHONE, new_visit
from tests.browser.look import look_closely

DESPAIR = "I can't go on. I have been giving my things away and I want to kill myself tonight."
SMALLEST_TARGET = 44
PAGES_OF_A_PDF = re.compile(rb"/Type\s*/Page\b")


def test_on_a_telephone_help_comes_first_and_leaving_leaves_nothing(browser: Browser, demo: str) -> None:
    visit = new_visit(browser, demo, viewport=PHONE, locale="en-GB")
    page = visit.new_page()
    page.goto("/help/")
    page.get_by_label("What is on your mind?").fill(DESPAIR)
    page.get_by_role("button", name="Go on").click()
    first = page.get_by_role("link", name="999")
    expect(first).to_be_in_viewport()
    expect(first).to_have_attribute("href", "tel:999")
    for link in page.locator(".reach a").all():
        box = link.bounding_box()
        assert box is not None
        assert box["height"] >= SMALLEST_TARGET
    assert look_closely(page) == []
    length = page.evaluate("history.length")
    page.get_by_role("link", name="Leave this page").click()
    page.wait_for_url("**/")
    assert page.evaluate("history.length") == length
    page.go_back()
    page.wait_for_url("**/help/")
    expect(page.get_by_label("What is on your mind?")).to_have_value("")
    assert "giving my things away" not in page.content()
    visit.close()


def test_it_fits_on_one_sheet_of_paper(page: Page) -> None:
    page.goto("/help/now/")
    assert len(PAGES_OF_A_PDF.findall(page.pdf(format="A4"))) == 1
