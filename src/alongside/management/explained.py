"""How every verb of the house explains itself: what it does, its options, and an example to copy."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, OperationalError, ProgrammingError, connection


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

    def execute(self, *args: Any, **options: Any) -> str | None:
        """Run it; a database without tables, or one that does not answer, is said in a sentence."""
        try:
            return super().execute(*args, **options)
        except UnicodeEncodeError as odd:
            raise CommandError("A word of this command is no text in UTF-8.") from odd
        except (OperationalError, ProgrammingError) as broken:
            if has_tables():
                raise
            raise CommandError(
                "There is no database of ours here yet, or it does not answer. `alongside migrate` makes its tables; "
                "`alongside check` says what is wrong."
            ) from broken


def has_tables() -> bool:
    """Whether the database answers and has our tables."""
    try:
        return "alongside_programme" in connection.introspection.table_names()
    except DatabaseError:
        return False
