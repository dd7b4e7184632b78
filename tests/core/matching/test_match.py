"""The run as a whole: what it must give on invented people, and what must hold for all people."""

from itertools import product
from pathlib import Path
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from alongside.core.matching import (
    DEFAULTS,
    MODES,
    MatchRun,
    Pool,
    RuleSet,
    match,
    read_rules,
    read_toml,
    recheck,
    suggest,
)
from alongside.core.matching.engine.market import Certified
from alongside.core.verdicts import Refused
from tests.core.matching.people import client, clients, pools, practitioner, practitioners

MENTORING = DEFAULTS["mentoring"]
EXAMPLE = read_toml((Path(__file__).parents[3] / "docs/howto/matching-rules.example.toml").read_text())
TIGHT = read_rules(
    {
        "kind": "mentoring",
        "name": "Few rules, many ties",
        "ladders": {"grade": ["low", "middle", "high", "top"]},
        "rules": [
            {"criterion": "column_different", "column": "house"},
            {
                "criterion": "points_by_gap",
                "column": "grade",
                "ladder": "grade",
                "points_for": {"1": 9, "2": 12},
            },
            {"criterion": "points_equal", "column": "wish", "points": 10},
        ],
    }
)


def proposed(pool: Pool, rules: RuleSet = TIGHT, **more: object) -> MatchRun:
    run = match(pool, rules, **more)
    assert isinstance(run, MatchRun), run
    return run


def who(run: MatchRun) -> set[tuple[str, str]]:
    return {(pair.client, pair.practitioner) for pair in run.pairs}


def best_by_trying_everything(pool: Pool, rules: RuleSet) -> tuple[int, int]:
    """(placed, fit) by going through every way to give each client somebody or nobody."""
    fits = {
        ours.key: {one.practitioner: one.fit for one in suggest(pool, ours.key, rules, 99).found}
        for ours in pool.clients
    }
    free = {one.key: one.free_places for one in pool.practitioners}
    best = (0, 0)
    for picks in product(*([None, *fits[ours.key]] for ours in pool.clients)):
        named = [pick for pick in picks if pick is not None]
        if all(named.count(key) <= free[key] for key in set(named)):
            total = sum(fits[ours.key][pick] for ours, pick in zip(pool.clients, picks, strict=True) if pick)
            best = max(best, (len(named), total))
    return best


@st.composite
def tiny_pools(draw):
    return Pool("mentoring", tuple(draw(clients())[:4]), tuple(draw(practitioners())[:4]))


@given(pool=tiny_pools(), rules=st.sampled_from([TIGHT, MENTORING]), seed=st.integers(0, 9))
def test_nobody_finds_better_by_trying_everything(pool, rules, seed):
    run = proposed(pool, rules, seed=seed)
    assert (run.totals.placed, run.totals.fit) == best_by_trying_everything(pool, rules)
    assert recheck(run, pool, rules) == Certified(run.totals.placed, run.totals.fit, run.totals.worst_fit)


@given(
    pool=pools(),
    order=st.randoms(use_true_random=False),
    rules=st.sampled_from([TIGHT, MENTORING]),
    mode=st.sampled_from(list(MODES)),
)
def test_the_order_of_rows_never_changes_a_byte(pool, order, rules, mode):
    ours, theirs = list(pool.clients), list(pool.practitioners)
    order.shuffle(ours)
    order.shuffle(theirs)
    shuffled = Pool("mentoring", tuple(ours), tuple(theirs))
    run, again = (proposed(one, rules, seed=3, mode=mode) for one in (pool, shuffled))
    assert run.to_json() == again.to_json()


@given(pool=pools(), rules=st.sampled_from([TIGHT, MENTORING]), mode=st.sampled_from(list(MODES)))
def test_a_run_comes_back_from_its_json_the_same_and_holds(pool, rules, mode):
    run = proposed(pool, rules, places=2, mode=mode)
    assert isinstance(recheck(run, pool, rules), Certified)
    assert MatchRun.from_json(run.to_json()) == run


