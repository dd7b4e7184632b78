"""Walking together and ending: every move reached through a service, or refused with a sentence."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from alongside.core.verdicts import Refused
from alongside.models import Letter, Person
from alongside.queries.relationships.mentoring_desks import load_standpoints
from alongside.services.relationships.mentoring.agreeing import Wishes, draft_expectations, say_yes
from alongside.services.relationships.mentoring.clock import advance_due_mentorships
from alongside.services.relationships.mentoring.conversations import (
    agree_on_quiet,
    hold_conversation,
    plan_conversation,
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
from tests.shell.makers import NOW
from tests.shell.relationships.mentoring.conftest import WISHES, Walk, because, good

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
    assert walk.state == "cultivation"  # the second yes was all that was still to come


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


def test_a_quiet_time_is_told_to_both_with_its_last_day(
    walk: Walk, signed_in: Callable[[Person], Client]
) -> None:
    walk.walking()
    at = timezone.now()
    walk.mentorship.last_contact_at = at
    walk.mentorship.save(update_fields=["last_contact_at"])
    assert agree_on_quiet(walk.mentorship, walk.mentee, 28, at) is None
    last_day = date_format(timezone.localtime(at + timedelta(days=28)), "j F")
    for person in (walk.mentee, walk.mentor):
        page = signed_in(person).get(reverse("mentorship", args=[walk.mentorship.pk])).content.decode()
        assert f"until {last_day}: no contact is expected" in page


def test_who_would_like_to_be_colleagues_is_not_asked_again(walk: Walk) -> None:
    walk.walking()
    good(begin_ending(walk.mentorship, walk.mentee, walk.now))
    assert redefine(walk.mentorship, walk.mentor, walk.now) is None
    names = {
        person: load_standpoints(person, [walk.mentorship], walk.now)[0].next_name
        for person in (walk.mentee, walk.mentor)
    }
    assert names == {walk.mentee: "end_well", walk.mentor: "wished"}
