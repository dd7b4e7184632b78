"""The demo, told once for every test of this folder."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from alongside.management.demo import load_demo

AT = datetime(2026, 3, 4, 15, 30, tzinfo=UTC)  # a Wednesday


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[datetime]:
    """The moment the demo was told at. Everything is rolled back after the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_demo(AT)
        yield AT
        transaction.set_rollback(True)
