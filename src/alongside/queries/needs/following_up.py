"""What somebody is asked afterwards about a need: whether it is open, what they said, and when they are asked next."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from alongside.core.needs.following_up import MOMENTS, days_to_come, is_asked_about, moment_reached
from alongside.core.needs.routes import Route
from alongside.models import Need, NeedFollowUp
from alongside.queries.access import Sight, get_visible
from alongside.queries.todo import Todo
from alongside.queries.viewers import Viewer

REMINDED: Final = timedelta(days=30)  # so long it waits on Today; on the need's own page it stays


@dataclass(frozen=True, slots=True)
class Afterwards:
    """What the page of a need shows of it. `days` is the moment that has come (60 or 120), None before."""

    days: int | None
    given: NeedFollowUp | None
    to_come: tuple[date, ...]
    is_wanted: bool  # the person has not said "do not ask again"

    @property
    def is_open(self) -> bool:
        """Whether the question waits for an answer."""
        return self.days is not None and self.given is None and self.is_wanted


def get_need_to_follow_up(viewer: Viewer, pk: UUID, action: str = "read") -> Sight[Need]:
    """A need of one's own, to say afterwards how it went."""
    return get_visible(viewer, "need_follow_up", action, Need.objects.select_related("person"), pk)


def get_afterwards(sight: Sight[Need], now: datetime) -> Afterwards | None:
    """What is asked afterwards; None where nothing ever is, or where it is not the viewer's to answer (one read)."""
    need = sight.record
    owns = sight.may("need_follow_up", "edit")
    if not owns or need.decided_at is None or not is_asked_about(need.route, need.chosen_route):
        return None
    days = moment_reached(need.decided_at, now)
    rows = NeedFollowUp.objects.filter(need=need, decided_at=need.decided_at, answered_at__isnull=False)
    given = rows.filter(days=days).first() if days else None
    return Afterwards(days, given, days_to_come(need.decided_at, now), need.may_be_asked)


def list_open(now: datetime) -> QuerySet[Need]:
    """Needs whose question has come lately and is not answered, and whose owner may be asked; the oldest first."""
    due = Q()
    for days in MOMENTS:
        came = now - timedelta(days=days)
        said = NeedFollowUp.objects.filter(
            need=OuterRef("pk"), decided_at=OuterRef("decided_at"), days=days, answered_at__isnull=False
        )
        due |= Q(decided_at__lte=came, decided_at__gt=came - REMINDED) & ~Q(Exists(said))
    rows = Need.objects.filter(due, may_be_asked=True, person__isnull=False).exclude(chosen_route="")
    return rows.exclude(route=Route.CRISIS.value).order_by("decided_at")


def first_open(viewer: Viewer, now: datetime) -> Need | None:
    """The need the viewer is asked about first."""
    return list_open(now).filter(person=viewer.person).first()


def list_todos(viewer: Viewer, now: datetime) -> tuple[Todo, ...]:
    """The question, in words that say nothing of what the need was about."""
    need = first_open(viewer, now)
    if need is None:
        return ()
    words = _("Some time ago you chose a kind of help. Was it the right one?")
    return (Todo(words, _("Say how it went, or leave it"), "need_afterwards", (need.pk,), weight=-5),)
