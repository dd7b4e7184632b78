"""What a measure of triage looks like in a terminal: plain tables, counts beside shares."""

from collections.abc import Iterable, Sequence

from alongside.core.needs.measure import Measure, RouteTally, Tally, share


def score_lines(measure: Measure) -> list[str]:
    """One way of asking, as lines: together, by route, by tag, and which cases went wrong."""
    whole = measure.all
    return [
        f"{measure.name}: {whole.cases} cases, rules {measure.rules_version}",
        "",
        *table(("", "cases", "accuracy", "crisis recall", "false crisis", "booked past care"), [_row(whole)]),
        "",
        *table(("route", "cases", "recall", "given", "precision"), map(_route_row, measure.routes)),
        "",
        *table(
            ("tag", "cases", "accuracy", "crisis recall", "false crisis", "booked past care"),
            map(_row, measure.tags),
        ),
        "",
        *_named("booked past care", whole.wrongly_booked),
        *_named("false crisis", whole.false_alarms),
        *(f"  {miss.case.id}: {miss.case.label}, got {miss.got}" for miss in measure.misses),
    ]


def _row(tally: Tally) -> tuple[str, ...]:
    return (
        tally.name,
        str(tally.cases),
        of(tally.right, tally.cases),
        of(tally.crises_found, tally.crises),
        of(len(tally.false_alarms), tally.calm),
        str(len(tally.wrongly_booked)),
    )


def _route_row(route: RouteTally) -> tuple[str, ...]:
    return (
        route.route,
        str(route.cases),
        of(route.found, route.cases),
        str(route.given),
        of(route.fitting, route.given),
    )


def of(part: int, whole: int) -> str:
    """A share with the counts it comes from; a dash where there is nothing to share."""
    return f"{share(part, whole):.3f} ({part} of {whole})" if whole else "-"


def _named(what: str, ids: Sequence[str]) -> list[str]:
    return [f"  {what}: {' '.join(ids)}"] if ids else []


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Columns as wide as their widest cell; the first to the left, the others to the right."""
    lines = [tuple(head), *map(tuple, rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    return [
        "  ".join(
            cell.rjust(width) if column else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    ]
