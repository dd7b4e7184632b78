"""The second reader's opinion as evidence, in the words of the rules file."""

from collections.abc import Callable

from alongside.core.needs.evidence import Bears, Evidence, Source
from alongside.core.needs.questions import Answers
from alongside.core.needs.second_reader import Opinion, default_reader, read_again
from alongside.core.needs.triage_rules import TriageRules

FAMILY = "second_reader"
Reads = Callable[[str, Answers], Opinion | None]


def opinion_on(statement: str, answers: Answers) -> Opinion | None:
    """What the second reader that ships makes of a need; nothing, where nothing was said or ticked."""
    if not statement.strip() and not answers.ticked():
        return None
    return read_again(statement, answers, default_reader())


def danger_read(opinion: Opinion | None) -> float:
    """How likely danger is to the second reader; 0 where it was not asked."""
    return opinion.danger if opinion else 0.0


def no_opinion(statement: str, answers: Answers) -> None:
    """For those who want to know what the phrases make of a need alone."""


def evidence_of(opinion: Opinion, statement: str, rules: TriageRules) -> tuple[Evidence, ...]:
    """A piece for each route that is likely enough to be said aloud, the likeliest first.

    An opinion without a place in the statement rests on ticks alone, which are evidence already.
    """
    likely = sorted(opinion.shares.items(), key=lambda each: (-each[1], each[0]))
    return tuple(
        _piece(route, share, opinion.places[route], statement, rules)
        for route, share in likely
        if share >= rules.thresholds["read_aloud"] and route in opinion.places
    )


def _piece(route: str, share: float, place: tuple[int, int], statement: str, rules: TriageRules) -> Evidence:
    start, end = place
    return Evidence(
        family=f"{FAMILY}:{route}",
        bears=Bears.READING,
        on="reading",
        toward=route,
        direction=1,
        certainty=round(share, 2),
        quote=statement[start:end],
        start=start,
        end=end,
        sentence=-1,
        clause=-1,
        source=Source.STATEMENT,
        because=rules.second_reader[route],
    )
