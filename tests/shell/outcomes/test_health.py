"""Health on the programme's list of relationships: coaching from its dates, mentoring never."""

from collections.abc import Callable
from datetime import timedelta

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.models import Meeting, MeetingState, Person
from alongside.queries.relationships.programme_list import list_programme_relationships
from alongside.queries.viewers import viewer_as
from tests.shell.cast import Cast

SignIn = Callable[[Person], Client]


def hold_long_ago(cast: Cast, days: int) -> None:
    """The last session and the last conversation of the cast were that many days ago."""
    at = timezone.now() - timedelta(days=days)
    for about in ({"engagement": cast.engagement}, {"mentorship": cast.mentorship}):
        Meeting.objects.create(**about, number=1, starts_at=at, held_at=at, state=MeetingState.HELD)
    cast.mentorship.last_contact_at = at
    cast.mentorship.save()


def page(cast: Cast, signed_in: SignIn, name: str, kind: str) -> str:
    address = reverse("programme_relationships", args=[cast.programme.pk])
    answer = signed_in(cast.people()[name]).get(address, {"kind": kind})
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_long_gap_in_coaching_is_at_risk_and_says_why(cast: Cast, signed_in: SignIn) -> None:
    hold_long_ago(cast, 80)
    said = page(cast, signed_in, "amara", "coaching")
    assert "At risk" in said
    assert "Last session 80 days ago; one every 28 days was agreed." in said


def test_a_long_gap_in_mentoring_is_nobodys_report(cast: Cast, signed_in: SignIn) -> None:
    hold_long_ago(cast, 5)
    fresh = page(cast, signed_in, "amara", "mentoring")
    Meeting.objects.filter(mentorship=cast.mentorship).delete()
    Meeting.objects.filter(engagement=cast.engagement).delete()
    hold_long_ago(cast, 400)
    quiet = page(cast, signed_in, "amara", "mentoring")
    assert (
        fresh.partition("<table")[2].partition("</table>")[0]
        == quiet.partition("<table")[2].partition("</table>")[0]
    )
    rows = list_programme_relationships(
        viewer_as(cast.amara), cast.programme.pk, "mentoring", "1", timezone.now()
    ).rows
    assert [row.health for row in rows] == [None]


def test_an_administrator_learns_nothing_of_how_it_is_going(cast: Cast, signed_in: SignIn) -> None:
    hold_long_ago(cast, 80)
    said = page(cast, signed_in, "jon", "coaching")
    assert "At risk" not in said
    assert "80 days" not in said
