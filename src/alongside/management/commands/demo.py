"""`alongside demo`: a demo organisation on this machine, ready to walk about in."""

import fcntl
import shutil
import time
import webbrowser
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from alongside.management.assets import gather_assets
from alongside.management.children import Children
from alongside.management.demo import load_demo
from alongside.management.explained import ExplainedCommand
from alongside.management.ports import answers, is_free

HOST, PORT = "127.0.0.1", 8000
MARK = ".alongside-demo"  # only a folder with this file in it is ever emptied


class Command(ExplainedCommand):
    help = (
        "Set up a demo organisation with invented people and serve it on this machine. "
        "Ctrl-C stops it; started again, it goes on where it was."
    )
    example = "demo --port 8080 --no-open"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=PORT, help=f"port to serve at (default: {PORT})")
        parser.add_argument(
            "--fresh", action="store_true", help="begin anew: forget what was done in the demo"
        )
        parser.add_argument("--no-open", action="store_true", help="do not open a browser")

    def handle(self, *args: Any, port: int, fresh: bool, no_open: bool, **options: Any) -> None:
        began = time.monotonic()
        if not is_free(HOST, port):
            raise CommandError(f"Port {port} is taken. Try: alongside demo --port {port + 1}")
        with hold(Path(settings.DATA_DIR)):
            self.stdout.write("Setting up the demo ...")
            self.stdout.flush()
            prepare(Path(settings.DATA_DIR), fresh=fresh)
            self.run_it(port, began, opens=not no_open)

    def run_it(self, port: int, began: float, *, opens: bool) -> None:
        address = f"http://{HOST}:{port}/demo/"
        with Children(["serve", "--port", str(port)], ["worker"]) as children:
            if children.wait_for(lambda: answers(HOST, port), 60):
                self.stdout.write(
                    f"Ready after {time.monotonic() - began:.0f} s: {address}  (Ctrl-C stops it)"
                )
                self.stdout.flush()
                if opens:
                    webbrowser.open(address)
            if not children.wait():
                raise CommandError("The demo has stopped by itself; the lines above say why.")
        self.stdout.write("Stopped.")


def hold(folder: Path) -> IO[str]:
    """Keep a second demo out of the same folder for as long as the returned file is open."""
    folder.mkdir(parents=True, exist_ok=True)
    lock = (folder.parent / f"{folder.name}.lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as taken:
        lock.close()
        raise CommandError("The demo is running already. Stop it first (Ctrl-C in its window).") from taken
    return lock


def prepare(folder: Path, *, fresh: bool) -> None:
    """Database, assets and the demo organisation; what is there already stays."""
    make_folder(folder, fresh=fresh)
    call_command("migrate", verbosity=0, interactive=False)
    gather_assets()
    load_demo(timezone.now())


def make_folder(folder: Path, *, fresh: bool) -> None:
    """The folder of the demo; emptied before, if that is wished and a demo made it."""
    mark = folder / MARK
    if fresh and mark.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    mark.touch()
