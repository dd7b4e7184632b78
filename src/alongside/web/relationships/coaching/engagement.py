"""The coaching room, and the narrow view of it that others may have."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from alongside.core.confidentiality.relations import Relation
from alongside.queries.relationships.coaching.arc import stages_of
from alongside.queries.relationships.coaching.lists import is_running, state_mark, state_words
from alongside.queries.relationships.coaching.narrow import narrow_view
from alongside.queries.relationships.coaching.next_thing import next_thing, what_is_due
from alongside.queries.relationships.coaching.plan import load_plan
from alongside.queries.relationships.coaching.room import (
    get_engagement,
    had_another_coach,
    list_gap_skills,
    list_goals,
    sees_earlier_work,
)
from alongside.queries.relationships.coaching.story import story_of
from alongside.queries.relationships.shared_pages import (
    list_actions,
    list_meetings,
    list_messages,
)
from alongside.services.relationships.coaching.asking import accept_route, acknowledge_enquiry
from alongside.services.relationships.coaching.baseline import begin_baseline
from alongside.services.relationships.coaching.releasing import hand_over_earlier_work
from alongside.services.relationships.coaching.reviews import begin_review, declare_goals_met
from alongside.services.relationships.coaching.stopping import archive, resume
from alongside.web.declare import shows
from alongside.web.relationships.coaching.rooms import Room, room_of, settle, show
from alongside.web.requests import HouseRequest

OPENED = ("agreed", "baseline", "active", "mid_review", "paused", "final_review", "extended")
Act = Callable[[Any, Any, datetime], object]

# Buttons of the room that need nothing but a press: what they do, what is said, where one looks next.
PRESSED: dict[str, tuple[Act, Any, str]] = {
    "accept_route": (
        accept_route,
        gettext_lazy("Good. The programme manager will offer you coaches."),
        "engagement",
    ),
    "acknowledge": (acknowledge_enquiry, gettext_lazy("They know now that you have seen it."), "engagement"),
    "begin_baseline": (begin_baseline, "", "coaching_gap"),
    "goals_met": (declare_goals_met, gettext_lazy("Good. You can begin the final review now."), "engagement"),
    "mid_review": (lambda e, by, at: begin_review(e, "mid", by, at), "", "coaching_review"),
    "final_review": (lambda e, by, at: begin_review(e, "final", by, at), "", "coaching_review"),
    "resume": (resume, gettext_lazy("The work goes on."), "engagement"),
    "hand_over": (hand_over_earlier_work, gettext_lazy("Your coach can see it now."), "engagement"),
    "archive": (archive, gettext_lazy("It is archived."), "engagement"),
}


@shows("engagement", "read")
def show_engagement(request: HouseRequest, pk: UUID) -> HttpResponse:
    """The room for client and coach; for others, the little that agreement and policy open."""
    sight = get_engagement(request.viewer, pk)
    if not sight.is_any(Relation.CLIENT, Relation.COACH):
        view = narrow_view(sight, timezone.now())
        return render(
            request, "relationships/coaching/narrow.html", {"view": view, "engagement": sight.record}
        )
    room = room_of(request, sight)
    return show(request, room, "room", **room_parts(room))


def room_parts(room: Room) -> dict[str, Any]:
    """All that the room shows, in the order it shows it."""
    sight, facts, engagement = room.sight, room.facts, room.engagement
    meetings = list_meetings(sight)
    skills = list_gap_skills(sight)
    stages, current = stages_of(engagement, facts)
    return {
        "facts": facts,
        "stages": stages,
        "current": current,
        "next": next_thing(engagement, facts, room.side, room.now),
        "due": what_is_due(facts, room.side, room.now),
        "state_words": state_words(engagement.state),
        "state_mark": state_mark(engagement.state),
        "skills": skills,
        "goals": list_goals(sight),
        "plans": [load_plan(skill, room.now) for skill in skills if skill.is_active],
        "meetings": meetings,
        "actions": [action for action in list_actions(sight) if action.done_at is None],
        "last_messages": list_messages(sight)[-2:],
        "events": story_of(sight),
        "sees_earlier": sees_earlier_work(sight),
        "may_hand_over": room.is_client and had_another_coach(engagement),
        "reviews": list(engagement.reviews.all()),
        "has_agreement": bool(engagement.agreements.all()),
        "opened": facts.work_began_at is not None or engagement.state in OPENED,
        "who_state": room.who("engagement", "state"),
        "is_running": is_running(engagement.state),
        "may_plan": may_plan(facts, engagement.state),
        "may_say_met": room.is_client
        and engagement.state == "active"
        and may_plan(facts, engagement.state)
        and skills != (),
    }


def may_plan(facts: Any, state: str) -> bool:
    """Whether there is a session left to find a time for: after the last one the final review comes."""
    left = facts.sessions_held < facts.sessions_agreed and not facts.goals_met
    return state in {"baseline", "active"} and left


@shows("engagement", "edit")
@require_POST
def move_engagement(request: HouseRequest, pk: UUID) -> HttpResponse:
    """A button of the room was pressed."""
    sight = get_engagement(request.viewer, pk, "engagement", "edit")
    found = PRESSED.get(request.POST.get("act", ""))
    if found is None:
        return settle(request, None, "", "engagement", pk)
    act, done, page = found
    answer = act(sight.record, request.viewer.person, timezone.now())
    page = page if sight.is_any(Relation.CLIENT, Relation.COACH) else "engagement"
    return settle(request, answer, str(done), page, pk)
