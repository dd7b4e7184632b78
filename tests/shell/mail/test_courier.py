"""Letters go out once, over real SMTP, and none is lost when the server fails in the middle."""

from datetime import datetime, timedelta

import pytest
from pytest_django import Settings

from alongside.core.notices import NOTICES
from alongside.core.patience import WITH_LETTERS
from alongside.mail.courier import deliver_due
from alongside.models import Letter, LetterState
from alongside.services.outbox import claim_letter, forget_old_letters
from alongside.services.post import queue_letter, queue_notice
from tests.shell.cast import Cast
from tests.shell.mail.conftest import Mailbox
from tests.shell.makers import NOW

pytestmark = pytest.mark.django_db


def queue(*addresses: str) -> None:
    for address in addresses:
        queue_letter("message", address=address, subject="You have a message", text="Sign in.", at=NOW)


def deliver(at: datetime = NOW) -> int:
    return deliver_due(lambda: at)


def test_a_letter_is_delivered_once(mailbox: Mailbox) -> None:
    queue("ben@harbour.example")
    assert deliver() == 1
    assert deliver(NOW + timedelta(days=1)) == 0
    assert len(mailbox.arrived) == 1
    assert Letter.objects.get().state == LetterState.SENT


def test_a_letter_is_plain_text_and_the_same_words_in_the_house_look(mailbox: Mailbox, cast: Cast) -> None:
    queue_notice("request", cast.edda, at=NOW)
    deliver()
    (mail,) = mailbox.arrived
    letter = Letter.objects.get()
    assert mail["Message-ID"] == letter.message_id
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail.get_content_type() == "multipart/alternative"
    plain, html = (part.get_content() for part in mail.iter_parts())
    assert NOTICES["request"].text in plain
    assert NOTICES["request"].text in html
    assert "<img" not in html
    assert "<script" not in html


def test_a_server_that_hangs_up_in_the_middle_gets_the_letter_again(mailbox: Mailbox) -> None:
    queue("ben@harbour.example", "dev@harbour.example", "femi@harbour.example")
    mailbox.drops = 2
    assert deliver() == 1
    assert deliver() == 0
    assert deliver(NOW + timedelta(minutes=2)) == 2
    assert sorted(mail["To"] for mail in mailbox.arrived) == [
        "ben@harbour.example",
        "dev@harbour.example",
        "femi@harbour.example",
    ]


def test_a_server_that_is_away_is_tried_again_with_growing_waits_and_then_no_more(
    mailbox: Mailbox, settings: Settings
) -> None:
    queue("ben@harbour.example")
    settings.EMAIL_PORT = 1
    at, waits = NOW, []
    while Letter.objects.get().state != LetterState.FAILED:
        assert deliver(at) == 0
        due = Letter.objects.get().not_before
        waits.append((due or at) - at)
        at = due or at
    assert len(waits) == WITH_LETTERS.most_tries
    assert waits[:-1] == sorted(waits[:-1])
    assert Letter.objects.get().problem == "builtins.ConnectionRefusedError"


def test_an_address_the_server_refuses_for_good_is_given_up_at_once_without_its_words(
    mailbox: Mailbox,
) -> None:
    mailbox.refusals["gone@harbour.example"] = "550 gone@harbour.example is no more"
    queue("gone@harbour.example", "ben@harbour.example")
    assert deliver() == 1
    failed = Letter.objects.get(address="gone@harbour.example")
    assert (failed.state, failed.problem) == (LetterState.FAILED, "recipient refused 550")


def test_a_letter_whose_courier_was_killed_goes_out_when_its_claim_has_run_out(mailbox: Mailbox) -> None:
    queue("ben@harbour.example")
    assert claim_letter(NOW) is not None
    assert deliver(NOW + WITH_LETTERS.lost_after - timedelta(seconds=1)) == 0
    assert deliver(NOW + WITH_LETTERS.lost_after) == 1


def test_two_couriers_never_claim_the_same_letter(mailbox: Mailbox) -> None:
    queue("ben@harbour.example")
    assert claim_letter(NOW) is not None
    assert claim_letter(NOW) is None


def test_without_a_mail_server_letters_wait(mailbox: Mailbox, settings: Settings) -> None:
    settings.SENDS_MAIL = False
    queue("ben@harbour.example")
    assert deliver() == 0
    assert Letter.objects.get().state == LetterState.WAITING


def test_a_subject_with_a_line_break_is_given_up_instead_of_sending_a_forged_header(mailbox: Mailbox) -> None:
    queue_letter("message", address="ben@harbour.example", subject="x\nBcc: all@x.example", text="", at=NOW)
    assert deliver() == 0
    assert Letter.objects.get().state == LetterState.FAILED


@pytest.mark.parametrize("key", sorted(NOTICES))
def test_no_letter_names_a_person_an_organisation_or_a_kind_of_help(key: str, cast: Cast) -> None:
    page_args = ("token",) if NOTICES[key].page == "accept_invitation" else ()
    letter = queue_notice(key, cast.ben, at=NOW, page_args=page_args)
    assert letter is not None
    words = f"{letter.subject} {letter.text}".replace("harbour-trust.example", "").lower()
    names = [part.lower() for person in cast.people().values() for part in person.name.split()]
    kinds = ["coach", "mentor", "therap", "counsel", "crisis", "sponsor", "supervis", "growing together"]
    assert not [word for word in [*names, *kinds] if word in words]


def test_old_letters_are_forgotten(mailbox: Mailbox) -> None:
    queue("ben@harbour.example", "dev@harbour.example")
    mailbox.refusals["dev@harbour.example"] = "450 later"
    deliver()
    assert forget_old_letters(NOW + timedelta(days=1)) == 1
    assert Letter.objects.get().address == "dev@harbour.example"
