"""The plan, drawn; its steps; the practice log."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from alongside.queries.access import require
from alongside.queries.relationships.coaching.plan import load_plan
from alongside.queries.relationships.coaching.room import get_gap_skill, get_step, list_gap_skills
from alongside.services.relationships.coaching.plan import (
    add_step,
    drop_step,
    log_practice,
    pass_step,
    rewrite_step,
    split_step,
)
from alongside.web.declare import shows
from alongside.web.forms.relationships.coaching_work import PracticeForm, StepForm
from alongside.web.relationships.coaching.rooms import Room, enter, posted, room_of, settle, show, took
from alongside.web.requests import HouseRequest

LIVE = ("open", "practising")


@shows("plan_step", "read")
def show_coaching_plan(request: HouseRequest, pk: UUID) -> HttpResponse:
    """The plans of the skills being worked on, each as a picture with its steps below."""
    room = enter(request, pk, "plan_step")
    skills = [one for one in list_gap_skills(room.sight) if one.confirmed_by_id]
    plans = [load_plan(one, room.now) for one in skills]
    return show(request, room, "plan", plans=plans, open_to=room.who("plan_step"))


@shows("plan_step", "create")
def edit_new_step(request: HouseRequest, pk: UUID, skill_pk: UUID) -> HttpResponse:
    """One more step."""
    room = enter(request, pk, "plan_step", "create")
    skill = get_gap_skill(room.sight, skill_pk)
    plan = load_plan(skill, room.now)
    others = [line.step for line in plan.lines if line.step.status in (*LIVE, "passed")]
    initial = {
        "after": [others[-1].pk] if others else [],
        "due_on": (others[-1].due_on if others else timezone.localdate()) + timedelta(days=10),
    }
    form = StepForm(others, room.who("plan_step"), posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        answer = add_step(skill, form.words(), form.comes_after(), room.me, timezone.now())
        if took(form, answer):
            return settle(request, None, _("The step is in the plan."), "coaching_plan", pk)
    return show(request, room, "step_form", form=form, plan=plan, skill=skill)


@shows("plan_step", "edit")
def edit_step(request: HouseRequest, step_pk: UUID) -> HttpResponse:
    """Change a step that is still ahead."""
    sight, step = get_step(request.viewer, step_pk, "edit")
    room = room_of(request, sight)
    plan = load_plan(step.gap_skill, room.now)
    others = [line.step for line in plan.lines if line.step.pk != step.pk and line.step.status != "dropped"]
    form = StepForm(others, room.who("plan_step"), posted(request), initial=StepForm.initial_for(step))
    if request.method == "POST" and form.is_valid():
        answer = rewrite_step(step, form.words(), form.comes_after(), room.me)
        if took(form, answer):
            return settle(request, None, _("Kept."), "coaching_step", step_pk)
    return show(request, room, "step_form", form=form, plan=plan, skill=step.gap_skill, step=step)


@shows("plan_step", "read")
def show_coaching_step(request: HouseRequest, step_pk: UUID) -> HttpResponse:
    """One step with its practice; the client writes down the next occasion here."""
    sight, step = get_step(request.viewer, step_pk)
    room = room_of(request, sight)
    return show(request, room, "step", **_step_parts(room, step, PracticeForm(room.who("practice_entry"))))


def _step_parts(room: Room, step: Any, form: PracticeForm) -> dict[str, Any]:
    plan = load_plan(step.gap_skill, room.now)
    line = next(line for line in plan.lines if line.step.pk == step.pk)
    return {
        "line": line,
        "step": line.step,
        "plan": plan,
        "form": form,
        "is_live": line.step.status in LIVE,
        "may_practise": room.is_client and line.step.status in LIVE and line.is_open_now,
        "open_to": room.who("practice_entry"),
    }


@shows("practice_entry", "create")
@require_POST
def log_step_practice(request: HouseRequest, step_pk: UUID) -> HttpResponse:
    """The client practised."""
    sight, step = get_step(request.viewer, step_pk)
    require(request.viewer, "practice_entry", "create", step)
    room = room_of(request, sight)
    form = PracticeForm(room.who("practice_entry"), request.POST)
    if form.is_valid() and took(form, log_practice(step, form.occasion(), room.me, timezone.now())):
        return settle(request, None, _("Written down."), "coaching_step", step_pk)
    return show(request, room, "step", **_step_parts(room, step, form))


@shows("plan_step", "decide")
@require_POST
def press_step(request: HouseRequest, step_pk: UUID) -> HttpResponse:
    """Pass a step, or drop it."""
    sight, step = get_step(request.viewer, step_pk, "decide")
    room = room_of(request, sight)
    acts: dict[str, tuple[Any, str]] = {
        "pass": (lambda: pass_step(step, room.me, timezone.now()), _("Passed. See what it opened.")),
        "drop": (lambda: drop_step(step, room.me), _("The step is out of the plan.")),
    }
    act, done = acts.get(request.POST.get("act", ""), (None, ""))
    return settle(request, act() if act else None, done, "coaching_plan", room.pk)


@shows("plan_step", "edit")
def edit_split_step(request: HouseRequest, step_pk: UUID) -> HttpResponse:
    """Two smaller steps in place of one too big."""
    sight, step = get_step(request.viewer, step_pk, "edit")
    room = room_of(request, sight)
    initial = StepForm.initial_for(step) | {
        "behaviour": "",
        "due_on": timezone.localdate() + timedelta(days=7),
    }
    data = posted(request)
    one = StepForm([], room.who("plan_step"), data, prefix="one", initial=initial)
    two = StepForm(
        [], room.who("plan_step"), data, prefix="two", initial=initial | {"behaviour": step.behaviour}
    )
    if request.method == "POST" and one.is_valid() & two.is_valid():
        answer = split_step(step, one.words(), two.words(), room.me, timezone.now())
        if took(one, answer):
            return settle(request, None, _("Two smaller steps are in its place."), "coaching_plan", room.pk)
    return show(request, room, "split", step=step, form=one, form_two=two)
