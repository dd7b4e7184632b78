"""Today: a greeting, one thing to do, then the rest."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from alongside.queries.people import Parts
from alongside.queries.relationships.news import News, list_news
from alongside.queries.today import Today, get_today
from alongside.queries.todo import Todo
from alongside.web.declare import shows
from alongside.web.requests import HouseRequest


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to do as the page shows it; `due_at` is empty where the words say the day themselves."""

    words: str
    button: str
    url: str
    due_at: datetime | None
    kind: str
    about: str


@dataclass(frozen=True, slots=True)
class NewsLine:
    """Something that has ended, and when. Without an address there is nothing to open."""

    words: str
    happened_at: datetime
    kind: str
    url: str


@dataclass(frozen=True, slots=True)
class Way:
    """A place to go from here, when nothing waits or beside what waits."""

    title: str
    text: str
    url: str
    kind: str = ""


@shows("own_today", "read")
@require_GET
def show_today(request: HouseRequest) -> HttpResponse:
    """What waits for the viewer, and where they can go."""
    now = timezone.now()
    today = get_today(request.viewer, now)
    person = request.viewer.person
    context = {
        "greeting": greeting(timezone.localtime(now), person.name if person else ""),
        "first": line_of(today.first) if today.first else None,
        "rest": [line_of(todo) for todo in today.rest],
        "news": [news_line(one) for one in list_news(request.viewer, now)],
        "ways": ways_of(today),
        "is_new": is_new(today),
    }
    return render(request, "people/today.html", context)


def greeting(local: datetime, name: str) -> str:
    """Good morning, afternoon or evening, by the clock where the person is."""
    words = _("Good evening, %(name)s")
    if 4 <= local.hour < 12:
        words = _("Good morning, %(name)s")
    elif 12 <= local.hour < 18:
        words = _("Good afternoon, %(name)s")
    return words % {"name": name.split(" ", 1)[0]}


def line_of(todo: Todo) -> Line:
    due_at = todo.due_at
    if due_at is not None and date_format(timezone.localtime(due_at), "j F") in todo.words:
        due_at = None
    url = reverse(todo.page, args=todo.page_args)
    return Line(todo.words, todo.button, url, due_at, todo.kind, todo.about)


def news_line(news: News) -> NewsLine:
    url = reverse(news.page, args=news.page_args) if news.page else ""
    return NewsLine(news.words, news.happened_at, news.kind, url)


def is_new(today: Today) -> bool:
    """Somebody for whom nothing has begun here."""
    return today.parts == Parts() and not (today.manages or today.administers)


# For whom, what it is called, what it is for, the page, the kind.
WAYS: tuple[tuple[str, str | Promise, str | Promise, str, str], ...] = (
    (
        "helps",
        gettext_lazy("Portfolio"),
        gettext_lazy("Everyone you help, with what is next for each."),
        "portfolio",
        "",
    ),
    (
        "is_helped",
        gettext_lazy("My help"),
        gettext_lazy("Who helps you, and whom you could ask."),
        "my_help",
        "",
    ),
    (
        "is_helped",
        gettext_lazy("My path"),
        gettext_lazy("What you can do, and what you want to be able to do."),
        "my_path",
        "mentoring",
    ),
    (
        "sponsors",
        gettext_lazy("Sponsored"),
        gettext_lazy("The coaching you pay for, as far as each agreement opens it."),
        "sponsored",
        "coaching",
    ),
    (
        "manages",
        gettext_lazy("Programmes"),
        gettext_lazy("Who takes part, whom they could be with, how it is going."),
        "programmes",
        "",
    ),
    (
        "administers",
        gettext_lazy("The organisation"),
        gettext_lazy("Its name, its offices, and who holds them."),
        "organisation",
        "",
    ),
    (
        "everyone",
        gettext_lazy("Which kind of help?"),
        gettext_lazy("A few questions, and an answer with its reasons."),
        "which_help",
        "",
    ),
    (
        "everyone",
        gettext_lazy("Programmes to join"),
        gettext_lazy("As somebody who is helped, or as somebody who helps."),
        "open_programmes",
        "",
    ),
)


def ways_of(today: Today) -> list[Way]:
    """The ways open to this person, each with the page behind it."""
    who = {
        "helps": today.parts.helps,
        "is_helped": today.parts.is_helped,
        "sponsors": today.parts.sponsors,
        "manages": today.manages,
        "administers": today.administers,
        "everyone": True,
    }
    return [
        Way(str(title), str(text), reverse(page), kind) for key, title, text, page, kind in WAYS if who[key]
    ]
