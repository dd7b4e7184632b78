"""Which cells of a table of counts must be hidden so that sums and differences do not give them back.

A table with its totals is a circulation: the grand total flows from the bottom B to the top T, from T through
each row total into its row, through each cell into its column, through each column total back to B. What is in
must come out at every node, and that is all the arithmetic a reader can do. Shown figures are fixed; a hidden one
can be larger by as much as can be pushed back from its head to its tail through other hidden edges, and smaller
by as much as can be pushed the other way. Both are maximum flows in the residual graph, so the range of every
hidden figure is exact. A cell is safe when its range is at least k wide; while one is not, more is hidden. In the
end everything might be hidden, and then every range is without bound, so it always comes to an end.

Proved by that: nobody can narrow a hidden figure to a range of less than k by adding and subtracting what is shown
and knowing that counts are not negative. Knowing this rule, or some people's answers, may still narrow it.
"""

from collections import deque
from collections.abc import Iterator, Sequence

Cell = tuple[int, int]
Node = tuple[str, int]

ALL = -1  # the index of a total: (2, ALL) is the total of row 2, (ALL, ALL) the grand total
TOP: Node = ("top", 0)
BOTTOM: Node = ("bottom", 0)
NOBODY = 10**9  # hiding a zero helps least, so it costs most


def with_totals(counts: Sequence[Sequence[int]]) -> dict[Cell, int]:
    """All figures of the table by place, totals included."""
    figures = {(i, j): n for i, row in enumerate(counts) for j, n in enumerate(row)}
    columns = range(len(counts[0])) if counts else range(0)
    figures |= {(i, ALL): sum(row) for i, row in enumerate(counts)}
    figures |= {(ALL, j): sum(row[j] for row in counts) for j in columns}
    return figures | {(ALL, ALL): sum(sum(row) for row in counts)}


def hidden_cells(counts: Sequence[Sequence[int]], k: int, sensitive: bool = False) -> frozenset[Cell]:
    """The places to hide, totals included. The same table always gives the same places."""
    figures = with_totals(counts)
    hidden = {cell for cell, n in figures.items() if n < k and (n > 0 or sensitive)}
    while (unsafe := _first_unsafe(figures, hidden, k)) is not None:
        hidden.add(_next_to_hide(figures, hidden, unsafe))
    return frozenset(hidden)


def _first_unsafe(figures: dict[Cell, int], hidden: set[Cell], k: int) -> Cell | None:
    return next((cell for cell in sorted(hidden) if room(figures, hidden, cell, k) < k), None)


def _next_to_hide(figures: dict[Cell, int], hidden: set[Cell], unsafe: Cell) -> Cell:
    """The cheapest place that helps: at a node with a single hidden edge if there is one, else near by.

    A node with one hidden edge gives that edge away, so another there must go; best one that closes a circle.
    """
    alone = next((node for node in _nodes_of(unsafe, hidden) if _touching(node, hidden) == 1), None)
    ends = set(_edge(unsafe))

    def price(cell: Cell) -> tuple[int, int, int, int, Cell]:
        edge = _edge(cell)
        away = alone not in edge if alone else ends.isdisjoint(edge)
        opens = sum(_touching(node, hidden) == 0 for node in edge)
        return (int(away), _kind(cell), opens, figures[cell] or NOBODY, cell)

    return min((cell for cell in figures if cell not in hidden), key=price)


def _nodes_of(first: Cell, hidden: set[Cell]) -> Iterator[Node]:
    """The ends of this edge, then those of all the others."""
    for cell in (first, *sorted(hidden)):
        yield from _edge(cell)


def _touching(node: Node, hidden: set[Cell]) -> int:
    return sum(node in _edge(cell) for cell in hidden)


def _kind(cell: Cell) -> int:
    """0 for a cell, 1 for a row's or column's total, 2 for the grand total: the order in which we give them up."""
    return (cell[0] == ALL) + (cell[1] == ALL)


def room(figures: dict[Cell, int], hidden: set[Cell], cell: Cell, enough: int) -> int:
    """How wide the range of a hidden figure is, counted only as far as `enough`."""
    tail, head = _edge(cell)
    others = [other for other in hidden if other != cell]
    up = _push(figures, others, head, tail, enough)
    down = _push(figures, others, tail, head, min(enough, figures[cell]))
    return up + down


def _edge(cell: Cell) -> tuple[Node, Node]:
    i, j = cell
    tail: Node = (BOTTOM if j == ALL else ("column", j)) if i == ALL else (TOP if j == ALL else ("row", i))
    head: Node = (TOP if j == ALL else BOTTOM) if i == ALL else (("row", i) if j == ALL else ("column", j))
    return tail, head


def _push(figures: dict[Cell, int], cells: list[Cell], source: Node, sink: Node, enough: int) -> int:
    """The maximum flow from source to sink over these edges, at most `enough`: shortest augmenting paths."""
    residual = _residual(figures, cells, enough)
    pushed = 0
    while pushed < enough and (path := _path(residual, source, sink)):
        step = min(enough - pushed, *(residual[u][v] for u, v in path))
        for u, v in path:
            residual[u][v] -= step
            residual[v][u] += step
        pushed += step
    return pushed


def _residual(figures: dict[Cell, int], cells: list[Cell], enough: int) -> dict[Node, dict[Node, int]]:
    """Forward as much as anybody asks for, backward as much as the figure holds."""
    residual: dict[Node, dict[Node, int]] = {}
    for cell in cells:
        tail, head = _edge(cell)
        residual.setdefault(tail, {})[head] = enough
        residual.setdefault(head, {})[tail] = figures[cell]
    return residual


def _path(residual: dict[Node, dict[Node, int]], source: Node, sink: Node) -> list[tuple[Node, Node]]:
    came_from: dict[Node, Node] = {source: source}
    queue = deque([source])
    while queue and sink not in came_from:
        here = queue.popleft()
        for there, left in sorted(residual.get(here, {}).items()):
            if left > 0 and there not in came_from:
                came_from[there] = here
                queue.append(there)
    return list(_backwards(came_from, sink)) if sink in came_from else []


def _backwards(came_from: dict[Node, Node], sink: Node) -> Iterator[tuple[Node, Node]]:
    while came_from[sink] != sink:
        yield came_from[sink], sink
        sink = came_from[sink]
