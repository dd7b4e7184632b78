"""The house tests use the cast of the shell."""

from tests.shell.conftest import cast, signed_in

__all__ = ["cast", "signed_in"]
