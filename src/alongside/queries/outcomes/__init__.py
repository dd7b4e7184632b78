"""Outcomes as reads: a programme's figures, answers to questionnaires, feedback for practitioners."""

from alongside.queries.outcomes.programme import get_outcomes

__all__ = ["get_outcomes"]
