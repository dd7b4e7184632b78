"""A demo in a folder of its own, served as an operator would serve it, with people signed in."""

import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

COMMAND = Path(sys.executable).parent / "alongside"


@dataclass(frozen=True)
class Served:
    """Where the demo answers; `folder` is its data."""

    host: str
    port: int
    folder: Path


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def wait_until_it_answers(port: int, seconds: float = 90, path: str = "/help/now/") -> None:
    limit = time.monotonic() + seconds
    while time.monotonic() < limit:
        try:
            connection = HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", path)
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(f"Nothing answered on port {port} in {seconds} seconds.")


@contextmanager
def serve_demo() -> Iterator[Served]:
    """`alongside demo` in an empty folder, until the end of the block. Sets this process's settings to it, too."""
    folder, port = Path(tempfile.mkdtemp(prefix="alongside-bench-")), free_port()
    os.environ.update(
        ALONGSIDE_DATA_DIR=str(folder / "demo"),
        ALONGSIDE_DEMO="1",
        ALONGSIDE_SECRET_KEY=secrets.token_urlsafe(40),
        ALONGSIDE_BASE_URL=f"http://127.0.0.1:{port}",
        DJANGO_SETTINGS_MODULE="alongside.config.settings",
    )
    demo = subprocess.Popen(
        [str(COMMAND), "demo", "--no-open", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        env={**os.environ, "ALONGSIDE_DATA_DIR": str(folder)},  # the demo keeps its own folder inside it
    )
    try:
        wait_until_it_answers(port)
        yield Served("127.0.0.1", port, folder)
    finally:
        demo.terminate()
        demo.wait(20)
        shutil.rmtree(folder, ignore_errors=True)
