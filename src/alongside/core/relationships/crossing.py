"""Wanting the other kind of help. An engagement is never turned into a mentorship, nor the other way round.

There is no function here that converts anything, and no move in either table that leads into the other: the
two tables are over different types. What there is, is the rule for beginning anew.
"""

from dataclasses import dataclass
from enum import StrEnum

from alongside.core.verdicts import Verdict, allow_if, first_refusal


class Kind(StrEnum):
    COACHING = "coaching"
    MENTORING = "mentoring"


@dataclass(frozen=True, slots=True)
class Crossing:
    """A person in (or after) one kind wants the other."""

    from_kind: Kind
    to_kind: Kind
    new_need_triaged: bool
    new_agreement: bool
    same_practitioner: bool
    same_practitioner_reason_given: bool = False
    copies_records: bool = False
    person_consents_to_copy: bool = False


def may_cross(facts: Crossing) -> Verdict:
    """May the other kind begin? Always as something new; normally with somebody else."""
    return first_refusal(
        (
            allow_if(
                facts.from_kind != facts.to_kind, "This is the same kind of help, so it is no crossing."
            ),
            allow_if(
                facts.new_need_triaged, "Wanting the other kind is a new need. Look at it afresh first."
            ),
            allow_if(facts.new_agreement, "The other kind needs its own agreement; nothing carries over."),
            allow_if(
                not facts.same_practitioner or facts.same_practitioner_reason_given,
                "Normally another person does the other job. If not, say why.",
            ),
            allow_if(
                not facts.copies_records or facts.person_consents_to_copy,
                "Nothing is copied from the earlier work unless the person says so.",
            ),
        )
    )
