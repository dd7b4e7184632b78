"""Two runs of the matcher: suggestions for mentees, published; coaches for clients, waiting to be looked at."""

from alongside.management.demo.programmes import FAIRWAY, FIRST_COMMAND
from alongside.management.demo.world import StoryError, World, must
from alongside.models import RunState
from alongside.services.matching.publishing import publish_run
from alongside.services.matching.runs import ask_for_run, perform_run


def match_them(world: World) -> None:
    moira = world.viewer("moira.sinclair")
    for programme, kind, days in ((FAIRWAY, "mentoring", 3), (FIRST_COMMAND, "coaching", 1)):
        run = must(ask_for_run(moira, world.programmes[programme].pk, kind, world.ago(days, 9), seed=4))  # type: ignore[arg-type]  # both are kinds
        done = world.ago(days, 9, 1)
        perform_run(run.pk, lambda done=done: done)  # type: ignore[misc]  # a fixed moment, as a clock
        run.refresh_from_db()
        if run.state != RunState.DONE:
            raise StoryError(run.problem)
        if kind == "mentoring":
            must(publish_run(moira, run.pk, world.ago(days, 11)))