@settings(max_examples=40)
@given(pool=pools(), data=st.data())
def test_kept_pairs_stay_and_forbidden_ones_never_appear(pool, data):
    open_ones = [one for one in pool.practitioners if one.free_places]
    assume(pool.clients and open_ones)
    everybody = [(a.key, b.key) for a in pool.clients for b in pool.practitioners]
    kept = (data.draw(st.sampled_from(pool.clients)).key, data.draw(st.sampled_from(open_ones)).key)
    forbidden = [pair for pair in data.draw(st.lists(st.sampled_from(everybody))) if pair != kept]
    run = proposed(pool, locked=[kept], forbidden=forbidden)
    assert kept in who(run)
    assert not who(run) & set(forbidden)
    assert [pair.locked for pair in run.pairs if (pair.client, pair.practitioner) == kept] == [True]
    assert isinstance(recheck(run, pool, TIGHT), Certified)


@given(pool=pools(), rules=st.sampled_from([TIGHT, MENTORING]))
def test_everybody_is_placed_or_told_why_not_and_nobody_holds_more_than_their_places(pool, rules):
    run = proposed(pool, rules)
    assert sorted([pair.client for pair in run.pairs] + [one.client for one in run.unmatched]) == [
        one.key for one in pool.clients
    ]
    held = [pair.practitioner for pair in run.pairs]
    assert all(held.count(one.key) <= one.free_places for one in pool.practitioners)
    assert not [finding for pair in run.pairs for finding in pair.findings if finding.refused]
    for one in run.unmatched:
        assert (one.possible == 0) == (one.cause == "no_possible_partner")


def grades(places: int = 1, seed: int = 5) -> Pool:
    """Fifty and fifty people in the shape of a civil-service programme: scarce grades, six organisations."""
    chance = Random(seed)
    ladder = EXAMPLE.ladders["grade"]

    def columns(names):
        return {
            "grade": chance.choice(names),
            "organisation": chance.choice(["Tide", "Harbour", "Field", "Mill", "Bridge", "Quarry"]),
            "profession": chance.choice(["Policy", "Operations", "Security", "Data"]),
            "identity to match": chance.choice(["", "Left-handed", "Twin"]),
            "characteristics": chance.choice(["", "", "Twin", "Twin, Left-handed"]),
        }

    ours = tuple(client(f"mentee {n:02}", columns=columns(ladder[:9])) for n in range(50))
    theirs = tuple(
        practitioner(f"mentor {n:02}", columns=columns(ladder[2:]), places=places) for n in range(50)
    )
    return Pool("mentoring", ours, theirs)


def points_by_hand(ours, theirs) -> int | None:
    """The programme's rules in their plainest form, to check the rule file against."""
    a, b, ladder = ours.columns, theirs.columns, EXAMPLE.ladders["grade"]
    gap = ladder.index(b["grade"]) - ladder.index(a["grade"])
    if a["organisation"] == b["organisation"] or gap not in {1, 2}:
        return None
    asked = a["identity to match"]
    alike = asked != "" and asked in b["characteristics"].split(", ")
    return {1: 9, 2: 12}[gap] + 10 * (a["profession"] == b["profession"]) + 6 * alike


def test_the_example_file_scores_as_the_programme_does_by_hand():
    pool = grades()
    by_hand = {(a.key, b.key): points_by_hand(a, b) for a in pool.clients for b in pool.practitioners}
    scored = {
        (a.key, one.practitioner): one.points
        for a in pool.clients
        for one in suggest(pool, a.key, EXAMPLE, 50).found
    }
    assert scored == {pair: points for pair, points in by_hand.items() if points is not None}


