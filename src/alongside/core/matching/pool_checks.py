"""What a rule set asks of a pool that the pool does not have: a column nobody filled, values off a ladder."""

from collections.abc import Iterator

from alongside.core.matching.columns import Cell, client_cell, column_of, position, practitioner_cell
from alongside.core.matching.pool import Pool
from alongside.core.matching.rules import RuleInForce, RuleSet


def find_gaps_in_pool(pool: Pool, rules: RuleSet) -> tuple[str, ...]:
    """Sentences for the programme manager, best read before a run. Never a person's name or value."""
    found = (sentence for rule in rules.in_force() for sentence in _gaps(pool, rule))
    return tuple(dict.fromkeys(found))


def _gaps(pool: Pool, rule: RuleInForce) -> Iterator[str]:
    sides = (
        ("client", "clients or mentees", [client_cell(one, rule.setting) for one in pool.clients]),
        (
            "practitioner",
            "coaches or mentors",
            [practitioner_cell(one, rule.setting) for one in pool.practitioners],
        ),
    )
    for side, people, cells in sides:
        if column := column_of(rule.setting, side):
            yield from _gaps_of_column(rule, column, people, cells)


def _gaps_of_column(rule: RuleInForce, column: str, people: str, cells: list[Cell]) -> Iterator[str]:
    filled = [cell for cell in cells if cell.value]
    if cells and not filled:
        yield f"None of the {people} has a value in “{column}”."
    if "ladder" in rule.setting and (off := sum(position(cell, rule.setting) is None for cell in filled)):
        yield f"{off} of the {people} have a value in “{column}” that is not on its ladder."
