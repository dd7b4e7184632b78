"""What an install needs to run well, point by point. Each point holds, or says in one sentence what to do."""

import os
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.core.mail import get_connection
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from alongside.core.verdicts import Allowed, Refused

Verdict = Allowed | Refused
FINE = Allowed()


def safe_sqlite() -> Verdict:
    if connection.vendor != "sqlite" or settings.SQLITE_VERSION >= settings.FIRST_SAFE_SQLITE:
        return FINE
    have, want = (
        ".".join(map(str, version)) for version in (settings.SQLITE_VERSION, settings.FIRST_SAFE_SQLITE)
    )
    return Refused(f"SQLite {have} can lose data when several processes write. Use {want} or PostgreSQL.")


def writable_data_folder() -> Verdict:
    folder = Path(settings.DATA_DIR)
    if folder.is_dir() and os.access(folder, os.W_OK):
        return FINE
    return Refused(f"The data folder {folder} cannot be written to. Make it, or set ALONGSIDE_DATA_DIR.")


def private_key() -> Verdict:
    file = Path(settings.DATA_DIR) / "secret.key"
    if len(settings.SECRET_KEY) < 40:
        return Refused("The secret key is short. Give ALONGSIDE_SECRET_KEY 50 random characters.")
    if file.exists() and file.stat().st_mode & 0o077:
        return Refused(f"Others on this machine can read {file}. Run: chmod 600 {file}")
    return FINE


def current_database() -> Verdict:
    try:
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return Refused("The database does not answer. Look at DATABASE_URL and whether it runs.")
    return Refused(f"{len(plan)} migrations wait. Run: alongside migrate") if plan else FINE


def cache_table() -> Verdict:
    if "shared_cache" in connection.introspection.table_names():
        return FINE
    return Refused("The cache table is missing. Run: alongside migrate")


def mail_server() -> Verdict:
    if not settings.SENDS_MAIL:
        return Refused("No mail goes out: set ALONGSIDE_EMAIL_URL (docs/howto/mail.md).")
    server = get_connection()
    try:
        server.open()
        server.close()
    except OSError:
        return Refused("The mail server does not answer. Look at ALONGSIDE_EMAIL_URL.")
    return FINE


def https() -> Verdict:
    if settings.IS_HTTPS or settings.BASE_URL.startswith(("http://127.0.0.1", "http://localhost")):
        return FINE
    return Refused("Pages go out without encryption. Put TLS in front and set ALONGSIDE_BASE_URL to https.")


# A must stops the install; a should is worth a look. Demo installs need no mail.
MUSTS: tuple[tuple[str, Callable[[], Verdict]], ...] = (
    ("data folder", writable_data_folder),
    ("secret key", private_key),
    ("SQLite", safe_sqlite),
    ("database", current_database),
    ("shared cache", cache_table),
)
SHOULDS: tuple[tuple[str, Callable[[], Verdict]], ...] = (
    ("mail", mail_server),
    ("encryption", https),
)
