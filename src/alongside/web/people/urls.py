"""Addresses of the topic people."""

from django.urls import URLPattern, URLResolver, path

from alongside.web.people import demo, me, organisation, person, places, privacy, security, today

urlpatterns: list[URLPattern | URLResolver] = [
    path("today/", today.show_today, name="today"),
    path("demo/", demo.demo_door, name="demo_door"),
    path("demo/outbox/", demo.outbox, name="outbox"),
    path("welcome/", places.show_no_place_yet, name="no_place_yet"),
    path("welcome/found/", places.found, name="found_organisation"),
    path("welcome/join/<uuid:pk>/", places.join, name="join_organisation"),
    path("welcome/invitation/<uuid:pk>/", places.accept_waiting, name="accept_waiting_invitation"),
    path("welcome/choose/", places.choose_person, name="choose_person"),
    path("invitation/<str:token>/", places.accept_invitation, name="accept_invitation"),
    path("me/", me.edit_me, name="me"),
    path("me/full/", me.set_full, name="set_full"),
    path("me/places/<uuid:pk>/", me.set_places, name="set_places"),
    path("me/places/<uuid:pk>/requests/", me.set_requests_most, name="set_requests_most"),
    path("me/remove/<slug:kind>/<uuid:pk>/", me.remove_from_profile, name="remove_from_profile"),
    path("me/privacy/", privacy.show_my_privacy, name="my_privacy"),
    path("me/privacy/export/", privacy.export_mine, name="export_mine"),
    path("me/security/", security.show_my_security, name="my_security"),
    path("people/<uuid:pk>/", person.show_person, name="person"),
    path("qualifications/<uuid:pk>/verify/", person.verify, name="verify_qualification"),
    path("organisation/", organisation.edit_organisation, name="organisation"),
    path("organisation/appoint/", organisation.appoint, name="appoint"),
    path("organisation/appointments/<uuid:pk>/end/", organisation.end_appointment, name="end_appointment"),
    path("privacy/", privacy.show_privacy, name="privacy"),
]
