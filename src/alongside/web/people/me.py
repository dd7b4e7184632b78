"""One's own profile: every part on one page, each with a small form of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.core.confidentiality.relations import Relation
from alongside.core.confidentiality.words import who_can_see
from alongside.core.languages import names_of
from alongside.core.skills import level_words
from alongside.core.verdicts import Refused
from alongside.queries.people import Profile, get_profile, list_skills_to_offer
from alongside.queries.programmes import list_own_enrolments
from alongside.queries.viewers import Viewer
from alongside.services import people, programmes
from alongside.web.answers import see_other, show_again
from alongside.web.declare import shows
from alongside.web.forms.people import (
    AboutForm,
    FreeTimeForm,
    LanguagesForm,
    MeetingForm,
    QualificationForm,
    RoleForm,
    SkillForm,
)
from alongside.web.forms.people.profile import WEEKDAYS, key_of
from alongside.web.people.qualification_lines import qualification_lines
from alongside.web.requests import HouseRequest

Forms = dict[str, forms.BaseForm]


def save_about(viewer: Viewer, form: Any) -> None:
    people.change_profile(viewer, **form.cleaned_data)


def save_free_time(viewer: Viewer, form: Any) -> None:
    people.set_free_time(viewer, form.chosen(), timezone.now())


def save_skill(viewer: Viewer, form: Any) -> None:
    data = form.cleaned_data
    people.offer_skill(viewer, UUID(data["skill"]), data["level"], timezone.now())


def save_role(viewer: Viewer, form: Any) -> None:
    people.add_role(viewer, **form.cleaned_data, at=timezone.now())


def save_qualification(viewer: Viewer, form: Any) -> None:
    people.claim_qualification(viewer, **form.cleaned_data, at=timezone.now())


@dataclass(frozen=True, slots=True)
class ProfilePart:
    """One part of the page: how its form is made, and what is done with it."""

    make: Callable[[Viewer, Profile, Any], Any]
    save: Callable[[Viewer, Any], None]


PARTS: dict[str, ProfilePart] = {
    "about": ProfilePart(
        lambda viewer, profile, data: AboutForm(data, instance=profile.person, facts=profile.facts),
        save_about,
    ),
    "languages": ProfilePart(
        lambda viewer, profile, data: LanguagesForm(
            data, initial={"languages": names_of(profile.person.languages)}, facts=profile.facts
        ),
        save_about,
    ),
    "meeting": ProfilePart(
        lambda viewer, profile, data: MeetingForm(
            data,
            initial={"formats": profile.person.formats, "time_zone": profile.person.time_zone},
            facts=profile.facts,
        ),
        save_about,
    ),
    "free_time": ProfilePart(
        lambda viewer, profile, data: FreeTimeForm(
            data, initial={"stretches": ticked(profile)}, facts=profile.facts
        ),
        save_free_time,
    ),
    "skill": ProfilePart(
        lambda viewer, profile, data: SkillForm(list_skills_to_offer(viewer), data, facts=profile.facts),
        save_skill,
    ),
    "role": ProfilePart(lambda viewer, profile, data: RoleForm(data, facts=profile.facts), save_role),
    "qualification": ProfilePart(
        lambda viewer, profile, data: QualificationForm(data, facts=profile.facts), save_qualification
    ),
}


def ticked(profile: Profile) -> list[str]:
    """The stretches of free time that lie on the grid of the form."""
    return [key_of((each.weekday, each.starts, each.ends)) for each in profile.free_times]


@shows("person_profile", "edit")
@require_http_methods(["GET", "POST"])
def edit_me(request: HouseRequest) -> HttpResponse:
    """The whole profile; a POST names the part it is about."""
    profile = get_profile(request.viewer)
    if request.method != "POST":
        return render(
            request, "people/me.html", page_of(request.viewer, profile, all_forms(request, profile))
        )
    key = request.POST.get("part", "")
    if key not in PARTS:
        raise Http404
    form = PARTS[key].make(request.viewer, profile, request.POST)
    if form.is_valid():
        PARTS[key].save(request.viewer, form)
        messages.success(request, _("Saved."))
        return see_other("me", query=f"#{key}")
    again = {**all_forms(request, get_profile(request.viewer)), key: form}
    return show_again(request, "people/me.html", page_of(request.viewer, get_profile(request.viewer), again))


def all_forms(request: HouseRequest, profile: Profile) -> Forms:
    return {key: part.make(request.viewer, profile, None) for key, part in PARTS.items()}


def page_of(viewer: Viewer, profile: Profile, forms_by_part: Forms) -> dict[str, Any]:
    """What the page shows: the profile as it is, and the forms behind each part."""
    own = list_own_enrolments(viewer)
    return {
        "profile": profile,
        "me": profile.person,
        "languages": names_of(profile.person.languages),
        "qualifications": qualification_lines(profile, timezone.now().date()),
        "enrolments": own,
        "mentoring_in": [each for each in profile.helping_in if each.part == "mentor"],
        "helps": any(each.helps and each.state == "approved" for each in own),
        "skills": [(each.pk, each.skill.name, level_words(each.level)) for each in profile.skills_offered],
        "free": [(WEEKDAYS[each.weekday], each.starts, each.ends) for each in profile.free_times],
        "weekdays": WEEKDAYS,
        "forms": forms_by_part,
        "who_full": who_can_see("person_profile", "full_for_now", profile.facts, viewer=Relation.SUBJECT),
        "who_skills": who_can_see("person_profile", "skills_offered", profile.facts, viewer=Relation.SUBJECT),
        "who_places": who_can_see("person_profile", "places", profile.facts, viewer=Relation.SUBJECT),
    }


@shows("person_profile", "edit")
@require_POST
def set_full(request: HouseRequest) -> HttpResponse:
    """Full for now, or open to requests again."""
    people.set_full_for_now(request.viewer, request.POST.get("full") == "yes")
    return see_other("me", query="#full")


@shows("enrolment", "edit")
@require_POST
def set_places(request: HouseRequest, pk: UUID) -> HttpResponse:
    """How many people one can take on in one programme."""
    asked = request.POST.get("places", "")
    places = int(asked) if asked.isdecimal() and len(asked) < 4 else -1
    done = programmes.set_places(request.viewer, pk, places)
    if isinstance(done, Refused):
        messages.error(request, done.because)
    else:
        messages.success(request, _("Saved."))
    return see_other("me", query="#places")


@shows("enrolment", "edit")
@require_POST
def set_requests_most(request: HouseRequest, pk: UUID) -> HttpResponse:
    """How many requests may wait for one at once, as a mentor in one programme; empty leaves it to the programme."""
    asked = request.POST.get("requests_most", "").strip()
    number = int(asked) if asked.isdecimal() and len(asked) < 4 else -1
    done = programmes.set_requests_most(request.viewer, pk, number if asked else None)
    if isinstance(done, Refused):
        messages.error(request, done.because)
    else:
        messages.success(request, _("Saved."))
    return see_other("me", query="#requests")


REMOVERS: dict[str, Callable[[Viewer, UUID], None]] = {
    "skill": people.withdraw_skill,
    "role": people.remove_role,
    "qualification": people.remove_qualification,
}


@shows("person_profile", "edit")
@require_POST
def remove_from_profile(request: HouseRequest, kind: str, pk: UUID) -> HttpResponse:
    """Take a skill, a role or a qualification away."""
    if kind not in REMOVERS:
        raise Http404
    REMOVERS[kind](request.viewer, pk)
    messages.success(request, _("Taken away."))
    return see_other("me", query=f"#{kind}")
