"""Matching against its peers: the same instance, the same answer, each in a process of its own.

    ./dev bench matching            100 × 40 and 1,000 × 300 people against every peer: one table
    ./dev bench matching all        also 10,000 × 3,000 and 100,000 × 20,000, then scoring and growth; takes hours
    ./dev bench matching scoring    pairs scored in a CPU-second by all criteria of mentoring as delivered
    ./dev bench matching growth     time and memory from 10² to 10⁵ people, ours alone

The peers are no dependencies; those that can be imported take part. To have them all, put them in a folder beside:

    pip install --target DIR scipy networkx highspy matching munkres
    ALONGSIDE_BENCH_PEERS=DIR ./dev bench matching

The folder goes to the end of the path, so the project's own libraries (numpy) are used where both have one.

Read the table so: *placed* and *total fit* are worked out from the pairs a way gives, not from what it says of itself.
*answer* holds them against ours: the same figures, or (where only one answer is the best for every client) the same
pairs. *× ours* is CPU seconds divided by those of the first row of the instance. Making the instance, loading the
libraries and checking the answer are not counted; the memory is the most the whole process had. A way is stopped after
300 seconds, and one that did not finish is not tried with more people (“… with fewer”). All pairs of 100,000 × 20,000
are too many to make beforehand: there each block is made whenever it is read, by the clock.
"""

import os
import sys
from typing import Final

PEERS: Final = "ALONGSIDE_BENCH_PEERS"
if (folder := os.environ.get(PEERS)) and folder not in sys.path:
    sys.path.append(folder)

from bench.matching import growth, scoring  # noqa: E402 - the peers' folder comes first
from bench.matching.apart import Found, try_way  # noqa: E402 - as above
from bench.matching.ways import WAYS  # noqa: E402 - as above
from bench.table import print_table  # noqa: E402 - as above

QUICK: Final = ("100 40", "1000 300")
SLOW: Final = ("10000 3000", "100000 20000")
HEAD: Final = ("pairs", "people", "way", "placed", "total fit", "answer", "seconds", "CPU s", "× ours", "MB")
WORDS: Final = ("quick", "all", "growth", "scoring")


def main(words: list[str]) -> None:
    word = (words or ["quick"])[0]
    if word not in WORDS:
        sys.exit(f"One of: {', '.join(WORDS)}.")
    if word in {"quick", "all"}:
        compare(QUICK + SLOW if word == "all" else QUICK)
    if word in {"all", "scoring"}:
        print("\nScoring")
        scoring.main()
    if word in {"all", "growth"}:
        print("\nGrowth")
        growth.main()


def compare(people: tuple[str, ...]) -> None:
    """Every way on every instance, one table."""
    given_up: dict[tuple[str, str], str] = {}
    rows = [row for sort in WAYS for size in people for row in _rows(sort, size, given_up)]
    print_table(HEAD, rows)


def _rows(sort: str, people: str, given_up: dict[tuple[str, str], str]) -> list[tuple[str, ...]]:
    named = " × ".join(f"{int(n):,}" for n in people.split())
    rows: list[tuple[str, ...]] = []
    own: Found | None = None
    for way in WAYS[sort]:
        found = given_up.get((sort, way)) or try_way(f"{sort} {people}", way)
        if isinstance(found, str):
            given_up.setdefault((sort, way), found if found == "not installed" else f"{found} with fewer")
            rows.append((sort, named, way, "", "", found, "", "", "", ""))
            continue
        own = found if not rows else own
        rows.append((sort, named, way, *_cells(found, own, same_pairs=WAYS[sort][way].same_pairs)))
    return rows


def _cells(found: Found, own: Found | None, *, same_pairs: bool) -> tuple[str, ...]:
    """The figures of one way; nothing to hold them against where ours did not finish."""
    return (
        f"{found['placed']:,}",
        f"{found['total']:,}",
        "" if own is None else _agrees(found, own, same_pairs=same_pairs),
        f"{found['seconds']:.4f}",
        f"{found['cpu']:.4f}",
        "" if own is None else f"{found['cpu'] / own['cpu']:.2f}",
        f"{found['peak_mb']:,}",
    )


def _agrees(found: Found, own: Found, *, same_pairs: bool) -> str:
    if found is own:
        return "ours"
    kinds = ("pairs",) if same_pairs else ("placed", "total")
    differs = any(found[name] != own[name] for name in kinds)
    return "DIFFERS" if differs else f"same {'pairs' if same_pairs else 'figures'}"
