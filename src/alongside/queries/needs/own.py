"""Needs as their owner and the reviewer they chose may see them."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from alongside.models import Need, NeedTalk
from alongside.queries.access import Sight, get_visible
from alongside.queries.todo import Todo
from alongside.queries.viewers import Viewer, viewer_as


def list_needs(viewer: Viewer) -> QuerySet[Need]:
    """The viewer's own needs, the newest first."""
    return Need.objects.filter(person=viewer.person).prefetch_related("skills__skill").order_by("-created_at")


def get_need(viewer: Viewer, pk: UUID, action: str = "read") -> Sight[Need]:
    """One need, for those the policy lets see it."""
    rows = Need.objects.select_related("person__organisation", "talk__reviewer").prefetch_related(
        "skills__skill"
    )
    return get_visible(viewer, "need", action, rows, pk)


def get_running_talk(sight: Sight[Need]) -> NeedTalk | None:
    """The talk asked for about a need, while it is still to be had by somebody who reviews needs."""
    asked = NeedTalk.objects.filter(need=sight.record, withdrawn_at__isnull=True, done_at__isnull=True)
    talk = asked.select_related("reviewer__organisation").first()
    if talk is None or talk.reviewer is None or not viewer_as(talk.reviewer).is_reviewer:
        return None
    return talk


def list_talks(viewer: Viewer) -> QuerySet[NeedTalk]:
    """The talks people asked this viewer for and did not take back, while the viewer holds the office."""
    if not viewer.is_reviewer:
        return NeedTalk.objects.none()
    return (
        NeedTalk.objects.filter(reviewer=viewer.person, withdrawn_at__isnull=True)
        .select_related("need__person__organisation")
        .order_by("done_at", "created_at")
    )


def get_talk(viewer: Viewer, pk: UUID, action: str = "read") -> Sight[NeedTalk]:
    """One talk, for the one who asked and the reviewer who was asked."""
    rows = NeedTalk.objects.select_related("need__person__organisation", "reviewer", "programme")
    return get_visible(viewer, "need_share", action, rows, pk)


def list_todos(viewer: Viewer, now: datetime) -> tuple[Todo, ...]:
    """An undecided need of one's own; a talk somebody asked for."""
    found: list[Todo] = []
    undecided = Need.objects.filter(
        person=viewer.person, decided_at__isnull=True, closed_at__isnull=True
    ).first()
    if undecided is not None:
        found.append(
            Todo(_("You kept a need and have not decided yet."), _("Look at it"), "need", (undecided.pk,))
        )
    if list_talks(viewer).filter(done_at__isnull=True).exists():
        found.append(
            Todo(_("Somebody would like to talk to you."), _("See what they shared"), "talks", weight=5)
        )
    return tuple(found)
