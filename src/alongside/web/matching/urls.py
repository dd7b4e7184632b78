"""Addresses of the topic matching: the workbench, its rules, one run, and imports."""

from django.urls import URLPattern, URLResolver, path

from alongside.web.matching import comparing, costs, imports, own_rules, people, rules, runs, workbench

OF_PROGRAMME = "programmes/<uuid:pk>/matching/"

urlpatterns: list[URLPattern | URLResolver] = [
    path(OF_PROGRAMME, workbench.show_workbench, name="programme_matching"),
    path(f"{OF_PROGRAMME}run/", workbench.edit_begin_run, name="begin_match_run"),
    path(
        f"{OF_PROGRAMME}wishes/<uuid:wish>/take-back/", workbench.edit_take_wish_back, name="take_wish_back"
    ),
    path(f"{OF_PROGRAMME}rules/", rules.edit_rules, name="match_rules"),
    path(f"{OF_PROGRAMME}rules/own/take-out/", own_rules.edit_remove_rule, name="remove_own_rule"),
    path(f"{OF_PROGRAMME}rules/own/<slug:criterion>/", own_rules.edit_own_rule, name="own_rule"),
    path(f"{OF_PROGRAMME}rules/ladder/", rules.edit_ladder, name="ladder"),
    path(f"{OF_PROGRAMME}rules/ladder/take-away/", rules.edit_remove_ladder, name="remove_ladder"),
    path(f"{OF_PROGRAMME}rules/file/", rules.edit_rules_file, name="rules_file"),
    path(f"{OF_PROGRAMME}rules/file/download/", rules.show_rules_file, name="download_rules"),
    path(f"{OF_PROGRAMME}rules/versions/<int:number>/", rules.edit_rules_version, name="rules_version"),
    path("matching/<uuid:pk>/", runs.show_run, name="match_run"),
    path("matching/<uuid:pk>/audit/", runs.show_audit, name="match_audit"),
    path("matching/<uuid:pk>/cancel/", runs.edit_cancel_run, name="cancel_match_run"),
    path("matching/<uuid:pk>/compare/", comparing.show_comparison, name="compare_match_run"),
    path("matching/<uuid:pk>/rules/", costs.show_rule_prices, name="rule_prices"),
    path("matching/<uuid:pk>/rules/work-out/", costs.edit_begin_rule_prices, name="begin_rule_prices"),
    path("matching/<uuid:pk>/publish/", runs.edit_publish_run, name="publish_match_run"),
    path("matching/<uuid:pk>/take-back/", runs.edit_withdraw_run, name="withdraw_match_run"),
    path("matching/<uuid:pk>/pairs/<uuid:pair>/", runs.edit_wish, name="wish_for_pair"),
    path("matching/<uuid:pk>/people/<uuid:person>/", people.show_person_in_run, name="person_in_run"),
    path(
        "matching/<uuid:pk>/people/<uuid:person>/with/<uuid:other>/",
        people.edit_two_by_hand,
        name="two_by_hand",
    ),
    path("programmes/<uuid:pk>/import/", imports.edit_upload, name="programme_import"),
    path("imports/<uuid:pk>/", imports.edit_import, name="import_batch"),
    path("imports/<uuid:pk>/problems/", imports.show_problems_file, name="import_problems"),
    path("imports/<uuid:pk>/start/", imports.edit_start_import, name="start_import"),
    path("imports/<uuid:pk>/throw-away/", imports.edit_abandon_import, name="abandon_import"),
]
