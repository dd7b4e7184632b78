"""The demo as a person meets it: it starts, answers, says what is wrong, stops whole, and starts again."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from alongside.management.ports import answers
from tests.shell.mail.conftest import free_port


@pytest.fixture
def home(tmp_path: Path) -> Iterator[dict[str, str]]:
    """An environment whose data folder is empty, and which names a database that a demo must not touch."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("ALONGSIDE_", "DJANGO_"))
    }
    yield {
        **kept,
        "ALONGSIDE_DATA_DIR": str(tmp_path),
        "DATABASE_URL": f"sqlite:///{tmp_path}/precious.sqlite3",
        "PYTHONUNBUFFERED": "1",
    }
    assert not (tmp_path / "precious.sqlite3").exists()


def start(home: dict[str, str], *words: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "alongside", "demo", "--no-open", *words]
    return subprocess.Popen(  # noqa: S603 - the product's own command
        command, env=home, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def wait_until_ready(demo: subprocess.Popen[str]) -> None:
    assert demo.stdout is not None
    lines = []
    for line in demo.stdout:
        lines.append(line)
        if line.startswith("Ready"):
            return
    pytest.fail("".join(lines))


def stop(demo: subprocess.Popen[str]) -> str:
    demo.send_signal(signal.SIGTERM)
    return demo.communicate(timeout=30)[0]


def test_the_demo_starts_answers_stops_whole_and_starts_again(home: dict[str, str]) -> None:
    port = free_port()
    for _ in range(2):
        demo = start(home, "--port", str(port))
        try:
            wait_until_ready(demo)
            page = HTTPConnection("127.0.0.1", port, timeout=20)
            page.request("GET", "/account/login/")
            assert page.getresponse().status == 200
            page.close()
            second = start(home, "--port", str(port))
            assert f"Port {port} is taken" in second.communicate(timeout=30)[0]
        finally:
            said = stop(demo)
        assert said.endswith("Stopped.\n")
        assert demo.returncode == 0
        end = time.monotonic() + 5
        while answers("127.0.0.1", port) and time.monotonic() < end:
            time.sleep(0.1)
        assert not answers("127.0.0.1", port)
