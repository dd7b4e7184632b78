"""Two processes under one roof: they start together, and when one ends, or a signal says stop, both end."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from types import FrameType, TracebackType
from typing import Self

PATIENCE_SECONDS = 15


class Children:
    """`with Children(["serve"], ["worker"]) as children: children.wait()` runs the product's own verbs."""

    def __init__(self, *verbs: Sequence[str]) -> None:
        self.verbs = verbs
        self.running: list[subprocess.Popen[bytes]] = []
        self.is_asked_to_stop = False

    def __enter__(self) -> Self:
        for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(name, self.ask_to_stop)
        for words in self.verbs:
            # A session of their own keeps Ctrl-C from reaching them twice.
            command = [sys.executable, "-m", "alongside", *words]
            self.running.append(subprocess.Popen(command, start_new_session=True))  # noqa: S603 - our own verbs
        return self

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, places: TracebackType | None
    ) -> None:
        for child in self.running:
            if child.poll() is None:
                child.terminate()
        for child in self.running:
            try:
                child.wait(PATIENCE_SECONDS)
            except subprocess.TimeoutExpired:
                child.kill()

    def ask_to_stop(self, number: int, frame: FrameType | None) -> None:
        self.is_asked_to_stop = True

    @property
    def all_run(self) -> bool:
        return all(child.poll() is None for child in self.running)

    def wait_for(self, happened: Callable[[], bool], seconds: float) -> bool:
        """Wait until it has happened; False when a child ended, a signal came, or the time is over."""
        end = time.monotonic() + seconds
        while self.all_run and not self.is_asked_to_stop and time.monotonic() < end:
            if happened():
                return True
            time.sleep(0.05)
        return False

    def wait(self) -> bool:
        """Wait for a signal; False when a child ended by itself instead."""
        while self.all_run:
            if self.is_asked_to_stop:
                return True
            time.sleep(0.2)
        return self.is_asked_to_stop
