"""Two people who do the same thing at the same moment, each on a connection of their own."""

import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from django.db import OperationalError, connection

T = TypeVar("T")


def at_once(acts: Iterable[Callable[[], T]]) -> list[T]:
    """What each act answered, all of them begun together."""
    each = list(acts)
    with ThreadPoolExecutor(len(each)) as pool:
        return list(pool.map(on_an_own_connection, each))


def on_an_own_connection(act: Callable[[], T]) -> T:
    """As a worker would. SQLite in memory has no waiting time for locks as the product's file has: ask again."""
    try:
        for _ in range(400):
            try:
                return act()
            except OperationalError:
                time.sleep(0.01)
        raise AssertionError("The database stayed locked.")
    finally:
        connection.close()
