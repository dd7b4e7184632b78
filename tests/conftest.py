"""What all tests share: no network but this machine's own loopback."""

import socket
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# How long an example takes says how busy the machine is, nothing about the code.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

LOCAL = ("127.", "::1", "localhost", "0.0.0.0")  # noqa: S104 - a list of what counts as local, nothing is bound
REAL_CONNECT = socket.socket.connect


def connect_locally(self: socket.socket, address: Any) -> None:
    """Refuse every address off this machine, loudly."""
    host = address[0] if isinstance(address, tuple) else "localhost"
    if not str(host).startswith(LOCAL):
        raise AssertionError(f"A test tried to reach {host}.")
    REAL_CONNECT(self, address)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket.socket, "connect", connect_locally)
