"""Put an SQLite without the WAL-reset fault (fixed in 3.51.3) in the place of the one Python was built with."""

import sqlite3
import sys

FIRST_SAFE_VERSION = (3, 51, 3)


def bring_safe_sqlite() -> tuple[int, int, int]:
    """Use `pysqlite3` where the built-in SQLite is older than is safe; return the version now in use."""
    if sqlite3.sqlite_version_info >= FIRST_SAFE_VERSION:
        return sqlite3.sqlite_version_info
    try:
        import pysqlite3  # noqa: PLC0415 - only Linux has it, and only an old SQLite needs it
        from pysqlite3 import dbapi2  # noqa: PLC0415 - as above
    except ImportError:
        return sqlite3.sqlite_version_info
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = dbapi2
    version: tuple[int, int, int] = dbapi2.sqlite_version_info
    return version
