"""Addresses of the topic relationships: what both kinds share, and a list for each kind."""

from django.urls import URLPattern, URLResolver, path

from alongside.web.relationships import overview, searching
from alongside.web.relationships.coaching.urls import urlpatterns as coaching
from alongside.web.relationships.mentoring.urls import urlpatterns as mentoring

urlpatterns: list[URLPattern | URLResolver] = [
    path("my-help/", overview.show_my_help, name="my_help"),
    path("portfolio/", overview.show_portfolio, name="portfolio"),
    path("sponsored/", overview.show_sponsored, name="sponsored"),
    path(
        "programmes/<uuid:pk>/relationships/",
        overview.show_programme_relationships,
        name="programme_relationships",
    ),
    path("searches/<uuid:pk>/", searching.edit_search, name="stuck_search"),
    path("searches/<uuid:pk>/call-off/", searching.edit_call_off, name="call_off_search"),
    *coaching,
    *mentoring,
]
