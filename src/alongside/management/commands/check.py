"""`alongside check`: Django's own look at the code, then the house's look at the install."""

from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.core.management.commands import check

from alongside.core.verdicts import Refused
from alongside.management.health import MUSTS, SHOULDS


class Command(check.Command):
    help = "Look for mistakes in settings, database and files, and say what to do about each."

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        words = "example:\n  alongside check\n  alongside check --deploy"
        return super().create_parser("alongside", subcommand, epilog=words, **kwargs)

    def handle(self, *args: Any, **options: Any) -> None:
        super().handle(*args, **options)
        if args or options["tags"] or options["list_tags"]:
            return
        failed = [name for name, look in MUSTS if not self.say(name, look(), "wrong")]
        for name, look in SHOULDS:
            self.say(name, look(), "note")
        if failed:
            raise CommandError(f"{len(failed)} to mend: {', '.join(failed)}.")

    def say(self, name: str, verdict: Any, otherwise: str) -> bool:
        """One line for one point; whether it holds."""
        if isinstance(verdict, Refused):
            self.stdout.write(f"{otherwise:<6}{name}: {verdict.because}")
            return False
        self.stdout.write(f"ok    {name}")
        return True
