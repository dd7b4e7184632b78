"""The pages beside the straight way: referring, changing the agreement, pausing, extending, leaving, splitting."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from alongside.models import CoachingEngagement, Person, PrivateReason
from alongside.queries.relationships.coaching.facts import coaching_rules
from alongside.queries.relationships.coaching.offering import list_candidates
from alongside.queries.relationships.coaching.terms import current_version
from alongside.services.relationships.coaching.reviews import ReviewWords, begin_review, decide_mid_review
from tests.shell.makers import enrol, make_person
from tests.shell.relationships.coaching.walks import Walk, hold_half, ok, plan_steps, review_middle, walk_to

pytestmark = pytest.mark.django_db

SignIn = Callable[[Person], Client]


def press(browser: Client, page: str, *args: Any, **data: Any) -> int:
    return browser.post(reverse(page, args=args), data).status_code


def test_somebody_referred_says_yes_on_the_page(signed_in: SignIn) -> None:
    walk = walk_to("closed")
    nina = make_person(walk.programme.organisation, "Nina Harbour")
    enrol(walk.programme, nina, "client")
    assert press(signed_in(walk.amara), "refer_to_coaching", walk.programme.pk, client=nina.pk) == 303
    engagement = CoachingEngagement.objects.get(client=nina)
    browser = signed_in(nina)
    assert "Does it fit?" in browser.get(reverse("engagement", args=(engagement.pk,))).content.decode()
    assert press(browser, "move_engagement", engagement.pk, act="accept_route") == 303
    engagement.refresh_from_db()
    assert engagement.state == "triaged"


def terms_as_typed(walk: Walk, **changes: Any) -> dict[str, Any]:
    latest = current_version(walk.engagement)
    assert latest is not None
    typed = {key: value for key, value in latest.terms.items() if isinstance(value, str | int)}
    return typed | {"outcomes": "Be heard\nStay calm"} | changes


def test_a_changed_agreement_shows_what_changed(signed_in: SignIn) -> None:
    walk = walk_to("active")
    dev, pk = signed_in(walk.dev), walk.engagement.pk
    assert press(dev, "edit_agreement", pk, **terms_as_typed(walk, minutes=75)) == 303
    changes = dev.get(reverse("agreement_changes", args=(pk,))).content.decode()
    assert "Be heard" in changes and "75" in changes
    first = dev.get(reverse("coaching_agreement", args=(pk,)) + "?version=1").content.decode()
    assert "An earlier version" in first


def test_more_sessions_are_not_slipped_in(signed_in: SignIn) -> None:
    walk = walk_to("active")
    answer = signed_in(walk.dev).post(
        reverse("edit_agreement", args=(walk.engagement.pk,)), terms_as_typed(walk, sessions=12)
    )
    assert answer.status_code == 422
    assert "as an extension" in answer.content.decode()


def test_a_pause_on_the_page_and_back(signed_in: SignIn) -> None:
    walk = walk_to("active")
    dev, pk = signed_in(walk.dev), walk.engagement.pk
    assert press(dev, "pause_coaching", pk) == 303
    assert walk.fresh().state == "paused"
    assert "on hold" in dev.get(reverse("engagement", args=(pk,))).content.decode()
    assert press(dev, "move_engagement", pk, act="resume") == 303
    assert walk.fresh().state == "active"


def test_a_pause_in_the_past_comes_back_filled(signed_in: SignIn) -> None:
    walk = walk_to("active")
    answer = signed_in(walk.dev).post(
        reverse("pause_coaching", args=(walk.engagement.pk,)), {"until": "2020-01-01"}
    )
    assert answer.status_code == 422
    assert "2020-01-01" in answer.content.decode()


def test_an_extension_on_the_page(signed_in: SignIn) -> None:
    walk = walk_to("final_review")
    assert press(signed_in(walk.dev), "extend_coaching", walk.engagement.pk, more_sessions=2) == 303
    assert walk.fresh().state == "extended"
    assert press(signed_in(walk.carla), "extend_coaching", walk.engagement.pk, act="drop") == 303
    assert walk.fresh().state == "final_review"


def test_leaving_keeps_a_reason_for_its_author(signed_in: SignIn) -> None:
    walk = walk_to("active")
    way = {"way": "close_early", "category": "done", "text": "It did its work"}
    assert press(signed_in(walk.dev), "leave_coaching", walk.engagement.pk, **way) == 303
    assert walk.fresh().state == "closed_early"
    assert PrivateReason.objects.get().author == walk.dev


def test_a_sponsor_may_withdraw_and_is_not_asked_why(signed_in: SignIn) -> None:
    walk = walk_to("active", sponsor=True)
    assert walk.grace is not None
    grace, pk = signed_in(walk.grace), walk.engagement.pk
    assert "say why" not in grace.get(reverse("leave_coaching", args=(pk,))).content.decode()
    assert press(grace, "leave_coaching", pk, way="withdraw") == 303
    assert walk.fresh().state == "withdrawn"


def test_the_manager_archives_what_has_ended(signed_in: SignIn) -> None:
    walk = walk_to("active")
    press(signed_in(walk.dev), "leave_coaching", walk.engagement.pk, way="withdraw")
    amara = signed_in(walk.amara)
    assert "Archive it" in amara.get(reverse("leave_coaching", args=(walk.engagement.pk,))).content.decode()
    press(amara, "move_engagement", walk.engagement.pk, act="archive")
    assert walk.fresh().state == "archived"


def test_a_step_is_split_on_the_page(signed_in: SignIn) -> None:
    walk = walk_to("active")
    first = plan_steps(walk)[0]
    half = {"situation": "in the meeting", "support": "prompted", "success_count": 1, "success_of": 2}
    typed = {
        f"{prefix}-{name}": value
        for prefix in ("one", "two")
        for name, value in {
            **half,
            "behaviour": f"Part {prefix}",
            "due_on": f"{first.due_on}",
        }.items()
    }
    assert press(signed_in(walk.dev), "split_step", first.pk, **typed) == 303
    first.refresh_from_db()
    assert first.status == "split"


def test_declining_on_the_page_says_nothing_more(signed_in: SignIn) -> None:
    walk = walk_to("chemistry")
    assert press(signed_in(walk.carla), "decline_coach", walk.engagement.pk, walk.offer.pk) == 303
    assert walk.fresh().state == "matching"
    assert not PrivateReason.objects.exists()


def test_the_rules_are_the_programme_s() -> None:
    walk = walk_to("triaged")
    walk.programme.sessions_total = 4
    assert coaching_rules(walk.programme).sessions == 4


# What the pages say and offer at each point


def page_of(browser: Client, name: str, walk: Walk) -> str:
    answer = browser.get(reverse(name, args=(walk.engagement.pk,)), follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def test_after_the_last_session_no_other_is_offered(signed_in: SignIn) -> None:
    walk = walk_to("active")
    review_middle(walk)
    hold_half(walk)
    dev = signed_in(walk.dev)
    room = page_of(dev, "engagement", walk)
    assert "Plan a session" not in room
    assert "The goals are met" not in room
    assert "All the sessions you agreed on are held." in page_of(dev, "plan_session", walk)


def test_a_mid_review_held_keeps_its_name_and_all_its_parts(signed_in: SignIn) -> None:
    walk = walk_to("active", sponsor=True)
    review = ok(begin_review(walk.engagement, "mid", walk.dev, walk.later()))
    review.sponsor_words = "I see a difference on Mondays."
    review.save(update_fields=["sponsor_words"])
    words = ReviewWords("the practice", "more of it", "We are half-way.")
    ok(decide_mid_review(walk.engagement, "adjust", words, walk.carla, walk.later()))
    page = page_of(signed_in(walk.dev), "coaching_review", walk)
    assert "Final review" not in page
    for said in ("Mid-review", "the practice", "We are half-way.", "I see a difference on Mondays."):
        assert said in page


def test_what_can_be_done_is_what_is_offered(signed_in: SignIn) -> None:
    walk = walk_to("baseline")
    room = page_of(signed_in(walk.dev), "engagement", walk)
    assert "Pause or end it" not in room
    assert "End it" in room
    assert "put on hold" not in page_of(signed_in(walk.dev), "leave_coaching", walk)


def test_every_way_out_says_what_it_means(signed_in: SignIn) -> None:
    walk = walk_to("active")
    page = page_of(signed_in(walk.dev), "leave_coaching", walk)
    for said in (
        "I no longer want to take part",
        "somebody for health",
        "it has done enough",
        "cannot go on",
    ):
        assert said in page


def test_an_extension_says_what_is_new_and_can_be_dropped_on_the_page(signed_in: SignIn) -> None:
    walk = walk_to("final_review", sponsor=True)
    assert walk.grace is not None
    dev, grace = signed_in(walk.dev), signed_in(walk.grace)
    assert press(dev, "extend_coaching", walk.engagement.pk, more_sessions="2") == 303
    total = walk.fresh().sessions_total
    page = page_of(dev, "coaching_agreement", walk)
    assert "More sessions are proposed:" in page
    assert "See what is different from the version before" in page
    assert "Drop it, back to the final review" in page
    assert "More sessions are proposed," in grace.get(reverse("today")).content.decode()
    assert press(dev, "extend_coaching", walk.engagement.pk, act="drop") == 303
    assert walk.fresh().state == "final_review"
    assert total >= walk.engagement.sessions_total


def test_the_coach_one_parted_from_is_not_offered_again(signed_in: SignIn) -> None:
    walk = walk_to("active")
    ok(begin_review(walk.engagement, "mid", walk.dev, walk.later()))
    ok(decide_mid_review(walk.engagement, "change_coach", ReviewWords(), walk.dev, walk.later()))
    candidates = {one.person: one.forbidden for one in list_candidates(walk.fresh(), walk.at)}
    assert candidates[walk.carla] == "Was the coach here until now."
    assert candidates[walk.tom] == ""
