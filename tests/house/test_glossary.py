"""The glossary's words in bold are the code's words."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WORDS = sorted(
    set(
        re.findall(
            r"\*\*(\w+)\*\*", (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8").split("## ", 1)[1]
        )
    )
)


def names_in_code() -> set[str]:
    """The names of all classes, and of all type aliases, of the core, the models and the queries."""
    found: set[str] = set()
    for folder in ("core", "models", "queries"):
        for file in (ROOT / "src" / "alongside" / folder).rglob("*.py"):
            tree = ast.parse(file.read_text(encoding="utf-8"))
            found |= {node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
    return found


@pytest.fixture(scope="module")
def names() -> set[str]:
    return names_in_code()


@pytest.mark.parametrize("word", WORDS)
def test_a_word_in_bold_is_a_name_in_the_code(word: str, names: set[str]) -> None:
    assert word in names


def test_the_glossary_has_words() -> None:
    assert len(WORDS) > 40
