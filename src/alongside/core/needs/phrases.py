"""The small language phrases are written in, and how it becomes a regular expression.

    word           that word                    word*, *ing     a word that begins or ends so
    (a|b c)        one of these                 [x]             x, or nothing
    ..  ..5        up to three, up to five words in between (never across a sentence)
    @list          one of a named list of words         #       a number in digits

A comma may stand between any two words. Contractions are written out: "can not", "i am".
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_PIECE = re.compile(r"@\w+|\.\.\d*|[()\[\]|]|[^\s()\[\]|]+")
_WORD = re.compile(r"[\w*]+")
_BREAK = r"(?:, )?"
MATCHES_NOTHING = "this phrase matches nothing at all, every part is optional"
_START = r"(?:^|(?<= ))"


class PhraseError(ValueError):
    """A phrase that cannot be read; the message says why."""


@dataclass(slots=True)
class _Cursor:
    pieces: list[str]
    at: int = 0

    def peek(self) -> str | None:
        return self.pieces[self.at] if self.at < len(self.pieces) else None

    def take(self) -> str:
        self.at += 1
        return self.pieces[self.at - 1]


def compile_phrases(phrases: tuple[str, ...], lists: Mapping[str, str]) -> re.Pattern[str] | None:
    """One pattern for all phrases, to be searched in `Reading.words`; None when there are none."""
    if not phrases:
        return None
    return compile_patterns(phrase_pattern(each, lists) for each in phrases)


def compile_patterns(patterns: Iterable[str]) -> re.Pattern[str]:
    """One pattern for phrases already read."""
    return re.compile(_START + "(?:" + "|".join(patterns) + ")")


def read_phrase(phrase: str, lists: Mapping[str, str]) -> str:
    """The regular expression of one phrase, which may match nothing at all. Raises PhraseError."""
    cursor = _Cursor(_PIECE.findall(phrase))
    if not cursor.pieces:
        raise PhraseError("a phrase is empty")
    pattern = _sequence(cursor, lists)
    if cursor.peek() is not None:
        raise PhraseError(f"“{cursor.peek()}” closes nothing")
    return pattern


def phrase_pattern(phrase: str, lists: Mapping[str, str]) -> str:
    """The regular expression of one phrase. Raises PhraseError."""
    pattern = read_phrase(phrase, lists)
    if re.fullmatch(pattern, ""):
        raise PhraseError(MATCHES_NOTHING)
    return pattern


def _sequence(cursor: _Cursor, lists: Mapping[str, str]) -> str:
    """Alternatives of pieces up to a closing bracket."""
    branches: list[list[str]] = [[]]
    while (piece := cursor.peek()) is not None and piece not in (")", "]"):
        cursor.take()
        if piece == "|":
            branches.append([])
        else:
            branches[-1].append(_piece(piece, cursor, lists))
    if any(not branch for branch in branches):
        raise PhraseError("an alternative is empty")
    joined = ["".join(branch) for branch in branches]
    return joined[0] if len(joined) == 1 else "(?:" + "|".join(joined) + ")"


def _piece(piece: str, cursor: _Cursor, lists: Mapping[str, str]) -> str:
    if piece in ("(", "["):
        return _group(piece, cursor, lists)
    if piece.startswith("@"):
        return _listed(piece[1:], lists)
    if piece.startswith(".."):
        return rf"(?:[^ .]+ ){{0,{int(piece[2:] or 3)}}}?"
    if piece == "#":
        return r"\d\w* " + _BREAK
    if not _WORD.fullmatch(piece) or piece.strip("*") == "":
        raise PhraseError(f"“{piece}” is not a word; write contractions out, without punctuation")
    return piece.lower().replace("*", r"[^ ,.]*") + " " + _BREAK


def _group(opening: str, cursor: _Cursor, lists: Mapping[str, str]) -> str:
    inside = _sequence(cursor, lists)
    if cursor.peek() != {"(": ")", "[": "]"}[opening]:
        raise PhraseError(f"“{opening}” is not closed")
    cursor.take()
    return f"(?:{inside}){'?' if opening == '[' else ''}"


def _listed(name: str, lists: Mapping[str, str]) -> str:
    if name not in lists:
        raise PhraseError(f"there is no list called “{name}”")
    others = {key: value for key, value in lists.items() if key != name}  # no list inside itself
    return f"(?:{_sequence(_Cursor(_PIECE.findall(lists[name])), others)})"
