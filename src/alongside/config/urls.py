"""Every address of the house, a line a topic. Each view says what it shows (web/declare.py)."""

from django.urls import include, path

from alongside.web import errors
from alongside.web.confidentiality.urls import urlpatterns as confidentiality
from alongside.web.matching.urls import urlpatterns as matching
from alongside.web.needs.rules_urls import urlpatterns as triage_rules
from alongside.web.needs.urls import urlpatterns as needs
from alongside.web.outcomes.urls import urlpatterns as outcomes
from alongside.web.people.urls import urlpatterns as people
from alongside.web.programmes.urls import urlpatterns as programmes
from alongside.web.relationships.urls import urlpatterns as relationships
from alongside.web.skills.urls import urlpatterns as skills
from alongside.web.specimen import show_specimen

urlpatterns = [
    *needs,
    *triage_rules,
    *people,
    *programmes,
    *skills,
    *matching,
    *relationships,
    *confidentiality,
    *outcomes,
    path("specimen/", show_specimen, name="specimen"),
    path("account/", include("allauth.urls")),
]

handler400 = errors.show_bad_request
handler403 = errors.show_forbidden
handler404 = errors.show_missing
handler500 = errors.show_failure
