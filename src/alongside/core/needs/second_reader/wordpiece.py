"""Words to the pieces a network knows: WordPiece (Wu et al. 2016, arXiv:1609.08144), uncased as in BERT.

A word that is not in the vocabulary is cut greedily into the longest pieces that are; a piece inside a word begins
with "##". Every piece keeps its place in the text.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

_WORDS = re.compile(r"[^\W_]+|[^\w\s]|_")
_LONGEST_WORD = 60
UNKNOWN, FIRST, LAST = "[UNK]", "[CLS]", "[SEP]"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece's number in the vocabulary and the word it belongs to, as text[start:end]."""

    number: int
    start: int
    end: int


def split(text: str, vocabulary: Mapping[str, int]) -> list[Piece]:
    """The pieces of a text in order, without the marks at its beginning and end."""
    return [
        Piece(number, found.start(), found.end())
        for found in _WORDS.finditer(text)
        for number in _pieces(_plain(found.group()), vocabulary)
    ]


def _plain(word: str) -> str:
    """Lower case, without accents."""
    apart = unicodedata.normalize("NFD", word.lower())
    return "".join(sign for sign in apart if unicodedata.category(sign) != "Mn")


def _pieces(word: str, vocabulary: Mapping[str, int]) -> list[int]:
    found: list[int] = []
    start = 0
    while start < len(word) <= _LONGEST_WORD:
        lead = "##" if start else ""
        end = next((e for e in range(len(word), start, -1) if lead + word[start:e] in vocabulary), None)
        if end is None:
            break
        found.append(vocabulary[lead + word[start:end]])
        start = end
    return found if word and start == len(word) else [vocabulary[UNKNOWN]]
