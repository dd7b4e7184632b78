"""`alongside match --keep` and `--compare`: an earlier run that matters, and what is different since."""

import json
import re
import shlex
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.shell.matching import guild

PAGE = Path(__file__).parents[3] / "docs/howto/matching-again.md"


def say(*words: str) -> str:
    out = StringIO()
    call_command(*words, stdout=out, stderr=StringIO())
    return out.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "mentees.csv").write_text(guild.MENTEES)
    (tmp_path / "mentors.csv").write_text(guild.MENTORS)
    return tmp_path


def tables(folder: Path) -> tuple[str, ...]:
    return (
        *("--clients", str(folder / "mentees.csv"), "--practitioners", str(folder / "mentors.csv")),
        *("--rules", str(guild.RULES)),
    )


def test_the_example_of_the_page_says_what_the_page_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = PAGE.read_text()
    for name, text in re.findall(r"`([\w-]+\.\w+)`:\n\n```\w+\n(.*?)```", page, re.DOTALL):
        (tmp_path / name).write_text(text)
    monkeypatch.chdir(tmp_path)
    (lines,) = re.findall(r"```sh\n(.*?)```", page, re.DOTALL)
    (said,) = re.findall(r"```text\n(.*?)```", page, re.DOTALL)
    assert "".join(say(*shlex.split(line)[1:]) for line in lines.splitlines()) == said


def test_with_keep_another_lottery_parts_nobody(folder: Path) -> None:
    runs = [folder / f"{name}.json" for name in ("first", "again")]
    say("match", *tables(folder), "--out", str(runs[0]))
    said = say("match", *tables(folder), "--seed", "5", "--keep", str(runs[0]), "--out", str(runs[1]))
    pairs = len(json.loads(runs[0].read_text())["pairs"])
    assert f"Of {pairs} pairs of the earlier run {pairs} stay.\n" in said
    assert "no more of the earlier pairs could stay" in say("check", str(runs[1]), *tables(folder))
    told = say("match", "--compare", *map(str, runs))
    assert f"With the same person: {pairs}\n" in told
    assert "Asked differently: the lottery among equals." in told
    assert "With another" not in told


def test_a_changed_list_of_what_should_stay_does_not_hold(folder: Path) -> None:
    runs = [folder / f"{name}.json" for name in ("first", "again")]
    say("match", *tables(folder), "--out", str(runs[0]))
    say("match", *tables(folder), "--keep", str(runs[0]), "--out", str(runs[1]))
    raw = json.loads(runs[1].read_text())
    raw["by_hand"]["kept"] = raw["by_hand"]["kept"][1:]
    runs[1].write_text(json.dumps(raw))
    with pytest.raises(CommandError, match=r"again\.json: "):
        say("check", str(runs[1]), *tables(folder))


def test_names_in_a_file_do_nothing_to_the_terminal_and_other_rules_are_said(folder: Path) -> None:
    runs = [folder / f"{name}.json" for name in ("first", "again")]
    say("match", *tables(folder), "--out", str(runs[0]))
    say("match", *tables(folder)[:4], "--out", str(runs[1]))
    raw = json.loads(runs[1].read_text())
    raw["pairs"][0]["client"] = "a\x1b[31m"
    runs[1].write_text(json.dumps(raw))
    told = say("match", "--compare", *map(str, runs))
    assert "a?[31m" in told
    assert "\x1b" not in told
    assert "Under different rules a fit is measured differently" in told


@pytest.mark.parametrize(
    ("words", "because"),
    [
        (("--keep", "{folder}/none.json"), "No such file"),
        (("--keep", "{folder}/mentees.csv"), "not a matching run of ours"),
        (("--keep", "{folder}/coaching.json"), "a run for coaching, not for mentoring"),
        (("--keep", "{folder}/first.json", "--sparse", "x.npz"), "--keep goes with"),
        (("--keep", "{folder}/first.json", "--organisation", "a", "--programme", "b"), "--keep goes with"),
        (("--compare", "{folder}/first.json", "{folder}/coaching.json"), "a run for coaching"),
        (("--compare", "{folder}/first.json", "{folder}/mentors.csv"), "not a matching run of ours"),
    ],
)
def test_what_cannot_be_kept_or_compared_is_refused_with_a_sentence(
    folder: Path, words: tuple[str, ...], because: str
) -> None:
    say("match", *tables(folder), "--out", str(folder / "first.json"))
    say("match", *tables(folder)[:4], "--kind", "coaching", "--out", str(folder / "coaching.json"))
    with pytest.raises(CommandError, match=because):
        say("match", *tables(folder), *(word.replace("{folder}", str(folder)) for word in words))
