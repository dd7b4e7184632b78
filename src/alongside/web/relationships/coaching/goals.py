"""Goals with their five written levels."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from alongside.core.confidentiality.relations import Relation
from alongside.queries.access import NotVisible
from alongside.queries.relationships.coaching.facts import newest_levels
from alongside.queries.relationships.coaching.narrow import released_ids
from alongside.queries.relationships.coaching.room import get_goal, list_gap_skills, list_goals
from alongside.services.relationships.coaching.goals import (
    drop_goal,
    freeze_levels,
    is_frozen,
    rewrite_goal,
    write_goal,
)
from alongside.services.relationships.coaching.releasing import release_item, take_back
from alongside.web.declare import shows
from alongside.web.forms.relationships.coaching_work import LEVEL_FIELDS, GoalForm
from alongside.web.relationships.coaching.rooms import Room, enter, posted, settle, show, took
from alongside.web.requests import HouseRequest

WRITABLE = ("baseline", "active", "mid_review")


@shows("shared_goal", "read")
def show_coaching_goals(request: HouseRequest, pk: UUID) -> HttpResponse:
    """All goals of the room with the version of their levels now current."""
    room = enter(request, pk, "shared_goal")
    released = released_ids(room.engagement, "attainment", Relation.SPONSOR.value)
    rows = [
        {
            "goal": goal,
            "levels": levels,
            "texts": _texts(levels),
            "versions": goal.levels.all(),
            "released": goal.pk in released,
            "open_to": room.who("shared_goal" if goal.is_shared else "private_goal"),
        }
        for goal in list_goals(room.sight)
        if (levels := newest_levels(goal))
    ]
    parts = {
        "rows": rows,
        "may_write": room.engagement.state in WRITABLE and len(rows) < 3,
        "is_writable": room.engagement.state in WRITABLE,
        "may_release": room.is_client
        and "attainment" in room.sight.facts.agreed
        and bool(room.engagement.sponsor),
    }
    return show(request, room, "goals", **parts)


def _texts(levels: object) -> list[tuple[str, str]]:
    numbers = ("−2", "−1", "0", "+1", "+2")
    return [(number, getattr(levels, name)) for number, name in zip(numbers, LEVEL_FIELDS, strict=True)]


@shows("shared_goal", "create")
def edit_new_goal(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Write a goal down."""
    room = enter(request, pk, "shared_goal", "create")
    form = GoalForm(*_choices(room), posted(request))
    if request.method == "POST" and form.is_valid():
        answer = write_goal(room.engagement, form.words(), room.me, timezone.now())
        if took(form, answer):
            return settle(
                request,
                None,
                _("Kept. Confirm the levels once they say what you mean."),
                "coaching_goals",
                pk,
            )
    return show(request, room, "goal", form=form, goal=None, open_to=room.who("private_goal"))


@shows("shared_goal", "edit")
def edit_goal(request: HouseRequest, pk: UUID, goal_pk: UUID) -> HttpResponse:
    """Change a goal; confirmed levels stay and a new version stands beside them."""
    room = enter(request, pk, "shared_goal", "edit")
    goal = get_goal(room.sight, goal_pk)
    levels = newest_levels(goal)
    if levels is None:
        raise NotVisible
    form = GoalForm(*_choices(room), posted(request), initial=GoalForm.initial_for(levels))
    if is_frozen(goal):
        form.keep_weights()
    if request.method == "POST" and form.is_valid():
        answer = rewrite_goal(goal, form.words(), room.me, timezone.now())
        if took(form, answer):
            return settle(request, None, _("Kept."), "coaching_goals", pk)
    return show(request, room, "goal", form=form, goal=goal, levels=levels, open_to=room.who("private_goal"))


def _choices(room: Room) -> tuple[Any, bool, bool]:
    """Skills to rest on; whether a goal may be shared; whether it must be (a coach writes only shared ones)."""
    return list_gap_skills(room.sight), room.engagement.sponsor is not None, room.is_coach


@shows("shared_goal", "edit")
@require_POST
def press_goal(request: HouseRequest, pk: UUID, goal_pk: UUID) -> HttpResponse:
    """Confirm the levels, take the goal away, or open its result to the sponsor."""
    room = enter(request, pk, "shared_goal", "edit")
    goal, now, sponsor = get_goal(room.sight, goal_pk), timezone.now(), Relation.SPONSOR
    acts: dict[str, Any] = {
        "freeze": lambda: freeze_levels(goal, room.me, now),
        "drop": lambda: drop_goal(goal, room.me),
        "release": lambda: release_item(room.engagement, "attainment", goal.pk, sponsor, room.me, now),
        "take_back": lambda: take_back(room.engagement, "attainment", goal.pk, sponsor, room.me, now),
    }
    act = acts.get(request.POST.get("act", ""))
    return settle(request, act() if act else None, "", "coaching_goals", pk)
