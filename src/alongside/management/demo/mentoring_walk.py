"""Walking a mentorship along the way, step by step, through the services, at moments in the past."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from alongside.core.outcomes.instruments.benefits_mentee import BENEFITS_MENTEE
from alongside.core.outcomes.instruments.benefits_mentor import BENEFITS_MENTOR
from alongside.core.outcomes.instruments.mentor_functions import MENTOR_FUNCTIONS
from alongside.core.outcomes.instruments.recommend import RECOMMEND
from alongside.core.relationships.agreement.mentorship_terms import BOUNDARIES, EXPECTATIONS
from alongside.management.demo.world import World, before_the_weekend, must, telling
from alongside.models import Mentorship, MentorshipForm, Moment, Need, Person
from alongside.services.relationships import notes
from alongside.services.relationships.answers import keep_answers
from alongside.services.relationships.meetings import TopicWords
from alongside.services.relationships.mentoring import (
    agreeing,
    answering,
    asking,
    conversations,
    ending,
    moving,
    path,
    walking,
)


@dataclass(frozen=True, slots=True)
class MentoringStory:
    """One mentorship. `way` names each step with the days since the one before; the last was `last_days_ago`."""

    mentee: str
    mentor: str
    asks: str
    way: tuple[tuple[str, float], ...]
    last_days_ago: float
    direction: str = ""
    topics: tuple[str, ...] = ("Where I am", "What could come next", "What is in the way")
    shared: tuple[str, ...] = ()
    private: tuple[str, ...] = ()
    questions: tuple[tuple[str, str], ...] = ()
    looking_back_first: str = ""  # where somebody looks back more than once, what they say the first time
    looking_back: str = "It does me good to say aloud what I only think on the bridge."
    goodbye: str = "Thank you for the time, and for the things you did not say."
    expectations: tuple[str, ...] = EXPECTATIONS
    cadence_days: int = 42
    form: str = MentorshipForm.ONE_TO_ONE
    programme: str = "fairway"


@dataclass(slots=True)
class Path:
    """Where a mentorship is just now."""

    world: World
    story: MentoringStory
    now: datetime
    mentorship: Mentorship | None = None
    met: int = 0
    asked: int = 0

    @property
    def mentee(self) -> Person:
        return self.world.person(self.story.mentee)

    @property
    def mentor(self) -> Person:
        return self.world.person(self.story.mentor)

    @property
    def it(self) -> Mentorship:
        assert self.mentorship is not None  # noqa: S101 - asking is the first step of every way
        return self.mentorship

    def later(self, hours: float) -> datetime:
        return min(self.now + timedelta(hours=hours), self.world.at)


def ask(on: Path) -> None:
    need = Need.objects.filter(person=on.mentee, chosen_route__in=("mentor", "both_in_sequence")).first()
    words = asking.Asking(on.story.asks, form=on.story.form, limits_read=True, need=need)
    programme = on.world.programmes[on.story.programme]
    on.mentorship = must(asking.ask_mentor(programme, on.mentee, on.mentor, words, on.now))


def accept(on: Path) -> None:
    must(answering.accept_request(on.it, on.mentor, on.now, limits_read=True))


def decline(on: Path) -> None:
    must(answering.decline_request(on.it, on.mentor, on.now, category="no_time", text="Docking season."))


def meet(on: Path) -> None:
    """A conversation: planned by the mentee, held, and noted if the story has words for it."""
    story = on.story
    words = TopicWords(story.topics[on.met % len(story.topics)], place="The bridge wing, or by telephone")
    starts = before_the_weekend(on.now).replace(minute=0)
    planned = starts - timedelta(days=2)
    meeting = must(conversations.plan_conversation(on.it, on.mentee, starts, planned, words=words))
    must(conversations.hold_conversation(meeting, on.mentor, on.later(1)))
    if on.met < len(story.shared):
        must(notes.write_shared_note(on.it, on.mentee, story.shared[on.met], on.later(4), meeting))
    if on.met < len(story.private):
        must(notes.write_private_note(on.it, on.mentor, story.private[on.met], on.later(5), meeting))
    on.met += 1


def agree(on: Path) -> None:
    """Both write down what they expect, and say yes to it."""
    wishes = agreeing.Wishes(on.story.expectations, BOUNDARIES, on.story.cadence_days, "")
    text = must(agreeing.draft_expectations(on.it, on.mentee, wishes, on.now))
    for who in (on.mentee, on.mentor):
        must(agreeing.say_yes(text, who, text.content_hash, on.later(3), limits_read=True))


def check(on: Path) -> None:
    for who in (on.mentee, on.mentor):
        must(walking.look_back(on.it, who, on.now, kind="check", wish="carry_on"))


def deepen(on: Path) -> None:
    must(walking.share_direction(on.it, on.mentee, on.story.direction, on.now))
    must(walking.deepen(on.it, on.mentor, on.later(2)))


def open_path(on: Path) -> None:
    must(path.open_path(on.it, on.mentee, on.now))


def write(on: Path) -> None:
    """The mentee asks something, and the mentor answers within a day or two."""
    question, answer = on.story.questions[on.asked % len(on.story.questions)]
    must(conversations.write_to_other(on.it, on.mentee, question, on.now))
    if answer:
        must(conversations.write_to_other(on.it, on.mentor, answer, on.later(22)))
    on.asked += 1


def look_back(on: Path) -> None:
    is_first = not on.it.looks_back.filter(author=on.mentee, kind="look_back").exists()
    must(
        walking.look_back(
            on.it,
            on.mentee,
            on.now,
            kind="look_back",
            wish="carry_on",
            text=(on.story.looking_back_first if is_first else "") or on.story.looking_back,
            is_shared=True,
        )
    )
    must(walking.look_back(on.it, on.mentor, on.later(20), kind="look_back", wish="carry_on"))


def answer_questions(on: Path) -> None:
    """What the mentor gives, and what both take from it."""
    size = len(on.story.mentee)
    for person, instrument in (
        (on.mentee, MENTOR_FUNCTIONS),
        (on.mentee, BENEFITS_MENTEE),
        (on.mentor, BENEFITS_MENTOR),
    ):
        answers = {
            item.key: min(5, 3 + number // 3 % 2 + (number * 7 + size) % 3 - size % 2)
            for number, item in enumerate(instrument.items)
        }
        keep_answers(on.it, person, instrument.key, Moment.MID, answers, on.now)
    keep_answers(on.it, on.mentee, RECOMMEND.key, Moment.MID, {"recommend": 7 + size % 4}, on.now)


def carry_on(on: Path) -> None:
    must(walking.carry_on(on.it, on.mentee, on.now))


def go_quiet(on: Path) -> None:
    must(moving.move(on.it, "go_dormant", None, on.now))


def begin_ending(on: Path) -> None:
    must(ending.begin_ending(on.it, on.mentee, on.now, words=on.story.goodbye))


def redefine(on: Path) -> None:
    must(ending.redefine(on.it, on.mentee, on.now))
    must(ending.redefine(on.it, on.mentor, on.later(30)))


def close(on: Path) -> None:
    must(ending.close_mentorship(on.it, on.mentor, on.now, thanks="It was a pleasure. You know where I am."))


def end_flash(on: Path) -> None:
    must(ending.end_flash(on.it, on.mentee, on.now, thanks=on.story.goodbye))


def unwind(on: Path) -> None:
    text = "Kind and clever, and we talked past each other. I would rather say so now."
    must(ending.unwind(on.it, on.mentee, on.now, category="no_fit", text=text, not_again=True))


def put_on_list(on: Path) -> None:
    must(answering.put_on_list(on.it, on.mentor, on.now))


def expire(on: Path) -> None:
    must(moving.move(on.it, "expire", None, on.now))


STEPS: Final[dict[str, Callable[[Path], None]]] = {
    "ask": ask,
    "accept": accept,
    "decline": decline,
    "list": put_on_list,
    "expire": expire,
    "meet": meet,
    "agree": agree,
    "check": check,
    "deepen": deepen,
    "open path": open_path,
    "write": write,
    "look back": look_back,
    "questions": answer_questions,
    "carry on": carry_on,
    "quiet": go_quiet,
    "ending": begin_ending,
    "redefine": redefine,
    "close": close,
    "thanks": end_flash,
    "unwind": unwind,
}


def walk(world: World, story: MentoringStory) -> Path:
    """Take every step of the way at its day, counted back from the last one."""
    begins = world.ago(story.last_days_ago + sum(days for _, days in story.way), 11, len(story.mentee))
    on = Path(world, story, begins)
    for name, days in story.way:
        on.now += timedelta(days=days)
        with telling(f"{name} of {story.mentee} and {story.mentor}"):
            STEPS[name](on)
    return on
