"""Reading a need: from the statement and the ticks to evidence, each piece with the words it came from.

What keeps the reading honest, each a small function below:
- a phrase after a "not" in the same clause does not count (unless the family says otherwise); danger that is
  denied still raises a soft question;
- an `unless` in the same sentence takes a meaning away: somebody else's story, something long past, a figure
  of speech. Never from another sentence, so adding text cannot clear what was raised;
- what others say is wanted counts less than what the person says;
- a sentence that gives this software orders is data: only the gates read it;
- a helper already in place is not a second need.
"""

import re
from dataclasses import replace

from alongside.core.needs.evidence import Bears, Evidence, Source
from alongside.core.needs.questions import QUESTION, Answers
from alongside.core.needs.text import Reading, read_words
from alongside.core.needs.triage_rules import Bearing, Family, TriageRules

NEGATION_REACH = 4  # words between "not" and what it negates
# Doubt, not denial: "not sure how to …" and "I cannot find someone who …" keep their meaning.
_DOUBT = re.compile(
    r"\b(?:not (?:sure|only|just|merely|certain)|(?:can|could|do|did|does) not (?:find|know|have)"
    r"|no (?:idea|longer|clue)|(?:can|could) not) "
)
_NOWHERE = (0, 0, -1, -1)  # the place of an answer
_HELPERS_IN_PLACE = {"has_mentor": "mentor", "has_coach": "coach"}


def read_evidence(statement: str, answers: Answers, rules: TriageRules) -> tuple[Evidence, ...]:
    """All evidence in the statement, in the order of the rules, followed by that of the ticks."""
    reading = read_words(statement, rules.mend)
    return (*read_statement(reading, rules), *read_ticks(answers, rules))


def read_statement(reading: Reading, rules: TriageRules) -> tuple[Evidence, ...]:
    """The evidence in a statement made ready by `read_words`."""
    found = tuple(piece for family in rules.families for piece in _matches(family, reading, rules))
    found = _without_figures_of_speech(found)
    found = _without_orders(found)
    return _without_helpers_in_place(found)


def read_ticks(answers: Answers, rules: TriageRules) -> tuple[Evidence, ...]:
    """The evidence in the ticked answers; each quotes the label that was ticked."""
    return tuple(
        _piece(bearing, QUESTION[question].label_of(option) or option, _NOWHERE, Source.ANSWER)
        for question, option in answers.ticked()
        for bearing in rules.ticks.get((question, option), ())
    )


def _matches(family: Family, reading: Reading, rules: TriageRules) -> list[Evidence]:
    found = []
    for match in family.pattern.finditer(reading.words):
        denied = family.drop_negated and _negated(reading.before(match.start()), rules)
        if not _counts(family, match, reading, rules) or (denied and family.bearing.on != "G1"):
            continue
        place = reading.place(match.start(), match.end())
        quote = reading.statement[place[0] : place[1]]
        piece = _piece(family.bearing, quote, place, Source.STATEMENT)
        found.append(replace(piece, certainty=rules.thresholds["soft_check"]) if denied else piece)
    return found


def _piece(bearing: Bearing, quote: str, place: tuple[int, int, int, int], source: Source) -> Evidence:
    return Evidence(
        bearing.name,
        bearing.bears,
        bearing.on,
        bearing.toward,
        bearing.direction,
        bearing.certainty,
        quote,
        *place,
        source,
        bearing.because,
    )


def _counts(family: Family, match: re.Match[str], reading: Reading, rules: TriageRules) -> bool:
    if family.not_then and family.not_then.match(reading.words, match.end()):
        return False
    if not family.unless and not family.drop_reported:
        return True
    sentence = _sentence_around(match.start(), reading)
    if family.unless and family.unless.search(sentence):
        return False
    return not (family.drop_reported and rules.reported.search(reading.before(match.start())))


def _negated(before: str, rules: TriageRules) -> bool:
    """Whether a "not" reaches over the words that follow in its clause."""
    plain = _DOUBT.sub("", before)
    last = None
    for last in rules.negation.finditer(plain):  # noqa: B007  # only the last one is wanted
        pass
    return last is not None and plain[last.end() :].count(" ") <= NEGATION_REACH


def _sentence_around(place: int, reading: Reading) -> str:
    start, end = next((b for b in reading.bounds if b[0] <= place < b[1]), (0, len(reading.words)))
    return reading.words[start:end]


def _without_figures_of_speech(found: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """Drop dangers that are only the words of an idiom, such as "killing me" in "this report is killing me"."""
    idioms = [(e.start, e.end) for e in found if e.on == "hyperbole"]
    return tuple(
        e for e in found if e.on != "G1" or not any(e.start < end and start < e.end for start, end in idioms)
    )


def _without_orders(found: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """In a sentence that gives orders to the software, only gates are read."""
    orders = {e.sentence for e in found if e.on == "instruction"}
    return tuple(e for e in found if e.bears is not Bears.DIMENSION or e.sentence not in orders)


def _without_helpers_in_place(found: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """Drop what speaks for a kind of helper in the sentence that says such a helper is already there."""
    placed = {(e.sentence, _HELPERS_IN_PLACE[e.on]) for e in found if e.on in _HELPERS_IN_PLACE}
    return tuple(e for e in found if e.bears is not Bears.DIMENSION or (e.sentence, e.toward) not in placed)
