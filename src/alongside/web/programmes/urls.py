"""Addresses of the topic programmes."""

from django.urls import URLPattern, URLResolver, path

from alongside.web.programmes import joining, people, programmes

urlpatterns: list[URLPattern | URLResolver] = [
    path("programmes/", programmes.show_programmes, name="programmes"),
    path("programmes/new/", programmes.edit_new_programme, name="new_programme"),
    path("programmes/<uuid:pk>/", programmes.show_programme, name="programme"),
    path("programmes/<uuid:pk>/settings/", programmes.edit_settings, name="programme_settings"),
    path("programmes/<uuid:pk>/open/", programmes.open_programme, name="open_programme"),
    path("programmes/<uuid:pk>/close/", programmes.close_programme, name="close_programme"),
    path("programmes/<uuid:pk>/people/", people.show_people, name="programme_people"),
    path("programmes/<uuid:pk>/people/add/", people.add_person, name="add_person"),
    path("programmes/<uuid:pk>/people/invite/", people.invite_everyone, name="invite_everyone"),
    path("enrolments/<uuid:pk>/decide/", people.decide, name="decide_enrolment"),
    path("enrolments/<uuid:pk>/invite/", people.invite, name="invite_enrolment"),
    path("enrolments/<uuid:pk>/withdraw/", people.withdraw, name="withdraw_letter"),
    path("enrolments/<uuid:pk>/remove/", people.remove, name="remove_enrolment"),
    path("enrolments/<uuid:pk>/back/", people.bring_back, name="bring_back_enrolment"),
    path("enrolments/<uuid:pk>/leave/", joining.leave, name="leave_programme"),
    path("join/", joining.show_open_programmes, name="open_programmes"),
    path("join/<uuid:pk>/", joining.edit_join, name="join_programme"),
]
