"""Which kind of help a page of the workbench is about, and what every such page is given."""

from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.core.matching.pool import ProgrammeKind
from alongside.core.programmes import PARTS
from alongside.core.programmes import ProgrammeKind as Offers
from alongside.queries.access import Sight
from alongside.web.navigation import NavItem
from alongside.web.programmes.tabs import programme_tabs
from alongside.web.requests import HouseRequest

KINDS: tuple[ProgrammeKind, ...] = ("mentoring", "coaching")


def kinds_of(programme: Any) -> tuple[ProgrammeKind, ...]:
    """The kinds a programme runs."""
    parts = PARTS[Offers(programme.kind)]
    return tuple(kind for kind in KINDS if {"mentoring": "mentee", "coaching": "client"}[kind] in parts)


def kind_asked(request: HouseRequest, programme: Any) -> ProgrammeKind:
    """The kind named in the request, else the first the programme runs."""
    here = kinds_of(programme)
    asked = request.POST.get("kind") or request.GET.get("kind")
    return next((kind for kind in here if kind == asked), here[0])


def words_of(kind: str) -> dict[str, str]:
    """What the two sides are called."""
    if kind == "coaching":
        return {
            "asking": _("clients"),
            "one": _("client"),
            "helping": _("coaches"),
            "helper": _("coach"),
            "without": _("clients without a coach"),
        }
    return {
        "asking": _("mentees"),
        "one": _("mentee"),
        "helping": _("mentors"),
        "helper": _("mentor"),
        "without": _("mentees without a mentor"),
    }


def kind_tabs(programme: Any, kind: str, page: str) -> list[NavItem]:
    """The tabs from one kind to the other, where a programme runs both."""
    here = kinds_of(programme)
    names = {"mentoring": _("Mentoring"), "coaching": _("Coaching")}
    url = reverse(page, args=[programme.pk])
    return [NavItem(names[one], f"{url}?kind={one}", one == kind) for one in here] if len(here) > 1 else []


def page_of(sight: Sight[Any], programme: Any, kind: str, programme_id: UUID) -> dict[str, Any]:
    """The context every page of the workbench begins with."""
    return {
        "programme": programme,
        "kind": kind,
        "words": words_of(kind),
        "tabs": programme_tabs(sight, programme_id, "programme_matching"),
    }
