"""What the calendar does with mentorships, and whom it tells."""

from datetime import timedelta

from alongside.models import Letter
from alongside.services.relationships.mentoring.clock import advance_due_mentorships
from alongside.services.relationships.mentoring.conversations import (
    write_to_other,
)
from tests.shell.cast import Cast
from tests.shell.makers import NOW, appoint, make_person
from tests.shell.relationships.mentoring.conftest import Walk, good

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
    assert advance_due_mentorships(NOW + timedelta(days=6)) == 0  # there is time to say thank you
    assert advance_due_mentorships(NOW + timedelta(days=7)) == 1
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
