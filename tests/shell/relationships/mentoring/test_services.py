"""Every move of the mentoring table is reached through a service, or refused with a sentence."""

from datetime import timedelta

import pytest

from alongside.core.verdicts import Refused
from alongside.models import Letter, Message, PrivateReason, RelationshipEvent
from alongside.services.relationships.mentoring.agreeing import Wishes, draft_expectations, say_yes
from alongside.services.relationships.mentoring.answering import (
    accept_request,
    ask_for_more_time,
    decline_request,
    put_on_list,
    step_back,
)
from alongside.services.relationships.mentoring.asking import Asking, ask_mentor, take_back_request
from alongside.services.relationships.mentoring.clock import advance_due_mentorships
from alongside.services.relationships.mentoring.conversations import (
    agree_on_quiet,
    hold_conversation,
    plan_conversation,
    write_to_other,
)
from alongside.services.relationships.mentoring.ending import (
    begin_ending,
    close_mentorship,
    end_flash,
    offer_ending_talk,
    redefine,
    unwind,
)
from alongside.services.relationships.mentoring.walking import carry_on, deepen, look_back, share_direction
from tests.shell.cast import Cast
from tests.shell.makers import NOW, appoint, enrol, make_person
from tests.shell.relationships.mentoring.conftest import WISHES, Walk, good


def because(answer: object) -> str:
    assert isinstance(answer, Refused), answer
    return answer.because


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


# Walking together


def test_the_first_conversation_begins_it(walk: Walk) -> None:
    walk.met()
    assert walk.state == "initiation"
    assert walk.mentorship.first_met_at == NOW
    assert walk.mentorship.last_contact_at == NOW
    assert str(walk.mentorship.window_ends_on) == "2027-03-02"


def test_a_conversation_that_lies_ahead_was_not_held(walk: Walk) -> None:
    walk.accepted()
    meeting = plan_conversation(walk.mentorship, walk.mentee, NOW + timedelta(days=3), NOW)
    assert not isinstance(meeting, Refused)
    assert "lies ahead" in because(hold_conversation(meeting, walk.mentee, NOW))
    assert walk.state == "accepted"


def test_a_direction_needs_expectations_both_agreed_to(walk: Walk) -> None:
    walk.met()
    good(share_direction(walk.mentorship, walk.mentee, "Towards leading a team.", NOW))
    assert "not yet agreed by the mentee and the mentor" in because(deepen(walk.mentorship, walk.mentee, NOW))
    walk.agreed()
    good(deepen(walk.mentorship, walk.mentee, NOW))
    assert walk.state == "cultivation"


def test_a_changed_text_asks_for_both_yeses_again(walk: Walk) -> None:
    walk.met().agreed()
    new = draft_expectations(walk.mentorship, walk.mentor, Wishes(("Something else.",), (), 30, ""), NOW)
    assert not isinstance(new, Refused)
    assert new.version == 2
    assert "not yet agreed" in because(deepen(walk.mentorship, walk.mentee, NOW))
    assert "has changed" in because(say_yes(new, walk.mentee, "old", NOW, limits_read=True))


def test_the_agreed_interval_counts_once_both_said_yes(walk: Walk) -> None:
    walk.met()
    agreement = draft_expectations(walk.mentorship, walk.mentee, Wishes(("We talk.",), (), 30, ""), NOW)
    assert not isinstance(agreement, Refused)
    good(say_yes(agreement, walk.mentee, agreement.content_hash, NOW, limits_read=True))
    walk.mentorship.refresh_from_db()
    assert walk.mentorship.cadence_days == 42
    good(say_yes(agreement, walk.mentor, agreement.content_hash, NOW, limits_read=True))
    walk.mentorship.refresh_from_db()
    assert walk.mentorship.cadence_days == 30


def test_a_look_back_is_kept_and_moves_nothing(walk: Walk) -> None:
    walk.met()
    good(look_back(walk.mentorship, walk.mentee, NOW, kind="check", wish="end", text="Not sure."))
    assert walk.state == "initiation"


def test_a_quiet_time_does_not_count_as_silence(walk: Walk) -> None:
    walk.walking()
    good(agree_on_quiet(walk.mentorship, walk.mentor, 90, NOW))
    assert advance_due_mentorships(NOW + timedelta(days=200)) == 0
    assert walk.state == "cultivation"
    assert advance_due_mentorships(NOW + timedelta(days=211)) == 1
    assert walk.state == "dormant"


def test_carrying_on_past_the_programme_s_time(walk: Walk) -> None:
    walk.walking()
    good(carry_on(walk.mentorship, walk.mentee, NOW))
    assert walk.mentorship.window_ends_on is None
    assert "no programme time" in because(carry_on(walk.mentorship, walk.mentor, NOW))


# Ending


