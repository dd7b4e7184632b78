"""Addresses of the topic relationships: what both kinds share, and a list for each kind."""

from django.urls import URLPattern, URLResolver

from alongside.web.relationships.coaching.urls import urlpatterns as coaching
from alongside.web.relationships.mentoring.urls import urlpatterns as mentoring

urlpatterns: list[URLPattern | URLResolver] = [*coaching, *mentoring]
