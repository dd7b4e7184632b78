"""A look at one page, as wide as a desk in light and as narrow as a phone in the dark."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.browser.chromium import DESK, NARROW, PHONE

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
VIOLATIONS = """rules => axe.run({ runOnly: rules, resultTypes: ["violations"] }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ": " + nodes.map(node => node.target.join(" ")).slice(0, 3).join(" | ")))"""
BONES = """() => ({
  lang: document.documentElement.lang,
  title: document.title,
  headings: document.querySelectorAll("h1").length,
})"""
WIDTH = "() => document.documentElement.scrollWidth"


def look_closely(page: Page) -> list[str]:
    """What is wrong with the page that stands open; the page is left as it was."""
    return find_violations(page) + missing_bones(page.evaluate(BONES))


def find_violations(page: Page) -> list[str]:
    """What goes against WCAG, and what is wider than a narrow phone."""
    page.evaluate(AXE_SCRIPT)
    faults = [f"light, 1280: {fault}" for fault in page.evaluate(VIOLATIONS, RULES)]
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size(PHONE)
    faults += [f"dark, 390: {fault}" for fault in page.evaluate(VIOLATIONS, RULES)]
    page.set_viewport_size(NARROW)
    if (width := page.evaluate(WIDTH)) > NARROW["width"]:
        faults.append(f"scrolls sideways: {width} at {NARROW['width']}")
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(DESK)
    return faults


def missing_bones(bones: dict[str, Any]) -> list[str]:
    wrong = {
        "no language": not bones["lang"],
        "no title": not bones["title"].strip(),
        f"{bones['headings']} first headings": bones["headings"] != 1,
    }
    return [words for words, is_so in wrong.items() if is_so]
