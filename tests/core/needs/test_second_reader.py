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
