"""Reviews: the middle, the end, the closing questions, signing off, what changed, the follow-up."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from alongside.core.outcomes.instruments.alliance import ALLIANCE
from alongside.core.outcomes.instruments.follow_up import FOLLOW_UP
from alongside.core.outcomes.instruments.recommend import RECOMMEND
from alongside.queries.access import NotVisible
from alongside.queries.relationships.coaching.narrow import narrow_view
from alongside.queries.relationships.coaching.outcome import load_what_changed
from alongside.queries.relationships.coaching.room import (
    get_engagement,
    get_review,
    list_gap_skills,
    list_goals,
)
from alongside.queries.relationships.shared_pages import list_meetings
from alongside.services.relationships.coaching.goals import score_goals
from alongside.services.relationships.coaching.reviews import (
    ClosingAnswers,
    answer_closing_questions,
    answer_follow_up,
    answer_mid_questions,
    begin_review,
    decide_mid_review,
    sign_off,
    write_review,
    write_sponsor_part,
)
from alongside.web.answers import show_again
from alongside.web.declare import shows
from alongside.web.forms.relationships.coaching_sessions import (
    DecisionForm,
    LevelsForm,
    ReviewForm,
    ScoreForm,
    SponsorPartForm,
)
from alongside.web.forms.relationships.questionnaire import QuestionnaireForm
from alongside.web.relationships.coaching.rooms import Room, enter, posted, settle, show, took
from alongside.web.requests import HouseRequest


@shows("review", "read")
def show_coaching_review(request: HouseRequest, pk: UUID) -> HttpResponse:
    """The review that is open or due, or the one held last."""
    room = enter(request, pk, "review")
    return show(request, room, "review", **review_parts(room))


def review_parts(room: Room, **forms: Any) -> dict[str, Any]:
    """The page of a review; forms given replace the fresh ones."""
    review, state, facts = get_review(room.sight), room.engagement.state, room.facts
    parked = [line for line in list_meetings(room.sight) if line.topic and line.topic.scope == "park"]
    is_open = state in {"mid_review", "final_review"}
    is_due = state == "active" and (facts.mid_review_is_due or all_held(facts))
    due = "mid" if facts.mid_review_is_due else "final"
    return {
        "review": review,
        "kind": due if is_due or review is None else review.kind,
        "is_open": is_open,
        "is_due": is_due,
        "facts": facts,
        "parked": parked,
        "form": review_form(room, review),
        "score_form": ScoreForm(list_goals(room.sight), room.who("attainment"), initial=_scored(room)),
        "mid_form": QuestionnaireForm(ALLIANCE, room.who("response")),
        "alliance": ALLIANCE,
        "signed_off": room.side in facts.signed_off_by,
        "may_extend": not room.engagement.was_extended,
        "open_to": room.who("review", "two_party_part"),
        **forms,
    }


def all_held(facts: Any) -> bool:
    """Whether nothing but the final review is left."""
    return bool(facts.goals_met or facts.sessions_held >= facts.sessions_agreed)


def review_form(room: Room, review: Any, data: Any = None) -> ReviewForm:
    """The words of a review, with the decision in the middle one."""
    form = DecisionForm if room.engagement.state == "mid_review" else ReviewForm
    names = ("what_helped", "what_next", "for_all_three")
    initial = {name: getattr(review, name) for name in names} if review else {}
    who = room.who("review", "two_party_part")
    three = room.who("review", "three_party_part")
    return form(who, three, "review" in room.sight.facts.agreed, data, initial=initial)


def _scored(room: Room) -> dict[str, str]:
    return {
        f"goal-{goal.pk}": str(one.level)
        for goal in list_goals(room.sight)
        for levels in goal.levels.all()
        for one in levels.attainments.all()
        if one.scored_by_id == room.me.pk and one.moment == "final"
    }


@shows("review", "edit")
@require_POST
def write_coaching_review(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Write the review; in the middle one, decide how to go on."""
    room = enter(request, pk, "review", "edit")
    review = get_review(room.sight)
    if review is None:
        raise NotVisible
    form = review_form(room, review, request.POST)
    if form.is_valid():
        if isinstance(form, DecisionForm):
            decision = form.cleaned_data["decision"]
            answer: Any = decide_mid_review(room.engagement, decision, form.words(), room.me, timezone.now())
        else:
            answer = write_review(review, form.words(), room.me)
        if took(form, answer):
            if not isinstance(form, DecisionForm):
                return settle(request, None, _("Kept."), "coaching_review", pk)
            return settle(request, None, _said_after(form.cleaned_data["decision"]), "engagement", pk)
    return show(request, room, "review", **review_parts(room, form=form))


def _said_after(decision: str) -> str:
    """What is said once the mid-review is decided: what happens now."""
    if decision == "adjust":
        return _("Kept. Now change what you decided on: the goals, the plan, or the agreement.")
    return _("Kept.")


