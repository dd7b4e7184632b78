"""What all tests share: no network but this machine's own loopback, and which of them stay in one process."""

import os
import socket
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from xdist.scheduler import LoadScopeScheduling

os.environ.setdefault(
    "OPENBLAS_NUM_THREADS", "1"
)  # as the command does; there are as many processes as cores

# How long an example takes says how busy the machine is, nothing about the code.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

LOCAL = ("127.", "::1", "localhost", "0.0.0.0")  # noqa: S104 - a list of what counts as local, nothing is bound
REAL_CONNECT = socket.socket.connect


# These share something that takes long to set up, so each of them goes to one process as a whole. Marks cannot say
# it: groups of pytest-xdist 3.8 are not seen with pytest 9.2 (github.com/pytest-dev/pytest-xdist/issues/1386).
TOGETHER = ("tests/browser/", "tests/shell/demo/", "tests/core/needs/test_cases.py")


class FoldersTogether(LoadScopeScheduling):
    """Any test to any process that has time, but what shares one costly thing to one."""

    def _split_scope(self, nodeid: str) -> str:
        return next((folder for folder in TOGETHER if nodeid.startswith(folder)), nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> FoldersTogether:
    return FoldersTogether(config, log)


def connect_locally(self: socket.socket, address: Any) -> None:
    """Refuse every address off this machine, loudly."""
    host = address[0] if isinstance(address, tuple) else "localhost"
    if not str(host).startswith(LOCAL):
        raise AssertionError(f"A test tried to reach {host}.")
    REAL_CONNECT(self, address)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket.socket, "connect", connect_locally)
