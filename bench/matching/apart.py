"""One way on one instance in a process of its own, so that its memory and its end are its own."""

import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import numpy as np

from bench.matching.instances import Instance, fits_of, make
from bench.matching.ways import WAYS

LIMIT_SECONDS: Final = 300
SMALL: Final = "20 8"  # solved first and not counted, so that no library is loaded by the clock
ENOUGH_SECONDS: Final = 2  # a quick way is taken more than once, up to five times: the best counts
NO_MEMORY: Final = ("MemoryError", "bad_alloc", "unable to allocate")
Found = dict[str, Any]


def measure(size: str, name: str) -> Found:
    """One way on one instance, in this process; making the instance and checking the answer are not counted."""
    solve = WAYS[size.split(maxsplit=1)[0]][name].solve
    solve(make(f"{size.split(maxsplit=1)[0]} {SMALL}"))
    made = make(size)
    stop_after(LIMIT_SECONDS)
    wall, cpu, partner = best_of(lambda: solve(made))
    stop_after(0)
    peak = peak_mb()
    return answer(made, np.asarray(partner)) | {"seconds": wall, "cpu": cpu, "peak_mb": peak}


def best_of(what: Callable[[], Any]) -> tuple[float, float, Any]:
    """(wall seconds, CPU seconds, result) of the best of up to five, with two seconds for them all."""
    taken: list[tuple[float, float]] = []
    while not taken or (len(taken) < 5 and sum(wall for _, wall in taken) < ENOUGH_SECONDS):
        began, cpu = time.perf_counter(), time.process_time()
        result = what()
        taken.append((time.process_time() - cpu, time.perf_counter() - began))
    return min(taken)[1], min(taken)[0], result


def answer(made: Instance, partner: Any) -> Found:
    """Read from the pairs alone, whatever the way says of itself."""
    fits = fits_of(made, partner)
    pairs = sha256(partner.astype("<i8").tobytes()).hexdigest()
    return {"placed": len(fits), "total": int(fits.sum()), "pairs": pairs}


def peak_mb() -> int:
    """The most memory this process has had, with the instance and the libraries.

    Linux hands the peak of whoever started a process on to `getrusage`, but not to its own account in `/proc`.
    """
    account = Path("/proc/self/status")
    if account.exists():
        line = next(line for line in account.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) // 1024
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // (1024**2 if sys.platform == "darwin" else 1024)


def stop_after(seconds: int) -> None:
    """This process ends when so many seconds are over; never, with 0."""
    signal.alarm(seconds)


def stay_within_this_machine() -> None:
    """Memory beyond what there is ends this process, not the machine."""
    if sys.platform.startswith("linux"):
        most = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") * 9 // 10
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def apart(*words: str) -> Found | str:
    """What `python -m bench.matching` says to these words; a sentence where it says nothing."""
    command = [sys.executable, "-m", "bench.matching", *words]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    if ran.returncode == 0:
        found: Found = json.loads(ran.stdout.strip().splitlines()[-1])  # some peers greet on the lines before
        return found
    if ran.returncode == -signal.SIGALRM:
        return f"more than {LIMIT_SECONDS} s"
    if ran.returncode == -signal.SIGKILL or any(word in ran.stderr for word in NO_MEMORY):
        return "not enough memory"
    lines = ran.stderr.strip().splitlines() or [f"ended by signal {-ran.returncode}"]
    return "broke off: " + lines[-1][:40]


def try_way(size: str, name: str) -> Found | str:
    if find_spec(WAYS[size.split(maxsplit=1)[0]][name].library) is None:
        return "not installed"
    print(f"… {size}: {name}", file=sys.stderr, flush=True)
    return apart(size, name)
