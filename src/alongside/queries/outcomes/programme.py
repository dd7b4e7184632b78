"""What came of one programme, for those whom the policy opens it to. Ten reads, whatever its size."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db.models import Q

from alongside.core.calendar_days import after_months
from alongside.core.confidentiality.policy import Seen, may
from alongside.core.outcomes.change import cronbach_alpha
from alongside.core.outcomes.funnel import COACHING_STAGES, MENTORING_STAGES, draw_funnel
from alongside.core.outcomes.instrument import Instrument
from alongside.core.outcomes.instruments.mentor_functions import MENTOR_FUNCTIONS
from alongside.core.outcomes.instruments.recommend import RECOMMEND
from alongside.core.outcomes.measures import (
    Once,
    Result,
    latest_of_each,
    measure_change,
    measure_mean,
    measure_recommend,
    withheld,
)
from alongside.core.outcomes.report import KindReport, Measure, OutcomesReport
from alongside.core.programmes import ProgrammeKind
from alongside.models import Programme, Response
from alongside.queries.access import Sight, get_visible
from alongside.queries.outcomes.change import load_attainment, load_gaps
from alongside.queries.outcomes.walks import Walks, load_walks
from alongside.queries.viewers import Viewer

MENTORING_ASKED_AFTER_MONTHS: Final = 3
VIEW_WORDS: Final = {"self": "As the clients see it", "coach": "As their coaches see it"}
PART_WORDS: Final = {
    "career": "Doors, advice, stretch",
    "psychosocial": "Trust and backing",
    "role_model": "Somebody to look to",
}
GAP_NOTE: Final = (
    "The share of what their work asks for that is still missing: 0 is nothing, 1 is all of it. "
    "Lower is less to go."
)
GOALS_NOTE: Final = "50 means that, all in all, people came as far as they expected at the start."
RECOMMEND_NOTE: Final = (
    "The share who would certainly pass it on less the share who would not, −100 to 100. It says whether "
    "people would pass it on, not what came of it."
)
FUNCTIONS_NOTE: Final = "These questions are our own and have not been validated as a test."


@dataclass(frozen=True, slots=True)
class ProgrammeOutcomes:
    """What the page shows."""

    sight: Sight[Programme]
    report: OutcomesReport

    @property
    def programme(self) -> Programme:
        return self.sight.record


@dataclass(frozen=True, slots=True)
class Answered:
    """Somebody's answers to one instrument."""

    person: str
    answers: Mapping[str, int | str]
    at: datetime


def get_outcomes(viewer: Viewer, pk: UUID, now: datetime) -> ProgrammeOutcomes:
    """The outcomes of a programme; NotVisible for those who may not see any of it."""
    rows = Programme.objects.select_related("organisation")
    sight = get_visible(viewer, "outcomes_report", "read", rows, pk)
    programme, walks = sight.record, load_walks(sight.record)
    answered = _answers(programme)
    kinds = []
    if programme.kind != ProgrammeKind.MENTORING:
        kinds.append(_coaching(sight, walks, answered))
    if programme.kind != ProgrammeKind.COACHING:
        kinds.append(_mentoring(sight, walks, answered, now))
    return ProgrammeOutcomes(sight, OutcomesReport(now, tuple(kinds)))


def _coaching(
    sight: Sight[Programme], walks: Walks, answered: Mapping[tuple[str, str], list[Answered]]
) -> KindReport:
    asked = len(walks.coaching_asked)
    gaps, goals = load_gaps(sight.record), load_attainment(sight.record)
    measures = (
        Measure(
            "gap",
            "Skill gap at the start and at the end",
            GAP_NOTE,
            0,
            1,
            tuple(measure_change(VIEW_WORDS[view], pairs, asked) for view, pairs in gaps.items()),
            decimals=2,
            middle=0,
        ),
        Measure(
            "goals",
            "How far goals were reached",
            GOALS_NOTE,
            20,
            80,
            tuple(measure_mean(VIEW_WORDS[view], scores, asked) for view, scores in goals.items()),
            middle=50,
        ),
        _recommend(answered["coaching", RECOMMEND.key], asked),
    )
    funnel = draw_funnel(COACHING_STAGES, walks.coaching) if "funnel" in sight.fields else ()
    return KindReport("coaching", funnel, _opened(sight, measures))


