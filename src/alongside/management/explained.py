"""How every verb of the house explains itself: what it does, its options, and an example to copy."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser


class ExplainedCommand(BaseCommand):
    """A command with an example at the end of its --help, and without Django's own options in the way."""

    example = ""
    requires_system_checks: list[str] = []
    suppressed_base_arguments = {
        "--version",
        "--settings",
        "--pythonpath",
        "--traceback",
        "--no-color",
        "--force-color",
        "--skip-checks",
        "-v",
        "--verbosity",
    }

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        words = f"example:\n  alongside {self.example}" if self.example else None
        return super().create_parser("alongside", subcommand, epilog=words, **kwargs)
