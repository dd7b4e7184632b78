"""How fast the rules are: core tests a second, and triage a case."""

import re
import subprocess
import sys
import time
from pathlib import Path

from alongside.core.needs.cases import read_cases
from alongside.core.needs.rules_file import default_rules
from alongside.core.needs.triage import triage
from bench.table import print_table

CASES = Path(__file__).parent.parent / "tests" / "fixtures" / "needs-own.jsonl"


def main(words: list[str]) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "tests/core", "-n", "2"], capture_output=True, text=True, check=False
    ).stdout
    found = re.search(r"(\d+) passed.* in ([\d.]+)s", ran)
    rows: list[tuple[str, str]] = []
    if found:
        count, seconds = int(found[1]), float(found[2])
        rows.append(
            ("core tests, a second on 2 cores", f"{count / seconds:.0f} ({count} in {seconds:.1f} s)")
        )
    rules, cases = default_rules(), read_cases(CASES.read_text())
    began = time.perf_counter()
    for case in cases:
        triage(case.text, case.answers, rules)
    rows.append(("triage, ms a case", f"{(time.perf_counter() - began) / len(cases) * 1000:.1f}"))
    print_table(("what", "figure"), rows)
