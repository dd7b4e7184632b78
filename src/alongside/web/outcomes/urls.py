"""Addresses of the topic outcomes."""

from django.urls import URLPattern, URLResolver, path

from alongside.web.outcomes import programme

urlpatterns: list[URLPattern | URLResolver] = [
    path("programmes/<uuid:pk>/outcomes/", programme.show_programme_outcomes, name="programme_outcomes"),
    path("programmes/<uuid:pk>/outcomes/figures/", programme.show_outcomes_file, name="outcomes_file"),
]
