"""What granian serves."""

import os
from typing import Any

import django
from django.core.exceptions import SuspiciousOperation
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest

from alongside.core.needs.rules_file import default_rules
from alongside.core.needs.second_reader import default_reader

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")


class CarefulRequest(WSGIRequest):
    """A request that comes into being whatever its content type says, so that middleware can refuse it.

    Django reads the query in the charset a request names, before anything can catch what that may raise.
    """

    def _set_content_type_params(self, meta: dict[str, Any]) -> None:
        try:
            super()._set_content_type_params(meta)  # type: ignore[misc]  # the stubs leave this method out
        except (LookupError, ValueError, SuspiciousOperation):
            self._encoding = None


class CarefulHandler(WSGIHandler):
    request_class = CarefulRequest


django.setup(set_prefix=False)
application = CarefulHandler()
# Read at the start, so that the first visitor does not wait for them.
default_rules()
default_reader()
