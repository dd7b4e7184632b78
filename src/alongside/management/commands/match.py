"""`alongside match`: the best set of pairs, from two tables or for a programme."""

import json
from pathlib import Path
from typing import Any
from uuid import UUID

from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from alongside.core.matching import MODES, MatchRun, RuleSet, find_gaps_in_pool, match
from alongside.core.matching.engine.sparse import SparseRun
from alongside.core.verdicts import Refused
from alongside.jobs.matching import begin_run
from alongside.management.comparing import compare_files, earlier_run, stayed_in_words
from alongside.management.explained import ExplainedCommand
from alongside.management.rechecks import proof_of
from alongside.management.sparse import in_words as sparse_in_words
from alongside.management.sparse import run_sparse
from alongside.management.tables import manager_of, pool_of, programme_named, rules_or_default
from alongside.models import MatchRun as RunRow
from alongside.queries.access import NotVisible, Viewer
from alongside.services.matching.rules import save_rules
from alongside.services.matching.runs import perform_run


class Command(ExplainedCommand):
    help = (
        "Find the best set of pairs. From two tables (--clients, --practitioners): nothing is kept but the file --out. "
        "Headings are understood as an import understands them (e-mail address, languages, places, skills, ...), and "
        "rules may name every heading as it stands. For a programme (--organisation, --programme): a run is made that "
        "its page shows. From bare arrays (--sparse): ptr (int64, clients + 1) and idx (int32) say which practitioners "
        "each client may have, s (int32) how well they fit, cap (int32) the places of each practitioner. "
        "Two runs that are there already (--compare): what is different between them."
    )
    example = "match --clients mentees.csv --practitioners mentors.csv --rules rules.toml --out run.json"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--clients", type=Path, help="table of clients or mentees")
        parser.add_argument("--practitioners", type=Path, help="table of coaches or mentors")
        parser.add_argument(
            "--rules",
            type=Path,
            help="rules as TOML or JSON; for a programme they are put in use; left out, those there are",
        )
        parser.add_argument("--kind", choices=("coaching", "mentoring"), default="mentoring")
        parser.add_argument(
            "--sparse", type=Path, metavar="FILE.npz", help="match bare arrays instead of tables"
        )
        parser.add_argument(
            "--json", action="store_true", help="with --sparse: the figures as one line of JSON"
        )
        parser.add_argument(
            "--keep",
            type=Path,
            metavar="RUN.json",
            help="with tables: an earlier run, whose pairs stay together where they can: never at the price of "
            "somebody left without, but before a better fit (of the aims, only their_choices comes before it)",
        )
        parser.add_argument(
            "--compare",
            type=Path,
            nargs=2,
            metavar=("EARLIER.json", "LATER.json"),
            help="say what is different between two runs, by name: who is with somebody else, who came and went",
        )
        parser.add_argument("--organisation", help="short name of the organisation")
        parser.add_argument("--programme", help="short name of the programme")
        parser.add_argument("--as", dest="as_email", metavar="EMAIL", help="who does it: a programme manager")
        parser.add_argument(
            "--mode",
            choices=tuple(MODES),
            type=lambda given: given.replace("-", "_"),
            default="everyone_first",
            help="the aim: " + " ".join(f"{name}: {words}" for name, words in MODES.items()),
        )
        parser.add_argument("--places", type=int, help="try out this many places for everybody")
        parser.add_argument("--seed", type=int, default=0, help="number of the lottery among equals (0)")
        parser.add_argument("--out", type=Path, help="write the run here, to be checked again")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["compare"]:
            self.stdout.write(compare_files(options["compare"]))
        elif options["keep"] and (options["sparse"] or options["programme"]):
            raise CommandError("--keep goes with --clients and --practitioners alone.")
        elif options["sparse"]:
            self.from_arrays(options)
        elif options["programme"]:
            self.for_programme(options)
        elif options["clients"] and options["practitioners"]:
            self.from_tables(options)
        else:
            raise CommandError(
                "Give --clients and --practitioners, or --organisation and --programme, or --sparse, or --compare."
            )

    def from_tables(self, options: dict[str, Any]) -> None:
        rules = rules_or_default(options["rules"], options["kind"])
        pool = pool_of(options["clients"], options["practitioners"], rules.kind)
        for gap in find_gaps_in_pool(pool, rules):
            self.stderr.write(f"note: {gap}")
        earlier = earlier_run(options["keep"], rules.kind) if options["keep"] else None
        run = match(
            pool,
            rules,
            **{name: options[name] for name in ("mode", "seed", "places")},
            kept=[(pair.client, pair.practitioner) for pair in earlier.pairs] if earlier else (),
        )
        if isinstance(run, Refused):
            raise CommandError(run.because)
        self.stdout.write(in_words(run))
        if earlier:
            self.stdout.write(stayed_in_words(earlier, run))
        self.keep(run, options)

    def from_arrays(self, options: dict[str, Any]) -> None:
        run, figures = run_sparse(options["sparse"], options["mode"], options["seed"])
        self.stdout.write(json.dumps(figures) if options["json"] else sparse_in_words(run, figures))
        self.keep(run, options)

    def keep(self, run: MatchRun | SparseRun, options: dict[str, Any]) -> None:
        """Write the run to the file asked for, if one was."""
        if not options["out"]:
            return
        try:
            options["out"].write_text(run.to_json(), encoding="utf-8")
        except OSError as problem:
            raise CommandError(f"{options['out']}: {problem.strerror}.") from problem
        if not options["json"]:
            self.stdout.write(f"Written to {options['out']}.")

    def for_programme(self, options: dict[str, Any]) -> None:
        programme = programme_named(options["organisation"] or "", options["programme"])
        viewer = manager_of(programme, options["as_email"])
        if options["rules"]:
            self.use_rules(viewer, programme.pk, rules_or_default(options["rules"], options["kind"]))
        given = {name: options[name] for name in ("mode", "seed", "places")}
        try:
            begun = begin_run(viewer, programme.pk, options["kind"], timezone.now(), **given)
        except NotVisible as unseen:
            raise CommandError("Only somebody who manages the programme matches people.") from unseen
        if isinstance(begun, Refused):
            raise CommandError(begun.because)
        perform_run(begun, timezone.now)
        run = RunRow.objects.get(pk=begun)
        if run.state != "done":
            raise CommandError(run.problem or "The run did not come to its end.")
        self.stdout.write(
            f"{run.placed} of {run.asked} placed, {run.points:g} points. See /matching/{run.pk}/"
        )

    def use_rules(self, viewer: Viewer, programme_id: UUID, rules: RuleSet) -> None:
        """Put the rules of the file in use, as the page does."""
        try:
            done = save_rules(viewer, programme_id, rules, timezone.now(), "From a file")
        except NotVisible as unseen:
            raise CommandError("Only somebody who manages the programme changes its rules.") from unseen
        if isinstance(done, Refused):
            raise CommandError(done.because)


def in_words(run: MatchRun) -> str:
    """A run in a few lines; no names, no keys."""
    totals = run.totals
    fits = sorted(pair.fit for pair in run.pairs)
    lines = [
        f"{totals.placed} of {totals.clients} placed, {totals.points:g} points.",
        f"{totals.possible_pairs} possible pairs, {totals.places} places with {totals.practitioners} people.",
    ]
    if fits:
        lines.append(
            f"Worst fit {fits[0] / 100:g} %, best {fits[-1] / 100:g} % of {totals.most_points} points."
        )
    if run.price_of_stability is not None:
        price = run.price_of_stability
        lines.append(f"{price.blocking} pairs would both rather have each other.")
        lines.append(
            f"Against everyone first {price.most_placed - totals.placed} fewer are placed, with "
            f"{price.most_fit - totals.fit} less fit of {price.most_fit}."
        )
    lines.append(f"Proved: {proof_of(run)}.")
    return "\n".join(lines)
