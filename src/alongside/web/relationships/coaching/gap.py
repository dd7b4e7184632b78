"""Where it starts: skills and views of them, priorities, mindset, circumstances, readiness."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from alongside.core.confidentiality.relations import Relation
from alongside.core.outcomes.instruments.readiness import READINESS
from alongside.core.skills import LEVELS
from alongside.core.verdicts import Refused
from alongside.queries.access import NotVisible
from alongside.queries.relationships.coaching.gap_page import load_gap_page
from alongside.queries.relationships.coaching.moments import (
    ARTEFACT,
    BASELINE,
    MOMENT_OF_STATE,
    ratings_now,
)
from alongside.queries.relationships.coaching.narrow import released_ids
from alongside.queries.relationships.coaching.room import (
    get_gap_skill,
    list_skills_of_need,
    list_skills_to_name,
    sees_earlier_work,
)
from alongside.services.relationships.answers import keep_answers
from alongside.services.relationships.coaching.baseline import (
    Figures,
    confirm_priority,
    drop_mindset_shift,
    drop_skill,
    estimate_alone,
    name_skill,
    propose_priority,
    rate_skill,
    rest_skill,
    take_over_skill,
    write_circumstances,
    write_mindset_shift,
)
from alongside.services.relationships.coaching.releasing import release_item, take_back
from alongside.web.declare import shows
from alongside.web.forms.relationships.coaching_work import (
    CircumstancesForm,
    MindsetForm,
    NameSkillForm,
    PriorityForm,
    RateForm,
)
from alongside.web.forms.relationships.questionnaire import QuestionnaireForm
from alongside.web.pictures.ruler import draw_ruler
from alongside.web.relationships.coaching.rooms import Room, enter, posted, settle, show, show_form, took
from alongside.web.requests import HouseRequest

WRITABLE = ("baseline", "active", "mid_review")


@shows("gap_rating", "read")
def show_coaching_gap(request: HouseRequest, pk: UUID) -> HttpResponse:
    """All three gaps: skills, mindset, where the client is now; each kept apart."""
    room = enter(request, pk, "gap_rating")
    return show(request, room, "gap", **_gap_parts(room))


def _gap_parts(room: Room) -> dict[str, Any]:
    gap = load_gap_page(room.sight)
    return {
        "gap": gap,
        "rows": [
            (line, draw_ruler(line.compared.required, line.compared.current, line.own, line.coach))
            for line in gap.lines
        ],
        "levels": LEVELS,
        "may_write": room.engagement.state in WRITABLE,
        "open_to": room.who("gap_rating"),
        "sees_earlier": sees_earlier_work(room.sight),
        "may_begin": room.engagement.state == "agreed",
        "named_before": list_skills_of_need(room.sight),
        "readiness_asked": room.facts.readiness_asked,
    }


@shows("gap_rating", "create")
def edit_name_skill(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Add a skill this is about."""
    room = enter(request, pk, "gap_rating", "create")
    form = NameSkillForm(list_skills_to_name(room.engagement), room.who("gap_rating"), posted(request))
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        answer = name_skill(
            room.engagement,
            data["skill"],
            int(data["required"]),
            room.me,
            timezone.now(),
            importance=int(data["importance"]),
        )
        if took(form, answer) and not isinstance(answer, Refused):
            return settle(request, None, "", "gap_skill", pk, answer.pk)
    return show_form(request, room, form, _("A skill this is about"), _("Go on"), back_page="coaching_gap")


@shows("gap_rating", "create")
@require_POST
def take_over_need_skill(request: HouseRequest, pk: UUID, named_pk: UUID) -> HttpResponse:
    """The client brings along a skill named in the need, with its levels."""
    room = enter(request, pk, "gap_rating", "create")
    named = next((one for one in list_skills_of_need(room.sight) if one.pk == named_pk), None)
    if named is None:
        raise NotVisible
    answer = take_over_skill(room.engagement, named, room.me, timezone.now())
    return settle(request, answer, _("Taken over."), "coaching_gap", pk)


@shows("gap_rating", "edit")
def edit_gap_skill(request: HouseRequest, pk: UUID, skill_pk: UUID) -> HttpResponse:
    """One skill: my view of where it is, and what comes first."""
    room = enter(request, pk, "gap_rating", "edit")
    skill = get_gap_skill(room.sight, skill_pk)
    moment = MOMENT_OF_STATE.get(room.engagement.state, BASELINE)
    known = ratings_now(skill, room.me, moment)
    form = RateForm(room.who("gap_rating", "current"), posted(request), initial=known)
    if request.method == "POST" and form.is_valid():
        answer = _rate(skill, form, moment, room)
        if took(form, answer):
            return settle(request, None, _("Kept."), "coaching_gap", pk)
    figures = {name: str(getattr(skill, name)) for name in ("importance", "urgency", "leverage", "effort")}
    parts = {
        "form": form,
        "skill": skill,
        "priority_form": PriorityForm(initial=figures),
        "released_to": _released_to(room, skill_pk),
        "may_release": _may_release(room),
    }
    return show(request, room, "gap_skill", **parts)


def _rate(skill: Any, form: RateForm, moment: Any, room: Room) -> Any:
    answer = rate_skill(skill, int(form.cleaned_data["level"]), moment, room.me, timezone.now())
    artefact = form.cleaned_data["artefact"]
    if isinstance(answer, Refused) or not artefact:
        return answer
    return rate_skill(skill, int(artefact), moment, room.me, timezone.now(), source=ARTEFACT)


def _may_release(room: Room) -> bool:
    return room.is_client and "ratings" in room.sight.facts.agreed and room.engagement.sponsor is not None


