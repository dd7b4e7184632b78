"""The demo, started as a person starts it, in a data folder of its own."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.shell.mail.conftest import free_port

MOST_SECONDS_TO_STOP = 30


@contextmanager
def served_demo(folder: Path) -> Iterator[str]:
    """The address of a demo that runs for as long as the block does.

    It answers as `localhost`, the one name for which browsers allow passkeys without TLS.
    """
    port = free_port()
    command = [sys.executable, "-m", "alongside", "demo", "--no-open", "--port", str(port)]
    said = folder / "said.txt"
    with said.open("w") as told:
        demo = subprocess.Popen(  # noqa: S603 - the product's own command
            command, env=surroundings(folder), stdout=told, stderr=subprocess.STDOUT
        )
    try:
        wait_until_ready(demo, said)
        yield f"http://localhost:{port}"
    finally:
        demo.send_signal(signal.SIGTERM)
        demo.wait(MOST_SECONDS_TO_STOP)
        sys.stdout.write(said.read_text())  # shown where something failed


def surroundings(folder: Path) -> dict[str, str]:
    """The environment without what names another data folder, database or settings."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith(("ALONGSIDE_", "DJANGO_"))}
    return {**kept, "ALONGSIDE_DATA_DIR": str(folder), "PYTHONUNBUFFERED": "1"}


def wait_until_ready(demo: subprocess.Popen[bytes], said: Path) -> None:
    while demo.poll() is None:
        if "Ready after" in said.read_text():
            return
        time.sleep(0.1)
    raise RuntimeError("The demo did not start:\n" + said.read_text())
