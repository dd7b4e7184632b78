"""Pictures of the pages: `./dev shot` renews those of the README, `./dev shot FOLDER` takes every main page.

In a folder each page is taken at the width of a desk and of a phone, in light and in dark, to be looked at.
"""

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page

from tests.browser.chromium import DESK, PHONE, chromium, come_in_as, new_visit
from tests.browser.served import served_demo

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "pictures"
MOST_BYTES = 200_000
WIDTH = DESK["width"]
# As much of each as tells its story.
ANSWER_HEIGHT, ARC_HEIGHT, PATH_HEIGHT = 900, 1240, 1330
WITHOUT_BANNER = "() => document.querySelector('.banner').remove()"
STATEMENT = (
    "I know how to give feedback, I have been on the course. But I keep putting it off with two people in my team. "
    "I want to change that habit by the summer, with practice and somebody to hold me to it."
)
COLOURS: tuple[Literal["light", "dark"], ...] = ("light", "dark")

# Who sees it, where it begins, and the links to follow from there.
Way = tuple[str, str, tuple[str, ...]]
MAIN_PAGES: dict[str, Way] = {
    "front": ("", "/", ()),
    "guide": ("", "/guide/", ()),
    "guide-coach": ("", "/guide/coaching/", ()),
    "guide-mentor": ("", "/guide/mentoring/", ()),
    "guide-neither": ("", "/guide/neither/", ()),
    "guide-good": ("", "/guide/a-good-one/", ()),
    "questions": ("", "/help/", ()),
    "help-now": ("", "/help/now/", ()),
    "sign-in": ("", "/account/login/", ()),
    "sign-up": ("", "/account/signup/", ()),
    "privacy": ("", "/privacy/", ()),
    "doors": ("", "/demo/", ()),
    "letters": ("", "/demo/outbox/", ()),
    "parts": ("", "/specimen/", ()),
    "not-there": ("", "/nowhere/", ()),
    "client-today": ("Tom Ashworth", "/today/", ()),
    "client-my-help": ("Tom Ashworth", "/my-help/", ()),
    "coaching-room": ("Tom Ashworth", "/my-help/", ("Nkechi Obi",)),
    "coaching-agreement": ("Tom Ashworth", "/my-help/", ("Nkechi Obi", "The agreement")),
    "coaching-gap": ("Tom Ashworth", "/my-help/", ("Nkechi Obi", "Where you start")),
    "coaching-goals": ("Tom Ashworth", "/my-help/", ("Nkechi Obi", "Goals")),
    "coaching-plan": ("Tom Ashworth", "/my-help/", ("Nkechi Obi", "The plan")),
    "my-privacy": ("Tom Ashworth", "/me/privacy/", ()),
    "me": ("Tom Ashworth", "/me/", ()),
    "security": ("Tom Ashworth", "/me/security/", ()),
    "concern": ("Tom Ashworth", "/concern/", ()),
    "choosing-a-coach": ("Beth Lawson", "/my-help/", ()),
    "needs": ("Owen Hartley", "/needs/", ()),
    "coach-portfolio": ("Nkechi Obi", "/portfolio/", ()),
    "coach-feedback": ("Nkechi Obi", "/feedback/", ()),
    "mentee-path": ("Isla Drummond", "/path/", ()),
    "mentee-my-help": ("Isla Drummond", "/my-help/", ()),
    "mentoring-room": ("Isla Drummond", "/my-help/", ("Ruaridh Macrae",)),
    "find-a-mentor": ("Owen Hartley", "/mentors/", ()),
    "list-of-mentors": ("Owen Hartley", "/mentors/", ("Make a list",)),
    "journal": ("Isla Drummond", "/journal/", ()),
    "mentor-portfolio": ("Ruaridh Macrae", "/portfolio/", ()),
    "mentor-room": ("Ruaridh Macrae", "/portfolio/", ("Isla Drummond",)),
    "manager-today": ("Moira Sinclair", "/today/", ()),
    "programmes": ("Moira Sinclair", "/programmes/", ()),
    "programme": ("Moira Sinclair", "/programmes/", ("First command",)),
    "picture": ("Moira Sinclair", "/programmes/", ("First command", "Picture")),
    "people": ("Moira Sinclair", "/programmes/", ("First command", "People")),
    "matching": ("Moira Sinclair", "/programmes/", ("First command", "Matching")),
    "rules": ("Moira Sinclair", "/programmes/", ("First command", "Matching", "Change the rules")),
    "relationships": ("Moira Sinclair", "/programmes/", ("First command", "Relationships")),
    "stuck-search": ("Moira Sinclair", "/programmes/", ("Fairway", "Relationships", "Kofi Darko")),
    "outcomes": ("Moira Sinclair", "/programmes/", ("First command", "Outcomes")),
    "settings": ("Moira Sinclair", "/programmes/", ("First command", "Settings")),
    "import": ("Moira Sinclair", "/programmes/", ("First command", "People", "Bring in a table")),
    "sponsored": ("Gareth Pugh", "/sponsored/", ()),
    "concerns": ("Helen Carrick", "/concerns/", ()),
    "organisation": ("Fergus Boyle", "/organisation/", ()),
    "talks": ("Joseph Adeyemi", "/talks/", ()),
    "skills": ("Fergus Boyle", "/skills/", ()),
}


