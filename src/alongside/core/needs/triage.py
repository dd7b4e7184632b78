"""Triage: from evidence to a recommendation. It proposes and never decides.

Two readers look at the statement. The phrases of the rules file find explicit evidence; the second reader has learned
from labelled cases and takes all words together. The order is fixed: danger, found by either; gates G2 to G4, plainly
ticked or not all but ruled out by the second reader; what it is sure of; then, by the evidence, other gates, what was
never learned, a cause outside the person, two separable needs, and the larger of coach and mentor, or a question.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from alongside.core.needs.evidence import Bears, Evidence, Source
from alongside.core.needs.questions import Answers
from alongside.core.needs.reader import read_evidence
from alongside.core.needs.routes import Route
from alongside.core.needs.scoring import (
    counted,
    gate_opening,
    is_danger,
    score_of_kind,
    score_routes,
    two_pulls,
)
from alongside.core.needs.second_opinion import Reads, danger_read, evidence_of, opinion_on
from alongside.core.needs.second_reader import Opinion
from alongside.core.needs.triage_rules import TriageRules
from alongside.core.needs.wording import questions_for, reasons_for
from alongside.core.verdicts import Refused

_CONSENT = ("for_another", "formal_plan", "reporting")


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What triage proposes, with everything needed to explain it and to test it again.

    `reasons` are at most three sentences, each quoting the person's own words or ticks. `then` lists next steps
    in order; for `both_in_sequence` it is the two routes, the nearer first. `questions` (keys, at most three) are
    given for `clarify`. `soft_check` asks gently whether the person is safe and locks nobody out; `safety_raised`
    means the safety gate opened or half opened. `about` names whose danger a crisis is about ("self", "abuse",
    "others", "someone_else", "vulnerable"), so that the page is worded for the one who reads it.
    """

    route: Route
    reasons: tuple[str, ...]
    runner_up: Route | None
    would_change: tuple[str, ...]
    then: tuple[Route, ...]
    questions: tuple[str, ...]
    soft_check: bool
    safety_raised: bool
    flash: bool
    reverse: bool
    about: str | None
    scores: tuple[tuple[str, float], ...]
    evidence: tuple[Evidence, ...]
    rules_version: str
    reader_version: str | None  # of the second reader, where it was asked


@dataclass(frozen=True, slots=True)
class _Facts:
    """Everything the decision looks at, computed once."""

    evidence: tuple[Evidence, ...]
    counted: tuple[Evidence, ...]
    scores: Mapping[str, float]
    kind: Mapping[str, float]  # scores from the kind of gap alone
    gates: Mapping[str, float]
    plainly_ticked: frozenset[str]  # of G2 and G3, those that ticks alone open wholly
    signs: frozenset[str]
    sorts: frozenset[str]  # sorts of trigger at the gates
    pulls: tuple[float, float]
    text_is_silent: bool
    as_usual: bool  # daily life was ticked as usual
    opinion: Opinion | None  # of the second reader, where it was asked
    rules: TriageRules

    def limit(self, name: str) -> float:
        return self.rules.thresholds[name]


def triage(
    statement: str, answers: Answers, rules: TriageRules, *, read: Reads = opinion_on
) -> Recommendation | Refused:
    """Recommend a route for a need. Refused, kindly, when the statement is too long to be read with care.

    `read` asks the second reader; with `no_opinion` the phrases of the rules file decide alone.
    """
    longest = int(rules.thresholds["longest_statement"])
    if len(statement) > longest:
        return Refused(f"Please say it a little shorter: up to {longest:,} characters is plenty.")
    facts = _gather(statement, answers, rules, read(statement, answers))
    route = _route(facts)
    return _recommendation(route, facts, statement, answers)


def _gather(statement: str, answers: Answers, rules: TriageRules, opinion: Opinion | None) -> _Facts:
    evidence = read_evidence(statement, answers, rules)
    if opinion is not None:
        evidence = (*evidence, *evidence_of(opinion, statement, rules))
    telling = counted(evidence, rules)
    ticked = [e for e in evidence if e.source is not Source.STATEMENT]
    wholly = (gate for gate in ("G2", "G3") if gate_opening(gate, ticked) >= rules.thresholds["gate"])
    return _Facts(
        evidence=evidence,
        counted=telling,
        scores=score_routes(telling, rules),
        kind=score_of_kind(telling, rules),
        gates={gate: gate_opening(gate, evidence) for gate in ("G1", "G2", "G3", "G4")},
        plainly_ticked=frozenset(wholly),
        signs=frozenset(e.on for e in evidence if e.bears is Bears.SIGN),
        sorts=frozenset(e.toward for e in evidence if e.bears is Bears.GATE),
        pulls=two_pulls(evidence, rules),
        text_is_silent=not any(_speaks(e) for e in evidence),
        as_usual=answers.daily_life == "as_usual",
        opinion=opinion,
        rules=rules,
    )


