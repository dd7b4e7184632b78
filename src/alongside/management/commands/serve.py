"""`alongside serve`: answer web requests."""

import os
import sys
from typing import Any

from django.core.management.base import CommandError, CommandParser

from alongside.management.assets import gather_assets
from alongside.management.explained import ExplainedCommand
from alongside.management.ports import is_free


class Command(ExplainedCommand):
    help = "Answer web requests. Put a reverse proxy with TLS in front of it (docs/howto/operate.md)."
    example = "serve --host 127.0.0.1 --port 8000 --workers 2"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="address to listen at (default: 127.0.0.1)")
        parser.add_argument("--port", type=int, default=8000, help="port to listen at (default: 8000)")
        parser.add_argument("--workers", type=int, default=2, help="processes, one a core (default: 2)")
        parser.add_argument("--threads", type=int, default=4, help="threads in each process (default: 4)")

    def handle(self, *args: Any, host: str, port: int, workers: int, threads: int, **options: Any) -> None:
        if not is_free(host, port):
            raise CommandError(f"Port {port} on {host} is taken. Name another one with --port.")
        gather_assets()
        self.stdout.write(f"Serving at http://{host}:{port}")
        self.stdout.flush()
        # From here on this process is the server, so that signals reach it without a go-between.
        os.execv(sys.executable, server_words(host, port, workers, threads))  # noqa: S606 - no shell is wanted


def server_words(host: str, port: int, workers: int, threads: int) -> list[str]:
    """The server's command line. Few threads and a short queue: beyond it a client is told to come back."""
    return [
        sys.executable,
        *("-m", "granian", "--interface", "wsgi"),
        *("--host", host, "--port", str(port)),
        *("--workers", str(workers), "--blocking-threads", str(threads)),
        *("--backpressure", "64", "--workers-kill-timeout", "10"),
        *("--http", "1", "--no-ws", "--log-level", "warning"),
        "alongside.config.wsgi:application",
    ]
