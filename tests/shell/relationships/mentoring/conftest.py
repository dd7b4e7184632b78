"""A mentorship brought by its own services to any stage a test wants."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from alongside.core.verdicts import Refused
from alongside.models import Mentorship, Person, Programme
from alongside.services.relationships.mentoring.agreeing import Wishes, draft_expectations, say_yes
from alongside.services.relationships.mentoring.answering import accept_request
from alongside.services.relationships.mentoring.asking import Asking, ask_mentor
from alongside.services.relationships.mentoring.conversations import hold_conversation, plan_conversation
from alongside.services.relationships.mentoring.ending import begin_ending
from alongside.services.relationships.mentoring.walking import deepen, share_direction
from tests.shell.cast import Cast
from tests.shell.makers import NOW

WISHES = Wishes(("We say what we think.",), ("No talk about appraisals.",), 42, "")


@dataclass
class Walk:
    """Two people and a calendar that moves only when told to."""

    programme: Programme
    mentee: Person
    mentor: Person
    now: datetime = NOW
    mentorship: Mentorship = field(init=False)

    def days(self, days: float) -> "Walk":
        self.now += timedelta(days=days)
        return self

    def asked(self, form: str = "one_to_one") -> "Walk":
        found = ask_mentor(
            self.programme, self.mentee, self.mentor, Asking("Would you?", form, limits_read=True), self.now
        )
        assert isinstance(found, Mentorship), found
        self.mentorship = found
        return self

    def accepted(self, form: str = "one_to_one") -> "Walk":
        self.asked(form)
        good(accept_request(self.mentorship, self.mentor, self.now, limits_read=True))
        return self

    def met(self, form: str = "one_to_one") -> "Walk":
        self.accepted(form)
        return self.talked()

    def talked(self) -> "Walk":
        meeting = plan_conversation(self.mentorship, self.mentee, self.now, self.now)
        assert not isinstance(meeting, Refused)
        good(hold_conversation(meeting, self.mentee, self.now))
        self.mentorship.refresh_from_db()
        return self

    def agreed(self) -> "Walk":
        agreement = draft_expectations(self.mentorship, self.mentee, WISHES, self.now)
        assert not isinstance(agreement, Refused)
        for person in (self.mentee, self.mentor):
            good(say_yes(agreement, person, agreement.content_hash, self.now, limits_read=True))
        self.mentorship.refresh_from_db()
        return self

    def walking(self) -> "Walk":
        self.met().agreed()
        good(share_direction(self.mentorship, self.mentee, "Towards leading a team.", self.now))
        good(deepen(self.mentorship, self.mentor, self.now))
        return self

    def ending(self, *, offer_talk: bool = True) -> "Walk":
        self.walking()
        good(begin_ending(self.mentorship, self.mentee, self.now, offer_talk=offer_talk))
        return self

    @property
    def state(self) -> str:
        self.mentorship.refresh_from_db()
        return self.mentorship.state


def good(answer: object) -> None:
    assert not isinstance(answer, Refused), answer


def because(answer: object) -> str:
    assert isinstance(answer, Refused), answer
    return answer.because


@pytest.fixture
def walk(cast: Cast) -> Walk:
    """Ben, who looks for a mentor, and Edda, who has one place left."""
    return Walk(cast.programme, cast.ben, cast.edda)
