"""The map and the documents speak of things that are there."""

import re

import pytest

from tests.house.test_architecture import ROOT

PATH = re.compile(
    r"`((?:src|docs|tests|bench|requirements|\.ci)/[\w./<>*-]*|[A-Z]+\.md|LICENSE|dev|pyproject\.toml)`"
)
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#]+)")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: str(document.relative_to(ROOT)))
def test_every_path_in_a_document_exists(document: object) -> None:
    text = ROOT.joinpath(str(document)).read_text()
    named = [path for path in PATH.findall(text) if "<" not in path]
    assert not [path for path in named if not list(ROOT.glob(path.rstrip("/")))]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: str(document.relative_to(ROOT)))
def test_every_link_in_a_document_leads_somewhere(document: object) -> None:
    file = ROOT.joinpath(str(document))
    assert not [link for link in LINK.findall(file.read_text()) if not (file.parent / link).exists()]


def test_the_map_says_where_to_add_things() -> None:
    assert len(PATH.findall((ROOT / "docs" / "map.md").read_text())) >= 20
