"""The path: a mentee's own, over years. And a copy to take along."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.core.confidentiality.conditions import Facts
from alongside.core.confidentiality.relations import Relation
from alongside.core.confidentiality.words import who_can_see
from alongside.queries.relationships.mentoring_path import (
    export_path,
    get_own_mentorship,
    get_path,
    get_skill_here,
    get_way_mark,
    list_skills_here,
)
from alongside.services.relationships.mentoring.path import (
    WayMarkWords,
    add_way_mark,
    close_path,
    finish_way_mark,
    move_way_mark,
    open_path,
    remove_way_mark,
    rewrite_way_mark,
)
from alongside.web.answers import SeeOther, see_other, sent
from alongside.web.declare import shows
from alongside.web.forms.relationships.path import WayMarkForm
from alongside.web.relationships.mentoring.pages import done, person_of, refused, show_form
from alongside.web.requests import HouseRequest


@shows("career_path", "read")
@require_GET
def show_my_path(request: HouseRequest) -> HttpResponse:
    """The line over the years, and its parts."""
    path = get_path(request.viewer)
    is_open = any(open_to for _mentorship, open_to in path.mentors)
    facts = Facts(released=frozenset({("path", Relation.MENTOR)} if is_open else ()))
    who = who_can_see("career_path", facts=facts, viewer=Relation.MENTEE)
    context = {"path": path, "today": timezone.localdate(), "who": who}
    return render(request, "relationships/mentoring/path.html", context)


@shows("career_path", "create")
@require_http_methods(["GET", "POST"])
def edit_new_way_mark(request: HouseRequest) -> HttpResponse:
    """Put one more on the path."""
    form = WayMarkForm(
        list_skills_here(request.viewer),
        who_can_see("career_path"),
        sent(request),
        initial=WayMarkForm.initial_for(None, request.GET.get("kind", "")),
    )
    if request.method == "POST" and form.is_valid():
        answer = add_way_mark(person_of(request.viewer), _words(request, form.cleaned_data))
        if not refused(form, answer):
            return done(request, answer, _("It is on your path."), "my_path")
    context = {
        "title": _("One more way-mark"),
        "over": _("My path"),
        "label": _("Put it on my path"),
        "back": "my_path",
    }
    return show_form(request, form, context)


def _words(request: HouseRequest, data: dict[str, Any]) -> WayMarkWords:
    return WayMarkWords(
        data["kind"],
        data["text"],
        get_skill_here(request.viewer, data["skill"]),
        data["on_year"],
        data["is_shared"],
    )


@shows("career_path", "edit")
@require_http_methods(["GET", "POST"])
def edit_way_mark(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Change one."""
    item = get_way_mark(request.viewer, pk)
    form = WayMarkForm(
        list_skills_here(request.viewer),
        who_can_see("career_path"),
        sent(request),
        initial=WayMarkForm.initial_for(item),
    )
    if request.method == "POST" and form.is_valid():
        answer = rewrite_way_mark(item, _words(request, form.cleaned_data))
        if not refused(form, answer):
            return done(request, answer, _("Changed."), "my_path")
    context = {
        "title": _("Change a way-mark"),
        "over": _("My path"),
        "label": _("Change it"),
        "back": "my_path",
        "remove": item.pk,
    }
    return show_form(request, form, context)


@shows("career_path", "edit")
@require_POST
def edit_arrange(request: HouseRequest, pk: UUID) -> SeeOther:
    """Up, down, reached, or off the path."""
    item = get_way_mark(request.viewer, pk)
    act = request.POST.get("act")
    if act in ("up", "down"):
        move_way_mark(item, -1 if act == "up" else 1)
    elif act == "done":
        finish_way_mark(item, timezone.localdate())
    elif act == "remove":
        remove_way_mark(item)
        return done(request, None, _("It is off your path."), "my_path")
    return see_other("my_path", query=f"#{item.kind}")


@shows("career_path", "release")
@require_POST
def edit_share_path(request: HouseRequest, pk: UUID) -> SeeOther:
    """Open the path to one mentor, or close it again."""
    mentorship, person = get_own_mentorship(request.viewer, pk), person_of(request.viewer)
    name = mentorship.mentor.name
    if request.POST.get("act") == "close":
        close_path(mentorship, person, timezone.now())
        return done(request, None, _("%(name)s no longer sees your path.") % {"name": name}, "my_path")
    answer = open_path(mentorship, person, timezone.now())
    return done(request, answer, _("%(name)s can read your path now.") % {"name": name}, "my_path")


@shows("career_path", "read")
@require_GET
def show_path_copy(request: HouseRequest) -> JsonResponse:
    """The path as JSON, to take along."""
    answer = JsonResponse(export_path(request.viewer), json_dumps_params={"ensure_ascii": False, "indent": 2})
    answer.headers["Content-Disposition"] = 'attachment; filename="path.json"'
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
