"""How few people are too few."""

from typing import Final

K: Final = 5
SENSITIVE_K: Final = 10  # route taken, referral, wellbeing, complaints
FREE_TEXT_K: Final = 10
SPONSOR_K: Final = 8


def round_to_five(n: int) -> int:
    """The nearest multiple of five; 0 stays 0 and nothing else becomes 0."""
    return n if n == 0 else max(5, 5 * ((n + 2) // 5))
