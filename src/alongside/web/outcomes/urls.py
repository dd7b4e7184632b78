"""Addresses of the topic outcomes. `about` is "coaching" or "mentoring"."""

from django.urls import URLPattern, URLResolver, path

from alongside.web.outcomes import programme, responses

OF_RELATIONSHIP = "answers/<slug:about>/<uuid:pk>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path("programmes/<uuid:pk>/outcomes/", programme.show_programme_outcomes, name="programme_outcomes"),
    path("programmes/<uuid:pk>/outcomes/figures/", programme.show_outcomes_file, name="outcomes_file"),
    path("feedback/", responses.show_feedback, name="feedback"),
    path("answers/<uuid:pk>/show/", responses.release_answers, name="release_answers"),
    path(OF_RELATIONSHIP, responses.show_answers_page, name="answers"),
    path(
        OF_RELATIONSHIP + "<slug:instrument>/<slug:moment>/",
        responses.edit_answer_instrument,
        name="answer_instrument",
    ),
]
