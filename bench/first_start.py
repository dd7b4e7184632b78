"""How long a demo takes from an empty data folder until its first page answers (packages already installed)."""

import time

from bench.demo_server import serve_demo
from bench.table import print_table

ROUNDS = 3


def main(words: list[str]) -> None:
    seconds = []
    for _ in range(ROUNDS):
        began = time.monotonic()
        with serve_demo():
            seconds.append(time.monotonic() - began)
    print_table(
        ("first start, seconds", "best", "worst"), [(ROUNDS, f"{min(seconds):.1f}", f"{max(seconds):.1f}")]
    )
