"""`alongside import`, `match` and `check RUN.json`: the same as the pages, from a shell."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from alongside.models import Enrolment, ImportBatch, MatchRun, Person, Programme, ProgrammeKind
from tests.shell.cast import Cast
from tests.shell.makers import appoint, make_programme
from tests.shell.matching import guild


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "mentees.csv").write_text(guild.MENTEES)
    (tmp_path / "mentors.csv").write_text(guild.MENTORS)
    return tmp_path


@pytest.fixture
def guild_home(cast: Cast) -> Programme:
    programme = make_programme(cast.harbour, "Guild", ProgrammeKind.MENTORING)
    appoint(cast.amara, "programme_manager", programme)
    return programme


HERE = ("--organisation", "harbour-trust", "--programme", "guild")


def say(*words: str) -> str:
    out = StringIO()
    call_command(*words, stdout=out, stderr=out)
    return out.getvalue()


def test_both_files_come_in_and_a_run_gives_the_best(cast: Cast, guild_home: Programme, folder: Path) -> None:
    for part in ("mentee", "mentor"):
        said = say("import", str(folder / f"{part}s.csv"), *HERE, "--part", part)
        assert "Done:" in said
    placed, points = guild.best()
    said = say("match", *HERE, "--rules", str(guild.RULES))
    assert f"{placed} of 6 placed, {points} points." in said
    assert MatchRun.objects.get().rule_set.note == "From a file"


def test_a_dry_run_writes_nothing_and_shows_the_columns(
    cast: Cast, guild_home: Programme, folder: Path
) -> None:
    said = say(
        *("import", str(folder / "mentors.csv"), *HERE, "--part", "mentor", "--dry-run"),
        *("--map", "profession=function", "--map", "biography="),
    )
    assert "profession → function" in said
    assert "biography → left out" in said
    assert "4 new, 0 to bring up to date" in said
    assert not Person.objects.filter(name="Gus Mole").exists()
    assert not ImportBatch.objects.exists()


def test_columns_may_be_named_in_a_file(cast: Cast, guild_home: Programme, folder: Path) -> None:
    mapping = folder / "map.toml"
    mapping.write_text('[columns]\n"profession" = "own:trade"\n"job title" = "job title"\n')
    say("import", str(folder / "mentors.csv"), *HERE, "--part", "mentor", "--map-file", str(mapping))
    assert Enrolment.objects.get(person__name="Gus Mole").columns["trade"] == "Lamps"


def test_problems_name_line_and_column_and_nothing_is_written(
    cast: Cast, guild_home: Programme, folder: Path
) -> None:
    bad = folder / "bad.csv"
    bad.write_text("name,email\nPia,pia@h.example\nRex,nonsense\n")
    out = StringIO()
    with pytest.raises(CommandError, match="Nothing was written"):
        call_command("import", str(bad), *HERE, "--part", "mentor", stdout=out, stderr=out)
    assert "line 3, email: This is not an e-mail address." in out.getvalue()
    assert "nonsense" not in out.getvalue()
    assert not Person.objects.filter(name="Pia").exists()
    assert not ImportBatch.objects.exists()
    say("import", str(bad), *HERE, "--part", "mentor", "--leave-out")
    assert Person.objects.filter(name="Pia").exists()


@pytest.mark.parametrize(
    ("words", "because"),
    [
        (("--programme", "nowhere"), "There is no such programme"),
        (("--part", "coach"), "has no such part"),
        (("--as", "ben@harbour-trust.example"), "Only somebody who manages the programme"),
        (("--as", "nobody@harbour-trust.example"), "Nobody in Harbour Trust has the address"),
        (("--map", "colour"), "write COLUMN=FIELD"),
        (("--map", "colour=grade"), "The file has no column “colour”"),
        (("--places", "-5"), "The usual number of places is 0 to 12"),
        (("--places", "9" * 30), "The usual number of places is 0 to 12"),
        (("--map", "profession=own:a\x1b[31m"), "signs that can be seen"),
        (("--as", "\udcff"), "no text in UTF-8"),
        (("--map-file", "{folder}"), "Is a directory"),
        (("--map-file", "{folder}/deep.toml"), "this is not TOML"),
        (("--map-file", "{folder}/latin.toml"), "not a text in UTF-8"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(
    cast: Cast, guild_home: Programme, folder: Path, words: tuple[str, ...], because: str
) -> None:
    (folder / "deep.toml").write_text("a=" + "[" * 5_000)
    (folder / "latin.toml").write_bytes(b'a="\xff"')
    given = [word.replace("{folder}", str(folder)) for word in words]
    with pytest.raises(CommandError, match=because):
        say("import", str(folder / "mentors.csv"), *HERE, "--part", "mentor", *given)
    assert not ImportBatch.objects.exists()
    assert not ImportBatch.objects.exists()


def test_two_tables_are_matched_without_a_database(folder: Path) -> None:
    tables = ("--clients", str(folder / "mentees.csv"), "--practitioners", str(folder / "mentors.csv"))
    run = folder / "run.json"
    said = say("match", *tables, "--rules", str(guild.RULES), "--out", str(run))
    placed, points = guild.best()
    assert f"{placed} of 6 placed, {points} points." in said
    assert "it holds" in say("check", str(run), *tables)
    assert "it holds" in say("check", str(run), *tables, "--rules", str(guild.RULES))


def test_a_run_that_was_changed_does_not_hold(folder: Path) -> None:
    tables = ("--clients", str(folder / "mentees.csv"), "--practitioners", str(folder / "mentors.csv"))
    run = folder / "run.json"
    say("match", *tables, "--rules", str(guild.RULES), "--out", str(run))
    run.write_text(run.read_text().replace("gus@guild.example", "hal@guild.example"))
    with pytest.raises(CommandError, match=r"run\.json"):
        say("check", str(run), *tables)
    (folder / "mentors.csv").write_text(guild.MENTORS.replace("SEO", "HEO"))
    with pytest.raises(CommandError, match="These are not the facts and rules of that run"):
        say("check", str(run), *tables)


@pytest.mark.parametrize(
    ("text", "because"), [("{}", "not a matching run"), ("nonsense", "not a matching run")]
)
def test_what_is_no_run_is_refused(tmp_path: Path, text: str, because: str) -> None:
    file = tmp_path / "run.json"
    file.write_text(text)
    with pytest.raises(CommandError, match=because):
        say("check", str(file), "--clients", "a", "--practitioners", "b")


@pytest.mark.parametrize("text", ["[" * 100_000, '{"pairs": NaN}', "[1, 2]", "null", ""])
def test_a_file_that_is_no_run_is_refused_in_a_sentence(tmp_path: Path, text: str) -> None:
    file = tmp_path / "run.json"
    file.write_text(text)
    with pytest.raises(CommandError, match="not a matching run of ours"):
        call_command("check", str(file))
