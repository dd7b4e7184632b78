"""An earlier run beside a new one: which pairs should stay, and what is different, in words."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from django.core.management.base import CommandError

from alongside.core.matching import ClientChange, Differences, MatchRun, compare_runs
from alongside.core.matching.engine.differences import Change, Input
from alongside.core.matching.pool import ProgrammeKind
from alongside.management.rechecks import read_run, read_text

TITLES: Final[Mapping[Change, str]] = {
    "same": "With the same person",
    "moved": "With another person than before",
    "newly_placed": "Newly placed",
    "no_longer_placed": "No longer placed",
    "came": "Came in",
    "left": "Left",
    "without_still": "Without anybody both times",
}
ASKED: Final[Mapping[Input, str]] = {
    "kind": "the kind",
    "facts": "the people or what is known of them",
    "rules": "the rules",
    "mode": "the aim",
    "seed": "the lottery among equals",
    "by_hand": "decisions by hand",
}


def earlier_run(path: Path, kind: ProgrammeKind) -> MatchRun:
    """The run in a file; CommandError where there is none, or where it is of the other kind."""
    run = read_run(path, read_text(path))
    if run.kind != kind:
        raise CommandError(f"{path}: this is a run for {run.kind}, not for {kind}.")
    return run


def stayed_in_words(earlier: MatchRun, run: MatchRun) -> str:
    """How many pairs of the earlier run stayed, and how many could not."""
    gone = len(earlier.pairs) - len(run.by_hand.kept)
    said = f"Of {len(earlier.pairs)} pairs of the earlier run {run.totals.stayed} stay"
    return f"{said}; not possible any more: {gone}." if gone else f"{said}."


def compare_files(paths: list[Path]) -> str:
    """What is different between two runs. Names only those whom the files name."""
    before = read_run(paths[0], read_text(paths[0]))
    after = earlier_run(paths[1], "coaching" if before.kind == "coaching" else "mentoring")
    return differences_in_words(compare_runs(before, after))


def differences_in_words(found: Differences) -> str:
    """First the figures, then everybody whose lot is another one."""
    old, new = found.before, found.after
    asked = ", ".join(ASKED[one] for one in found.inputs) or "nothing"
    lines = [
        f"Placed: {old.placed} of {old.clients} before, {new.placed} of {new.clients} now.",
        f"Fit of a pair: {_mean(old.fit, old.placed)} on average before, {_mean(new.fit, new.placed)} now; "
        f"the worst pair {_percent(old.worst_fit)} before, {_percent(new.worst_fit)} now.",
        f"Asked differently: {asked}.",
    ]
    if "rules" in found.inputs:
        lines.append("Under different rules a fit is measured differently: compare fits with care.")
    for change, title in TITLES.items():
        clients = found.of(change)
        if clients or change == "same":
            lines.append(f"{title}: {len(clients)}")
        if change != "same":
            lines += [f"  {_one(client)}" for client in clients]
    return "\n".join(lines)


def _one(told: ClientChange) -> str:
    before, after = _with(told.before, told.fit_before), _with(told.after, told.fit_after)
    told_of: Mapping[Change, str] = {
        "same": after,
        "moved": f"{before} before, {after} now",
        "newly_placed": after,
        "no_longer_placed": f"{before} before",
        "came": after,
        "left": f"{before} before",
    }
    said = told_of.get(told.change)
    return f"{_plain(told.client)}: {said}" if said else _plain(told.client)


def _with(practitioner: str | None, fit: int | None) -> str:
    return "with nobody" if practitioner is None else f"with {_plain(practitioner)} ({_percent(fit or 0)})"


def _mean(fit: int, pairs: int) -> str:
    return _percent(round(fit / pairs)) if pairs else "none"


def _percent(fit: int) -> str:
    return f"{round(fit / 100, 1):g} %"


def _plain(key: str) -> str:
    """A key as a terminal may show it, whatever a file says."""
    return "".join(sign if sign.isprintable() else "?" for sign in key)
