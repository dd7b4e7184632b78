"""What a log line may hold: where something broke, never the words that were there when it did."""

import logging
from types import TracebackType

from alongside.core.failures import places_of


class QuietLine(logging.Formatter):
    """One line a record. A failure is told by its kind and the places it passed, without its message.

    A message may quote what a person wrote (a value refused by a database, say), and an address may be a
    secret (an invitation), so requests are told by the name of their view.
    """

    def __init__(self) -> None:
        super().__init__("{levelname} {name} {message}", style="{")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - the name is logging's
        request = getattr(record, "request", None)
        if request is None:
            return super().formatMessage(record)
        match = getattr(request, "resolver_match", None)
        view = match.view_name if match else "no view"
        return (
            f"{record.levelname} {record.name} {getattr(record, 'status_code', '')} {request.method} {view}"
        )

    def formatException(  # noqa: N802 - the name is logging's
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        kind, _, places = ei
        return places_of(kind, places) if kind else ""
