"""The five main pages of the demo, each with the session of somebody who uses it daily."""

from importlib import import_module

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.urls import reverse

from alongside.models import Appointment, CoachingEngagement, Mentorship, Office, Person

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def main_pages() -> list[tuple[str, str, str]]:
    """(name, path, cookie) of today, the two rooms, a programme's people and its picture."""
    engagement = CoachingEngagement.objects.filter(state="active", client__account__isnull=False).first()
    mentorship = Mentorship.objects.filter(state="cultivation", mentee__account__isnull=False).first()
    manager = Appointment.objects.filter(
        office=Office.PROGRAMME_MANAGER, person__account__isnull=False
    ).first()
    assert engagement and mentorship and manager
    client, mentee, managing = (
        cookie_of(engagement.client),
        cookie_of(mentorship.mentee),
        cookie_of(manager.person),
    )
    return [
        ("today (client)", reverse("today"), client),
        ("coaching room (client)", reverse("engagement", args=[engagement.pk]), client),
        ("mentoring room (mentee)", reverse("mentorship", args=[mentorship.pk]), mentee),
        ("people (manager)", reverse("programme_people", args=[manager.programme_id]), managing),
        ("picture (manager)", reverse("programme_picture", args=[manager.programme_id]), managing),
    ]


def cookie_of(person: Person) -> str:
    """A session in which that person is signed in."""
    assert person.account is not None
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(person.account.pk)
    session[BACKEND_SESSION_KEY] = BACKEND
    session[HASH_SESSION_KEY] = person.account.get_session_auth_hash()
    session.create()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"
