"""How time and memory grow from 10² to 10⁵ clients: lists of about 50 partners each, solved and proved."""

from math import log
from typing import Final

from bench.matching.apart import apart
from bench.table import print_table

CLIENTS: Final = (100, 300, 1_000, 3_000, 10_000, 30_000, 100_000)
PRACTITIONERS_OF_TEN: Final = 3
OURS: Final = "alongside, proved"
HEAD: Final = (
    "clients",
    "practitioners",
    "placed",
    "seconds",
    "CPU s",
    "peak MB",
    "time grows with n to the",
)


def main() -> None:
    rows: list[tuple[str, ...]] = []
    before: tuple[int, float] | None = None
    for clients in CLIENTS:
        practitioners = clients * PRACTITIONERS_OF_TEN // 10
        found = apart(f"listed {clients} {practitioners}", OURS)
        named = (f"{clients:,}", f"{practitioners:,}")
        if isinstance(found, str):
            rows.append((*named, "", found, "", "", ""))
            break
        power = "" if before is None else f"{log(found['cpu'] / before[1]) / log(clients / before[0]):.2f}"
        times = (f"{found['seconds']:.3f}", f"{found['cpu']:.3f}")
        rows.append((*named, f"{found['placed']:,}", *times, f"{found['peak_mb']:,}", power))
        before = clients, found["cpu"]
    print_table(HEAD, rows)
