"""Asking, choosing a coach and agreeing: each step, and each sentence that stands in the way."""

from dataclasses import replace

import pytest

from alongside.core.relationships.lifecycle import Moved
from alongside.core.verdicts import Refused
from alongside.models import (
    PrivateReason,
)
from alongside.queries.relationships.coaching.terms import current_version, terms_of
from alongside.services.relationships.coaching.agreement import (
    change_terms,
    sign_agreement,
)
from alongside.services.relationships.coaching.asking import (
    accept_route,
    acknowledge_enquiry,
    ask_for_coaching,
    refer_to_coaching,
)
from alongside.services.relationships.coaching.offers import (
    choose_coach,
    declare_conflict,
    decline_match,
    offer_coaches,
)
from alongside.services.relationships.reasons import Reason
from tests.shell.makers import enrol, make_person
from tests.shell.relationships.coaching.walks import ok, walk_to

pytestmark = pytest.mark.django_db


def test_somebody_referred_says_yes_themselves() -> None:
    walk = walk_to("closed")
    new = make_person(walk.programme.organisation, "Nina Harbour")
    enrol(walk.programme, new, "client")
    engagement = ok(refer_to_coaching(walk.programme, new, walk.amara, walk.at))
    assert (engagement.state, engagement.is_self_referred) == ("enquiry", False)
    assert isinstance(accept_route(engagement, walk.amara, walk.at), Refused)
    assert isinstance(accept_route(engagement, new, walk.at), Moved)


def test_only_a_manager_refers() -> None:
    walk = walk_to("closed")
    new = make_person(walk.programme.organisation, "Nina Harbour")
    enrol(walk.programme, new, "client")
    assert isinstance(refer_to_coaching(walk.programme, new, walk.tom, walk.at), Refused)
    assert not new.engagements_as_client.exists()


def test_there_is_one_engagement_at_a_time_in_a_programme() -> None:
    walk = walk_to("triaged")
    answer = ask_for_coaching(walk.programme, walk.dev, walk.at)
    assert isinstance(answer, Refused) and "under way" in answer.because


def test_the_manager_acknowledges_once() -> None:
    walk = walk_to("triaged")
    assert isinstance(acknowledge_enquiry(walk.engagement, walk.tom, walk.at), Refused)
    assert acknowledge_enquiry(walk.engagement, walk.amara, walk.at) is None
    assert walk.fresh().acknowledged_at == walk.at


def test_one_coach_is_no_choice() -> None:
    walk = walk_to("triaged")
    answer = offer_coaches(walk.engagement, [walk.carla], walk.amara, walk.at)
    assert isinstance(answer, Refused) and "2 to 3" in answer.because
    assert walk.fresh().state == "triaged"


def test_the_line_manager_is_never_on_offer() -> None:
    walk = walk_to("triaged")
    walk.dev.line_manager = walk.tom
    walk.dev.save()
    answer = offer_coaches(walk.engagement, [walk.carla, walk.tom], walk.amara, walk.at)
    assert isinstance(answer, Refused) and "reporting line" in answer.because


def test_a_coach_who_is_full_is_not_on_offer() -> None:
    walk = walk_to("triaged")
    walk.tom.is_full_for_now = True
    walk.tom.save()
    answer = offer_coaches(walk.engagement, [walk.carla, walk.tom], walk.amara, walk.at)
    assert isinstance(answer, Refused) and "free place" in answer.because


def test_a_coach_says_about_conflicts_before_the_talk() -> None:
    walk = walk_to("matching")
    tom = walk.engagement.offers.get(coach=walk.tom)
    answer = choose_coach(tom, walk.dev, walk.at, walk.at)
    assert isinstance(answer, Refused) and "conflict" in answer.because
    assert declare_conflict(tom, walk.tom, True, walk.at) is None
    assert tom.state == "declined"
    assert walk.fresh().state == "matching"


def test_a_no_owes_no_reason_and_three_talks_are_enough() -> None:
    walk = walk_to("chemistry")
    assert decline_match(walk.offer, walk.dev, walk.later()) is None
    assert walk.fresh().state == "matching"
    assert not PrivateReason.objects.exists()
    answer = offer_coaches(walk.engagement, [walk.carla, walk.tom], walk.amara, walk.at)
    assert isinstance(answer, Refused) and "ruled out" in answer.because


def test_a_private_reason_is_kept_for_its_author() -> None:
    walk = walk_to("chemistry")
    decline_match(walk.offer, walk.carla, walk.at, Reason("no_fit", "Too close to my own story", True))
    reason = PrivateReason.objects.get()
    assert (reason.author, reason.about, reason.not_together_again) == (walk.carla, walk.dev, True)


def test_a_changed_text_is_signed_anew() -> None:
    walk = walk_to("agreement")
    first = current_version(walk.engagement)
    assert first is not None
    ok(sign_agreement(walk.engagement, walk.dev, first.content_hash, True, walk.at))
    changed = replace(terms_of(first), sessions=8)
    second = ok(change_terms(walk.engagement, changed, walk.carla, walk.at))
    assert (second.version, second.signatures.count()) == (2, 0)
    stale = sign_agreement(walk.engagement, walk.carla, first.content_hash, True, walk.at)
    assert isinstance(stale, Refused) and "changed" in stale.because
    for person in (walk.dev, walk.carla):
        ok(sign_agreement(walk.engagement, person, second.content_hash, True, walk.at))
    assert (walk.fresh().state, walk.engagement.sessions_total) == ("agreed", 8)


def test_limits_are_read_before_signing() -> None:
    walk = walk_to("agreement")
    shown = current_version(walk.engagement)
    assert shown is not None
    assert isinstance(sign_agreement(walk.engagement, walk.dev, shown.content_hash, False, walk.at), Refused)


def test_with_a_sponsor_the_three_meet_and_all_sign() -> None:
    walk = walk_to("agreed", sponsor=True)
    assert walk.engagement.three_way_met_at is not None
    shown = current_version(walk.engagement)
    assert shown is not None
    assert {signature.capacity for signature in shown.signatures.all()} == {"client", "coach", "sponsor"}
    assert shown.clauses == ["existence", "attendance"]


def test_a_clause_to_the_line_manager_is_refused_for_somebody_who_came_by_themselves() -> None:
    walk = walk_to("agreement")
    shown = current_version(walk.engagement)
    assert shown is not None
    changed = replace(terms_of(shown), information_flow=("line_manager_existence",))
    answer = change_terms(walk.engagement, changed, walk.dev, walk.at)
    assert isinstance(answer, Refused) and "line manager" in answer.because
