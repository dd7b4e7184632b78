"""Adding evidence up: scores per route, how far each gate is open, and two needs in one statement."""

from collections.abc import Iterable, Mapping

from alongside.core.needs.evidence import Bears, Evidence, Source
from alongside.core.needs.triage_rules import TriageRules

KIND_OF_GAP = frozenset({"D1", "D4", "D5", "D6", "D7", "D8"})
SCORED = ("coach", "mentor", "training", "manager_hr")


def weighed(piece: Evidence, rules: TriageRules) -> float:
    """weight × direction × certainty of one piece."""
    return rules.weights[piece.on] * piece.direction * piece.certainty


def counted(evidence: Iterable[Evidence], rules: TriageRules) -> tuple[Evidence, ...]:
    """The dimensions' evidence that counts: the surest piece of each dimension, route and direction.

    Text beats ticks: where the statement speaks about a dimension, a tick to the contrary is not heard.
    """
    pieces = [e for e in evidence if e.bears is Bears.DIMENSION]
    spoken = {(e.on, e.toward) for e in pieces if e.source is Source.STATEMENT}
    dimensions = {on for on, _ in spoken if on != "wish"}
    best: dict[tuple[str, str, int], Evidence] = {}
    for e in pieces:
        unheard = e.source is Source.ANSWER and e.on in dimensions and (e.on, e.toward) not in spoken
        key = (e.on, e.toward, e.direction)
        if not unheard and (key not in best or abs(weighed(e, rules)) > abs(weighed(best[key], rules))):
            best[key] = e
    return tuple(best.values())


def score_routes(evidence: Iterable[Evidence], rules: TriageRules) -> dict[str, float]:
    """Score of each scored route, from evidence that counts."""
    scores = dict.fromkeys(SCORED, 0.0)
    for e in evidence:
        scores[e.toward] = round(scores.get(e.toward, 0.0) + weighed(e, rules), 4)
    return scores


def score_of_kind(evidence: Iterable[Evidence], rules: TriageRules) -> dict[str, float]:
    """Scores from the kind of gap and of answer alone; a date or a clear goal fits a course as well."""
    return score_routes([e for e in evidence if e.on in KIND_OF_GAP], rules)


def gate_opening(gate: str, evidence: Iterable[Evidence]) -> float:
    """How far a gate is open: the sum of its families' shares.

    A further place of the same family counts half; at the danger gate it counts in full, since small signs add up.
    """
    further = 1.0 if gate == "G1" else 0.5
    shares: dict[str, list[float]] = {}
    for e in evidence:
        if e.bears is Bears.GATE and e.on == gate:
            shares.setdefault(e.family, []).append(e.certainty)
    return round(sum(each[0] + sum(each[1:]) * further for each in shares.values()), 4)


def is_danger(gate: float, read: float, rules: TriageRules) -> bool:
    """G1: the phrases (how far its gate is open) or the second reader (a likelihood). One is enough."""
    return gate >= rules.thresholds["gate"] or read >= rules.thresholds["read_danger"]


def two_pulls(evidence: Iterable[Evidence], rules: TriageRules) -> tuple[float, float]:
    """How strongly whole clauses pull to the coach's and to the mentor's side."""
    sides: dict[int, dict[tuple[str, str], float]] = {}
    for e in evidence:
        if e.source is Source.STATEMENT and e.bears is Bears.DIMENSION and e.toward in ("coach", "mentor"):
            seen = sides.setdefault(e.clause, {})
            seen[e.on, e.toward] = max(seen.get((e.on, e.toward), 0.0), weighed(e, rules))
    leads = [_lead(seen) for seen in sides.values()]
    return sum(lead for lead in leads if lead > 0), -sum(lead for lead in leads if lead < 0)


def _lead(seen: Mapping[tuple[str, str], float]) -> float:
    return sum(value if toward == "coach" else -value for (_, toward), value in seen.items())
