"""What sponsor, line manager and programme manager get on their pages: no word, no note, no rating beyond the table."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from alongside.core.confidentiality.relations import Relation
from alongside.models import Moment, Person
from alongside.queries.relationships.coaching.terms import current_version, terms_of
from alongside.services.relationships.coaching.agreement import change_terms, sign_agreement
from alongside.services.relationships.coaching.baseline import write_mindset_shift
from alongside.services.relationships.coaching.offers import decline_match
from alongside.services.relationships.coaching.plan import Occasion, log_practice
from alongside.services.relationships.coaching.releasing import release_item, take_back
from alongside.services.relationships.coaching.reviews import ReviewWords, begin_review, write_review
from alongside.services.relationships.meetings import TopicWords, write_topic
from alongside.services.relationships.messages import send_message
from alongside.services.relationships.notes import agree_action, write_private_note, write_shared_note
from alongside.services.relationships.reasons import Reason
from tests.shell.makers import make_person
from tests.shell.relationships.coaching.walks import Walk, hold, ok, plan_steps, review_middle, walk_to

pytestmark = pytest.mark.django_db

SignIn = Callable[[Person], Client]
SECRET = "Quince"  # a word that is nowhere else


@pytest.fixture
def secretive() -> Walk:
    """An engagement with a sponsor and a line manager in which every confidential field holds the secret word."""
    walk = walk_to("active", sponsor=True)
    walk.dev.line_manager = make_person(walk.programme.organisation, "Hamid Harbour")
    walk.dev.save()
    meeting = walk.engagement.meetings.get(number=1)
    write_topic(meeting, TopicWords(SECRET, SECRET, SECRET, f"https://{SECRET}.example"))
    ok(write_shared_note(walk.engagement, walk.dev, SECRET, walk.at, meeting))
    ok(write_private_note(walk.engagement, walk.carla, f"{SECRET} alone", walk.at, meeting))
    ok(agree_action(walk.engagement, walk.dev, SECRET, walk.at, None, meeting))
    ok(send_message(walk.engagement, walk.dev, SECRET, walk.at))
    ok(write_mindset_shift(walk.engagement, SECRET, SECRET, 5, 5, walk.dev, walk.at))
    first = plan_steps(walk)[0]
    first.behaviour = SECRET
    first.save()
    ok(log_practice(first, Occasion(walk.at.date(), True, SECRET), walk.dev, walk.at))
    walk.skill.name = f"{SECRET} skill"
    walk.skill.save()
    review = ok(begin_review(walk.engagement, "mid", walk.dev, walk.at))
    assert write_review(review, ReviewWords(SECRET, SECRET, SECRET), walk.dev) is None
    return walk


def outsider(walk: Walk, who: str) -> Person:
    """Somebody near the engagement and outside the two, by what they are or by name."""
    person = walk.dev.line_manager if who == "manager" else getattr(walk, who)
    assert isinstance(person, Person)
    return person


OUTSIDE = ("engagement", "coaching_agreement", "sponsored", "programme_relationships", "today")


def pages_of(walk: Walk, browser: Client) -> str:
    """Everything these pages say to somebody, those that are not there left out."""
    said = []
    for name in OUTSIDE:
        args = {"sponsored": (), "today": (), "programme_relationships": (walk.programme.pk,)}
        said.append(browser.get(reverse(name, args=args.get(name, (walk.engagement.pk,)))).content.decode())
    return "".join(said)


@pytest.mark.parametrize("who", ["grace", "amara", "manager"])
def test_nobody_outside_reads_a_word(secretive: Walk, signed_in: SignIn, who: str) -> None:
    assert SECRET not in pages_of(secretive, signed_in(outsider(secretive, who)))


@pytest.mark.parametrize(
    "name",
    [
        *("coaching_gap", "coaching_goals", "coaching_plan", "coaching_review", "coaching_messages"),
        *("what_changed", "plan_session", "closing_questions", "readiness"),
    ],
)
@pytest.mark.parametrize("who", ["grace", "amara", "manager", "tom"])
def test_the_rooms_are_not_there_for_others(secretive: Walk, signed_in: SignIn, name: str, who: str) -> None:
    answer = signed_in(outsider(secretive, who)).get(reverse(name, args=(secretive.engagement.pk,)))
    assert answer.status_code == 404


def test_the_two_read_what_is_theirs(secretive: Walk, signed_in: SignIn) -> None:
    meeting = secretive.engagement.meetings.get(number=1)
    page = reverse("coaching_session", args=(secretive.engagement.pk, meeting.pk))
    assert f"{SECRET} alone" in signed_in(secretive.carla).get(page).content.decode()
    dev = signed_in(secretive.dev).get(page).content.decode()
    assert SECRET in dev
    assert f"{SECRET} alone" not in dev


def agree_on(walk: Walk, *clauses: str) -> None:
    """Everyone signs the text anew, with these clauses."""
    latest = current_version(walk.engagement)
    assert latest is not None and walk.grace is not None
    changed = ok(
        change_terms(walk.engagement, replace(terms_of(latest), information_flow=clauses), walk.dev, walk.at)
    )
    for person in (walk.dev, walk.carla, walk.grace):
        ok(sign_agreement(walk.engagement, person, changed.content_hash, True, walk.at))


def test_a_rating_needs_the_clause_and_the_release(secretive: Walk, signed_in: SignIn) -> None:
    walk = secretive
    assert walk.grace is not None
    page, grace = reverse("engagement", args=(walk.engagement.pk,)), signed_in(walk.grace)

    def sees() -> bool:
        return walk.skill.name in grace.get(page).content.decode()

    ok(release_item(walk.engagement, "gap_rating", walk.gap_skill.pk, Relation.SPONSOR, walk.dev, walk.at))
    assert not sees()
    agree_on(walk, "existence", "ratings")
    assert sees()
    assert (
        take_back(walk.engagement, "gap_rating", walk.gap_skill.pk, Relation.SPONSOR, walk.dev, walk.at)
        is None
    )
    assert not sees()


def test_the_part_for_all_three_needs_the_clause(secretive: Walk, signed_in: SignIn) -> None:
    walk = secretive
    assert walk.grace is not None
    page = reverse("engagement", args=(walk.engagement.pk,))
    agree_on(walk, "existence", "review")
    body = signed_in(walk.grace).get(page).content.decode()
    assert body.count(SECRET) == 1


def test_without_the_clause_the_engagement_is_not_there_for_the_sponsor(
    secretive: Walk, signed_in: SignIn
) -> None:
    agree_on(secretive, "attendance")
    assert secretive.grace is not None
    page = reverse("engagement", args=(secretive.engagement.pk,))
    assert signed_in(secretive.grace).get(page).status_code == 404


def test_a_second_coach_starts_with_nothing(signed_in: SignIn) -> None:
    walk = walk_to("active")
    meeting = walk.engagement.meetings.get(number=1)
    ok(write_shared_note(walk.engagement, walk.dev, SECRET, walk.at, meeting))
    write_topic(meeting, TopicWords(SECRET))
    walk.skill.name = f"{SECRET} skill"
    walk.skill.save()
    review_middle(walk)
    walk.engagement.coach, walk.engagement.coach_since = walk.tom, walk.later(10)
    walk.engagement.save()
    tom, dev, pk = signed_in(walk.tom), signed_in(walk.dev), walk.engagement.pk
    pages = [
        reverse(name, args=(pk,)) for name in ("engagement", "coaching_gap", "coaching_plan", "what_changed")
    ]
    pages.append(reverse("coaching_session", args=(pk, meeting.pk)))
    assert not [page for page in pages if SECRET in tom.get(page).content.decode()]
    dev.post(reverse("move_engagement", args=(pk,)), {"act": "hand_over"})
    assert SECRET in tom.get(pages[1]).content.decode()
    assert SECRET not in tom.get(pages[-1]).content.decode()


def test_the_other_never_reads_why(signed_in: SignIn) -> None:
    walk = walk_to("chemistry")
    offer = walk.offer
    decline_match(offer, walk.dev, walk.at, Reason("no_fit", SECRET))
    carla = signed_in(walk.carla)
    said = [
        carla.get(page).content.decode()
        for page in (reverse("portfolio"), reverse("today"), reverse("coach_offer", args=(offer.pk,)))
    ]
    assert SECRET not in "".join(said)


def test_the_programme_manager_sees_no_date_of_a_word(secretive: Walk, signed_in: SignIn) -> None:
    hold_page = reverse("engagement", args=(secretive.engagement.pk,))
    body = signed_in(secretive.amara).get(hold_page).content.decode()
    assert "3 of 6 held" in body
    assert "Speak up when it matters" not in body


def test_a_form_that_fails_keeps_what_was_typed(signed_in: SignIn) -> None:
    walk = walk_to("baseline")
    dev = signed_in(walk.dev)
    answer = dev.post(reverse("new_goal", args=(walk.engagement.pk,)), {"title": SECRET, "less": "half"})
    assert answer.status_code == 422
    assert SECRET in answer.content.decode()


def test_looking_writes_nothing(signed_in: SignIn) -> None:
    walk = walk_to("baseline")
    hold(walk)
    before = walk.engagement.gap_skills.get().ratings.filter(moment=Moment.BASELINE).count()
    for name in ("engagement", "coaching_gap", "coaching_agreement", "coaching_messages"):
        assert signed_in(walk.dev).get(reverse(name, args=(walk.engagement.pk,))).status_code == 200
    assert walk.engagement.gap_skills.get().ratings.filter(moment=Moment.BASELINE).count() == before
