"""`alongside triage`, as its --help says it."""

import json
import shlex
from importlib import resources
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from alongside.core.needs.rules_file import default_rules_text as rules_text
from alongside.management.commands.triage import Command


def run(*words: str) -> str:
    out = StringIO()
    call_command("triage", *words, stdout=out)
    return out.getvalue()


def test_the_example_of_its_help_runs() -> None:
    assert run(*shlex.split(Command.example)[1:]).startswith("A coach\n")


def test_each_case_becomes_a_line_with_its_reasons_and_evidence(tmp_path: Path) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_text(
        '{"id": "a", "text": "I want a mentor who has built a studio, for the next two years.", "answers": {}}\n'
        '{"id": "b", "text": "", "answers": {"safe_now": "no"}}\n'
    )
    first, second = (json.loads(line) for line in run(str(file)).splitlines())
    assert (first["id"], first["route"], first["safety"]["raised"]) == ("a", "mentor", False)
    assert first["reasons"]
    assert {"on", "toward", "direction", "certainty", "quote", "source"} == set(first["evidence"][0])
    assert (second["id"], second["route"], second["safety"]["raised"]) == ("b", "crisis", True)
    bare = [json.loads(line) for line in run(str(file), "--text-only").splitlines()]
    assert bare[1]["route"] == "clarify"


@pytest.fixture
def labelled(tmp_path: Path) -> Path:
    """Every tenth of the labelled cases that ship."""
    text = resources.files("alongside.core.needs").joinpath("rules/cases.jsonl").read_text("utf-8")
    file = tmp_path / "labelled.jsonl"
    file.write_text("\n".join(text.splitlines()[::10]))
    return file


def test_labelled_cases_are_scored_with_answers_and_from_the_text_only(labelled: Path) -> None:
    lines = run("--score", str(labelled))
    assert "with answers: 56 cases" in lines
    assert "text only: 56 cases" in lines
    assert "with answers, phrases only: 56 cases" in run("--score", "--phrases-only", str(labelled))
    for word in ("accuracy", "crisis recall", "false crisis", "booked past care", "precision", "adversarial"):
        assert word in lines
    assert "with answers" not in run("--score", "--text-only", str(labelled))


def test_another_version_of_the_rules_is_named(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(rules_text().replace('version = "triage-1"', 'version = "mine-7"'))
    assert "Rules: mine-7" in run("--say", "I want a mentor.", "--version", str(file))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--say", "x", "--answers", "{"], "not JSON"),
        (["--say", "x", "--answers", '{"horizon": "soon"}'], "horizon"),
        (["--say", "word " * 1200], "a little shorter"),
        (["nowhere.jsonl"], "nowhere.jsonl"),
        (["--say", "x", "--version", "nowhere.toml"], "nowhere.toml"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(words: list[str], said: str) -> None:
    with pytest.raises(CommandError, match=said):
        run(*words)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"{", "line 2: not a case .not JSON"),
        (b"[1]", "line 2: not a case .each line must be a table"),
        (b'{"text": 3}', "line 2: not a case"),
        (b'{"text": "x", "label": "boss"}', "there is no route .boss"),
        (b'{"text": "x"}', "label. is missing"),
        (b"[" * 100_000, "line 2: not a case"),
        (b'{"text": "\xff"}', "not a text in UTF-8"),
    ],
)
def test_a_file_of_cases_that_is_broken_is_named_by_its_line(tmp_path: Path, line: bytes, said: str) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_bytes(b'{"id": 1, "text": "I want a mentor", "label": "mentor"}\n' + line)
    with pytest.raises(CommandError, match=said):
        run("--score", str(file))
