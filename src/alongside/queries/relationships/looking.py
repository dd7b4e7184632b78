"""Whom somebody could look for now: a coach, a mentor, or both, the one their own need puts first at the top."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Final

from django.utils.translation import gettext as _

from alongside.models import CoachingEngagement, Mentorship, Need, Person
from alongside.queries.relations import WORKING_STATES
from alongside.queries.relationships.coaching.lists import list_coaching_programmes
from alongside.queries.relationships.mentoring_ranking import OwnList, list_own_lists
from alongside.queries.relationships.mentoring_search import list_mentee_programmes
from alongside.queries.relationships.stuck import programmes_looked_in
from alongside.queries.todo import Todo
from alongside.queries.viewers import Viewer

# In such a programme nobody is reminded to look again: it runs, was asked for, or came to a good end.
SETTLED: Final = (*WORKING_STATES, "requested", "waitlisted", "redefinition", "closed")
LATER: Final = -1


def list_todos(viewer: Viewer, now: datetime) -> tuple[Todo, ...]:
    """One line for each programme the viewer takes part in and has nobody in; six reads at most."""
    if viewer.person is None:
        return ()
    found = (*_ask_for_coaching(viewer), *_find_a_mentor(viewer))
    kind = nearer_kind(viewer) if len({todo.kind for todo in found}) > 1 else ""
    return tuple(replace(todo, weight=LATER) if kind and todo.kind != kind else todo for todo in found)


def nearer_kind(viewer: Viewer) -> str:
    """Coaching or mentoring, as the viewer's newest open need says (their choice before the suggestion); else ""."""
    need = Need.objects.filter(person=viewer.person, closed_at__isnull=True).order_by("-created_at").first()
    if need is None:
        return ""
    route = need.chosen_route or need.route
    if route == "both_in_sequence":
        route = next(iter(need.recommendation.get("then", ())), "coach")
    return {"coach": "coaching", "mentor": "mentoring"}.get(route, "")


def _ask_for_coaching(viewer: Viewer) -> Iterator[Todo]:
    had = set(CoachingEngagement.objects.filter(client=viewer.person).values_list("programme_id", flat=True))
    for programme in list_coaching_programmes(viewer):
        if programme.pk not in had and programme.kind != "mentoring":
            words = _("Ask for coaching in %(programme)s") % {"programme": programme.name}
            yield Todo(words, _("Ask"), "ask_for_coaching", kind="coaching")


def _find_a_mentor(viewer: Viewer) -> Iterator[Todo]:
    settled = set(
        Mentorship.objects.filter(mentee=viewer.person, state__in=SETTLED).values_list(
            "programme_id", flat=True
        )
    )
    programmes = list_mentee_programmes(viewer)
    lists = {one.ranking.programme_id: one for one in list_own_lists(viewer)} if programmes else {}
    looked_in = programmes_looked_in(viewer) if programmes else frozenset()
    for programme in programmes:
        if programme.pk in settled:
            continue
        own = lists.get(programme.pk)
        if own is not None and own.next_mentor is not None:
            if not own.ranking.asks_on:
                yield _ask_the_next(own, own.next_mentor)
        elif programme.pk not in looked_in:
            words = _("Find a mentor in %(programme)s") % {"programme": programme.name}
            yield Todo(words, _("See whom you could ask"), "find_mentor", kind="mentoring")


def _ask_the_next(own: OwnList, mentor: Person) -> Todo:
    words = _("It came to nothing with the last one. %(name)s is next on your list") % {"name": mentor.name}
    button = _("Ask %(name)s") % {"name": mentor.name}
    return Todo(words, button, "ask_mentor", (own.ranking.programme_id, mentor.pk), kind="mentoring")
