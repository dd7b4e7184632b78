"""`alongside check`: Django's own look at the code, then the house's look at the install; or one run, again."""

from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management.base import CommandError, CommandParser
from django.core.management.commands import check

from alongside.core.verdicts import Refused
from alongside.management.health import MUSTS, SHOULDS
from alongside.management.rechecks import add_recheck_arguments, recheck_file


class Command(check.Command):
    help = (
        "Look for mistakes in settings, database and files, and say what to do about each. "
        "Given the file of a matching run, check that run again instead."
    )

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        words = (
            "example:\n  alongside check\n  alongside check --deploy\n"
            "  alongside check run.json --clients mentees.csv --practitioners mentors.csv"
        )
        return super().create_parser("alongside", subcommand, epilog=words, **kwargs)

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        add_recheck_arguments(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        if args and all(name.endswith(".json") for name in args):
            for name in args:
                self.stdout.write(recheck_file(Path(name), options))
            return
        for name in args:
            self.must_be_known(name)
        super().handle(*args, **options)
        if args or options["tags"] or options["list_tags"]:
            return
        failed = [name for name, look in MUSTS if not self.say(name, look(), "wrong")]
        for name, look in SHOULDS:
            self.say(name, look(), "note")
        if failed:
            raise CommandError(f"{len(failed)} to mend: {', '.join(failed)}.")

    def must_be_known(self, name: str) -> None:
        """CommandError for a name that is neither the file of a run nor an app: Django itself breaks off on it."""
        try:
            apps.get_app_config(name)
        except LookupError as unknown:
            raise CommandError(
                f"{name}: this is not the file of a matching run, whose name ends in .json, nor a part of Django. "
                "For tables: alongside check RUN.json --clients TABLE --practitioners TABLE."
            ) from unknown

    def say(self, name: str, verdict: Any, otherwise: str) -> bool:
        """One line for one point; whether it holds."""
        if isinstance(verdict, Refused):
            self.stdout.write(f"{otherwise:<6}{name}: {verdict.because}")
            return False
        self.stdout.write(f"ok    {name}")
        return True
