"""What every page of the coaching room needs: whose room it is, the facts, and an answer to a pressed button."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.core.relationships.coaching import CoachingFacts
from alongside.core.verdicts import Refused
from alongside.queries.relationships.coaching.facts import facts_from
from alongside.queries.relationships.coaching.room import get_room, side_of, who_sees
from alongside.queries.relationships.two_sides import other_side
from alongside.web.answers import see_other, show_again
from alongside.web.requests import HouseRequest

FORM_PAGE = "relationships/coaching/form.html"


@dataclass(frozen=True)
class Room:
    """One engagement as client or coach stands in it. `side` is which of the two."""

    sight: Any  # a Sight of an engagement; views take it as it comes from the queries
    side: str
    me: Any
    other: Any
    now: datetime

    @property
    def engagement(self) -> Any:
        return self.sight.record

    @property
    def pk(self) -> UUID:
        found: UUID = self.sight.record.pk
        return found

    @property
    def facts(self) -> CoachingFacts:
        return facts_from(self.sight.record)

    @property
    def is_client(self) -> bool:
        return self.side == "client"

    @property
    def is_coach(self) -> bool:
        return self.side == "coach"

    def who(self, resource: str, field: str | None = None) -> str:
        """Who can see this, in one sentence."""
        return who_sees(self.sight, resource, field)


def posted(request: HouseRequest) -> Any:
    """What a form was sent, an empty one included; None when it is only being looked at."""
    return request.POST if request.method == "POST" else None


def enter(request: HouseRequest, pk: UUID, resource: str = "engagement", action: str = "read") -> Room:
    """The room, for the two whose room it is; NotVisible (404) for everybody else."""
    return room_of(request, get_room(request.viewer, pk, resource, action))


def room_of(request: HouseRequest, sight: Any) -> Room:
    """The room behind a sight that was got by another way."""
    me = request.viewer.person
    assert me is not None  # noqa: S101 - views of rooms are declared to need a person
    return Room(sight, side_of(sight), me, other_side(sight.record, me), timezone.now())


def show(request: HouseRequest, room: Room, template: str, **more: Any) -> HttpResponse:
    """A page of the room; with a form that failed, 422."""
    context = {"room": room, "engagement": room.engagement, "back_words": back_words(room), **more}
    failed = any(
        isinstance(value, forms.BaseForm) and value.is_bound and value.errors for value in more.values()
    )
    answer = show_again if failed else render
    return answer(request, f"relationships/coaching/{template}.html", context)


def show_form(
    request: HouseRequest, room: Room, form: Any, title: str, label: str, **more: Any
) -> HttpResponse:
    """A page that is one form."""
    return show(request, room, "form", form=form, title=title, label=label, **more)


def back_words(room: Room) -> str:
    """The words of the way back to the room."""
    if room.other is None:
        return _("Coaching")
    return _("Coaching with %(name)s") % {"name": room.other.name}


def settle(
    request: HouseRequest, answer: object, done: str, page: str, *args: str | UUID, query: str = ""
) -> HttpResponse:
    """After a pressed button: say what happened or why not, and go to the page."""
    if isinstance(answer, Refused):
        messages.warning(request, answer.because)
    elif done:
        messages.success(request, done)
    return see_other(page, *args, query=query)


def took(form: Any, answer: object) -> bool:
    """Whether the service took what the form sent; a refusal goes onto the form, so that nothing typed is lost."""
    if isinstance(answer, Refused):
        form.add_error(None, answer.because)
        return False
    return True