def test_an_ending_with_a_talk_and_thanks(walk: Walk) -> None:
    walk.ending()
    assert walk.state == "separation"
    good(close_mentorship(walk.mentorship, walk.mentor, NOW, thanks="Thank you for your trust."))
    assert walk.state == "closed"
    assert walk.mentorship.ended_at == NOW


def test_closing_waits_until_a_last_talk_was_offered(walk: Walk) -> None:
    walk.ending(offer_talk=False)
    assert "Offer a conversation" in because(close_mentorship(walk.mentorship, walk.mentee, NOW))
    good(offer_ending_talk(walk.mentorship, walk.mentee, NOW))
    good(close_mentorship(walk.mentorship, walk.mentee, NOW))


def test_going_on_as_colleagues_takes_both(walk: Walk) -> None:
    walk.ending()
    assert redefine(walk.mentorship, walk.mentee, NOW) is None
    assert walk.state == "separation"
    good(redefine(walk.mentorship, walk.mentor, NOW))
    assert walk.state == "redefinition"


def test_unwinding_without_fault(walk: Walk) -> None:
    walk.met()
    good(unwind(walk.mentorship, walk.mentee, NOW, text="quagga", not_again=True))
    assert walk.state == "unwound"
    assert not any("quagga" in letter.text for letter in Letter.objects.all())


def test_one_conversation_owes_nothing(walk: Walk) -> None:
    walk.met("flash")
    assert "single conversation" in because(draft_expectations(walk.mentorship, walk.mentee, WISHES, NOW))
    assert "one conversation" in because(deepen(walk.mentorship, walk.mentee, NOW))
    good(end_flash(walk.mentorship, walk.mentee, NOW, thanks="That helped."))
    assert walk.state == "closed"


def test_one_conversation_takes_no_place(walk: Walk, cast: Cast) -> None:
    cast.programme.enrolments.filter(person=cast.edda).update(places=1)  # femi has it
    walk.met("flash")
    assert walk.state == "initiation"


@pytest.mark.parametrize("act", [begin_ending, close_mentorship, deepen, end_flash, unwind])
def test_a_stranger_moves_nothing(walk: Walk, cast: Cast, act: object) -> None:
    walk.walking()
    before = walk.state
    because(act(walk.mentorship, cast.mo, NOW))  # type: ignore[operator]  # each takes these three
    assert walk.state == before


# The calendar


def test_a_request_nobody_answers_runs_out(walk: Walk) -> None:
    walk.asked()
    assert advance_due_mentorships(NOW + timedelta(days=6)) == 0
    assert advance_due_mentorships(NOW + timedelta(days=7)) == 1
    assert walk.state == "expired"


def test_a_yes_that_leads_to_no_meeting_runs_out(walk: Walk) -> None:
    walk.accepted()
    advance_due_mentorships(NOW + timedelta(days=11))
    advance_due_mentorships(NOW + timedelta(days=12))
    nudges = Letter.objects.filter(address=walk.mentee.email, notice="next_step")
    assert nudges.count() == 1
    assert advance_due_mentorships(NOW + timedelta(days=30)) == 1
    assert walk.state == "expired"


def test_silence_prompts_both_then_rests_then_wakes_by_the_mentee(walk: Walk) -> None:
    walk.walking()
    Letter.objects.all().delete()
    advance_due_mentorships(NOW + timedelta(days=60))
    told = Letter.objects.filter(notice="next_step").values_list("address", flat=True)
    assert set(told) >= {walk.mentee.email, walk.mentor.email}
    assert advance_due_mentorships(NOW + timedelta(days=121)) >= 1
    assert walk.state == "dormant"
    good(write_to_other(walk.mentorship, walk.mentor, "Thinking of you.", NOW + timedelta(days=130)))
    assert walk.state == "dormant"
    good(write_to_other(walk.mentorship, walk.mentee, "I am back.", NOW + timedelta(days=140)))
    assert walk.state == "cultivation"


def test_a_long_rest_ends_with_thanks(walk: Walk) -> None:
    walk.walking()
    advance_due_mentorships(NOW + timedelta(days=121))
    advance_due_mentorships(NOW + timedelta(days=302))
    assert walk.state == "closed"


def test_the_calendar_ends_a_single_conversation(walk: Walk) -> None:
    walk.met("flash")
    assert advance_due_mentorships(NOW + timedelta(days=1)) == 1
    assert walk.state == "closed"


def test_no_letter_goes_to_a_manager(walk: Walk, cast: Cast) -> None:
    appoint(make_person(cast.harbour, "Rana Harbour"), "programme_manager", cast.programme)
    walk.walking()
    advance_due_mentorships(NOW + timedelta(days=90))
    assert set(Letter.objects.values_list("address", flat=True)) <= {
        walk.mentee.email,
        walk.mentor.email,
        cast.femi.email,
    }
