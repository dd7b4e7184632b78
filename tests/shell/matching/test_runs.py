"""From somebody's spreadsheet to a published run: rules, a job, pairs with reasons, and what follows."""

import json
from collections.abc import Callable
from uuid import UUID

import pytest

from alongside.core.matching import DEFAULTS, MatchRun, Rule, RuleSet
from alongside.core.matching.editing import with_rule, without_rule
from alongside.core.verdicts import Refused
from alongside.jobs.matching import begin_run, run_match
from alongside.models import MatchRun as RunRow
from alongside.models import (
    PairWish,
    Part,
    Programme,
    ProposalPair,
    RuleSetVersion,
)
from alongside.queries.access import NotVisible
from alongside.queries.matching.nobody import list_unmatched
from alongside.queries.matching.rules import get_rules, list_columns, list_versions
from alongside.queries.matching.runs import get_audit, get_figures, get_run, list_pairs
from alongside.queries.viewers import viewer_as
from alongside.services.matching.publishing import publish_run, withdraw_run
from alongside.services.matching.rules import restore_rules, save_rules
from alongside.services.matching.runs import cancel_run
from alongside.services.matching.wishes import wish_for_pair
from tests.shell.cast import Cast
from tests.shell.makers import (
    NOW,
)
from tests.shell.matching import guild
from tests.shell.matching.running import manager, run


def test_a_spreadsheet_a_rule_file_and_a_job_give_the_best_there_is(
    cast: Cast, guild_programme: Programme
) -> None:
    done = run(manager(cast), guild_programme)
    assert (done.state, done.progress_percent, done.asked) == ("done", 100, 6)
    assert (done.placed, done.points) == guild.best()
    pairs = list_pairs(get_run(manager(cast), "read", done.pk))
    assert sum(pair.points for pair in pairs) == done.points
    assert all(pair.findings[-1]["title"] == "The identity asked for" for pair in pairs)


def test_more_places_are_a_what_if_that_changes_nobody(cast: Cast, guild_programme: Programme) -> None:
    one, three = (run(manager(cast), guild_programme, places=places) for places in (None, 3))
    assert (one.placed, three.placed) == (guild.best()[0], 5)
    assert set(guild_programme.enrolments.filter(part=Part.MENTOR).values_list("places", flat=True)) == {1}


def test_who_has_nobody_is_told_why(cast: Cast, guild_programme: Programme) -> None:
    done = run(manager(cast), guild_programme)
    without = {
        one.enrolment.person.name: one for one in list_unmatched(get_run(manager(cast), "read", done.pk))
    }
    assert len(without) == 6 - guild.best()[0]
    fen = without["Fen Cape"]
    assert (fen.cause, fen.possible) == ("no_possible_partner", 0)
    assert fen.exclusions[0]["title"] == "One or two grades above"


def test_the_audit_file_is_the_run_to_the_byte(cast: Cast, guild_programme: Programme) -> None:
    first, second = run(manager(cast), guild_programme), run(manager(cast), guild_programme)
    files = [
        json.dumps(
            get_audit(get_run(manager(cast), "read", one.pk)), ensure_ascii=False, sort_keys=True, indent=1
        )
        for one in (first, second)
    ]
    assert files[0] == files[1] == MatchRun.from_json(files[0]).to_json()


def test_figures_say_the_worst_and_the_best(cast: Cast, guild_programme: Programme) -> None:
    done = run(manager(cast), guild_programme)
    figures = get_figures(done)
    fits = ProposalPair.objects.filter(run=done).values_list("fit", flat=True)
    assert (figures.worst_fit, figures.best_fit, figures.offered) == (min(fits), max(fits), len(fits))
    assert figures.totals["places"] == 4


def test_a_pair_kept_stays_and_a_pair_ruled_out_never_comes(cast: Cast, guild_programme: Programme) -> None:
    done = run(manager(cast), guild_programme)
    pair = ProposalPair.objects.filter(run=done).order_by("client__person__name").first()
    assert pair is not None
    wish_for_pair(manager(cast), done.pk, pair.client_id, pair.practitioner_id, "forbid", NOW)
    again = run(manager(cast), guild_programme)
    assert not again.pairs.filter(client=pair.client, practitioner=pair.practitioner).exists()
    wish_for_pair(manager(cast), done.pk, pair.client_id, pair.practitioner_id, "lock", NOW)
    assert PairWish.objects.count() == 1
    kept = run(manager(cast), guild_programme)
    assert kept.pairs.filter(client=pair.client, practitioner=pair.practitioner).exists()
    wish_for_pair(manager(cast), done.pk, pair.client_id, pair.practitioner_id, "", NOW)
    assert not PairWish.objects.exists()


