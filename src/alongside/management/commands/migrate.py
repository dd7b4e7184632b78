"""`alongside migrate`: Django's own, and the cache table that rate limits count in."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandParser
from django.core.management.commands import migrate


class Command(migrate.Command):
    help = "Bring the database to this version: its tables, and the table of the shared cache."

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        words = "example:\n  alongside migrate"
        return super().create_parser("alongside", subcommand, epilog=words, **kwargs)

    def handle(self, *args: Any, **options: Any) -> None:
        Path(settings.DATA_DIR).mkdir(parents=True, exist_ok=True)
        super().handle(*args, **options)
        if not (options["plan"] or options["check_unapplied"] or options["app_label"]):
            call_command("createcachetable", database=options["database"], verbosity=0)
