"""`alongside triage`, as its --help says it."""

import json
import shlex
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from alongside.management.commands.triage import Command

CASES = Path(__file__).parents[2] / "fixtures" / "needs-own.jsonl"


def run(*words: str) -> str:
    out = StringIO()
    call_command("triage", *words, stdout=out)
    return out.getvalue()


def test_the_example_of_its_help_runs() -> None:
    assert run(*shlex.split(Command.example)[1:]).startswith("A coach\n")


def test_as_json_it_names_the_route_and_the_version() -> None:
    found = json.loads(run("I want a mentor who has built a studio, for the next two years.", "--json"))
    assert found["route"] == "mentor"
    assert found["rules_version"]


def test_labelled_cases_are_measured() -> None:
    lines = run("--cases", str(CASES))
    assert "right with answers" in lines
    assert "crises found" in lines


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["x", "--answers", "{"], "not JSON"),
        (["x", "--answers", '{"horizon": "soon"}'], "horizon"),
        (["word " * 1200], "a little shorter"),
        (["--cases", "nowhere.jsonl"], "nowhere.jsonl"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(words: list[str], said: str) -> None:
    with pytest.raises(CommandError, match=said):
        run(*words)
