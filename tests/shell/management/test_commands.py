"""Every verb explains itself with an example, and the check of an install says what to do."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command, load_command_class
from pytest_django import Settings

from alongside.__main__ import VERBS
from alongside.config.demo import enter_demo
from alongside.core.verdicts import Refused
from alongside.management.commands.demo import make_folder
from alongside.management.health import MUSTS, SHOULDS, mail_server, private_key, writable_data_folder
from tests.shell.mail.conftest import Mailbox, free_port, mailbox

__all__ = ["mailbox"]
SETTINGS = "DJANGO_SETTINGS_MODULE"


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_every_verb_has_a_description_and_an_example(verb: str) -> None:
    words = load_command_class("alongside", verb).create_parser("alongside", verb).format_help()
    assert f"alongside {verb}" in words.split("example", 1)[1]


@pytest.mark.parametrize(
    "words",
    [
        ("import", "{table}", "--organisation", "a", "--programme", "b", "--part", "mentee"),
        ("match", "--organisation", "a", "--programme", "b"),
        ("check", "{table}"),
    ],
    ids=lambda words: " ".join(words[:2]),
)
def test_in_a_folder_without_tables_a_verb_says_what_to_do(words: tuple[str, ...], tmp_path: Path) -> None:
    """As an operator meets it: another process, a data folder that is empty."""
    table = tmp_path / "x.csv"
    table.write_text("name,email\nPia,pia@h.example\n")
    command = [sys.executable, "-m", "alongside", *(word.format(table=table) for word in words)]
    kept = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", SETTINGS}}
    done = subprocess.run(  # noqa: S603 - our own command, with words of this test
        command,
        env={**kept, "ALONGSIDE_DATA_DIR": str(tmp_path / "data")},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("CommandError: ")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.django_db
def test_a_sound_install_passes_the_check(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.DATA_DIR = tmp_path
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "shared_cache",
        }
    }
    call_command("createcachetable", verbosity=0)
    call_command("check")
    said = capsys.readouterr().out
    assert all(f"ok    {name}" in said for name, _ in MUSTS)
    assert "note  mail" in said


@pytest.mark.django_db
def test_the_check_fails_with_the_name_of_what_is_to_mend(settings: Settings, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path / "not there"
    with pytest.raises(CommandError, match="data folder"):
        call_command("check")
    found = writable_data_folder()
    assert isinstance(found, Refused)
    assert "ALONGSIDE_DATA_DIR" in found.because


def test_a_key_that_others_can_read_is_found(settings: Settings, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path
    file = tmp_path / "secret.key"
    file.write_text("x" * 50)
    file.chmod(0o644)
    assert isinstance(private_key(), Refused)
    file.chmod(0o600)
    assert not isinstance(private_key(), Refused)


def test_a_mail_server_that_does_not_answer_is_found(mailbox: Mailbox, settings: Settings) -> None:
    assert not isinstance(mail_server(), Refused)
    settings.EMAIL_PORT = free_port()
    assert isinstance(mail_server(), Refused)


def test_every_point_of_the_check_has_a_name_of_its_own() -> None:
    names = [name for name, _ in (*MUSTS, *SHOULDS)]
    assert len(set(names)) == len(names)


def test_a_demo_leaves_the_surroundings_of_a_real_install_behind() -> None:
    environ = {
        "DATABASE_URL": "postgres://precious",
        "ALONGSIDE_EMAIL_URL": "smtp://real",
        "ALONGSIDE_DATA_DIR": "/srv/alongside",
    }
    enter_demo(["--no-open", "--port", "8123"], environ)
    assert environ == {
        "ALONGSIDE_DATA_DIR": "/srv/alongside/demo",
        "ALONGSIDE_BASE_URL": "http://127.0.0.1:8123",
        "ALONGSIDE_DEMO": "1",
    }


def test_a_fresh_demo_empties_only_a_folder_that_a_demo_made(tmp_path: Path) -> None:
    precious = tmp_path / "precious.txt"
    precious.write_text("kept")
    make_folder(tmp_path, fresh=True)
    assert precious.exists()
    make_folder(tmp_path, fresh=True)
    assert not precious.exists()
    assert tmp_path.exists()