def _speaks(piece: Evidence) -> bool:
    """Whether a piece is a finding in the statement itself."""
    return piece.source is Source.STATEMENT and piece.on != "wish" and piece.bears is not Bears.READING


def _route(facts: _Facts) -> Route:
    return _by_danger(facts) or _by_gate_not_ruled_out(facts) or _by_reading(facts) or _by_evidence(facts)


def _by_danger(facts: _Facts) -> Route | None:
    """One reader is enough; the other may not clear it."""
    return Route.CRISIS if is_danger(facts.gates["G1"], danger_read(facts.opinion), facts.rules) else None


def _by_gate_not_ruled_out(facts: _Facts) -> Route | None:
    """An open gate, unless the second reader thinks it most unlikely. What is plainly ticked nothing rules out."""
    if facts.plainly_ticked:
        return Route.THERAPY_EAP if "G2" in facts.plainly_ticked else Route.MANAGER_HR
    gate = _by_gate(facts)
    ruled_out = gate and facts.opinion and facts.opinion.shares[gate.value] < facts.limit("read_unlikely")
    return None if ruled_out else gate


def _by_reading(facts: _Facts) -> Route | None:
    """What the second reader is sure of, all words taken together."""
    if facts.opinion is None:
        return None
    likeliest = facts.opinion.likeliest
    return likeliest if facts.opinion.shares[likeliest.value] >= facts.limit("read_sure") else None


def _by_evidence(facts: _Facts) -> Route:
    return _by_gate(facts) or _by_doubt(facts) or _by_cause(facts) or _by_two_needs(facts) or _by_score(facts)


def _by_gate(facts: _Facts) -> Route | None:
    """G2 to G4 in order; an open one settles it."""
    if _open("G2", facts):
        return Route.THERAPY_EAP
    if _open("G3", facts):
        return Route.MANAGER_HR
    if _open("G4", facts):
        return Route.MANAGER_HR if facts.sorts & set(_CONSENT) else Route.CLARIFY
    return None


def _open(gate: str, facts: _Facts) -> bool:
    enough = facts.limit("gate_by_ticks") if facts.text_is_silent else facts.limit("gate")
    return facts.gates[gate] >= enough


def _by_doubt(facts: _Facts) -> Route | None:
    """A gate half open: nobody is sent to a helper past danger or ill health. Care first, or a question.

    Daily life "as usual", ticked, answers the question about health; nothing answers the one about danger.
    """
    if facts.gates["G1"] >= facts.limit("gate_doubt"):
        return Route.THERAPY_EAP if facts.gates["G2"] >= facts.limit("soft_check") else Route.CLARIFY
    helper_likely = max(facts.scores["coach"], facts.scores["mentor"]) >= facts.limit("for_a_helper")
    if facts.gates["G2"] >= facts.limit("gate_doubt") and not facts.as_usual:
        return Route.CLARIFY if helper_likely else Route.THERAPY_EAP
    return Route.MANAGER_HR if _rights_in_doubt(facts) and not helper_likely else None


def _rights_in_doubt(facts: _Facts) -> bool:
    """Rights half at stake, or a kind of help that others thought of and ordered; its purpose at least known."""
    rights, choice = facts.gates["G3"], facts.gates["G4"]
    ordered = rights > 0 and rights + choice >= facts.limit("gate") and "purpose_unknown" not in facts.sorts
    return rights >= facts.limit("gate_doubt") or ordered


def _by_cause(facts: _Facts) -> Route | None:
    """Something never learned, or a cause outside the person; both come before coach and mentor."""
    person = max(facts.scores["coach"], facts.scores["mentor"])
    helper = 0.0 if "training_first" in facts.signs else max(facts.kind["coach"], facts.kind["mentor"])
    training, manager = facts.scores["training"], facts.scores["manager_hr"]
    if training >= facts.limit("training") and training >= helper and training >= manager:
        return Route.TRAINING
    if manager >= facts.limit("manager") and person - manager < facts.limit("manager_lead"):
        return Route.MANAGER_HR
    return None


def _by_two_needs(facts: _Facts) -> Route | None:
    """Two separable needs: both pull strongly, and either the text or the spans of time keep them apart.

    A span of time alone is not a need: each side must also say what kind of gap it is.
    """
    both_spans = {("D3", "coach"), ("D3", "mentor")} <= {(e.on, e.toward) for e in facts.counted}
    apart = "two_needs" in facts.signs or both_spans
    both_kinds = min(facts.kind["coach"], facts.kind["mentor"]) > 0
    strong = min(facts.pulls) >= facts.limit("pull")
    return Route.BOTH_IN_SEQUENCE if apart and both_kinds and strong else None


