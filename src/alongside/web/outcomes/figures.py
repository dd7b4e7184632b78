"""A report of outcomes as rows of text and numbers for pictures and tables."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.core.outcomes.funnel import FunnelLine
from alongside.core.outcomes.measures import Result
from alongside.core.outcomes.report import KindReport, Measure
from alongside.core.outcomes.small_groups import Hidden

WEEKS_FROM_DAYS = 21


@dataclass(frozen=True, slots=True)
class StageRow:
    """One stage of the funnel: `people` is None where hidden, `words` and `days` are what is read."""

    label: str
    people: int | None
    words: str
    days: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One line of a measure."""

    label: str
    asked: str
    answered: str
    words: str
    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class MeasureView:
    """One measure as the page shows it. `slopes` are before and after, where there are any."""

    measure: Measure
    heading: str
    rows: tuple[FigureRow, ...]
    slopes: tuple[dict[str, Any], ...]
    low: float
    high: float
    consistency: str


@dataclass(frozen=True, slots=True)
class KindView:
    """Coaching or mentoring as the page shows it."""

    kind: str
    stages: tuple[StageRow, ...]
    summary: str
    measures: tuple[MeasureView, ...]


def view_of(report: KindReport) -> KindView:
    """Everything said in words."""
    return KindView(
        report.kind,
        tuple(_stage(line) for line in report.funnel),
        _summary(report.funnel),
        tuple(_measure(measure) for measure in report.measures),
    )


def _stage(line: FunnelLine) -> StageRow:
    people = None if isinstance(line.people, Hidden) else line.people
    words = _(str(line.people.words)) if isinstance(line.people, Hidden) else number_format(line.people)
    return StageRow(_(line.stage.words), people, words, _days(line.days))


def _days(days: int | Hidden | None) -> str:
    if days is None:
        return ""
    if isinstance(days, Hidden):
        return _(days.words)
    if days < 1:
        return _("within a day")
    if days < WEEKS_FROM_DAYS:
        return ngettext("about %(number)s day", "about %(number)s days", days) % {"number": days}
    return _("about %(number)s weeks") % {"number": round(days / 7)}


def _summary(funnel: tuple[FunnelLine, ...]) -> str:
    shown = [line for line in funnel if not isinstance(line.people, Hidden)]
    if not shown:
        return _("Too few people to say.")
    last = shown[-1]
    return _("%(first)s or more people asked. The furthest stage that can be shown: %(stage)s, %(last)s.") % {
        "first": shown[0].people,
        "stage": _(last.stage.words),
        "last": last.people,
    }


def figure_rows(lines: Iterable[Result], decimals: int = 1) -> tuple[FigureRow, ...]:
    """Lines as rows of a picture."""
    return tuple(_figure(line, decimals) for line in lines)


def _measure(measure: Measure) -> MeasureView:
    is_change = any(line.before is not None for line in measure.shown)
    consistency = measure.consistency
    return MeasureView(
        measure,
        _("Difference") if measure.key == "gap" else _("Figure"),
        figure_rows(measure.lines, measure.decimals),
        tuple(_slope(measure, line) for line in measure.shown if line.before is not None),
        -measure.high if is_change else measure.low,
        measure.high,
        "" if consistency is None else number_format(consistency, 2),
    )


def _slope(measure: Measure, line: Result) -> dict[str, Any]:
    return {
        "label": _(line.label),
        "before": round(line.before or 0, measure.decimals),
        "after": round(line.after or 0, measure.decimals),
    }


def _figure(line: Result, decimals: int) -> FigureRow:
    return FigureRow(
        _(line.label),
        _count(line.asked),
        _count(line.answered),
        _words(line, decimals),
        line.value,
        line.low,
        line.high,
    )


def _count(count: int | Hidden) -> str:
    return _("fewer than 5") if isinstance(count, Hidden) else number_format(count)


def _words(line: Result, decimals: int) -> str:
    if line.value is None:
        return _((line.hidden or Hidden()).words)
    value = _number(line.value, decimals)
    if line.low is None or line.high is None:
        return value
    return _("%(value)s (%(low)s to %(high)s)") % {
        "value": value,
        "low": _number(line.low, decimals),
        "high": _number(line.high, decimals),
    }


def _number(figure: float, decimals: int) -> str:
    """In the reader's own way of writing numbers, with a real minus sign."""
    return number_format(round(figure, decimals), decimals).replace("-", "−")
