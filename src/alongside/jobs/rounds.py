"""Doing one thing again and again beside the jobs: the courier's rounds, the clock's ticks, a job's heartbeat."""

import logging
from collections.abc import Callable
from threading import Event, Thread
from types import TracebackType
from typing import Self

from django.db import close_old_connections, connections

log = logging.getLogger(__name__)


class Rounds:
    """`with Rounds(2, courier_round): ...` runs the round in a thread, with that many seconds in between.

    A round that fails is told in the log and does not end the rounds. Leaving the block waits for the round
    in progress to end.
    """

    def __init__(self, seconds: float, once: Callable[[], object]) -> None:
        self.seconds, self.once = seconds, once
        self.ended = Event()
        self.thread = Thread(target=self.go, name=once.__name__, daemon=True)

    def __enter__(self) -> Self:
        self.thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, places: TracebackType | None
    ) -> None:
        self.ended.set()
        self.thread.join(timeout=30)

    def go(self) -> None:
        try:
            while not self.ended.is_set():
                self.do_once()
                self.ended.wait(self.seconds)
        finally:
            connections.close_all()

    def do_once(self) -> None:
        close_old_connections()
        try:
            self.once()
        except Exception:  # one bad round must not end the rounds: the next may do better
            log.exception("%s failed", self.thread.name)
