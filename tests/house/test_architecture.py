"""The house stands as it was drawn: layers, names, sizes, reasons, one line of migrations."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader
from pytest_django import Settings

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "alongside"
FORBIDDEN_NAMES = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "misc",
    "base",
    "manager",
    "managers",
    "handler",
}
MOST_LINES = 300
SILENCER = re.compile(r"#\s*(noqa|type: ignore)(?P<kind>[:\[]?)[^\n]*")
WITH_REASON = re.compile(r"# (noqa: [A-Z0-9, ]+( - |  # )|type: ignore\[[a-z-, ]+\]  # ).{8,}")


def python_files(*folders: str) -> list[Path]:
    return sorted(
        file
        for folder in folders
        for file in (ROOT / folder).rglob("*.py")
        if not {"migrations", "__pycache__"} & set(file.parts)
    )


def short(file: Path) -> str:
    return str(file.relative_to(ROOT))


def test_imports_run_down_only() -> None:
    """The contracts in pyproject.toml, whose names say what to do instead."""
    found = subprocess.run(  # noqa: S603 - the linter of our own environment
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stdout


def test_no_file_bears_a_name_that_says_nothing() -> None:
    named = [*SOURCE.rglob("*"), *(ROOT / "tests").rglob("*")]
    assert not [short(file) for file in named if file.stem in FORBIDDEN_NAMES and file.suffix in {".py", ""}]


def test_no_file_is_longer_than_one_can_hold_in_mind() -> None:
    lengths = {
        short(file): len(file.read_text().splitlines()) for file in python_files("src", "tests", "bench")
    }
    assert not {file: lines for file, lines in lengths.items() if lines > MOST_LINES}


def test_whoever_silences_a_check_says_why() -> None:
    silent = [
        f"{short(file)}: {found.group()}"
        for file in python_files("src", "tests", "bench")
        for found in SILENCER.finditer(file.read_text())
        if file.name != Path(__file__).name and not WITH_REASON.match(found.group())
    ]
    assert not silent, "\n".join(silent)


@pytest.fixture
def with_migrations(settings: Settings) -> None:
    """The real migrations: the test database is made from the models, which is quicker."""
    settings.MIGRATION_MODULES = {}


@pytest.mark.django_db
@pytest.mark.usefixtures("with_migrations")
def test_migrations_are_one_line_with_one_end() -> None:
    leaves = [name for app, name in MigrationLoader(None).graph.leaf_nodes() if app == "alongside"]
    assert len(leaves) == 1


@pytest.mark.django_db
@pytest.mark.usefixtures("with_migrations")
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", "alongside", check=True, dry_run=True, verbosity=0)


def test_settings_alone_read_the_environment() -> None:
    """But for the two that set it up before settings are read: the command and the demo."""
    reading = re.compile(r"os\.environ|os\.getenv|\benviron\[")
    found = {short(file) for file in python_files("src") if reading.search(file.read_text())}
    allowed = {"config/settings.py", "config/wsgi.py", "config/demo.py", "__main__.py"}
    assert found <= {f"src/alongside/{file}" for file in allowed}
