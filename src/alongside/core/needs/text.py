"""A statement made ready for reading: plain lower-case words that remember where they came from.

Contractions are spelt out ("can't" → "can not"), text-speak and listed typos are mended, and sentences and
clauses are marked, so a phrase in the rules file needs to be written only once. Every word keeps its place in
the original, so a quote is always the person's own words.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from rapidfuzz.distance import OSA

CLAUSE = ","
SENTENCE = "."

_TOKEN = re.compile(r"[^\W_]+(?:['’‘`][^\W\d_]+)*|[.!?\n…]+|[,;:–—()\"“”]+", re.UNICODE)
_APOSTROPHES = str.maketrans("’‘`", "'''")

# Spelt out whatever the spelling; the right side is what the rules file is written in.
_WHOLE = {
    "cant": "can not", "cannot": "can not", "dont": "do not", "didnt": "did not", "doesnt": "does not",
    "isnt": "is not", "wasnt": "was not", "havent": "have not", "hasnt": "has not", "wont": "will not",
    "wouldnt": "would not", "couldnt": "could not", "shouldnt": "should not", "arent": "are not",
    "won't": "will not", "can't": "can not", "shan't": "shall not", "ain't": "is not", "aint": "is not",
    "im": "i am", "ive": "i have", "id": "i would", "ill": "ill", "u": "you", "ur": "your", "r": "are",
    "pls": "please", "plz": "please", "abt": "about", "bcos": "because", "cos": "because", "coz": "because",
    "bc": "because", "wanna": "want to", "gonna": "going to", "gotta": "have to", "tmrw": "tomorrow",
    "thats": "that is", "theres": "there is", "whats": "what is", "hes": "he is", "shes": "she is",
    "theyre": "they are", "youre": "you are", "alot": "a lot", "noone": "no one", "some1": "someone",
    "let's": "let us", "y'all": "you all", "lm": "line manager", "mgr": "manager", "mgmt": "management",
}  # fmt: skip
_ENDINGS = {"'m": "am", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would"}
_IS_AFTER = frozenset(
    [
        "it",
        "that",
        "there",
        "who",
        "what",
        "he",
        "she",
        "here",
        "nobody",
        "somebody",
        "someone",
        "everyone",
        "everything",
        "nothing",
        "how",
        "where",
        "when",
        "one",
        "this",
        "life",
    ]
)


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of a statement, each followed by one space, in `words`.

    `starts[i]` is where word i begins inside `words`; `spans[i]` its (start, end) in the statement,
    `sentences[i]` and `clauses[i]` the numbers of its sentence and clause.
    """

    statement: str
    words: str
    starts: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]
    sentences: tuple[int, ...]
    clauses: tuple[int, ...]
    bounds: tuple[tuple[int, int], ...]  # of each sentence, inside `words`

    def place(self, start: int, end: int) -> tuple[int, int, int, int]:
        """(start, end, sentence, clause) in the statement for a stretch of `words`; end is exclusive."""
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, end - 1) - 1
        while last > first and self.words[self.starts[last]] in ",.":
            last -= 1
        return self.spans[first][0], self.spans[last][1], self.sentences[first], self.clauses[first]

    def before(self, start: int) -> str:
        """The words of the same clause that come before a place in `words`."""
        sentence = self.words.rfind(f"{SENTENCE} ", 0, start)
        clause = self.words.rfind(f"{CLAUSE} ", 0, start)
        cut = max(sentence, clause)
        return self.words[cut + 2 if cut >= 0 else 0 : start]


def read_words(statement: str, mend: tuple[str, ...] = ()) -> Reading:
    """Make a statement ready for reading; `mend` lists the words worth recognising in spite of a typo."""
    parts: list[str] = []
    starts: list[int] = []
    spans: list[tuple[int, int]] = []
    sentences: list[int] = []
    clauses: list[int] = []
    length, sentence, clause = 0, 0, 0
    for found in _TOKEN.finditer(statement):
        for word in _words_of(found.group(), parts[-1] if parts else SENTENCE, mend):
            if word in (SENTENCE, CLAUSE) and (not parts or parts[-1] in (SENTENCE, CLAUSE)):
                continue
            parts.append(word)
            starts.append(length)
            spans.append(found.span())
            sentences.append(sentence)
            clauses.append(clause)
            length += len(word) + 1
            sentence += word == SENTENCE
            clause += word in (SENTENCE, CLAUSE)
    words = "".join(f"{part} " for part in parts)
    return Reading(
        statement, words, tuple(starts), tuple(spans), tuple(sentences), tuple(clauses), _bounds(words)
    )


def _bounds(words: str) -> tuple[tuple[int, int], ...]:
    bounds, begin = [], 0
    for found in re.finditer(r"(?:^|(?<= ))\. ", words):
        bounds.append((begin, found.start()))
        begin = found.end()
    return (*bounds, (begin, len(words))) if begin < len(words) or not bounds else tuple(bounds)


def _words_of(token: str, previous: str, mend: tuple[str, ...]) -> tuple[str, ...]:
    """The canonical words of one token of the statement."""
    if not token[0].isalnum():
        return (SENTENCE,) if re.search(r"[.!?\n…]", token) else (CLAUSE,)
    word = token.lower().translate(_APOSTROPHES)
    if word in _WHOLE:
        return tuple(_WHOLE[word].split())
    if word.endswith("n't"):
        return (word[:-3], "not")
    for ending, full in _ENDINGS.items():
        if word.endswith(ending):
            return (word.removesuffix(ending), full)
    if word.endswith("'s"):
        stem = word.removesuffix("'s")
        return (stem, "is") if stem in _IS_AFTER else (stem,)
    return (_mended(word.replace("'", ""), mend),)


def _mended(word: str, mend: tuple[str, ...]) -> str:
    """The listed word this one is a slip of, or the word itself. Short words are never touched."""
    if len(word) < 6 or not mend or word in mend:
        return word
    allowed = 1 if len(word) < 9 else 2
    near = [w for w in mend if w[0] == word[0] and abs(len(w) - len(word)) <= allowed]
    best = min(near, key=lambda w: OSA.distance(w, word, score_cutoff=allowed), default=word)
    slip = OSA.distance(best, word, score_cutoff=allowed) <= allowed
    return best if slip and not _is_inflection(word, best) else word


def _is_inflection(word: str, listed: str) -> bool:
    """Another form of the same word ("managers") is left alone: the rules file may mean the difference."""
    return word.startswith(listed) or listed.startswith(word) or word[:-1] == listed[:-1]
