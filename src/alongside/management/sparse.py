"""Matching bare arrays from an .npz file: reading it, running it, telling it, checking it again."""

import resource
import sys
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
from django.core.management.base import CommandError

from alongside.core.matching.engine.market import Market
from alongside.core.matching.engine.sparse import SparseRun, match_market, read_market, recheck_market
from alongside.core.verdicts import Refused

PROOFS: Final[Mapping[str, str]] = {
    "everyone_first": "nobody could place more, and with as many nobody could reach a better total",
    "fairest": "nobody could place more, nor as many with a better worst pair; the best total of those",
    "leximin": "nobody could place more; from the worst pair up, nobody could do better",
    "their_choices": "no two would both rather have each other",
}


def market_at(path: Path) -> Market:
    """The market in an .npz file; CommandError with the reason where there is none."""
    try:
        with path.open("rb") as stream:
            file = np.load(stream, allow_pickle=False)
            if not isinstance(file, np.lib.npyio.NpzFile):
                raise ValueError
            read = read_market({name: file[name] for name in file.files})
    except OSError as problem:
        raise CommandError(f"{path}: {problem.strerror or 'this file cannot be read'}.") from problem
    except (ValueError, EOFError, KeyError, zipfile.BadZipFile, MemoryError, NotImplementedError) as problem:
        raise CommandError(f"{path}: this is not a whole .npz file of number arrays.") from problem
    if isinstance(read, Refused):
        raise CommandError(f"{path}: {read.because}")
    return read


def run_sparse(path: Path, mode: Any, seed: int) -> tuple[SparseRun, dict[str, Any]]:
    """A run and its figures. Seconds count from opening the file to the checked result."""
    began = time.perf_counter()
    run = match_market(market_at(path), mode, seed)
    figures = {
        "placed": run.placed,
        "total": run.total,
        "worst": run.worst,
        "certified": True,  # a run that its checker refuses is never handed back
        "seconds": round(time.perf_counter() - began, 3),
        "peak_mb": peak_mb(),
    }
    return run, figures


def peak_mb() -> int:
    """The most memory this process has held, in MB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(most / (2**20 if sys.platform == "darwin" else 2**10))


def in_words(run: SparseRun, figures: Mapping[str, Any]) -> str:
    """The figures in a few lines."""
    lines = [
        f"placed     {run.placed} of {len(run.partner)}",
        f"total      {run.total}",
        f"worst      {run.worst}",
        f"certified  yes: {PROOFS[run.mode]}",
        f"seconds    {figures['seconds']}",
        f"memory     {figures['peak_mb']} MB at most",
    ]
    if run.most_placed is not None and run.most_total is not None:
        lines.insert(3, f"blocking   {run.blocking} pairs would both rather have each other")
        lost = f"{run.most_placed - run.placed} people placed and {run.most_total - run.total} of the total"
        lines.insert(4, f"price      {lost}, against everyone first")
    return "\n".join(lines)


def recheck_sparse(path: Path, text: str, arrays: Path | None) -> str:
    """One sentence when the run holds; CommandError with the reason when it does not."""
    try:
        run = SparseRun.from_json(text)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise CommandError(f"{path}: this is not a matching run of ours.") from problem
    if arrays is None:
        raise CommandError(f"{path}: give the arrays it was made from: --sparse FILE.npz.")
    verdict = recheck_market(run, market_at(arrays))
    if isinstance(verdict, Refused):
        raise CommandError(f"{path}: {verdict.because}")
    return f"{path}: it holds. {verdict.placed} pairs, total {verdict.fit}, worst {verdict.worst}; {PROOFS[run.mode]}."