def test_wishes_that_contradict_each_other_end_the_run_with_a_sentence(
    cast: Cast, guild_programme: Programme
) -> None:
    done = run(manager(cast), guild_programme)
    gus = guild_programme.enrolments.get(person__name="Gus Mole")
    for client in guild_programme.enrolments.filter(part=Part.MENTEE)[:2]:
        wish_for_pair(manager(cast), done.pk, client.pk, gus.pk, "lock", NOW)
    failed = run(manager(cast), guild_programme)
    assert (failed.state, failed.problem) == ("failed", "More pairs are kept than there are free places.")


def test_a_run_can_be_cancelled_and_then_writes_nothing(cast: Cast, guild_programme: Programme) -> None:
    begun = begin_run(manager(cast), guild_programme.pk, "mentoring", NOW)
    assert isinstance(begun, UUID)
    assert cancel_run(manager(cast), begun, NOW) is None
    run_match.call(str(begun))
    row = RunRow.objects.get(pk=begun)
    assert (row.state, row.pairs.count(), row.audit) == ("cancelled", 0, None)
    assert isinstance(cancel_run(manager(cast), begun, NOW), Refused)


def test_a_fault_of_ours_is_shown_and_the_next_try_works(
    cast: Cast, guild_programme: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = begin_run(manager(cast), guild_programme.pk, "mentoring", NOW)
    with monkeypatch.context() as broken:
        broken.setattr("alongside.services.matching.runs.READING", "not a number")
        with pytest.raises(ValueError, match="not a number"):
            run_match.call(str(begun))
    run_match.call(str(begun))
    assert RunRow.objects.get(pk=begun).state == "done"


def test_every_save_of_rules_is_a_version_and_earlier_ones_come_back(
    cast: Cast, guild_programme: Programme
) -> None:
    viewer, pk = manager(cast), guild_programme.pk
    rules = get_rules(guild_programme, "mentoring").rules
    assert save_rules(viewer, pk, rules, NOW) is None
    fewer = without_rule(rules, 4)
    assert isinstance(fewer, RuleSet)
    made = save_rules(viewer, pk, fewer, NOW, "Without identity")
    assert isinstance(made, RuleSetVersion)
    restored = restore_rules(viewer, pk, "mentoring", 1, NOW)
    assert isinstance(restored, RuleSetVersion)
    assert get_rules(guild_programme, "mentoring").rules.to_dict() == rules.to_dict()
    assert [one.number for one in list_versions(guild_programme, "mentoring")] == [3, 2, 1, 0]
    assert restore_rules(viewer, pk, "mentoring", 0, NOW) is not None
    assert get_rules(guild_programme, "mentoring").rules.to_dict() == DEFAULTS["mentoring"].to_dict()


def test_rules_that_cannot_be_are_refused_in_sentences(cast: Cast, guild_programme: Programme) -> None:
    rules = get_rules(guild_programme, "mentoring").rules
    wrong = with_rule(rules, Rule("column_between", {"column": "grade", "least": 2, "most": 1}))
    assert isinstance(wrong, Refused)
    assert "“least” is larger than “most”." in wrong.because
    coaching = save_rules(manager(cast), guild_programme.pk, DEFAULTS["coaching"], NOW)
    assert isinstance(coaching, Refused)


def test_rules_can_look_at_own_columns_and_at_fields_of_ours(cast: Cast, guild_programme: Programme) -> None:
    columns = {one.name: one for one in list_columns(guild_programme, "mentoring")}
    assert (columns["grade"].asking, columns["grade"].helping) == (6, 4)
    assert columns["organisation"].values[:2] == ("South", "North")
    assert (columns["characteristics"].asking, columns["characteristics"].helping) == (0, 2)
    assert columns["characteristics"].values == ()


@pytest.mark.parametrize("name", ["ben", "carla", "grace", "ines", "jon", "petra", "mo"])
def test_nobody_but_the_programme_manager_matches(cast: Cast, guild_programme: Programme, name: str) -> None:
    done = run(manager(cast), guild_programme)
    viewer = viewer_as(cast.people()[name])
    pair = ProposalPair.objects.filter(run=done).first()
    assert pair is not None
    acts: tuple[Callable[[], object], ...] = (
        lambda: begin_run(viewer, guild_programme.pk, "mentoring", NOW),
        lambda: save_rules(viewer, guild_programme.pk, DEFAULTS["mentoring"], NOW),
        lambda: cancel_run(viewer, done.pk, NOW),
        lambda: publish_run(viewer, done.pk, NOW),
        lambda: withdraw_run(viewer, done.pk),
        lambda: get_run(viewer, "read", done.pk),
        lambda: wish_for_pair(viewer, done.pk, pair.client_id, pair.practitioner_id, "lock", NOW),
    )
    for act in acts:
        with pytest.raises(NotVisible):
            act()
