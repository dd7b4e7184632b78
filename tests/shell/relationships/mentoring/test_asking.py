"""Reaching out and being answered: every move reached through a service, or refused with a sentence."""

from datetime import timedelta

import pytest

from alongside.models import Letter, Message, PrivateReason, RelationshipEvent
from alongside.services.relationships.mentoring.answering import (
    accept_request,
    ask_for_more_time,
    decline_request,
    put_on_list,
    step_back,
)
from alongside.services.relationships.mentoring.asking import Asking, ask_mentor, take_back_request
from tests.shell.cast import Cast
from tests.shell.makers import NOW, enrol
from tests.shell.relationships.mentoring.conftest import Walk, because, good


def story(walk: Walk) -> list[str]:
    events = RelationshipEvent.objects.filter(mentorship=walk.mentorship)
    return [event.name for event in events.order_by("happened_at", "created_at")]


# Reaching out


def test_asking_keeps_the_message_and_writes_a_letter_that_names_nobody(walk: Walk) -> None:
    walk.asked()
    assert walk.state == "requested"
    assert walk.mentorship.answer_by == NOW + timedelta(days=7)
    assert Message.objects.get(mentorship=walk.mentorship).text == "Would you?"
    letter = Letter.objects.get(address=walk.mentor.email)
    assert "Ben" not in letter.subject + letter.text
    assert "mentor" not in letter.text.lower()
    assert story(walk) == ["MentoringRequested", "LimitsAcknowledged"]


def test_one_request_at_a_time(walk: Walk, cast: Cast) -> None:
    walk.asked()
    enrol(cast.programme, cast.mo, "mentor")
    again = ask_mentor(cast.programme, cast.ben, cast.mo, Asking("And you?", limits_read=True), NOW)
    assert because(again).startswith("You have asked a mentor already.")


@pytest.mark.parametrize(
    ("asking", "words"),
    [
        (Asking("  ", limits_read=True), "Write a few words"),
        (Asking("Would you?"), "read where confidentiality ends"),
    ],
)
def test_asking_needs_words_and_the_limits(walk: Walk, asking: Asking, words: str) -> None:
    assert words in because(ask_mentor(walk.programme, walk.mentee, walk.mentor, asking, NOW))


def test_a_mentor_who_is_full_for_now_is_not_asked(walk: Walk) -> None:
    walk.mentor.is_full_for_now = True
    walk.mentor.save()
    asked = ask_mentor(walk.programme, walk.mentee, walk.mentor, Asking("Hello", limits_read=True), NOW)
    assert because(asked) == "This mentor cannot be asked just now."


def test_one_s_own_manager_is_not_asked(walk: Walk) -> None:
    walk.mentee.line_manager = walk.mentor
    walk.mentee.save()
    asked = ask_mentor(walk.programme, walk.mentee, walk.mentor, Asking("Hello", limits_read=True), NOW)
    assert "reporting line" in because(asked)


def test_somebody_who_takes_no_part_cannot_ask(walk: Walk, cast: Cast) -> None:
    asked = ask_mentor(walk.programme, cast.mo, walk.mentor, Asking("Hello", limits_read=True), NOW)
    assert because(asked) == "In mentoring it is the mentee who reaches out."


def test_a_closed_programme_takes_no_requests(walk: Walk) -> None:
    walk.programme.state = "closed"
    walk.programme.save()
    asked = ask_mentor(walk.programme, walk.mentee, walk.mentor, Asking("Hello", limits_read=True), NOW)
    assert "no requests" in because(asked)


def test_a_request_can_be_taken_back(walk: Walk) -> None:
    walk.asked()
    good(take_back_request(walk.mentorship, walk.mentee, NOW))
    assert walk.state == "expired"


# The answer


def test_yes(walk: Walk) -> None:
    walk.accepted()
    assert walk.state == "accepted"
    assert walk.mentorship.accepted_at == NOW
    assert not Message.objects.filter(mentorship=walk.mentorship, read_at__isnull=True).exists()


def test_a_yes_needs_the_limits(walk: Walk) -> None:
    walk.asked()
    assert "confidentiality" in because(accept_request(walk.mentorship, walk.mentor, NOW, limits_read=False))


def test_only_the_mentor_answers(walk: Walk) -> None:
    walk.asked()
    answer = accept_request(walk.mentorship, walk.mentee, NOW, limits_read=True)
    assert because(answer) == "Only the mentor can do this."


def test_no_with_a_reason_that_stays_the_mentor_s(walk: Walk) -> None:
    walk.asked()
    good(decline_request(walk.mentorship, walk.mentor, NOW, category="no_time", text="zebra", not_again=True))
    assert walk.state == "declined"
    reason = PrivateReason.objects.get(author=walk.mentor)
    assert (reason.about, reason.text, reason.not_together_again) == (walk.mentee, "zebra", True)
    assert not any("zebra" in letter.text + letter.subject for letter in Letter.objects.all())


def test_after_a_no_with_not_again_the_sentence_gives_nothing_away(walk: Walk) -> None:
    walk.asked()
    good(decline_request(walk.mentorship, walk.mentor, NOW, not_again=True))
    again = ask_mentor(walk.programme, walk.mentee, walk.mentor, Asking("Hello", limits_read=True), NOW)
    assert because(again) == "This mentor cannot be asked just now."


def test_later_then_yes(walk: Walk) -> None:
    walk.asked()
    good(put_on_list(walk.mentorship, walk.mentor, NOW))
    assert walk.state == "waitlisted"
    good(accept_request(walk.mentorship, walk.mentor, NOW, limits_read=True))
    assert walk.state == "accepted"


def test_more_time_once(walk: Walk) -> None:
    walk.asked()
    good(ask_for_more_time(walk.mentorship, walk.mentor, NOW))
    assert walk.mentorship.answer_by == NOW + timedelta(days=14)
    assert "once" in because(ask_for_more_time(walk.mentorship, walk.mentor, NOW))


def test_a_yes_can_be_taken_back_before_the_first_meeting(walk: Walk) -> None:
    walk.accepted()
    good(step_back(walk.mentorship, walk.mentor, NOW, category="changed"))
    assert walk.state == "expired"


def test_no_place_no_yes(walk: Walk, cast: Cast) -> None:
    walk.asked()
    cast.programme.enrolments.filter(person=cast.edda).update(places=1)  # femi has it
    answer = accept_request(walk.mentorship, walk.mentor, NOW, limits_read=True)
    assert because(answer) == "You have no place free just now. You can put them on your list."


def test_a_mentee_who_found_somebody_does_not_ask_any_more(walk: Walk, cast: Cast) -> None:
    walk.asked()
    good(put_on_list(walk.mentorship, walk.mentor, NOW))
    enrol(cast.programme, cast.mo, "mentor")
    Walk(cast.programme, cast.ben, cast.mo).accepted()
    answer = accept_request(walk.mentorship, walk.mentor, NOW, limits_read=True)
    assert because(answer) == "The mentee has found another way in the meantime."
