"""A few ways through the house, from end to end, as a person goes them."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.chromium import PHONE, come_in_as, new_visit
from tests.browser.look import look_closely

STATEMENT = (
    "I know how to give feedback, I have been on the course. But I keep putting it off with two people in my team. "
    "I want to change that by the summer, with practice and somebody to hold me to it."
)
ADDRESS = "nell.farrow@skerryline.example"
CODE = re.compile(r"^[A-Z0-9]{4}-[A-Z0-9]{4}$", re.MULTILINE)


def newest_letter(page: Page) -> str:
    """The newest letter of the demo, read in a tab of its own."""
    tab = page.context.new_page()
    tab.goto("/demo/outbox/")
    words = tab.get_by_role("article").first.inner_text()
    tab.close()
    return words


def press(page: Page, name: str) -> None:
    """With the keyboard: go to the button and press it."""
    button = page.get_by_role("main").get_by_role("button", name=name, exact=True)
    button.focus()
    button.press("Enter")


def test_from_a_need_without_an_account_to_a_place_where_it_is_kept(
    page: Page, browser: Browser, demo: str
) -> None:
    page.goto("/")
    page.get_by_role("main").get_by_role("link", name="Which kind of help?").first.press("Enter")
    page.get_by_label("What is on your mind?").press_sequentially(STATEMENT[:8])
    page.get_by_label("What is on your mind?").fill(STATEMENT)
    press(page, "Go on")
    press(page, "Show me the answer now")
    expect(page.get_by_role("heading", name="A coach", level=1)).to_be_visible()
    quotes = re.findall("“(.+?)”", page.get_by_role("list").filter(has_text="You wrote").inner_text())
    assert len(quotes) >= 2
    assert all(words.strip("…") in STATEMENT for words in quotes)
    assert not look_closely(page)

    press(page, "Keep it and sign in")
    page.get_by_label("Email").fill(ADDRESS)
    page.get_by_label("Password").fill("four slow grey ferries")
    press(page, "Make an account")
    assert not look_closely(page)
    found = CODE.search(newest_letter(page))
    assert found
    page.get_by_label("Code").fill(found.group())
    press(page, "Go on")
    expect(page.get_by_role("heading", level=1)).to_have_text("You have no place yet")
    assert not look_closely(page)

    keep_a_place(browser, demo)
    page.reload()
    press(page, "Take it Skerry Line")
    page.get_by_role("link", name="Take it with me").press("Enter")
    press(page, "Take it with me")
    expect(page.get_by_text(STATEMENT[:40]).first).to_be_visible()


def keep_a_place(browser: Browser, demo: str) -> None:
    """The programme manager adds the new person, and invites them."""
    visit = new_visit(browser, demo)
    page = visit.new_page()
    come_in_as(page, "Moira Sinclair")
    open_programme(page, "First command", "People")
    page.get_by_role("link", name="Add one person").click()
    page.get_by_label("Name").fill("Nell Farrow")
    page.get_by_label("Address").fill(ADDRESS)
    press(page, "Add")
    page.get_by_label("Name or job").fill("Nell Farrow")
    press(page, "Look")
    page.get_by_role("row", name="Nell Farrow").get_by_role("button", name="Send a letter").click()
    visit.close()


def open_programme(page: Page, name: str, tab: str) -> None:
    page.goto("/programmes/")
    page.get_by_role("main").get_by_role("link", name=name).click()
    page.get_by_role("navigation", name="The programme").get_by_role("link", name=tab).click()


def test_a_mentee_asks_the_mentor_says_yes_and_both_agree(browser: Browser, demo: str) -> None:
    mentee, mentor = (new_visit(browser, demo).new_page() for _ in range(2))
    come_in_as(mentee, "Owen Hartley")
    ask_for_a_mentorship(mentee, "Ruaridh Macrae")
    come_in_as(mentor, "Ruaridh Macrae")
    mentor.get_by_role("link", name="Owen Hartley").click()
    mentor.get_by_label("I have read where confidentiality ends.").check()
    press(mentor, "Yes, gladly")
    expect(mentor.get_by_text("Mentoring with Owen Hartley")).to_be_visible()

    mentee.reload()
    mentee.get_by_role("link", name="Propose a time").click()
    yesterday = datetime.now(UTC) - timedelta(days=1)
    mentee.get_by_label("Day").fill(f"{yesterday:%Y-%m-%d}")
    mentee.get_by_label("Time").fill("10:00")
    press(mentee, "Put it in our diaries")
    mentee.get_by_role("link", name="Back to the room").click()
    mentee.get_by_role("link", name="Begin with a draft").click()
    press(mentee, "Keep this text")
    say_yes(mentee)
    mentor.goto(mentee.url)
    mentor.get_by_role("main").get_by_role("link", name="What we expect of each other").click()
    say_yes(mentor)
    mentor.get_by_role("main").get_by_role("link", name="What we expect of each other").click()
    yes = mentor.get_by_role("complementary", name="Who said yes")
    expect(yes.get_by_text("Owen Hartley")).to_be_visible()
    expect(yes.get_by_text("Ruaridh Macrae")).to_be_visible()
    mentee.context.close()
    mentor.context.close()


def say_yes(page: Page) -> None:
    page.get_by_label("I have read where confidentiality ends.").check()
    press(page, "I say yes to this")


def ask_for_a_mentorship(page: Page, mentor: str) -> None:
    page.goto("/mentors/")
    page.get_by_role("link", name=f"Ask {mentor}").click()
    page.get_by_label("Your message").fill("I lead a team of nine from the spring. How did you begin?")
    page.get_by_label("I have read where confidentiality ends.").check()
    press(page, f"Ask {mentor}")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"You asked {mentor}")


def test_the_programme_manager_runs_a_match_and_publishes_it(page: Page) -> None:
    come_in_as(page, "Moira Sinclair")
    open_programme(page, "Fairway", "Matching")
    press(page, "Find the best pairs")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        re.compile(r"^\d+ of \d+ mentees have a mentor$")
    )
    assert not look_closely(page)
    page.get_by_role("link", name="Suggest these mentors").press("Enter")
    press(page, "Suggest these mentors")
    expect(page.get_by_text("Published").first).to_be_visible()


def test_a_passkey_is_added_and_signs_in(page: Page) -> None:
    own_key(page)
    come_in_as(page, "Dafydd Rees")
    page.goto("/me/security/")
    page.get_by_role("link", name="Add one passkey").press("Enter")
    press(page, "Add it")
    page.wait_for_url(lambda address: not address.endswith("/webauthn/add/"))
    page.context.clear_cookies()
    page.goto("/account/login/")
    press(page, "Use a passkey")
    page.wait_for_url("**/today/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Dafydd")


def own_key(page: Page) -> Any:
    """A key that this browser takes for a finger on a sensor."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    wanted = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    return session.send("WebAuthn.addVirtualAuthenticator", {"options": wanted})


@pytest.fixture
def plain_page(browser: Browser, demo: str) -> Any:
    """A phone whose browser runs no scripts."""
    visit = new_visit(browser, demo, java_script_enabled=False, viewport=PHONE)
    yield visit.new_page()
    visit.close()


def test_without_scripts_the_questions_lead_to_an_answer(plain_page: Page) -> None:
    plain_page.goto("/help/")
    plain_page.get_by_label("What is on your mind?").fill(STATEMENT)
    plain_page.get_by_role("button", name="Go on").click()
    plain_page.get_by_label("As usual").check()
    plain_page.get_by_role("button", name="Show me the answer now").click()
    expect(plain_page.get_by_role("heading", name="A coach", level=1)).to_be_visible()


def test_without_scripts_a_mentor_can_be_asked_and_the_request_taken_back(plain_page: Page) -> None:
    come_in_as(plain_page, "Owen Hartley")
    ask_for_a_mentorship(plain_page, "Patricia Doyle")
    plain_page.get_by_role("button", name="Take the request back").click()
    plain_page.goto("/mentors/")
    expect(plain_page.get_by_role("link", name="Ask Patricia Doyle")).to_be_visible()