def main(words: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="./dev shot", description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, help="take every main page, into this folder")
    folder = parser.parse_args(words).folder
    with tempfile.TemporaryDirectory() as data, served_demo(Path(data)) as address, chromium() as browser:
        if folder is None:
            take_for_readme(browser, address)
        else:
            folder.mkdir(parents=True, exist_ok=True)
            take_all(browser, address, folder)


def take_for_readme(browser: Browser, address: str) -> None:
    """The three pictures of the README: an answer, the coaching room, the mentoring room."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    page = open_page(browser, address, "")
    page.goto("/help/")
    page.get_by_label("What is on your mind?").fill(STATEMENT)
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Show me the answer now").click()
    keep(page, "recommendation", ANSWER_HEIGHT)
    for kind, height in (("coaching", ARC_HEIGHT), ("mentoring", PATH_HEIGHT)):
        person, start, links = MAIN_PAGES[f"{kind}-room"]
        page = open_page(browser, address, person)
        go(page, start, links)
        keep(page, kind, height)


def keep(page: Page, name: str, height: int) -> None:
    """A picture of the page without the banner that says it is a demo; the text beside the picture says so."""
    file = PICTURES / f"{name}.png"
    page.set_viewport_size({"width": WIDTH, "height": height})
    page.evaluate(WITHOUT_BANNER)
    page.screenshot(path=file)
    page.context.close()
    if (size := file.stat().st_size) > MOST_BYTES:
        raise SystemExit(f"{file} has {size} bytes; {MOST_BYTES} is the most.")


def take_all(browser: Browser, address: str, folder: Path) -> None:
    for name, (person, start, links) in MAIN_PAGES.items():
        page = open_page(browser, address, person)
        go(page, start, links)
        for size in (DESK, PHONE):
            page.set_viewport_size(size)
            for colours in COLOURS:
                page.emulate_media(color_scheme=colours)
                page.screenshot(path=folder / f"{name}-{size['width']}-{colours}.png", full_page=True)
        page.context.close()


def open_page(browser: Browser, address: str, person: str) -> Page:
    page = new_visit(browser, address, locale="en-GB").new_page()
    if person:
        come_in_as(page, person)
    return page


def go(page: Page, start: str, links: tuple[str, ...]) -> None:
    page.goto(start)
    for link in links:
        page.get_by_role("main").get_by_role("link", name=link).first.click()
        page.wait_for_load_state()


if __name__ == "__main__":
    main()
