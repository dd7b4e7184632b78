"""The safety channel's rules."""

from datetime import UTC, datetime

import pytest

from alongside.core.confidentiality.concerns import ConcernFacts, may_raise, may_resolve, reached_by
from alongside.core.verdicts import Refused

WHEN = datetime(2026, 3, 2, tzinfo=UTC)


def test_a_concern_never_reaches_the_one_it_is_about() -> None:
    assert reached_by(frozenset({"ines", "omar"}), "ines") == {"omar"}


@pytest.mark.parametrize(
    ("text", "leads", "allowed"),
    [
        ("I worry about a colleague.", 1, True),
        ("   ", 1, False),
        ("x" * 4001, 1, False),
        ("I worry.", 0, False),
    ],
)
def test_a_concern_needs_words_and_a_reader(text: str, leads: int, allowed: bool) -> None:
    assert may_raise(text, leads).allowed is allowed


@pytest.mark.parametrize(
    ("taken", "resolved", "allowed"), [(None, None, False), (WHEN, None, True), (WHEN, WHEN, False)]
)
def test_a_concern_is_resolved_once_by_somebody_who_took_it_on(
    taken: datetime | None, resolved: datetime | None, allowed: bool
) -> None:
    verdict = may_resolve(ConcernFacts(1, taken, resolved))
    assert verdict.allowed is allowed
    assert allowed or (isinstance(verdict, Refused) and verdict.because.endswith("."))