@shows("review", "create")
@require_POST
def begin_coaching_review(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Begin the review that is due."""
    room = enter(request, pk, "review", "create")
    kind = "mid" if room.facts.mid_review_is_due else "final"
    answer = begin_review(room.engagement, kind, room.me, timezone.now())
    return settle(request, answer, "", "coaching_review", pk)


@shows("attainment", "create")
@require_POST
def score_coaching_goals(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Say which of the five written levels each goal has reached."""
    room = enter(request, pk, "attainment", "create")
    form = ScoreForm(list_goals(room.sight), room.who("attainment"), request.POST)
    if form.is_valid() and took(form, score_goals(form.levels(), room.me, timezone.now())):
        return settle(request, None, _("Kept."), "coaching_review", pk)
    return show(request, room, "review", **review_parts(room, score_form=form))


@shows("response", "create")
@require_POST
def answer_alliance(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Six statements in the middle, for the client alone unless they open them."""
    room = enter(request, pk, "response", "create")
    form = QuestionnaireForm(ALLIANCE, room.who("response"), request.POST)
    if form.is_valid():
        answer = answer_mid_questions(room.engagement, form.answers(), room.me, timezone.now())
        if took(form, answer):
            return settle(request, None, _("Thank you."), "coaching_review", pk)
    return show(request, room, "review", **review_parts(room, mid_form=form))


@shows("response", "create")
def edit_closing_questions(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Where each skill is now, how the start looks from here, how it was to work together."""
    room = enter(request, pk, "response", "create")
    data, skills, who = posted(request), list_gap_skills(room.sight), room.who("response")
    forms = {
        "form": LevelsForm(skills, data, prefix="now", label=_("%(skill)s, today")),
        "then_form": LevelsForm(
            skills, data, prefix="then", label=_("%(skill)s, at the start, as you see it now")
        ),
        "alliance_form": QuestionnaireForm(ALLIANCE, who, data, prefix="alliance"),
        "recommend_form": QuestionnaireForm(RECOMMEND, who, data, prefix="recommend"),
    }
    valid = [form.is_valid() for form in forms.values()]
    if request.method == "POST" and all(valid):
        answer = _close(room, forms)
        if took(forms["form"], answer):
            return settle(request, None, _("Thank you."), "coaching_review", pk)
    parts = {"alliance": ALLIANCE, "recommend": RECOMMEND, "open_to": room.who("gap_rating")}
    return show(request, room, "closing", **forms, **parts)


def _close(room: Room, forms: dict[str, Any]) -> Any:
    answers = ClosingAnswers(
        now=forms["form"].levels(),
        then=forms["then_form"].levels(),
        alliance=forms["alliance_form"].answers(),
        recommend=forms["recommend_form"].answers().get("recommend"),
    )
    return answer_closing_questions(room.engagement, answers, room.me, timezone.now())


@shows("engagement", "edit")
@require_POST
def sign_off_coaching(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Sign off the final review; the second signature closes the engagement."""
    room = enter(request, pk, "engagement", "edit")
    answer = sign_off(room.engagement, room.me, timezone.now())
    return settle(request, answer, _("You have signed off."), "engagement", pk)


@shows("attainment", "read")
def show_what_changed(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Before and after, honestly."""
    room = enter(request, pk, "attainment")
    changed = load_what_changed(room.sight)
    return show(request, room, "what_changed", changed=changed, open_to=room.who("attainment"))


@shows("response", "create")
def edit_follow_up(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Three questions, some months later."""
    room = enter(request, pk, "response", "create")
    form = QuestionnaireForm(FOLLOW_UP, room.who("response"), posted(request))
    if request.method == "POST" and form.is_valid():
        answer = answer_follow_up(room.engagement, form.answers(), room.me, timezone.now())
        if took(form, answer):
            return settle(request, None, _("Thank you."), "engagement", pk)
    parts = {
        "form": form,
        "title": _(FOLLOW_UP.title),
        "lead": _(FOLLOW_UP.introduction),
        "note": _(FOLLOW_UP.note),
        "scales": form.scales(),
        "plain_after": form.others(),
        "low": _(FOLLOW_UP.low_words),
        "high": _(FOLLOW_UP.high_words),
        "label": _("Done"),
    }
    return show(request, room, "form", **parts)


@shows("review", "edit")
def edit_sponsor_part(request: HouseRequest, pk: UUID) -> HttpResponse:
    """The sponsor's own part of a review, where the agreement gives them one."""
    sight = get_engagement(request.viewer, pk, "review", "edit")
    review, me = get_review(sight), request.viewer.person
    if review is None or me is None or me.pk != sight.record.sponsor_id:
        raise NotVisible
    form = SponsorPartForm(posted(request), initial={"text": review.sponsor_words})
    if request.method == "POST" and form.is_valid():
        answer = write_sponsor_part(review, form.cleaned_data["text"], me)
        if took(form, answer):
            return settle(request, None, _("Kept."), "engagement", pk)
    page = {"form": form, "engagement": sight.record, "view": narrow_view(sight, timezone.now())}
    return (show_again if form.errors else render)(request, "relationships/coaching/sponsor_part.html", page)
