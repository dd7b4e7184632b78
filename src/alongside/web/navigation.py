"""The main navigation, computed from what the viewer is, and what every page needs of the house."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from alongside.queries.people import Parts, count_parts
from alongside.queries.viewers import ANYBODY, Viewer


@dataclass(frozen=True, slots=True)
class NavItem:
    label: str | Promise
    url: str
    current: bool


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who is signed in, as the head of the page names them."""

    name: str
    url: str


def house(request: HttpRequest) -> dict[str, Any]:
    """What `base.html` needs on every page: who looks, the ways to go, the choices kept in cookies."""
    viewer = getattr(request, "viewer", ANYBODY)
    parts = count_parts(viewer)
    return {
        "viewer": viewer,
        "nav": items_of(request, places_for(viewer, parts)),
        "is_demo": settings.DEMO,
        "demo_url": reverse("demo_door") if settings.DEMO else "",
        "theme": request.COOKIES.get("theme", ""),
        "usage_choice": request.COOKIES.get("usage", ""),
        "help_url": reverse("which_help"),
        "privacy_url": reverse("privacy"),
        "theme_url": reverse("set_theme"),
        "home_url": reverse("today" if viewer.person else "front"),
        **signed_in(request, viewer),
    }


def signed_in(request: HttpRequest, viewer: Viewer) -> dict[str, Any]:
    """The menu of the person who is signed in, or the way to sign in."""
    if viewer.account_id is None:
        return {"sign_in_url": reverse("account_login")}
    here: dict[str, Any] = {
        "person": SignedIn(str(_("Your account")), reverse("my_security")),
        "person_links": items_of(request, [(_("Signing in"), "my_security")]),
        "sign_out_url": reverse("account_logout"),
    }
    if viewer.person:
        here["person"] = SignedIn(viewer.person.name, reverse("me"))
        here["organisation"] = viewer.organisation
        here["person_links"] = items_of(request, own_places(viewer))
    return here


def items_of(request: HttpRequest, places: list[tuple[str | Promise, str]]) -> list[NavItem]:
    """The places with their addresses; the one the viewer is in (the longest that fits) is current."""
    found = [(label, reverse(page)) for label, page in places]
    fitting = (
        url for label, url in found if request.path == url or (url != "/" and request.path.startswith(url))
    )
    current = max(fitting, key=len, default="")
    return [NavItem(label, url, url == current) for label, url in found]


def own_places(viewer: Viewer) -> list[tuple[str | Promise, str]]:
    """What the person's own menu holds."""
    rows: list[tuple[bool, str | Promise, str]] = [
        (True, _("My profile"), "me"),
        (True, _("My privacy"), "my_privacy"),
        (True, _("Signing in"), "my_security"),
        (True, _("Skills"), "skills"),
        (viewer.is_org_admin, _("The organisation"), "organisation"),
        (viewer.has_other_places, _("Another organisation"), "choose_person"),
    ]
    return [(label, page) for shown, label, page in rows if shown]


def places_for(viewer: Viewer, parts: Parts) -> list[tuple[str | Promise, str]]:
    """The pages this viewer comes for, most used first."""
    if viewer.person is None:
        return [(_("Which kind of help?"), "which_help"), (_("The guide"), "guide")]
    rows: list[tuple[bool, str | Promise, str]] = [
        (True, _("Today"), "today"),
        (parts.helps, _("Portfolio"), "portfolio"),
        (parts.is_helped, _("My help"), "my_help"),
        (parts.is_helped, _("My path"), "my_path"),
        (bool(viewer.programmes_managed()) or viewer.is_org_admin, _("Programmes"), "programmes"),
        (parts.sponsors, _("Sponsored"), "sponsored"),
        (viewer.is_reviewer, _("Talks"), "talks"),
        (viewer.is_safeguarding_lead, _("Concerns"), "concerns"),
        (True, _("Which kind of help?"), "which_help"),
    ]
    return [(label, page) for shown, label, page in rows if shown]
