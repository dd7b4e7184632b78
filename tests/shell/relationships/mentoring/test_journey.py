"""One mentorship from finding to closing, through the pages, with nothing but links and forms."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.models import Mentorship, Message, Person, PrivateReason, RelationshipEvent
from tests.shell.cast import Cast
from tests.shell.makers import make_skill, offer_skill

SignIn = Callable[[Person], Client]


def post(client: Client, page: str, *args: Any, **fields: Any) -> None:
    """A form that is taken: 303 to another page."""
    answer = client.post(reverse(page, args=args), fields)
    assert answer.status_code == 303, (page, answer.status_code)


def text(client: Client, page: str, *args: Any) -> str:
    answer = client.get(reverse(page, args=args))
    assert answer.status_code == 200, page
    return answer.content.decode()


def test_from_finding_to_closing(cast: Cast, signed_in: SignIn) -> None:
    ben, edda = signed_in(cast.ben), signed_in(cast.edda)
    offer_skill(cast.edda, make_skill(cast.harbour, "Chairing"), 4)

    # Find and ask.
    assert "Edda Harbour" in text(ben, "find_mentor")
    assert "Suggested for you" in text(ben, "find_mentor")
    ask = (cast.programme.pk, cast.edda.pk)
    assert "Where confidentiality ends" in text(ben, "ask_mentor", *ask)
    post(ben, "ask_mentor", *ask, text="I would like to chair better.", form="one_to_one", limits_read="on")
    mentorship = Mentorship.objects.get(mentee=cast.ben, mentor=cast.edda)
    pk = mentorship.pk
    assert "You asked Edda" in text(ben, "mentorship", pk)

    # Answer.
    assert "I would like to chair better." in text(edda, "mentorship", pk)
    post(edda, "answer_request", pk, act="accept", limits_read="on")
    assert "Book the first conversation" in text(ben, "mentorship", pk)

    # Book, meet.
    earlier = timezone.localtime() - timedelta(hours=1)
    post(
        ben,
        "plan_conversation",
        pk,
        day=earlier.date().isoformat(),
        time=earlier.strftime("%H:%M"),
        minutes="45",
    )
    mentorship.refresh_from_db()
    assert mentorship.state == "initiation"

    # Agree on expectations: a draft, two yeses.
    post(
        ben,
        "edit_expectations",
        pk,
        expectations="We say what we think.",
        boundaries="",
        cadence_days="30",
        ending="",
    )
    agreement = mentorship.agreements.get()
    for client in (ben, edda):
        assert "We say what we think." in text(client, "expectations", pk)
        post(client, "expectations", pk, shown_hash=agreement.content_hash, limits_read="on")

    # A direction, and they walk together.
    post(ben, "direction", pk, text="Towards leading a team.")
    mentorship.refresh_from_db()
    assert (mentorship.state, mentorship.cadence_days) == ("cultivation", 30)
    assert "Towards leading a team." in text(edda, "mentorship", pk)

    # Ask my mentor; answer; notes of both kinds; an action.
    post(ben, "mentoring_messages", pk, text="How do you begin a hard meeting?")
    assert "How do you begin a hard meeting?" in text(edda, "mentoring_messages", pk)
    post(edda, "mentoring_messages_read", pk)
    post(edda, "mentoring_messages", pk, text="With the aim, out loud.")
    post(edda, "mentoring_private_note", pk, text="okapi: he is ready for more")
    assert "okapi" in text(edda, "mentorship", pk)
    assert "okapi" not in text(ben, "mentorship", pk)
    post(ben, "mentoring_note", pk, text="Aims out loud.")
    post(ben, "mentoring_action", pk, text="Try it on Thursday", mine="yes", due_on="")
    assert "Try it on Thursday" in text(edda, "mentorship", pk)
    post(ben, "pairing_check", pk, wish="carry_on", text="Good so far.")
    assert "Good so far." not in text(edda, "mentorship", pk)

    # The path, opened and taken back.
    post(
        ben,
        "new_way_mark",
        kind="milestone",
        text="Chair the board",
        on_year="2029",
        skill="",
        is_shared="on",
    )
    post(ben, "new_way_mark", kind="talent", text="quokka, for me alone", on_year="", skill="")
    assert "Chair the board" not in text(edda, "mentorship", pk)
    post(ben, "share_path", pk, act="open")
    assert "Chair the board" in text(edda, "mentorship", pk)
    assert "quokka" not in text(edda, "mentorship", pk)

    # An entry of the journal, opened and taken back.
    post(ben, "journal", text="numbat: I was afraid.")
    entry = cast.ben.journal.get()
    assert "numbat" not in text(edda, "mentorship", pk)
    post(ben, "release_entry", entry.pk, pk, act="release")
    assert "numbat" in text(edda, "mentorship", pk)
    post(ben, "release_entry", entry.pk, pk, act="take_back")
    assert "numbat" not in text(edda, "mentorship", pk)

    # End well.
    assert "It is time to look back" in text(ben, "ending", pk)
    post(ben, "ending_step", pk, act="begin", text="", offer_talk="on")
    assert "Close, with thanks" in text(edda, "ending", pk)
    post(edda, "ending_step", pk, act="close", text="Thank you for your trust.")
    mentorship.refresh_from_db()
    assert mentorship.state == "closed"
    assert Message.objects.filter(mentorship=mentorship).last().text == "Thank you for your trust."  # type: ignore[union-attr]  # there are messages
    assert "Chair the board" not in text(edda, "mentorship", pk)
    assert "Closed, with thanks" in text(ben, "mentorship", pk)
    moves = RelationshipEvent.objects.filter(mentorship=mentorship).exclude(to_state="")
    changed = [event.to_state for event in moves if event.from_state != event.to_state]
    assert changed == ["accepted", "initiation", "cultivation", "separation", "closed"]


def test_nobody_else_gets_in(cast: Cast, signed_in: SignIn) -> None:
    pk = cast.mentorship.pk
    rooms = ["mentorship", "mentoring_messages", "plan_conversation", "expectations", "ending", "look_back"]
    for person in (cast.ben, cast.mo, cast.grace, cast.hamid, cast.ines, cast.otto, cast.petra, cast.jon):
        client = signed_in(person)
        assert {client.get(reverse(page, args=[pk])).status_code for page in rooms} == {404}
    manager = signed_in(cast.amara)
    assert "Femi Harbour and Edda Harbour" in text(manager, "mentorship", pk)
    assert {manager.get(reverse(page, args=[pk])).status_code for page in rooms[1:]} == {404}


def test_a_decline_reason_is_in_no_byte_the_mentee_or_the_manager_gets(cast: Cast, signed_in: SignIn) -> None:
    ben, edda, amara = signed_in(cast.ben), signed_in(cast.edda), signed_in(cast.amara)
    ask = (cast.programme.pk, cast.edda.pk)
    post(ben, "ask_mentor", *ask, text="Would you?", form="one_to_one", limits_read="on")
    pk = Mentorship.objects.get(mentee=cast.ben, mentor=cast.edda).pk
    post(edda, "decline_request", pk, category="uneasy", text="wombat", not_together_again="on")
    assert PrivateReason.objects.get(author=cast.edda).text == "wombat"
    pages = [("mentorship", (pk,)), ("find_mentor", ()), ("my_path", ()), ("journal", ())]
    for client, seen in ((ben, pages), (amara, pages[:1])):
        for page, args in seen:
            body = text(client, page, *args)
            assert "wombat" not in body
            assert "did not feel right" not in body
    assert "Edda Harbour" not in text(ben, "find_mentor")
    assert ben.get(reverse("ask_mentor", args=ask)).status_code == 404


@pytest.mark.parametrize(
    ("page", "fields", "kept"),
    [
        ("mentoring_messages", {"text": ""}, ""),
        (
            "plan_conversation",
            {"day": "x", "time": "10:00", "minutes": "45", "topic": "My topic"},
            "My topic",
        ),
        ("edit_expectations", {"expectations": "Kept line", "cadence_days": "0"}, "Kept line"),
        ("look_back", {"text": "Kept words"}, "Kept words"),
    ],
)
def test_a_form_that_fails_comes_back_filled(
    cast: Cast, signed_in: SignIn, page: str, fields: dict[str, str], kept: str
) -> None:
    answer = signed_in(cast.femi).post(reverse(page, args=[cast.mentorship.pk]), fields)
    assert answer.status_code == 422
    assert kept in answer.content.decode()


def test_a_refusal_is_a_sentence_on_the_form_and_keeps_the_words(cast: Cast, signed_in: SignIn) -> None:
    cast.ben.line_manager = cast.edda
    cast.ben.save()
    ben = signed_in(cast.ben)
    answer = ben.post(
        reverse("ask_mentor", args=[cast.programme.pk, cast.edda.pk]),
        {"text": "Please", "form": "one_to_one", "limits_read": "on"},
    )
    assert answer.status_code == 422
    assert "outside your reporting line" in answer.content.decode()


def test_looking_changes_nothing(cast: Cast, signed_in: SignIn) -> None:
    before = list(Mentorship.objects.values()) + list(Message.objects.values())
    femi = signed_in(cast.femi)
    for page in ("mentorship", "mentoring_messages", "ending", "expectations", "edit_expectations"):
        femi.get(reverse(page, args=[cast.mentorship.pk]))
    assert list(Mentorship.objects.values()) + list(Message.objects.values()) == before
    assert femi.get(reverse("answer_request", args=[cast.mentorship.pk])).status_code == 405
