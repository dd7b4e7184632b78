"""What waits in programmes: requests and drafts for those who manage, kept places for everybody."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.models import Enrolment, EnrolmentState, Programme, ProgrammeState
from alongside.queries.todo import Todo
from alongside.queries.viewers import Viewer


def list_todos(viewer: Viewer, now: datetime) -> tuple[Todo, ...]:
    """Two reads, one for the programmes managed and one for places kept for the viewer."""
    if viewer.person is None:
        return ()
    return (*_managed(viewer), *_kept_places(viewer))


def _managed(viewer: Viewer) -> Iterator[Todo]:
    rows = Programme.objects.filter(pk__in=viewer.programmes_managed()).annotate(
        waiting=Count("enrolments", Q(enrolments__state=EnrolmentState.REQUESTED))
    )
    for programme in rows:
        if programme.waiting:
            yield _requests(programme, programme.waiting)
        if programme.state == ProgrammeState.DRAFT:
            words = _("%(programme)s is still a draft. Open it when it is ready.") % {
                "programme": programme.name
            }
            yield Todo(words, _("Look at the draft"), "programme", (programme.pk,), weight=1)


def _requests(programme: Programme, waiting: int) -> Todo:
    words = ngettext(
        "%(number)s person asks to join %(programme)s.",
        "%(number)s people ask to join %(programme)s.",
        waiting,
    ) % {"number": waiting, "programme": programme.name}
    return Todo(words, _("Answer"), "programme_people", (programme.pk,), weight=6)


def _kept_places(viewer: Viewer) -> Iterator[Todo]:
    rows = Enrolment.objects.filter(person=viewer.person, state=EnrolmentState.INVITED).select_related(
        "programme"
    )
    for programme in {row.programme_id: row.programme for row in rows}.values():
        words = _("A place in %(programme)s is kept for you.") % {"programme": programme.name}
        yield Todo(words, _("Look at it"), "join_programme", (programme.pk,), weight=4)
