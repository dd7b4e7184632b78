"""The second reader: a small network that reads a statement whole, beside the phrases of the rules file.

Phrases are explicit and can be argued with, but nobody writes down every way of saying a thing. The second reader
has learned from labelled cases (`training/`), says how likely each route is, and points at the sentence that spoke
most for it. It is small enough to ship with the package and runs on numpy alone; nothing leaves the machine.
"""

from alongside.core.needs.second_reader.asking import could_change, how_telling
from alongside.core.needs.second_reader.opinion import (
    Opinion,
    WordsRead,
    default_reader,
    read_again,
    read_words,
    weigh,
)

__all__ = [
    "Opinion",
    "WordsRead",
    "could_change",
    "default_reader",
    "how_telling",
    "read_again",
    "read_words",
    "weigh",
]
