"""A coach or mentor as others see them."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from alongside.core.languages import names_of
from alongside.core.skills import level_words
from alongside.core.verdicts import Refused
from alongside.queries.people import get_profile
from alongside.services.people import verify_qualification
from alongside.web.answers import see_other
from alongside.web.declare import shows
from alongside.web.forms.people.profile import WEEKDAYS
from alongside.web.people.qualification_lines import qualification_lines
from alongside.web.requests import HouseRequest


@shows("person_profile", "read")
@require_GET
def show_person(request: HouseRequest, pk: UUID) -> HttpResponse:
    """What the policy opens of somebody to this viewer, and no more."""
    profile = get_profile(request.viewer, pk)
    if profile.is_own:
        return see_other("me")
    context = {
        "profile": profile,
        "them": profile.person,
        "fields": profile.fields,
        "languages": names_of(profile.person.languages),
        "skills": [(each.skill.name, each.level, level_words(each.level)) for each in profile.skills_offered],
        "free": [(WEEKDAYS[each.weekday], each.starts, each.ends) for each in profile.free_times],
        "qualifications": qualification_lines(profile, timezone.now().date()),
    }
    return render(request, "people/person.html", context)


@shows("qualification", "decide")
@require_POST
def verify(request: HouseRequest, pk: UUID) -> HttpResponse:
    """A programme manager has seen the proof of a qualification."""
    done = verify_qualification(request.viewer, pk, timezone.now())
    if isinstance(done, Refused):
        messages.error(request, done.because)
        return see_other("today")
    messages.success(request, _("Verified."))
    return see_other("person", done.person_id)
