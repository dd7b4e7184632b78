"""The steps of an engagement in order, with the days before each, and telling a story along them."""

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from alongside.management.demo import coaching_walk as walk_steps
from alongside.management.demo import coaching_work as work
from alongside.management.demo.coaching_walk import CoachingStory, Walk
from alongside.management.demo.world import World, must, telling
from alongside.services.relationships.coaching.sessions import plan_session
from alongside.services.relationships.meetings import TopicWords

Step = Callable[[Walk], None]

# Each step by name: how many days after the one before, and what it does.
STEPS: Final[dict[str, tuple[float, Step]]] = {
    "refer": (0, walk_steps.refer),
    "ask": (0, walk_steps.ask),
    "acknowledge": (1, walk_steps.acknowledge),
    "offer": (2, walk_steps.offer),
    "offer the best": (2, walk_steps.offer_the_best),
    "choose": (2, walk_steps.choose),
    "talk": (5, walk_steps.talk),
    "yes": (1, walk_steps.say_yes),
    "terms": (2, walk_steps.write_terms),
    "sign": (1, walk_steps.sign_first),
    "signed": (1, walk_steps.sign_rest),
    "begin": (2, work.begin),
    "goals": (2, work.set_goals),
    "first": (7, work.hold_session),
    "session": (28, work.hold_session),
    "message": (3, work.write_to_coach),
    "mid": (4, work.review_middle),
    "carry on": (2, work.carry_on),
    "stop": (2, work.stop_in_the_middle),
    "pause": (5, work.pause),
    "final": (6, work.review_end),
    "closing": (2, work.answer_closing),
    "close": (3, work.sign_off),
    "show sponsor": (1, work.show_the_sponsor),
    "extend": (2, walk_steps.extend),
    "follow up": (93, work.ask_how_it_went_on),
    "archive": (125, work.archive),
    "archive early": (31, work.archive),
    "withdraw": (3, work.withdraw),
    "refer out": (3, work.refer_out),
    "terminate": (3, work.terminate),
}

TO_THE_TALK: Final = ("ask", "acknowledge", "offer", "choose", "talk")
TO_THE_START: Final = (*TO_THE_TALK, "yes", "terms", "sign", "signed", "begin", "goals")
TO_THE_MIDDLE: Final = (*TO_THE_START, "first", "session", "session", "mid")
TO_THE_END: Final = (*TO_THE_MIDDLE, "carry on", "session", "session", "session", "final")
TO_THE_CLOSE: Final = (*TO_THE_END, "closing", "close")
TO_THE_FOLLOW_UP: Final = (*TO_THE_CLOSE, "follow up")


def tell(world: World, story: CoachingStory) -> Walk:
    """Take every step of the way at its day, counted back from the last one."""
    days_left = sum(STEPS[name][0] for name in story.way)
    begins = world.ago(story.last_days_ago + days_left, 9, len(story.client))
    walk = Walk(world, story, begins)
    for name in story.way:
        days, step = STEPS[name]
        walk.now += timedelta(days=days)
        with telling(f"{name} of {story.client}"):
            step(walk)
    if story.next_in_days is not None:
        _plan_next(walk, story.next_in_days)
    return walk


def _plan_next(walk: Walk, in_days: int) -> None:
    topics = walk.story.arc.topics
    words = TopicWords(topics[walk.held % len(topics)], place="The small room above the ticket hall")
    must(plan_session(walk.it, walk.coach, walk.world.ahead(in_days, 14), walk.now, words=words))
