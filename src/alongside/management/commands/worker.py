"""`alongside worker`: run background jobs, send the outbox, mind the clock."""

from typing import Any

from django.core.management.base import CommandParser

from alongside.jobs.worker import work
from alongside.management.explained import ExplainedCommand


class Command(ExplainedCommand):
    help = "Run background jobs, send the outbox and mind the clock. One is enough; several do no harm."
    example = "worker"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--until-empty", action="store_true", help="stop when no job is left")

    def handle(self, *args: Any, until_empty: bool, **options: Any) -> None:
        work(until_empty=until_empty)
