"""The main navigation, computed from what the viewer is, and what every page needs of the house."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from alongside.queries.people import count_parts
from alongside.queries.viewers import ANYBODY, Viewer


@dataclass(frozen=True, slots=True)
class NavItem:
    label: str | Promise
    url: str
    current: bool


def house(request: HttpRequest) -> dict[str, Any]:
    """`nav`, `viewer`, `is_demo`, `theme` and `usage_choice` for the base template."""
    viewer = getattr(request, "viewer", ANYBODY)
    return {
        "viewer": viewer,
        "nav": [item_of(request, label, page) for label, page in places_for(viewer)],
        "is_demo": settings.DEMO,
        "theme": request.COOKIES.get("theme", ""),
        "usage_choice": request.COOKIES.get("usage", ""),
    }


def item_of(request: HttpRequest, label: str | Promise, page: str) -> NavItem:
    url = reverse(page)
    return NavItem(label, url, request.path == url or (len(url) > 1 and request.path.startswith(url)))


def places_for(viewer: Viewer) -> list[tuple[str | Promise, str]]:
    """The pages this viewer comes for, most used first."""
    if viewer.person is None:
        return [(_("Which kind of help?"), "which_help"), (_("The guide"), "guide")]
    parts = count_parts(viewer)
    rows: list[tuple[bool, str | Promise, str]] = [
        (True, _("Today"), "today"),
        (parts.helps, _("Portfolio"), "portfolio"),
        (parts.is_helped, _("My help"), "my_help"),
        (parts.is_helped, _("My path"), "my_path"),
        (bool(viewer.programmes_managed()) or viewer.is_org_admin, _("Programmes"), "programmes"),
        (parts.sponsors, _("Sponsored"), "sponsored"),
        (viewer.is_safeguarding_lead, _("Concerns"), "concerns"),
        (True, _("Which kind of help?"), "which_help"),
    ]
    return [(label, page) for shown, label, page in rows if shown]
