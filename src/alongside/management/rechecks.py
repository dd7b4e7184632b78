"""Checking a stored run again, from its pairs and prices and the facts it was made from."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

from django.core.management.base import CommandError, CommandParser

from alongside.core.matching import MatchRun, Pool, RuleSet, read_rules, recheck
from alongside.core.matching.pool import ProgrammeKind
from alongside.core.verdicts import Refused
from alongside.management.sparse import PROOFS, recheck_sparse
from alongside.management.tables import pool_of, programme_named, rules_at
from alongside.queries.matching.pool import load_pool

_AHEAD: Final = (
    "nobody could place more; with as many, no more of the earlier pairs could stay; with as many of those, "
)
STICKY_PROOFS: Final[Mapping[str, str]] = {
    "everyone_first": _AHEAD + "nobody could reach a better total",
    "fairest": _AHEAD + "no worst pair could be better, nor with that the total",
    "leximin": _AHEAD + "from the worst pair up, nobody could do better",
    "their_choices": PROOFS["their_choices"] + " (pairs of the earlier run went before their equals)",
}


def add_recheck_arguments(parser: CommandParser) -> None:
    """What `alongside check RUN.json` can be told."""
    facts = parser.add_argument_group("checking a matching run again (alongside check RUN.json)")
    facts.add_argument("--clients", type=Path, help="the table of clients or mentees it was made from")
    facts.add_argument("--practitioners", type=Path, help="the table of coaches or mentors")
    facts.add_argument("--sparse", type=Path, help="the arrays it was made from, for a run of match --sparse")
    facts.add_argument("--rules", type=Path, help="the rules; left out, those the run says it was made by")
    facts.add_argument("--organisation", help="short name of the organisation, for a run of a programme")
    facts.add_argument("--programme", help="short name of the programme")
    facts.add_argument("--on", type=date.fromisoformat, help="the day of the run, as 2026-03-02 (today)")


def recheck_file(path: Path, options: Mapping[str, Any]) -> str:
    """One sentence when the run holds; CommandError with the reason when it does not."""
    text = read_text(path)
    if text.startswith('{"sparse":'):
        return recheck_sparse(path, text, options["sparse"])
    run = read_run(path, text)
    kind: ProgrammeKind = "coaching" if run.kind == "coaching" else "mentoring"
    verdict = recheck(run, facts_of(kind, options), rules_of(run, options))
    if isinstance(verdict, Refused):
        raise CommandError(f"{path}: {verdict.because}")
    return f"{path}: it holds. {len(run.pairs)} pairs, every rule kept; {proof_of(run)}."


def proof_of(run: MatchRun) -> str:
    """What is proved of a run, in words."""
    return (STICKY_PROOFS if run.by_hand.kept else PROOFS)[run.mode]


def read_text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as problem:
        raise CommandError(f"{path}: {problem.strerror}.") from problem
    except UnicodeDecodeError as problem:
        raise CommandError(f"{path}: this is not a matching run of ours.") from problem


def read_run(path: Path, text: str) -> MatchRun:
    try:
        return MatchRun.from_json(text)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise CommandError(f"{path}: this is not a matching run of ours.") from problem


def facts_of(kind: ProgrammeKind, options: Mapping[str, Any]) -> Pool:
    if options["clients"] and options["practitioners"]:
        return pool_of(options["clients"], options["practitioners"], kind)
    if options["programme"]:
        programme = programme_named(options["organisation"] or "", options["programme"])
        return load_pool(programme, kind, on=options["on"])
    raise CommandError("Give the facts: --clients and --practitioners, or --organisation and --programme.")


def rules_of(run: MatchRun, options: Mapping[str, Any]) -> RuleSet:
    read = rules_at(options["rules"]) if options["rules"] else read_rules(run.rules)
    if isinstance(read, Refused):
        raise CommandError(f"The rules in this run cannot be read: {read.because}")
    return read
