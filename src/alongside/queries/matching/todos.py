"""What waits for somebody about matching: a run to look at, a suggestion to consider."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from alongside.models import ImportBatch, ImportState, MatchRun, Mentorship, RunState
from alongside.queries.matching.published import list_published_for
from alongside.queries.relations import ASKED_STATES, WORKING_STATES
from alongside.queries.todo import Todo
from alongside.queries.viewers import Viewer


def list_todos(viewer: Viewer, now: datetime) -> tuple[Todo, ...]:
    """For a mentee a mentor their programme suggests; for managers a finished run and a table half-way in."""
    if viewer.person is None:
        return ()
    return (*_suggestion(viewer), *_managing(viewer))


def _suggestion(viewer: Viewer) -> Iterator[Todo]:
    suggested = list_published_for(viewer)
    if not suggested:
        return
    busy = Mentorship.objects.filter(mentee=viewer.person, state__in=(*ASKED_STATES, *WORKING_STATES))
    taken = set(busy.values_list("programme_id", flat=True))
    if any(one.programme.pk not in taken for one in suggested):
        words = _("Your programme suggests a mentor. You choose, and you reach out.")
        yield Todo(words, _("See who it is"), "find_mentor", kind="mentoring", weight=3)


def _managing(viewer: Viewer) -> Iterator[Todo]:
    managed = viewer.programmes_managed()
    if not managed:
        return
    runs = MatchRun.objects.filter(programme__in=managed, asked_by=viewer.person).order_by("-created_at")
    newest = runs.values_list("pk", "state", "kind", "placed", "places_override").first()
    if newest and newest[1] == RunState.DONE and newest[3] and newest[4] is None:
        words = _("A matching run is done. Look at the pairs, then publish them.")
        yield Todo(words, _("Look at the pairs"), "match_run", (newest[0],), kind=newest[2], weight=2)
    waiting = (ImportState.UPLOADED, ImportState.CHECKED, ImportState.FAILED)
    half_way = ImportBatch.objects.filter(programme__in=managed, made_by=viewer.person, state__in=waiting)
    if found := half_way.values_list("pk", flat=True).first():
        words = _("A table you brought in waits. Nothing of it is written yet.")
        yield Todo(words, _("Go on with it"), "import_batch", (found,), weight=1)
