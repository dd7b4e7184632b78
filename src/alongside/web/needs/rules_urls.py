"""Addresses of the workbench of the triage rules."""

from django.urls import URLPattern, URLResolver, path

from alongside.web.needs import calibration, draft, trials, workbench

urlpatterns: list[URLPattern | URLResolver] = [
    path("triage/", workbench.show_rules, name="triage_rules"),
    path("triage/calibration/", calibration.show_calibration, name="triage_calibration"),
    path("triage/shipped/file/", workbench.download_shipped, name="download_shipped_triage"),
    path("triage/shipped/use/", workbench.edit_use_shipped, name="use_shipped_triage"),
    path("triage/versions/<uuid:pk>/file/", workbench.download_version, name="download_triage_version"),
    path("triage/versions/<uuid:pk>/use/", workbench.edit_use_version, name="use_triage_version"),
    path("triage/versions/<uuid:pk>/draft/", workbench.edit_draft_of_version, name="draft_of_triage_version"),
    path("triage/draft/", draft.show_draft, name="triage_draft"),
    path("triage/draft/begin/", workbench.edit_begin_draft, name="begin_triage_draft"),
    path("triage/draft/throw-away/", workbench.edit_throw_away_draft, name="throw_away_triage_draft"),
    path("triage/draft/numbers/", draft.edit_numbers, name="triage_numbers"),
    path("triage/draft/add/", draft.edit_add_family, name="add_triage_family"),
    path("triage/draft/families/<str:name>/", draft.edit_family, name="triage_family"),
    path("triage/draft/text/", draft.edit_file, name="triage_file"),
    path("triage/draft/file/", draft.download_draft, name="download_triage_draft"),
    path("triage/draft/try/", draft.edit_try_draft, name="try_triage_draft"),
    path("triage/draft/publish/", draft.edit_publish_draft, name="publish_triage_draft"),
    path("triage/trials/<uuid:pk>/", trials.show_trial, name="triage_trial"),
]
