"""The second reader: pieces keep their places, the file is checked, an opinion points at the words it rests on."""

import numpy as np
import pytest

from alongside.core.needs.questions import Answers
from alongside.core.needs.routes import Route
from alongside.core.needs.second_reader import default_reader, read_again
from alongside.core.needs.second_reader.network import load_network, states
from alongside.core.needs.second_reader.wordpiece import UNKNOWN, split

NETWORK = default_reader()
NAMES = {number: piece for piece, number in NETWORK.vocabulary.items()}


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("I keep putting it off.", ["i", "keep", "putting", "it", "off", "."]),
        ("Café, naïve", ["cafe", ",", "naive"]),
        ("snake_case", ["snake", "_", "case"]),
        ("日本", [UNKNOWN]),
        ("x" * 70, [UNKNOWN]),
        ("", []),
    ],
)
def test_words_are_cut_into_known_pieces(text: str, pieces: list[str]) -> None:
    assert [NAMES[piece.number] for piece in split(text, NETWORK.vocabulary)] == pieces


def test_every_piece_knows_its_word() -> None:
    text = "  Überqualified, they say"
    found = split(text, NETWORK.vocabulary)
    assert {text[piece.start : piece.end] for piece in found} == {"Überqualified", ",", "they", "say"}


def test_a_state_for_each_piece() -> None:
    found = states(NETWORK, np.array([piece.number for piece in split("one two three", NETWORK.vocabulary)]))
    assert found.shape == (3, 384)
    assert found.dtype == np.float32


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not really", b"{}"])
def test_a_file_that_is_no_reader_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="not a second reader"):
        load_network(content)


def test_an_opinion_shares_out_one_whole_and_points_at_the_words() -> None:
    statement = "Nice weather. I want to hear how somebody who built a school did it, over the next years."
    opinion = read_again(statement, Answers(), NETWORK)
    assert sum(opinion.shares.values()) == pytest.approx(1, abs=1e-5)
    assert set(opinion.shares) == {route.value for route in Route}
    assert opinion.likeliest is Route.MENTOR
    start, end = opinion.places["mentor"]
    assert "built a school" in statement[start:end]


def test_ticks_alone_are_read_too() -> None:
    opinion = read_again("", Answers(need_type=("career_direction",), horizon="open_ended"), NETWORK)
    assert opinion.likeliest is Route.MENTOR
    assert opinion.places == {}
    assert opinion.danger == 0


def test_danger_in_the_middle_of_a_long_statement_is_not_averaged_away() -> None:
    dull = "We also moved the stock list to the new sheet and checked every line twice. " * 25
    said = f"{dull}I have written the letters to my family and I will not be here on Monday. {dull}"
    assert read_again(said, Answers(), NETWORK).shares["crisis"] > 0.3
    assert read_again(dull, Answers(), NETWORK).shares["crisis"] < 0.1


def test_a_few_words_beside_several_ticks_count_half() -> None:
    ticks = Answers(need_type=("career_direction",), horizon="1_3_years", same_path_needed="yes")
    words, nothing = (read_again(text, Answers(), NETWORK).sums for text in ("see below", ""))
    ticked = read_again("", ticks, NETWORK).sums
    for route, both in read_again("see below", ticks, NETWORK).sums.items():
        assert both == pytest.approx(
            (words[route] + nothing[route]) / 2 + ticked[route] - nothing[route], abs=1e-3
        )


def test_danger_in_a_few_words_is_not_halved() -> None:
    words, ticks = (
        "I want to end my life",
        Answers(horizon="1_3_months", goal_clarity="a_few", contact="one_off"),
    )
    assert read_again(words, ticks, NETWORK).danger >= 0.99 * read_again(words, Answers(), NETWORK).danger


def test_a_long_story_with_an_old_illness_in_it_is_read_as_a_whole() -> None:
    before = "Six years ago I was off with exhaustion for a while; that is long settled and not why I write. "
    now = (
        "I lead the planning desk and know well how to say no, yet every Thursday I say yes to whoever stands there, "
        "and then do the work at home. I have read the books. I want to change that habit by the spring, step by step, "
        "with somebody who asks me each fortnight how it went and does not let me off. "
    )
    story = before + now + "We are nine people with two screens each, three of us new since May. " + now
    assert read_again(story, Answers(), NETWORK).likeliest is Route.COACH