def _released_to(room: Room, item: UUID) -> bool:
    return item in released_ids(room.engagement, "gap_rating", Relation.SPONSOR.value)


@shows("gap_rating", "edit")
@require_POST
def press_gap_skill(request: HouseRequest, pk: UUID, skill_pk: UUID) -> HttpResponse:
    """Propose, confirm, rest, drop, release: one button each."""
    room = enter(request, pk, "gap_rating", "edit")
    skill, now, act = get_gap_skill(room.sight, skill_pk), timezone.now(), request.POST.get("act")
    if act == "propose":
        form = PriorityForm(request.POST)
        if form.is_valid():
            figures = Figures(**{name: int(value) for name, value in form.cleaned_data.items()})
            return settle(
                request, propose_priority(skill, figures, room.me), _("Proposed."), "coaching_gap", pk
            )
        return settle(
            request, Refused(_("Choose a figure from 1 to 3 for each.")), "", "gap_skill", pk, skill_pk
        )
    acts: dict[str | None, Any] = {
        "confirm": lambda: confirm_priority(skill, room.me, now),
        "rest": lambda: rest_skill(skill, room.me),
        "drop": lambda: drop_skill(skill, room.me),
        "release": lambda: release_item(
            room.engagement, "gap_rating", skill.pk, Relation.SPONSOR, room.me, now
        ),
        "take_back": lambda: take_back(
            room.engagement, "gap_rating", skill.pk, Relation.SPONSOR, room.me, now
        ),
    }
    answer = acts[act]() if act in acts else None
    return settle(request, answer, "", "coaching_gap", pk)


@shows("gap_rating", "create")
def edit_mindset_shift(request: HouseRequest, pk: UUID) -> HttpResponse:
    """From … to …, in the client's words."""
    room = enter(request, pk, "gap_rating", "create")
    form = MindsetForm(room.who("gap_rating"), posted(request))
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        answer = write_mindset_shift(
            room.engagement,
            data["from_text"],
            data["to_text"],
            int(data["confidence"]),
            int(data["importance"]),
            room.me,
            timezone.now(),
        )
        if took(form, answer):
            return settle(request, None, _("Kept."), "coaching_gap", pk)
    parts = {
        "form": form,
        "title": _("A shift in how I see it"),
        "label": _("Keep it"),
        "lead": _("Nothing is computed on this. It is for the two of you to come back to."),
        "plain": [form["from_text"], form["to_text"]],
        "scales": [form["confidence"], form["importance"]],
        "low": _("not at all"),
        "high": _("completely"),
        "back_page": "coaching_gap",
    }
    return show(request, room, "form", **parts)


@shows("gap_rating", "edit")
@require_POST
def press_mindset_shift(request: HouseRequest, pk: UUID, shift_pk: UUID) -> HttpResponse:
    """Take a statement away again."""
    room = enter(request, pk, "gap_rating", "edit")
    found = [one for one in load_gap_page(room.sight).shifts if one.pk == shift_pk]
    answer = drop_mindset_shift(found[0], room.me) if found else None
    return settle(request, answer, "", "coaching_gap", pk)


@shows("gap_rating", "edit")
def edit_circumstances(request: HouseRequest, pk: UUID) -> HttpResponse:
    """What the client has to work with, and how long it would take alone."""
    room = enter(request, pk, "gap_rating", "edit")
    known = load_gap_page(room.sight).circumstances
    names = ("authority", "tools", "time", "support")
    initial = {name: str(getattr(known, name)) for name in names} if known else {}
    initial["estimated_days_alone"] = room.engagement.estimated_days_alone
    ask_estimate = room.engagement.state == "baseline"
    form = CircumstancesForm(room.who("gap_rating"), ask_estimate, posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        figures = {name: int(form.cleaned_data[name]) for name in names}
        answer = write_circumstances(room.engagement, **figures, by=room.me)
        if took(form, answer):
            if ask_estimate:
                estimate_alone(room.engagement, form.cleaned_data["estimated_days_alone"], room.me)
            return settle(request, None, _("Kept."), "coaching_gap", pk)
    parts = {
        "form": form,
        "title": _("What you have to work with"),
        "label": _("Keep it"),
        "lead": _(
            "If these are the cause, coaching is the wrong help, and your manager is the right address."
        ),
        "scales": form.scales(),
        "plain_after": [form["estimated_days_alone"]] if ask_estimate else [],
        "low": _("not at all"),
        "high": _("completely"),
        "back_page": "coaching_gap",
    }
    return show(request, room, "form", **parts)


@shows("response", "create")
def edit_readiness(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Eight short statements before the start; a profile to talk about, never a pass mark."""
    room = enter(request, pk, "response", "create")
    who = room.who("response")
    form = QuestionnaireForm(READINESS, who, posted(request))
    if request.method == "POST" and form.is_valid():
        if room.is_client and room.engagement.state == "baseline":
            answers = form.answers()
            keep_answers(room.engagement, room.me, READINESS.key, BASELINE, answers, timezone.now())
            flags = READINESS.flags(answers)
            return settle(
                request, Refused(flags[0].words) if flags else None, _("Thank you."), "engagement", pk
            )
        form.add_error(None, _("These statements are for the client, before the first session."))
    parts = {
        "form": form,
        "title": _(READINESS.title),
        "lead": _(READINESS.introduction),
        "note": _(READINESS.note),
        "scales": form.scales(),
        "low": _(READINESS.low_words),
        "high": _(READINESS.high_words),
        "label": _("Done"),
    }
    return show(request, room, "form", **parts)