def _mentoring(
    sight: Sight[Programme],
    walks: Walks,
    answered: Mapping[tuple[str, str], list[Answered]],
    now: datetime,
) -> KindReport:
    asked = sum(after_months(at, MENTORING_ASKED_AFTER_MONTHS) <= now for at in walks.accepted_at.values())
    given = answered["mentoring", MENTOR_FUNCTIONS.key]
    parts = {part: _part_scores(MENTOR_FUNCTIONS, part, given) for part in MENTOR_FUNCTIONS.parts}
    measures = (
        Measure(
            "mentor_functions",
            "What mentors give",
            FUNCTIONS_NOTE,
            MENTOR_FUNCTIONS.low,
            MENTOR_FUNCTIONS.high,
            tuple(measure_mean(PART_WORDS[part], scores, asked) for part, scores in parts.items()),
            is_own_scale=True,
            consistency=_consistency(MENTOR_FUNCTIONS, given),
        ),
        _recommend(answered["mentoring", RECOMMEND.key], asked),
    )
    funnel = draw_funnel(MENTORING_STAGES, walks.mentoring) if "funnel" in sight.fields else ()
    return KindReport("mentoring", funnel, _opened(sight, measures))


def _recommend(given: Iterable[Answered], asked: int) -> Measure:
    key = RECOMMEND.items[0].key
    values = tuple(
        Once(one.person, value, one.at) for one in given if isinstance(value := one.answers.get(key), int)
    )
    line = measure_recommend("Recommend score", values, asked)
    return Measure(
        "recommend", "Would they recommend it?", RECOMMEND_NOTE, -100, 100, (line,), decimals=0, middle=0
    )


def _part_scores(instrument: Instrument, part: str, given: Iterable[Answered]) -> tuple[Once, ...]:
    found = []
    for one in given:
        scores = {score.part: score.mean for score in instrument.score(one.answers).parts}
        if (mean := scores[part]) is not None:
            found.append(Once(one.person, mean, one.at))
    return tuple(found)


def _consistency(instrument: Instrument, given: Iterable[Answered]) -> float | None:
    """Cronbach's α of a short scale of our own, from 30 full answers on."""
    whole = [
        [float(value) for item in instrument.scale_items if (value := instrument.value(item, one.answers))]
        for one in latest_of_each(given)
    ]
    return cronbach_alpha([row for row in whole if len(row) == len(instrument.scale_items)])


def _opened(sight: Sight[Programme], measures: tuple[Measure, ...]) -> tuple[Measure, ...]:
    """Each line with its figure only where the policy opens it to this viewer for that many people."""
    return tuple(
        replace(measure, lines=tuple(_line(sight, measure, line) for line in measure.lines))
        for measure in measures
    )


def _line(sight: Sight[Programme], measure: Measure, line: Result) -> Result:
    facts = replace(sight.facts, people=line.people)
    seen = may("outcomes_report", "read", sight.relations, facts)
    field = "recommend" if measure.key == "recommend" else "change"
    return line if isinstance(seen, Seen) and field in seen.fields else withheld(line)


def _answers(programme: Programme) -> Mapping[tuple[str, str], list[Answered]]:
    """All answers to the instruments of the report, by kind of help and instrument (one read)."""
    rows = (
        Response.objects.filter(
            Q(engagement__programme=programme) | Q(mentorship__programme=programme),
            instrument__in=[MENTOR_FUNCTIONS.key, RECOMMEND.key],
        )
        .order_by("answered_at", "pk")
        .values_list("engagement_id", "instrument", "author_id", "answers", "answered_at")
    )
    found: defaultdict[tuple[str, str], list[Answered]] = defaultdict(list)
    for engagement, instrument, author, answers, at in rows:
        kind = "coaching" if engagement else "mentoring"
        found[kind, instrument].append(Answered(str(author), answers, at))
    return found
