"""Looking back, as people would: whether it was the right kind of help; and a draft of the rules in the making."""

from datetime import timedelta
from typing import Final

from alongside.core.needs.drafting import FamilyText, with_new_family
from alongside.core.needs.following_up import MOMENTS, Answer, is_asked_about
from alongside.management.demo.world import World, must
from alongside.models import Need, Person
from alongside.queries.viewers import viewer_as
from alongside.services.needs.following_up import allow_testing, answer_follow_up
from alongside.services.needs.rules import begin_draft, save_draft

# What people say, in turn; most find that it was right.
SAID: Final = (
    Answer("yes"),
    Answer("yes", words="It was what I could not have done on my own."),
    Answer("partly"),
    Answer("yes"),
    Answer("no", "mentor", "I wanted somebody who had stood on a bridge."),
)
OWN_FAMILY: Final = FamilyText(
    "own_bridge_time",
    "dimension",
    "D6",
    "mentor",
    because="You wrote “{quote}”; that is learned from those who have stood there.",
    phrases="(on|off) the bridge\n(bridge|sea) time\nmy first command",
    unless="(cross|under|over) the bridge",
)


def say_afterwards(world: World) -> None:
    """Whoever was asked by now has answered; every second lets the rules be tested on what they said."""
    asked = Need.objects.filter(
        person__organisation=world.organisation, decided_at__lte=world.ago(MOMENTS[0] + 1)
    ).order_by("decided_at", "id")
    for turn, need in enumerate(each for each in asked if is_asked_about(each.route, each.chosen_route)):
        assert need.decided_at is not None  # noqa: S101 - those were asked for
        for days in MOMENTS:
            moment = need.decided_at + timedelta(days=days, hours=9)
            if moment < world.at:
                must(answer_follow_up(need, SAID[turn % len(SAID)], moment))
        if turn % 2:
            allow_testing(need, need.decided_at)


def begin_a_draft(world: World) -> None:
    """The administrator teaches the rules how people speak on board; nothing of it is published yet."""
    admin = viewer_as(Person.objects.get(organisation=world.organisation, email__startswith="fergus.boyle@"))
    draft = begin_draft(admin, world.ago(2))
    problems = save_draft(admin, with_new_family(draft.text, OWN_FAMILY), world.ago(1))
    assert not problems, problems  # noqa: S101 - the family is written by us
