"""The gate for small groups, and an attacker who adds, subtracts and solves."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ortools.linear_solver import pywraplp

from alongside.core.outcomes.small_groups import (
    HIDDEN,
    Band,
    CountTable,
    Hidden,
    hidden_cells,
    may_show_filter,
    protect_count,
    protect_mean,
    protect_share,
    protect_table,
    round_to_five,
)
from alongside.core.outcomes.small_groups.hiding import ALL, Cell, with_totals
from alongside.core.verdicts import ALLOWED, Refused

Counts = list[list[int]]

TABLES = st.tuples(st.integers(1, 5), st.integers(1, 5)).flatmap(
    lambda size: st.lists(
        st.lists(st.integers(0, 14), min_size=size[1], max_size=size[1]), min_size=size[0], max_size=size[0]
    )
)


def sums(rows: int, columns: int) -> list[tuple[Cell, list[Cell]]]:
    """Every total of a table, with the figures that add up to it."""
    lines: list[tuple[Cell, list[Cell]]] = [((i, ALL), [(i, j) for j in range(columns)]) for i in range(rows)]
    lines += [((ALL, j), [(i, j) for i in range(rows)]) for j in range(columns)]
    lines.append(((ALL, ALL), [(i, ALL) for i in range(rows)]))
    lines.append(((ALL, ALL), [(ALL, j) for j in range(columns)]))
    return lines


def by_subtraction(counts: Counts, hidden: frozenset[Cell]) -> dict[Cell, int]:
    """What somebody finds who fills in every sum that has one gap, as long as there is one."""
    known = {cell: n for cell, n in with_totals(counts).items() if cell not in hidden}
    progress = True
    while progress:
        progress = False
        for total, parts in sums(len(counts), len(counts[0])):
            gaps = [cell for cell in (total, *parts) if cell not in known]
            if len(gaps) == 1:
                progress = True
                inside = sum(known[part] for part in parts if part in known)
                known[gaps[0]] = inside if gaps[0] == total else known[total] - inside
    return {cell: n for cell, n in known.items() if cell in hidden}


def by_solving(counts: Counts, hidden: frozenset[Cell], cell: Cell) -> tuple[float, float]:
    """The least and the most a hidden figure can be, by linear programming; 10,000 stands for no bound."""
    bounds: list[float] = []
    for sense in ("Minimize", "Maximize"):
        solver = pywraplp.Solver.CreateSolver("GLOP")
        figures: dict[Cell, Any] = {
            place: solver.NumVar(0, 10_000, str(place)) if place in hidden else n
            for place, n in with_totals(counts).items()
        }
        for total, parts in sums(len(counts), len(counts[0])):
            solver.Add(solver.Sum([figures[part] for part in parts]) == figures[total])
        getattr(solver, sense)(figures[cell])
        assert solver.Solve() == pywraplp.Solver.OPTIMAL
        bounds.append(solver.Objective().Value())
    return bounds[0], bounds[1]


@given(TABLES, st.booleans())
def test_subtraction_gives_back_nothing(counts: Counts, sensitive: bool) -> None:
    assert by_subtraction(counts, hidden_cells(counts, 5, sensitive)) == {}


@settings(deadline=None, max_examples=60)
@given(TABLES, st.booleans(), st.sampled_from([5, 10]))
def test_no_hidden_figure_can_be_solved_to_a_narrow_range(counts: Counts, sensitive: bool, k: int) -> None:
    hidden = hidden_cells(counts, k, sensitive)
    for cell in hidden:
        least, most = by_solving(counts, hidden, cell)
        assert most - least >= k - 1e-6


@given(TABLES, st.booleans())
def test_every_small_figure_is_hidden(counts: Counts, sensitive: bool) -> None:
    hidden = hidden_cells(counts, 5, sensitive)
    small = {c for c, n in with_totals(counts).items() if n < 5 and (n > 0 or sensitive)}
    assert small <= hidden
    assert hidden or not small


@given(TABLES)
def test_a_table_without_small_figures_is_shown_as_it_is(counts: Counts) -> None:
    grown = [[n + 5 for n in row] for row in counts]
    assert hidden_cells(grown, 5) == frozenset()


@given(TABLES)
def test_where_anything_is_hidden_the_rest_is_rounded(counts: Counts) -> None:
    names = tuple(str(i) for i in range(len(counts))), tuple(str(j) for j in range(len(counts[0])))
    table = protect_table(CountTable(*names, tuple(tuple(row) for row in counts)))
    shown = [f for row in table.cells for f in row if not isinstance(f, Hidden)]
    if table.is_rounded:
        assert all(figure % 5 == 0 for figure in shown)
    else:
        assert [list(row) for row in table.cells] == counts


def test_naive_hiding_would_have_leaked_here() -> None:
    counts = [[2, 10, 20], [12, 11, 9], [8, 30, 7]]
    only_the_small = frozenset({(0, 0)})
    assert by_subtraction(counts, only_the_small) == {(0, 0): 2}
    assert len(hidden_cells(counts, 5)) == 4


def test_a_whole_table_of_few_people_says_nothing() -> None:
    table = protect_table(CountTable(("a",), ("x", "y"), ((1, 2),)))
    assert table.cells == ((HIDDEN, HIDDEN),)
    assert table.total == HIDDEN


def test_in_sensitive_tables_zeros_are_hidden_and_ten_is_the_least() -> None:
    table = CountTable(("a", "b"), ("x", "y"), ((0, 40), (30, 9)), sensitive=True)
    assert protect_table(table).cells[0][0] == HIDDEN
    assert protect_table(table).cells[1][1] == HIDDEN


def test_a_table_that_does_not_fit_is_a_bug() -> None:
    with pytest.raises(ValueError, match="do not fit"):
        CountTable(("a",), ("x", "y"), ((1,),))
    with pytest.raises(ValueError, match="negative"):
        CountTable(("a",), ("x",), ((-1,),))


@pytest.mark.parametrize(("n", "rounded"), [(0, 0), (1, 5), (5, 5), (7, 5), (8, 10), (12, 10), (13, 15)])
def test_rounding_to_five(n: int, rounded: int) -> None:
    assert round_to_five(n) == rounded


@pytest.mark.parametrize(
    ("yes", "n", "shown"),
    [
        (2, 4, HIDDEN),
        (20, 20, Band("> 90 %")),
        (58, 60, Band("> 90 %")),
        (0, 20, Band("< 10 %")),
        (17, 20, HIDDEN),
        (2, 20, HIDDEN),
        (10, 20, 50.0),
    ],
)
def test_a_share_never_shows_a_small_side(yes: int, n: int, shown: object) -> None:
    assert protect_share(yes, n) == shown


def test_counts_and_means_have_their_least() -> None:
    assert protect_count(4) == HIDDEN
    assert protect_count(0) == 0
    assert protect_count(0, sensitive=True) == HIDDEN
    assert protect_count(5) == 5
    assert protect_mean([1, 2, 3, 4]) == HIDDEN
    assert protect_mean([1, 2, 3, 4, 5]) == 3
    assert isinstance(protect_mean([4] * 9), Hidden)
    with pytest.raises(ValueError, match="larger than the whole"):
        protect_share(3, 2)


def people(first: int, last: int) -> frozenset[str]:
    return frozenset(str(n) for n in range(first, last))


@pytest.mark.parametrize(
    ("wanted", "shown", "allowed"),
    [
        (people(0, 20), [], True),
        (people(0, 4), [], False),
        (people(0, 20), [people(0, 18)], False),
        (people(0, 18), [people(0, 20)], False),
        (people(0, 20), [people(0, 15)], True),
        (people(0, 20), [people(0, 20)], True),
        (people(0, 20), [people(0, 10), people(2, 30)], False),
    ],
)
def test_a_filter_that_differs_by_few_people_is_refused(
    wanted: frozenset[str], shown: list[frozenset[str]], allowed: bool
) -> None:
    verdict = may_show_filter(wanted, shown)
    assert verdict == ALLOWED if allowed else isinstance(verdict, Refused)
