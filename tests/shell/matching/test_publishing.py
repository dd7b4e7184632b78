"""Publishing a run: who sees what then, who is asked first, and how it is taken back."""

from datetime import timedelta

import pytest

from alongside.core.matching import Rule, RuleSet
from alongside.core.verdicts import Refused
from alongside.models import (
    CoachingEngagement,
    CoachOffer,
    Letter,
    Part,
    Programme,
    ProposalPair,
    Qualification,
)
from alongside.models import MatchRun as RunRow
from alongside.queries.matching.published import list_published_for
from alongside.queries.viewers import viewer_as
from alongside.services.matching.publishing import Published, publish_run, withdraw_run
from alongside.services.matching.rules import save_rules
from tests.shell.cast import Cast
from tests.shell.makers import (
    NOW,
    enrol,
    make_engagement,
    make_mentorship,
    make_person,
    make_skill,
    offer_skill,
)
from tests.shell.matching.running import manager, run


def test_published_pairs_are_seen_by_the_mentee_and_by_nobody_else(
    cast: Cast, guild_programme: Programme
) -> None:
    ana = guild_programme.enrolments.get(person__name="Ana Reef").person
    ana.account = make_person(cast.quarry, "Ana Quarry").account
    ana.save()
    done = run(manager(cast), guild_programme)
    assert list_published_for(viewer_as(ana)) == ()
    published = publish_run(manager(cast), done.pk, NOW)
    assert isinstance(published, Published)
    assert published.shown == done.placed
    (seen,) = list_published_for(viewer_as(ana))
    assert seen.mentor == ProposalPair.objects.get(run=done, client__person=ana).practitioner.person
    assert seen.reasons
    assert list_published_for(viewer_as(cast.ben)) == list_published_for(manager(cast)) == ()
    assert list(Letter.objects.values_list("address", flat=True)) == [ana.email]


def test_a_publication_is_taken_back_while_nobody_has_asked(cast: Cast, guild_programme: Programme) -> None:
    done = run(manager(cast), guild_programme)
    publish_run(manager(cast), done.pk, NOW)
    assert withdraw_run(manager(cast), done.pk) is None
    publish_run(manager(cast), done.pk, NOW)
    pair = ProposalPair.objects.filter(run=done).first()
    assert pair is not None
    make_mentorship(
        guild_programme,
        pair.client.person,
        pair.practitioner.person,
        requested_at=NOW + timedelta(days=1),
    )
    assert isinstance(withdraw_run(manager(cast), done.pk), Refused)
    done.refresh_from_db()
    assert done.state == "published"


def test_a_later_publication_takes_the_place_of_the_earlier_one(
    cast: Cast, guild_programme: Programme
) -> None:
    first, second = run(manager(cast), guild_programme), run(manager(cast), guild_programme)
    for one in (first, second):
        publish_run(manager(cast), one.pk, NOW)
    assert [RunRow.objects.get(pk=one.pk).state for one in (first, second)] == ["done", "published"]


@pytest.fixture
def coaching(cast: Cast) -> Programme:
    """Ben has said yes to coaching, Femi has not; four coaches with standing, of whom Carla is one."""
    skill = make_skill(cast.harbour, "Chairing")
    for name in ("Pia", "Rui", "Sam"):
        enrol(cast.programme, make_person(cast.harbour, f"{name} Harbour"), Part.COACH)
    for row in cast.programme.enrolments.filter(part=Part.COACH):
        offer_skill(row.person, skill)
        Qualification.objects.create(
            person=row.person, title="Diploma", verified_at=NOW, verified_by=cast.amara
        )
    for person in (cast.ben, cast.femi):
        enrol(cast.programme, person, Part.CLIENT)
    make_engagement(cast.programme, cast.ben, state="triaged")
    rules = RuleSet(
        "coaching", "Simple", (Rule("standing", {"supervision": False}), Rule("load_fairness", weight=3))
    )
    save_rules(manager(cast), cast.programme.pk, rules, NOW)
    return cast.programme


def test_coaching_offers_three_coaches_to_those_who_said_yes_and_asks_the_others(
    cast: Cast, coaching: Programme
) -> None:
    done = run(manager(cast), coaching, "coaching")
    assert done.state == "done", done.problem
    ranks = list(
        ProposalPair.objects.filter(run=done, client__person=cast.ben).values_list("rank", flat=True)
    )
    assert ranks == [1, 2, 3]
    published = publish_run(manager(cast), done.pk, NOW)
    assert isinstance(published, Published)
    assert (published.shown, published.asked_first) == (1, ["Femi Harbour"])
    offers = CoachOffer.objects.filter(engagement__client=cast.ben)
    assert (offers.count(), {offer.state for offer in offers}) == (3, {"offered"})
    assert all(offer.findings for offer in offers)
    assert CoachingEngagement.objects.get(client=cast.ben).state == "matching"
    assert CoachingEngagement.objects.get(client=cast.femi).state == "enquiry"


def test_once_they_say_yes_the_same_run_is_published_to_them(cast: Cast, coaching: Programme) -> None:
    done = run(manager(cast), coaching, "coaching")
    publish_run(manager(cast), done.pk, NOW)
    CoachingEngagement.objects.filter(client=cast.femi).update(state="triaged")
    again = publish_run(manager(cast), done.pk, NOW + timedelta(days=1))
    assert isinstance(again, Published)
    assert (again.shown, again.choosing) == (1, ["Ben Harbour"])


def test_coaching_offers_are_taken_back_while_nobody_has_answered(cast: Cast, coaching: Programme) -> None:
    done = run(manager(cast), coaching, "coaching")
    publish_run(manager(cast), done.pk, NOW)
    assert withdraw_run(manager(cast), done.pk) is None
    assert {offer.state for offer in CoachOffer.objects.filter(engagement__client=cast.ben)} == {"lapsed"}
    publish_run(manager(cast), done.pk, NOW + timedelta(hours=1))
    CoachOffer.objects.filter(engagement__client=cast.ben, rank=2).update(answered_at=NOW)
    assert isinstance(withdraw_run(manager(cast), done.pk), Refused)
