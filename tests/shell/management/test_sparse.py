"""`alongside match --sparse`: bare arrays in, a proved result out, and a sentence for every file that is not one."""

import json
import re
import shlex
from io import StringIO
from pathlib import Path

import numpy as np
import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from alongside.core.matching import MODES

PAGE = Path(__file__).parents[3] / "docs/howto/matching-arrays.md"
GOOD = {
    "ptr": np.array([0, 2, 3, 5], dtype=np.int64),
    "idx": np.array([1, 0, 1, 0, 1], dtype=np.int32),
    "s": np.array([9, 4, 7, 2, 8], dtype=np.int32),
    "cap": np.array([1, 1], dtype=np.int32),
}


def say(*words: str) -> str:
    out = StringIO()
    call_command(*words, stdout=out)
    return out.getvalue()


@pytest.fixture
def file(tmp_path):
    def write(**changed):
        path = tmp_path / "pairs.npz"
        np.savez(path, **{name: array for name, array in (GOOD | changed).items() if array is not None})
        return str(path)

    return write


def test_one_line_of_figures(file, tmp_path):
    said = json.loads(say("match", "--sparse", file(), "--json", "--out", str(tmp_path / "run.json")))
    assert list(said) == ["placed", "total", "worst", "certified", "seconds", "peak_mb"]
    assert (said["placed"], said["total"], said["worst"], said["certified"]) == (2, 12, 4, True)


@pytest.mark.parametrize("mode", list(MODES))
def test_a_run_holds_when_it_is_checked_again_and_a_changed_one_does_not(file, tmp_path, mode):
    out = tmp_path / "run.json"
    say("match", "--sparse", file(), "--mode", mode.replace("_", "-"), "--out", str(out))
    assert "it holds" in say("check", str(out), "--sparse", file())
    raw = json.loads(out.read_text())
    for name, wrong in (
        ("placed", 3),
        ("partner", [0, 1, 1]),
        ("partner", [5, 1, -1]),
        ("partner", []),
        ("prices", {}),
        ("prices", {"best": [[[2**62]], [[0]]], "fairer": [[], []]}),
        ("mode", "x"),
        ("facts", ""),
    ):
        out.write_text(json.dumps({"sparse": raw["sparse"] | {name: wrong}}, separators=(",", ":")))
        with pytest.raises(CommandError):
            say("check", str(out), "--sparse", file())


@pytest.mark.parametrize("mode", list(MODES))
def test_the_order_of_rows_makes_no_difference(tmp_path, mode):
    chance = np.random.default_rng(3)
    allowed = chance.random((30, 12)) < 0.4
    fit, cap = chance.integers(0, 4, (30, 12)), chance.integers(0, 3, 12)

    def run(clients, shuffled):
        rows = [np.flatnonzero(allowed[one]) for one in clients]
        rows = [chance.permutation(row) if shuffled else row for row in rows]
        np.savez(
            tmp_path / "pairs.npz",
            ptr=np.cumsum([0, *map(len, rows)]),
            idx=np.concatenate(rows).astype(np.int32),
            s=np.concatenate([fit[one, row] for one, row in zip(clients, rows, strict=True)]).astype(
                np.int32
            ),
            cap=cap.astype(np.int32),
        )
        out = tmp_path / "run.json"
        say("match", "--sparse", str(tmp_path / "pairs.npz"), "--mode", mode, "--out", str(out))
        return out.read_text()

    first = run(range(30), shuffled=False)
    assert run(range(30), shuffled=True) == first
    order = chance.permutation(30)
    again, once = (json.loads(text)["sparse"] for text in (run(order, shuffled=True), first))
    assert [again["partner"][place] for place in np.argsort(order)] == once["partner"]


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"cap": None}, "The array “cap” is missing."),
        (
            {"s": np.array([0.5, 1, 1, 1, 1])},
            "“s” should be a row of whole numbers, not 1-dimensional float64.",
        ),
        (
            {"idx": np.zeros((5, 1), dtype=np.int32)},
            "“idx” should be a row of whole numbers, not 2-dimensional",
        ),
        ({"ptr": np.array([0, 3, 2, 5])}, "“ptr” should never fall; it does after client 1."),
        ({"ptr": np.array([1, 2, 3, 5])}, "“ptr” should begin with 0"),
        ({"ptr": np.array([], dtype=np.int64)}, "“ptr” should begin with 0"),
        ({"ptr": np.array([0, 2, 3, 9])}, "“ptr” ends with 9, but there are 5 pairs"),
        ({"idx": np.array([1, 0, 2, 0, 1])}, "“idx” names practitioner 2; there are 2, counted from 0."),
        ({"idx": np.array([1, 0, -1, 0, 1])}, "“idx” names practitioner -1;"),
        ({"idx": np.array([1, 1, 1, 0, 1])}, "Client 0 has practitioner 1 twice."),
        ({"cap": np.array([1, -1])}, "“cap” gives practitioner 1 fewer than no places."),
        ({"s": np.array([1, 2])}, "“s” has 2 numbers for 5 pairs"),
        ({"s": np.array([2**40, 1, 1, 1, 1])}, "“s” holds a number beyond 32 bits."),
        ({"s": np.array([1, None, 1, 1, 1])}, "this is not a whole .npz file of number arrays."),
        ({"client_rank": np.array([1])}, "“client_rank” has 1 numbers for 5 pairs"),
    ],
)
def test_a_malformed_file_is_told_in_a_sentence(file, changed, sentence):
    with pytest.raises(CommandError, match=re.escape(sentence)):
        say("match", "--sparse", file(**changed))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"just text", None])
def test_what_is_no_such_file_is_told_in_a_sentence(tmp_path, content):
    path = tmp_path / "pairs.npz"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CommandError, match=r"pairs\.npz: "):
        say("match", "--sparse", str(path))


def test_a_lone_array_is_not_enough(tmp_path):
    np.save(tmp_path / "one.npy", np.arange(3))
    with pytest.raises(CommandError, match="not a whole"):
        say("match", "--sparse", str(tmp_path / "one.npy"))


@pytest.mark.parametrize("mode", list(MODES))
def test_nobody_at_all_and_fits_below_nothing_are_no_trouble(file, mode):
    nothing = np.array([], dtype=np.int64)
    assert "placed     0 of 0" in say(
        "match", "--mode", mode, "--sparse", file(ptr=np.array([0]), idx=nothing, s=nothing, cap=nothing)
    )
    assert "placed     2 of 3" in say(
        "match", "--mode", mode, "--sparse", file(s=np.array([-9, -4, 7, -2, 0]))
    )


def test_the_example_of_the_page_runs_as_it_stands(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, shell, said = re.findall(r"```(?:python|sh|text)\n(.*?)```", PAGE.read_text(), re.DOTALL)[:3]
    exec(compile(code, "example", "exec"), {})  # noqa: S102 - our own page
    heard = [say(*shlex.split(line)[1:]) for line in shell.splitlines()]
    heard = "".join(line for text in heard for line in text.splitlines(keepends=True))
    plain = re.compile(r"(seconds|memory).*")
    assert plain.sub("", heard).split() == plain.sub("", said).split()
