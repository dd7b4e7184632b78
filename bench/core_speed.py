"""How fast the rules are: core tests a second, and triage a case."""

import re
import subprocess
import sys
import time

from alongside.core.needs.labelled import shipped_cases
from alongside.core.needs.questions import Answers
from alongside.core.needs.rules_file import default_rules
from alongside.core.needs.second_opinion import no_opinion, opinion_on
from alongside.core.needs.triage import triage
from bench.table import print_table


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
    rules, cases = default_rules(), shipped_cases()
    triage("read once, so that everything is loaded", Answers(), rules)
    for read, name in ((opinion_on, "triage, ms a case"), (no_opinion, "triage by phrases only, ms a case")):
        began = time.perf_counter()
        for case in cases:
            triage(case.text, case.answers, rules, read=read)
        rows.append((name, f"{(time.perf_counter() - began) / len(cases) * 1000:.1f}"))
    longest = "I keep putting off the talk with someone who has done it, and not sleeping. " * 80
    began = time.perf_counter()
    triage(longest[:5000], Answers(), rules)
    rows.append(("triage, ms for 5,000 characters", f"{(time.perf_counter() - began) * 1000:.0f}"))
    print_table(("what", "figure"), rows)
