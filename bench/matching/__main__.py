"""One measurement in this process, as JSON: `python -m bench.matching "listed 1000 300" "SciPy LAPJVsp"`."""

import json
import sys

from bench.matching import apart, scoring

if __name__ == "__main__":
    first, second = sys.argv[1:3]
    apart.stay_within_this_machine()
    print(json.dumps(scoring.measure(second) if first == "scoring" else apart.measure(first, second)))
