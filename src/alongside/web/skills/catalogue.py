"""The catalogue of skills: everybody here reads it, those who run a programme look after it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.core.skills import LEVELS
from alongside.core.verdicts import Refused
from alongside.queries.skills import get_catalogue, get_skill, list_categories, look_after
from alongside.services.skills import SkillWords, add_skill, change_skill, restore_skill, retire_skill
from alongside.web.answers import see_other, sent, show_again
from alongside.web.declare import shows
from alongside.web.forms.skills import SkillForm
from alongside.web.requests import HouseRequest


@shows("skill", "list")
@require_GET
def show_skills(request: HouseRequest) -> HttpResponse:
    """All skills by category, looked for by a word; the scale beside them."""
    search = request.GET.get("q", "").strip()[:80]
    context = {"catalogue": get_catalogue(request.viewer, search), "search": search, "levels": LEVELS}
    return render(request, "skills/catalogue.html", context)


@shows("skill", "create")
@require_http_methods(["GET", "POST"])
def edit_new_skill(request: HouseRequest) -> HttpResponse:
    """One more skill."""
    look_after(request.viewer, "create")
    form = SkillForm(list_categories(request.viewer), sent(request))
    context = {"form": form, "title": _("A new skill")}
    if request.method != "POST":
        return render(request, "skills/skill.html", context)
    if form.is_valid():
        done = add_skill(request.viewer, SkillWords(**form.cleaned_data), timezone.now())
        if not isinstance(done, Refused):
            messages.success(request, _("It is in the catalogue now."))
            return see_other("skills")
        form.add_error("name", done.because)
    return show_again(request, "skills/skill.html", context)


@shows("skill", "edit")
@require_http_methods(["GET", "POST"])
def edit_skill(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Rename it, move it, say better what it is."""
    skill = get_skill(request.viewer, "edit", pk).record
    initial = {"name": skill.name, "category": skill.category, "description": skill.description}
    form = SkillForm(list_categories(request.viewer), sent(request), initial=initial)
    context: dict[str, Any] = {"form": form, "title": skill.name, "skill": skill}
    if request.method != "POST":
        return render(request, "skills/skill.html", context)
    if form.is_valid():
        done = change_skill(request.viewer, pk, SkillWords(**form.cleaned_data))
        if not isinstance(done, Refused):
            messages.success(request, _("Saved."))
            return see_other("skills")
        form.add_error("name", done.because)
    return show_again(request, "skills/skill.html", context)


@shows("skill", "close")
@require_POST
def retire(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Take it out of what people choose from, or put it back."""
    if request.POST.get("back"):
        restore_skill(request.viewer, pk)
        messages.success(request, _("It can be chosen again."))
    else:
        retire_skill(request.viewer, pk)
        messages.success(request, _("It is retired. Where it is in use it stays."))
    return see_other("skills")
