"""Addresses of the topic confidentiality."""

from django.urls import URLPattern, URLResolver, path

from alongside.web.confidentiality import choices, concerns

urlpatterns: list[URLPattern | URLResolver] = [
    path("concern/", concerns.edit_raise_concern, name="raise_concern"),
    path("concerns/", concerns.show_concerns, name="concerns"),
    path("concerns/<uuid:pk>/", concerns.show_concern, name="concern"),
    path("concerns/<uuid:pk>/handle/", concerns.edit_concern, name="handle_concern"),
    path("choices/usage/", choices.set_usage, name="set_usage"),
    path("choices/colours/", choices.set_theme, name="set_theme"),
]
