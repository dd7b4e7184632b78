"""The list of questionnaires, tested as a list: a new one is tested by being listed."""

from dataclasses import replace

import pytest

from alongside.core.outcomes.instrument import Instrument, ItemKind
from alongside.core.outcomes.instruments import INSTRUMENT, INSTRUMENTS
from alongside.core.outcomes.instruments.alliance import ALLIANCE
from alongside.core.outcomes.instruments.practitioner_check import PRACTITIONER_CHECK
from alongside.core.outcomes.instruments.readiness import READINESS

EVERY = pytest.mark.parametrize("instrument", INSTRUMENTS, ids=lambda instrument: instrument.key)


def full(instrument: Instrument, value: int) -> dict[str, int | str]:
    return {item.key: value for item in instrument.scale_items}


@EVERY
def test_an_instrument_is_whole(instrument: Instrument) -> None:
    keys = [item.key for item in instrument.items]
    assert len(set(keys)) == len(keys)
    assert instrument.low < instrument.high
    assert instrument.note
    assert instrument.moments
    assert all(item.words.endswith((".", "?")) for item in instrument.items)
    assert all(item.choices for item in instrument.items if item.kind == ItemKind.CHOICE)
    assert INSTRUMENT[instrument.key] is instrument


@EVERY
def test_scores_stay_on_the_scale(instrument: Instrument) -> None:
    for value in (instrument.low, instrument.high):
        total = instrument.score(full(instrument, value)).total
        assert total is not None
        assert instrument.low <= total <= instrument.high
    assert instrument.score({}).total is None
    assert instrument.flags({}) == ()


@EVERY
def test_answers_off_the_scale_are_named(instrument: Instrument) -> None:
    first = instrument.scale_items[0].key
    assert instrument.problems(full(instrument, instrument.high)) == ()
    assert len(instrument.problems({first: instrument.high + 1})) == 1
    assert len(instrument.problems({first: True})) == 1
    assert len(instrument.problems({"something": 1})) == 1


@pytest.mark.parametrize(
    ("key", "items", "low", "high"),
    [
        ("readiness", 8, 1, 5),
        ("alliance", 6, 0, 10),
        ("mentor_functions", 9, 1, 5),
        ("recommend", 1, 0, 10),
        ("follow_up", 3, 0, 10),
    ],
)
def test_the_sizes_are_those_of_the_design(key: str, items: int, low: int, high: int) -> None:
    instrument = INSTRUMENT[key]
    assert (len(instrument.items), instrument.low, instrument.high) == (items, low, high)


def test_a_choice_is_one_of_those_offered() -> None:
    follow_up = INSTRUMENT["follow_up"]
    assert follow_up.problems({"right_help": "partly", "in_words": "I kept practising."}) == ()
    assert len(follow_up.problems({"right_help": "maybe", "in_words": 3})) == 2


@pytest.mark.parametrize(("answer", "flagged"), [(1, True), (2, True), (3, False)])
def test_not_freely_chosen_is_a_reason_to_stop_and_talk(answer: int, flagged: bool) -> None:
    flags = READINESS.flags({**full(READINESS, 4), "freely_chosen": answer})
    assert [flag.key for flag in flags] == (["not_freely_chosen"] if flagged else [])


def test_the_alliance_raises_a_hand_for_a_low_answer_a_weak_part_and_a_drop() -> None:
    good = full(ALLIANCE, 9)
    assert ALLIANCE.flags(good) == ()
    assert [f.key for f in ALLIANCE.flags({**good, "respected": 4})] == ["low_answer"]
    assert [f.key for f in ALLIANCE.flags({**good, "respected": 5, "can_be_open": 6})] == ["low_part"]
    assert [f.key for f in ALLIANCE.flags(full(ALLIANCE, 7), good)] == ["drop"]
    assert ALLIANCE.flags(full(ALLIANCE, 8), good) == ()


def test_overstepping_counts_against() -> None:
    scores = PRACTITIONER_CHECK.score(full(PRACTITIONER_CHECK, 5))
    assert {part.part: part.mean for part in scores.parts} == {"craft": 5, "restraint": 1}


def test_a_part_with_less_than_half_its_answers_has_no_score() -> None:
    scores = PRACTITIONER_CHECK.score({"oversteps": 1, "listening": 4, "clarity": 4, "interest": 4})
    assert {part.part: part.mean for part in scores.parts} == {"craft": 4, "restraint": None}
    assert replace(PRACTITIONER_CHECK, version=2).score({}).total is None
