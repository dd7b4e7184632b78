"""Pages over all relationships of a person: those that help me, those I help, those I sponsor, a programme's."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from alongside.queries.access import look_at
from alongside.queries.relationships.coaching.lists import (
    list_coach_offers,
    list_coaching_places,
    list_coaching_programmes,
    list_my_engagements,
    list_portfolio_engagements,
    list_sponsored,
)
from alongside.queries.relationships.coaching.narrow import narrow_view
from alongside.queries.relationships.mentoring_lists import list_my_mentorships, list_portfolio_mentorships
from alongside.queries.relationships.programme_list import list_programme_relationships
from alongside.queries.relationships.searching import list_searches_of, why_in_words
from alongside.web.declare import shows
from alongside.web.programmes.tabs import programme_tabs
from alongside.web.requests import HouseRequest

HERE = "relationships/"


@shows("own_today", "read")
def show_my_help(request: HouseRequest) -> HttpResponse:
    """Everybody who helps me, of both kinds, and what I could do next."""
    now = timezone.now()
    engagements = list_my_engagements(request.viewer, now)
    page = {
        "running": [card for card in engagements if card.state_mark in {"waiting", "running", "paused"}],
        "ended": [card for card in engagements if card.state_mark in {"done", "ended"}],
        "mentorships": list_my_mentorships(request.viewer, now),
        "programmes": list_coaching_programmes(request.viewer),
    }
    return render(request, HERE + "my_help.html", page)


@shows("mentor_portfolio", "read")
def show_portfolio(request: HouseRequest) -> HttpResponse:
    """Everybody I help, of both kinds: stage, next step, last contact, and what I carry."""
    now = timezone.now()
    page = {
        "engagements": list_portfolio_engagements(request.viewer, now),
        "offers": list_coach_offers(request.viewer),
        "places": list_coaching_places(request.viewer),
        "mentoring": list_portfolio_mentorships(request.viewer, now),
    }
    return render(request, HERE + "portfolio.html", page)


@shows("engagement", "list")
def show_sponsored(request: HouseRequest) -> HttpResponse:
    """What a sponsor may see, engagement by engagement: exactly what agreement and releases open."""
    now = timezone.now()
    lines = []
    for engagement in list_sponsored(request.viewer):
        sight = look_at(request.viewer, "engagement", "read", engagement)
        to_sign = look_at(request.viewer, "coaching_agreement", "sign", engagement)
        view = narrow_view(sight, now) if sight else None
        may_sign = to_sign is not None and engagement.state in {"agreement", "extended"}
        if view or may_sign:
            lines.append({"engagement": engagement, "view": view, "may_sign": may_sign})
    return render(request, HERE + "sponsored.html", {"lines": lines})


@shows("engagement", "list")
def show_programme_relationships(request: HouseRequest, pk: UUID) -> HttpResponse:
    """A programme's relationships, a kind at a time."""
    kind, number = request.GET.get("kind", ""), request.GET.get("page", "1")
    listed = list_programme_relationships(request.viewer, pk, kind, number, timezone.now())
    tabs = programme_tabs(listed.sight, pk, "programme_relationships")
    searches = [
        {"search": one, "why": why_in_words(one)}
        for one in list_searches_of(listed.sight)
        if one.kind == listed.kind
    ]
    page = {"listed": listed, "tabs": tabs, "searches": searches, "now": timezone.now()}
    return render(request, HERE + "programme_relationships.html", page)
