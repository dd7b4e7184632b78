"""An administrator, a draft of the rules, and no rules made ready by the test before."""

from collections.abc import Iterator

import pytest
from django.test import Client

from alongside.models import (
    TriageDraft,
)
from alongside.queries.needs.rules import ready_rules
from alongside.queries.viewers import viewer_as
from alongside.services.needs.rules import begin_draft
from tests.shell.cast import Cast
from tests.shell.makers import NOW
from tests.shell.needs.workbench import SignIn


@pytest.fixture(autouse=True)
def fresh_rules() -> Iterator[None]:
    ready_rules.cache_clear()
    yield
    ready_rules.cache_clear()


@pytest.fixture
def jon(cast: Cast, signed_in: SignIn) -> Client:
    return signed_in(cast.jon)


@pytest.fixture
def draft(cast: Cast) -> TriageDraft:
    return begin_draft(viewer_as(cast.jon), NOW)