def test_more_places_place_more_people_and_every_result_is_proved():
    runs = [proposed(grades(places), EXAMPLE) for places in (1, 2, 3)]
    placed = [run.totals.placed for run in runs]
    assert placed == sorted(placed)
    assert placed[0] < placed[2]
    assert all(isinstance(recheck(run, grades(n), EXAMPLE), Certified) for n, run in enumerate(runs, 1))
    assert proposed(grades(1), EXAMPLE, places=3).pairs == runs[2].pairs
    assert runs[0].totals.points == sum(
        points_by_hand(
            *(
                next(p for p in side if p.key == key)
                for side, key in zip(
                    (grades().clients, grades().practitioners), (pair.client, pair.practitioner), strict=True
                )
            )
        )
        for pair in runs[0].pairs
    )


def test_among_equals_the_seed_decides_and_stays_below_a_point():
    ours = tuple(client(f"c{n}") for n in range(6))
    theirs = tuple(practitioner(f"m{n}") for n in range(6))
    runs = [proposed(Pool("mentoring", ours, theirs), MENTORING, seed=seed) for seed in range(5)]
    assert len({frozenset(who(run)) for run in runs}) > 1
    assert len({run.totals.fit for run in runs}) == 1


PAIR = Pool("mentoring", (client(),), (practitioner(),))


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"locked": [("ines", "nobody")]}, "A pair names somebody who is not in the pool."),
        (
            {"locked": [("ines", "otto")], "forbidden": [("ines", "otto")]},
            "A pair is both kept and forbidden.",
        ),
        ({"locked": [("ines", "otto")], "places": 0}, "More pairs are kept than there are free places."),
        ({"places": {"otto": -1}}, "Nobody can have fewer than no places."),
        ({"places": {"nobody": 1}}, "Places are set for somebody who is not in the pool."),
    ],
)
def test_decisions_that_contradict_each_other_are_refused(more, sentence):
    assert match(PAIR, MENTORING, **more) == Refused(sentence)


def test_rules_of_the_other_kind_are_refused():
    assert isinstance(match(PAIR, DEFAULTS["coaching"]), Refused)


def test_whoever_has_no_possible_partner_is_told_which_rules_exclude_how_many_and_what_would_help():
    pool = Pool(
        "mentoring",
        (client(languages=frozenset({"de"}), line_manager="otto"),),
        (practitioner(languages=frozenset({"de"})), practitioner("mara", languages=frozenset({"en"}))),
    )
    (found,) = proposed(pool, MENTORING).unmatched
    assert found.because == (
        "None of 2 is possible. Excluded by Not in the reporting line: 1; A shared language: 1. "
        "Without “Not in the reporting line” 1 would be possible; without “A shared language” 1 would be possible."
    )


def test_whoever_lost_the_last_place_is_told_so():
    run = proposed(Pool("mentoring", (client("a"), client("b")), (practitioner(),)), MENTORING)
    (found,) = run.unmatched
    assert (found.cause, found.possible) == ("no_place_left", 1)
    assert found.because == "One possible partner, whose places are all taken by others."


def test_a_forbidden_only_partner_is_named_as_the_reason():
    (found,) = proposed(PAIR, MENTORING, forbidden=[("ines", "otto")]).unmatched
    assert "Forbidden by hand: 1" in found.because


def test_nobody_is_put_together_with_themselves():
    run = proposed(Pool("mentoring", (client("ines"),), (practitioner("ines"),)), MENTORING)
    assert run.pairs == ()


@pytest.mark.parametrize(("ours", "theirs"), [(0, 0), (0, 1), (2, 0)])
def test_an_empty_side_is_no_trouble(ours, theirs):
    pool = Pool(
        "mentoring",
        tuple(client(str(n)) for n in range(ours)),
        tuple(practitioner(f"m{n}") for n in range(theirs)),
    )
    run = proposed(pool, MENTORING)
    assert (len(run.unmatched), run.totals.placed) == (ours, 0)
    assert isinstance(recheck(run, pool, MENTORING), Certified)


def test_the_same_key_twice_is_a_fault_of_the_loader():
    with pytest.raises(ValueError, match="same key"):
        Pool("mentoring", (client(), client()), ())
