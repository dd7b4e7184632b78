"""The surroundings of a demo: its own data folder and database, no mail, the address it will answer at."""

import argparse
from collections.abc import MutableMapping, Sequence
from pathlib import Path

OF_A_REAL_INSTALL = (
    "DATABASE_URL",
    "ALONGSIDE_ALLOWED_HOSTS",
    "ALONGSIDE_BASE_URL",
    "ALONGSIDE_BEHIND_TLS_PROXY",
    "ALONGSIDE_DEBUG",
    "ALONGSIDE_EMAIL_URL",
)


def enter_demo(words: Sequence[str], environ: MutableMapping[str, str]) -> None:
    """Set the environment for a demo, before any setting is read.

    A demo never meets the data of a real install: a database or a mail server named in the environment is
    left out, and the data folder is one of its own inside the usual one.
    """
    options = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    options.add_argument("--port", type=int, default=None)
    try:
        port = options.parse_known_args(list(words))[0].port
    except SystemExit:
        port = None  # the command itself will say what is wrong with it
    for name in OF_A_REAL_INSTALL:
        environ.pop(name, None)
    environ["ALONGSIDE_DATA_DIR"] = str(Path(environ.get("ALONGSIDE_DATA_DIR", "var")).resolve() / "demo")
    if port:
        environ["ALONGSIDE_BASE_URL"] = f"http://127.0.0.1:{port}"
    environ["ALONGSIDE_DEMO"] = "1"