def _by_score(facts: _Facts) -> Route:
    """The larger of coach and mentor, or G5 and too close a call: ask."""
    coach, mentor = facts.scores["coach"], facts.scores["mentor"]
    pieces = {(e.quote, e.family) for e in facts.evidence if e.bears is Bears.DIMENSION and e.on != "wish"}
    if len(pieces) < facts.limit("least_evidence") or abs(coach - mentor) < facts.limit("margin"):
        return Route.CLARIFY
    return Route.COACH if coach > mentor else Route.MENTOR


def _recommendation(route: Route, facts: _Facts, statement: str, answers: Answers) -> Recommendation:
    runner_up = _runner_up(route, facts)
    hyperbole = "hyperbole" in facts.signs
    softly = danger_read(facts.opinion) >= facts.limit("read_soft")
    raised = softly or facts.gates["G1"] >= facts.limit("soft_check")
    return Recommendation(
        route=route,
        reasons=reasons_for(route, facts.evidence, facts.counted, facts.rules, statement),
        runner_up=runner_up,
        would_change=tuple(each.would_change for each in _others(route, runner_up)),
        then=_then(route, facts),
        questions=questions_for(answers, facts.opinion) if route is Route.CLARIFY else (),
        soft_check=route is not Route.CRISIS and (hyperbole or raised),
        safety_raised=raised,
        flash="flash" in facts.signs and route in (Route.MENTOR, Route.CLARIFY),
        reverse="reverse" in facts.signs and route is Route.MENTOR,
        about=_about(facts) if route is Route.CRISIS else None,
        scores=tuple(sorted({**facts.scores, **facts.gates}.items())),
        evidence=facts.evidence,
        rules_version=facts.rules.version,
        reader_version=facts.opinion.reader if facts.opinion else None,
    )


def _about(facts: _Facts) -> str:
    """Whose danger it is; the person's own comes first."""
    order = ("self", "abuse", "others", "vulnerable", "someone_else")
    return next((sort for sort in order if sort in facts.sorts), "self")


def _ranked(facts: _Facts) -> list[Route]:
    """Routes with something in their favour, strongest first; a half-open gate counts by its share."""
    gates = {Route.CRISIS: "G1", Route.THERAPY_EAP: "G2", Route.MANAGER_HR: "G3"}
    strength = {Route(key): value for key, value in facts.scores.items()}
    for route, gate in gates.items():
        strength[route] = strength.get(route, 0.0) + 2 * facts.gates[gate]
    strength[Route.MANAGER_HR] += 2 * facts.gates["G4"]
    return sorted((r for r in strength if strength[r] > 0), key=lambda r: (-strength[r], r.value))


def _runner_up(route: Route, facts: _Facts) -> Route | None:
    return next((each for each in _ranked(facts) if each is not route), None)


def _others(route: Route, runner_up: Route | None) -> tuple[Route, ...]:
    """The routes whose `would_change` is worth telling: the runner-up, then the natural alternative."""
    alternative = {Route.COACH: Route.MENTOR, Route.MENTOR: Route.COACH, Route.TRAINING: Route.COACH}
    wanted = (runner_up, alternative.get(route, Route.CLARIFY))
    return tuple(dict.fromkeys(each for each in wanted if each not in (None, route)))


def _then(route: Route, facts: _Facts) -> tuple[Route, ...]:
    """The next steps after the recommended one."""
    if route is Route.BOTH_IN_SEQUENCE:
        return (Route.MENTOR, Route.COACH) if "flash" in facts.signs else (Route.COACH, Route.MENTOR)
    if route is Route.CRISIS:
        return (Route.THERAPY_EAP,) if facts.sorts & {"self", "abuse"} else ()
    steps: list[Route] = []
    outside = facts.gates["G3"] + facts.gates["G4"] >= facts.limit("gate") or facts.scores["manager_hr"] > 0
    if route is Route.THERAPY_EAP and outside:
        steps.append(Route.MANAGER_HR)
    if route in (Route.THERAPY_EAP, Route.MANAGER_HR, Route.TRAINING):
        steps.extend(_helper_next(facts))
    return tuple(steps)


def _helper_next(facts: _Facts) -> tuple[Route, ...]:
    """A coach or a mentor afterwards, where the person speaks of an afterwards or half the reading is about one."""
    if "for_another" in facts.sorts:
        return ()
    coach, mentor = facts.scores["coach"], facts.scores["mentor"]
    helper = Route.COACH if coach >= mentor else Route.MENTOR
    spoken = "training_first" in facts.signs and max(coach, mentor) >= facts.limit("next_step")
    read = facts.opinion.shares[helper.value] if facts.opinion else 0.0
    return (helper,) if spoken or read >= facts.limit("read_aloud") else ()
