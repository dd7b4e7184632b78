"""The shape of an invariant, and the few ways to say which rows would break it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from alongside.core.confidentiality.conditions import Condition, When, parts_of
from alongside.core.confidentiality.grants import Row
from alongside.core.confidentiality.relations import PARTIES, Relation

Breaks = Callable[[Row], bool]
R = Relation


@dataclass(frozen=True, slots=True)
class Never:
    """An invariant: its sentence, and what tells a row that breaks it."""

    key: str
    sentence: str
    broken_by: Breaks


def opens(
    resources: Iterable[str],
    to: Iterable[Relation],
    fields: tuple[str, ...] = (),
    actions: tuple[str, ...] = (),
    unless: tuple[Condition, ...] = (),
) -> Breaks:
    """Rows that open one of `resources` (of these `fields`, by these `actions`; none named means any) to
    one of the relations `to`, without every condition in `unless` standing in front."""
    names, relations = frozenset(resources), frozenset(to)

    def breaks(row: Row) -> bool:
        return (
            row.resource in names
            and row.relation in relations
            and (not fields or row.touches(*fields))
            and (not actions or row.action in actions)
            and not (unless and set(unless) <= set(parts_of(row.condition)))
        )

    return breaks


def either(*all_breaks: Breaks) -> Breaks:
    return lambda row: any(breaks(row) for breaks in all_breaks)


def everyone_but(*relations: Relation) -> frozenset[Relation]:
    return frozenset(Relation) - set(relations)


def opens_to_everyone_more_than_the_front_door(row: Row) -> bool:
    """Anyone at all may read public pages, answer the questions, choose about statistics; in the demo more."""
    front_door = {"public_page", "usage_choice"}
    asking = (row.resource, row.action) == ("need", "create")
    demo = When("in_demo") in parts_of(row.condition)
    return row.relation is R.NONE and not (row.resource in front_door or asking or demo)


def lets_somebody_else_sign(row: Row) -> bool:
    signers = PARTIES | {R.SPONSOR}
    return row.action == "sign" and (row.relation not in signers or "agreement" not in row.resource)


def lets_somebody_else_release(row: Row) -> bool:
    return row.action == "release" and row.relation not in {R.AUTHOR, R.SUBJECT, R.CLIENT, R.MENTEE}


def gives_the_lead_another_door(row: Row) -> bool:
    return row.relation is R.SAFEGUARDING_LEAD and row.resource != "safety_concern"


def opens_before_anything_is_agreed(row: Row) -> bool:
    waiting_room = {"coach_offer", "mentorship", "person_profile"}
    saying_no = (row.resource, row.action) == ("decline_reason", "create")
    return row.relation is R.CANDIDATE and not (row.resource in waiting_room or saying_no)


def names_the_client_to_a_supervisor(row: Row) -> bool:
    naming = (
        "parties",
        "person",
        "name",
        "email",
        "contact",
        "sender",
        "signer",
        "rater",
        "mentees",
        "people",
    )
    return (
        row.relation in {R.SUPERVISOR, R.ASSESSOR}
        and row.touches(*naming)
        and row.resource != "qualification"
    )
