"""What must be true before a mentorship may move. Each guard is one rule and one sentence."""

from datetime import datetime

from alongside.core.calendar_days import after_days
from alongside.core.relationships.cadence import Standing, assess_contact
from alongside.core.relationships.lifecycle import RELATION_WORDS
from alongside.core.relationships.mentoring.facts import Form, MentoringFacts
from alongside.core.relationships.mentoring.facts import MentoringState as S
from alongside.core.verdicts import Refused, Verdict, allow_if

BOTH = frozenset({"mentee", "mentor"})


def mentor_has_room(facts: MentoringFacts, by: str, at: datetime) -> Verdict:
    return allow_if(facts.mentor_has_room, "You have no place free just now. You can put them on your list.")


def mentee_still_asks(facts: MentoringFacts, by: str, at: datetime) -> Verdict:
    return allow_if(facts.mentee_still_asks, "The mentee has found another way in the meantime.")


def no_time_asked_before(facts: MentoringFacts, by: str, at: datetime) -> Verdict:
    return allow_if(
        not facts.asked_for_time, "You have asked for more time once. Please say yes, later or no."
    )


def answer_time_is_over(facts: MentoringFacts, by: str, at: datetime) -> Verdict:
    ends = expiry(facts)
    return allow_if(ends is not None and at >= ends, "There is still time to answer.")


def expiry(facts: MentoringFacts) -> datetime | None:
    """When a request, a place on the list or an unused yes runs out."""
    rules = facts.rules
    if facts.state == S.REQUESTED:
        extra = rules.more_time_days if facts.asked_for_time else 0
        return after_days(facts.requested_at or facts.entered_at, rules.answer_days + extra)
    if facts.state == S.WAITLISTED:
        return after_days(facts.entered_at, rules.waitlist_days)
    if facts.state == S.ACCEPTED:
        return after_days(facts.entered_at, rules.first_contact_expires_days)
    return None


def limits_acknowledged(facts: MentoringFacts, by: str, at: datetime) -> Verdict:
    missing = sorted(BOTH - facts.limits_acknowledged_by)
    words = " and ".join(RELATION_WORDS[relation] for relation in missing)
    return allow_if(not missing, f"The limits of confidentiality are not yet acknowledged by {words}.")


def they_have_met(facts: MentoringFacts, by: str, at: datetime) -> Verdict:
    return allow_if(facts.first_meeting_held, "The first meeting has not taken place yet.")


def is_flash(facts: MentoringFacts, by: str, at: datetime) -> Verdict:
    return allow_if(facts.form == Form.FLASH, "This is for a single conversation only.")


def is_not_flash(facts: MentoringFacts, by: str, at: datetime) -> Verdict:
    return allow_if(
        facts.form != Form.FLASH,
        "You agreed on one conversation. If both of you want more, the mentee can ask for a mentorship.",
    )


def expectations_agreed(facts: MentoringFacts, by: str, at: datetime) -> Verdict:
    missing = sorted(BOTH - facts.expectations_agreed_by)
    words = " and ".join(RELATION_WORDS[relation] for relation in missing)
    return allow_if(not missing, f"What you expect of each other is not yet agreed by {words}.")


def direction_is_shared(facts: MentoringFacts, by: str, at: datetime) -> Verdict:
    return allow_if(facts.direction_shared, "Write down a direction you share first. One sentence is enough.")


def contact_is_lost(facts: MentoringFacts, by: str, at: datetime) -> Verdict:
    if facts.last_contact_at is None:
        return Refused("No contact is known yet, so it cannot have been lost.")
    contact = assess_contact(facts.last_contact_at, at, facts.rules.cadence, facts.pauses)
    return allow_if(contact.standing == Standing.DORMANT, "The two are still in touch.")


def quiet_long_enough(facts: MentoringFacts, by: str, at: datetime) -> Verdict:
    days = facts.rules.dormant_closes_days
    return allow_if(
        at >= after_days(facts.entered_at, days), f"It stays on the mentor’s list for {days} days."
    )


def ending_was_offered(facts: MentoringFacts, by: str, at: datetime) -> Verdict:
    return allow_if(
        facts.ending_conversation_offered, "Offer a conversation to end well first. It need not be taken."
    )


def both_want_to_go_on(facts: MentoringFacts, by: str, at: datetime) -> Verdict:
    """The person who presses the button says yes by it."""
    missing = BOTH - facts.redefine_wanted_by - {by}
    return allow_if(not missing, "The other has not said so yet.")
