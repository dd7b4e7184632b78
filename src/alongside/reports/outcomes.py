"""A report of outcomes as a table in a file. It knows no more than the report, which has been through the gate."""

import csv
import io
from collections.abc import Iterator

from alongside.core.outcomes.funnel import FunnelLine
from alongside.core.outcomes.measures import Result
from alongside.core.outcomes.report import Measure, OutcomesReport
from alongside.core.outcomes.small_groups import Hidden

HEADER = (
    "kind",
    "measure",
    "line",
    "asked",
    "answered",
    "figure",
    "low 95%",
    "high 95%",
    "before",
    "after",
    "note",
)
FEWER = "fewer than 5"


def outcomes_csv(report: OutcomesReport) -> str:
    """One line a figure; a figure that is hidden is empty, and the note says why."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADER)
    for part in report.kinds:
        writer.writerows(_stage(part.kind, line) for line in part.funnel)
        for measure in part.measures:
            writer.writerows(_lines(part.kind, measure))
    return out.getvalue()


def _stage(kind: str, line: FunnelLine) -> tuple[str, ...]:
    days = (
        "" if line.days is None or isinstance(line.days, Hidden) else f"median days from before: {line.days}"
    )
    hidden = isinstance(line.people, Hidden)
    people = "" if hidden else str(line.people)
    note = line.people.words if isinstance(line.people, Hidden) else days
    return (kind, "How far people came", line.stage.words, "", "", people, "", "", "", "", note)


def _lines(kind: str, measure: Measure) -> Iterator[tuple[str, ...]]:
    for line in measure.lines:
        figures = (line.value, line.low, line.high, line.before, line.after)
        yield (
            kind,
            measure.title,
            line.label,
            _count(line.asked),
            _count(line.answered),
            *(_number(figure, measure.decimals) for figure in figures),
            _note(line),
        )


def _count(count: int | Hidden) -> str:
    return FEWER if isinstance(count, Hidden) else str(count)


def _number(figure: float | None, decimals: int) -> str:
    return "" if figure is None else f"{figure:.{decimals}f}"


def _note(line: Result) -> str:
    return "" if line.value is not None else (line.hidden or Hidden()).words
