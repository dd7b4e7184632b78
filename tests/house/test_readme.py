"""What the README says is there."""

import re
from pathlib import Path

import pytest

from alongside.__main__ import VERBS

ROOT = Path(__file__).resolve().parents[2]
MOST_BYTES_OF_A_PICTURE = 200_000
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\(([^)#]+)\)", README))))
def test_every_link_leads_somewhere(target: str) -> None:
    assert (ROOT / target).exists()


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`((?:src|docs|tests|bench)/[^`*]+)`", README))))
def test_every_path_is_there(path: str) -> None:
    assert (ROOT / path).exists()


def test_it_names_every_verb_of_the_command() -> None:
    line = next(line for line in README.splitlines() if line.startswith("alongside --help"))
    assert set(re.findall(r"\w+", line.split("#")[1])) == set(VERBS)


def test_it_names_the_two_commands_and_dev_knows_them() -> None:
    dev = (ROOT / "dev").read_text(encoding="utf-8")
    assert re.findall(r"^\./dev (\w+)", README, flags=re.MULTILINE) == ["demo", "test"]
    for command in re.findall(r"\./dev (\w+)", README):
        assert f"./dev {command}" in dev


def test_its_pictures_are_light_and_told_in_words() -> None:
    pictures = re.findall(r"!\[(.*?)\]\((.+?)\)", README)
    assert len(pictures) == 3
    for words, file in pictures:
        assert len(words) > 40
        assert (ROOT / file).stat().st_size <= MOST_BYTES_OF_A_PICTURE
