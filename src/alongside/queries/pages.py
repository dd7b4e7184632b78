"""A page of a long list whose few shown rows are dressed with more than the list was counted by."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from django.core.paginator import Page

T = TypeVar("T")


def dressed(page: "Page[Any]", rows: Iterable[T]) -> "Page[T]":
    """The same page of the same list, showing these rows."""
    shown: Sequence[T] = tuple(rows)
    return Page(shown, page.number, page.paginator)
