"""The guide: a contents page with the two side by side, and a short page for each question people come with."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from alongside.web.declare import shows


@dataclass(frozen=True, slots=True)
class GuidePage:
    """One page of the guide; its text stands in `templates/needs/guide/<slug>.html`."""

    slug: str
    title: str | Promise
    lead: str | Promise
    kind: str = ""

    @property
    def text(self) -> str:
        return f"needs/guide/{self.slug}.html"


PAGES = (
    GuidePage(
        "coaching",
        _("What a coach is for"),
        _("You more or less know what to do. A coach helps you to do it when it counts, until it is yours."),
        "coaching",
    ),
    GuidePage(
        "mentoring",
        _("What a mentor is for"),
        _(
            "Somebody who has walked your road tells you what the road taught them, and listens to where yours goes."
        ),
        "mentoring",
    ),
    GuidePage(
        "neither",
        _("When it is neither"),
        _("Often the right help is a course, a decision, or care. Finding that out early is worth a lot."),
    ),
    GuidePage(
        "mistakes",
        _("Common mistakes"),
        _("Most of these are made by kind people who mean well. They are easier to see from outside."),
    ),
    GuidePage(
        "making-it-work",
        _("Getting the most out of it"),
        _(
            "The one who helps matters. What you bring matters at least as much, and all of it can be learned."
        ),
    ),
    GuidePage(
        "a-good-one",
        _("How to tell a good one"),
        _("Six things to look for, what should make you stop, and what to ask before you say yes."),
    ),
)
SLUGS = tuple(page.slug for page in PAGES)


@shows("public_page", anonymous=True)
def show_guide(request: HttpRequest) -> HttpResponse:
    """The contents, and coaching and mentoring side by side."""
    return render(request, "needs/guide.html", {"pages": PAGES})


@shows("public_page", anonymous=True)
def show_guide_page(request: HttpRequest, slug: str) -> HttpResponse:
    """One page, with the one before it and the one after it."""
    if slug not in SLUGS:
        raise Http404
    at = SLUGS.index(slug)
    context = {
        "page": PAGES[at],
        "pages": PAGES,
        "before": PAGES[at - 1] if at else None,
        "after": PAGES[at + 1] if at + 1 < len(PAGES) else None,
    }
    return render(request, "needs/guide/page.html", context)
