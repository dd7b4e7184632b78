"""Bringing people in from a table: keep the upload, choose columns, try it dry, then all of it or nothing."""

from alongside.services.imports.applying import (
    HAS_PROBLEMS,
    apply_import,
    is_under_way,
    mark_failed,
    start_import,
)
from alongside.services.imports.uploads import abandon_import, check_import, choose_columns, keep_upload

__all__ = [
    "HAS_PROBLEMS",
    "abandon_import",
    "apply_import",
    "check_import",
    "choose_columns",
    "is_under_way",
    "keep_upload",
    "mark_failed",
    "start_import",
]
