"""`alongside import`: read people from a table into a programme, or try it dry."""  # noqa: N999 - the verb is the file's name

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from alongside.core.imports import LEAVE_OUT, OWN, fields_for, own_name
from alongside.core.programmes import PARTS
from alongside.core.verdicts import Refused
from alongside.management.explained import ExplainedCommand
from alongside.management.tables import manager_of, programme_named, table_at
from alongside.models import ImportBatch
from alongside.queries.access import NotVisible, Viewer
from alongside.services.imports import (
    abandon_import,
    apply_import,
    check_import,
    choose_columns,
    is_under_way,
    keep_upload,
    start_import,
)


class Command(ExplainedCommand):
    help = (
        "Read people from a CSV or XLSX file into a programme: everybody, or nobody. People who are there already are "
        "found by their address and brought up to date. Nobody gets a letter or an account by this. Columns are "
        "guessed by their headings and remembered; --map says otherwise."
    )
    example = (
        "import mentees.csv --organisation harbour-trust --programme growing-together --part mentee "
        "--map 'first name=first_name' --map 'profession=own' --map 'phone=' --dry-run"
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="a CSV or XLSX file with headings in its first line")
        parser.add_argument("--organisation", required=True, help="short name of the organisation")
        parser.add_argument("--programme", required=True, help="short name of the programme")
        parser.add_argument("--part", required=True, choices=("client", "mentee", "coach", "mentor"))
        parser.add_argument(
            "--map",
            action="append",
            default=[],
            metavar="COLUMN=FIELD",
            help="what a column becomes: a field, own:NAME for a column of the programme's own, or nothing to leave "
            "it out; may be given again and again. --fields lists the fields",
        )
        parser.add_argument(
            "--map-file", type=Path, help='a TOML file with a table [columns]: "first name" = "first_name"'
        )
        parser.add_argument("--places", type=int, default=1, help="places where the file says nothing (1)")
        parser.add_argument("--as", dest="as_email", metavar="EMAIL", help="who does it: a programme manager")
        parser.add_argument("--leave-out", action="store_true", help="leave out lines with problems")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen, and write nothing")
        parser.add_argument("--fields", action="store_true", help="list the fields of this part, and stop")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["fields"]:
            self.stdout.write(fields_in_words(options["part"]))
            return
        programme = programme_named(options["organisation"], options["programme"])
        if options["part"] not in PARTS[programme.kind]:  # type: ignore[index]  # a kind is the same text in both
            raise CommandError(f"{programme.name} has no such part.")
        viewer = manager_of(programme, options["as_email"])
        table = table_at(options["file"])
        wanted = chosen_columns(options["map"], options["map_file"])
        try:
            batch = keep_upload(
                viewer, programme.pk, options["part"], options["file"].name, table, timezone.now()
            )
        except NotVisible as unseen:
            raise CommandError("Only somebody who manages the programme imports people.") from unseen
        kept = self.agreed(batch)
        try:
            self.carry_out(viewer, kept, wanted, options)
        except BaseException:
            abandon_import(viewer, kept.pk)
            raise

    def carry_out(
        self, viewer: Viewer, batch: ImportBatch, wanted: Mapping[str, str], options: Mapping[str, Any]
    ) -> None:
        mapping = with_chosen(batch.mapping, wanted)
        self.agreed(choose_columns(viewer, batch.pk, mapping, options["places"]))
        checked = self.agreed(check_import(viewer, batch.pk))
        self.say_columns(mapping)
        self.say_problems(checked)
        found = checked.options
        self.stdout.write(
            f"{found['new']} new, {found['changed']} to bring up to date, {found['unchanged']} just as they are, "
            f"{found['bad_lines']} lines with a problem."
        )
        if checked.problems and not options["leave_out"]:
            raise CommandError("Nothing was written. Mend the file, or leave these lines out: --leave-out.")
        if options["dry_run"]:
            abandon_import(viewer, batch.pk)
            self.stdout.write("This was a try. Nothing was written.")
            return
        begun = self.agreed(start_import(viewer, batch.pk, timezone.now(), leave_out=options["leave_out"]))
        done = self.agreed(apply_import(batch.pk, timezone.now())) if is_under_way(begun) else begun
        self.stdout.write(f"Done: {done.created_count} new, {done.changed_count} brought up to date.")

    def agreed(self, answer: ImportBatch | Refused) -> ImportBatch:
        if isinstance(answer, Refused):
            raise CommandError(answer.because)
        return answer

    def say_columns(self, mapping: Mapping[str, str]) -> None:
        for heading, target in mapping.items():
            self.stdout.write(f"  {heading} → {target or 'left out'}")

    def say_problems(self, batch: ImportBatch) -> None:
        for line, column, because in batch.problems:
            self.stderr.write(f"line {line}, {column or 'whole line'}: {because}")


def fields_in_words(part: str) -> str:
    """The fields a table of this part can fill, one a line."""
    return "\n".join(f"  {field.key:<24} {field.label}. {field.help}".rstrip() for field in fields_for(part))


def chosen_columns(given: list[str], file: Path | None) -> dict[str, str]:
    """What --map-file and then --map say, by heading."""
    found: dict[str, str] = {}
    if file is not None:
        try:
            read = tomllib.loads(file.read_text(encoding="utf-8"))
        except OSError as problem:
            raise CommandError(f"{file}: {problem.strerror}.") from problem
        except UnicodeDecodeError as problem:
            raise CommandError(f"{file}: this is not a text in UTF-8.") from problem
        except (ValueError, RecursionError) as problem:
            raise CommandError(f"{file}: this is not TOML: {problem}.") from problem
        columns = read.get("columns", read)
        if not isinstance(columns, dict) or not all(isinstance(one, str) for one in columns.values()):
            raise CommandError(f'{file}: write lines such as "first name" = "first_name" below [columns].')
        found |= columns
    for one in given:
        heading, sign, target = one.rpartition("=")
        if not sign:
            raise CommandError(f"--map {one}: write COLUMN=FIELD.")
        found[heading.strip()] = target.strip()
    return found


def with_chosen(mapping: Mapping[str, str], wanted: Mapping[str, str]) -> dict[str, str]:
    """The guesses with what was chosen in their place. Fields may be written with spaces: “first name”."""
    return {**mapping, **{heading: _target(heading, target) for heading, target in wanted.items()}}


def _target(heading: str, target: str) -> str:
    if target in {"", "-", "leave out"}:
        return LEAVE_OUT
    if target == "own":
        return OWN + own_name(heading)
    return target if target.startswith(OWN) else target.replace(" ", "_")
