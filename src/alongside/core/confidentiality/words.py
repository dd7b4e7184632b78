"""Who can see this: the policy in one short sentence, for beside a field. Nothing here is written by field."""

from collections.abc import Iterable
from types import MappingProxyType

from alongside.core.confidentiality.conditions import (
    CLAUSES,
    FLAGS,
    NOTHING_KNOWN,
    Agreement,
    Condition,
    Consent,
    Facts,
    Released,
    When,
    parts_of,
)
from alongside.core.confidentiality.grants import Row
from alongside.core.confidentiality.policy import (
    POLICY,
    UnknownNameError,
    fields_of,
    resource_named,
    rows_for,
)
from alongside.core.confidentiality.relations import COACHING_ONLY, MENTORING_ONLY, PARTIES, Relation

R = Relation
LOOKING = frozenset({"read", "list"})
OWNERS = frozenset({R.CLIENT, R.MENTEE, R.AUTHOR, R.SUBJECT})

# Nearest first: the order in which people are named, after "you".
NAMED = MappingProxyType(
    {
        R.SUBJECT: "the person it is about",
        R.AUTHOR: "its author",
        R.CLIENT: "client",
        R.MENTEE: "mentee",
        R.COACH: "coach",
        R.MENTOR: "mentor",
        R.CANDIDATE: "the person who was asked",
        R.SPONSOR: "sponsor",
        R.LINE_MANAGER: "line manager",
        R.SUPERVISOR: "supervisor",
        R.REVIEWER: "the person asked to talk it over",
        R.ASSESSOR: "the assessor",
        R.PROGRAMME_MANAGER: "the programme manager",
        R.SAFEGUARDING_LEAD: "the safeguarding leads",
        R.ORG_ADMIN: "the administrators",
        R.OPERATOR: "the operator of this install",
        R.SAME_ORG: "everyone in your organisation",
        R.NONE: "anyone",
    }
)
# A field of the policy as an agreement says it, where its name alone would not be understood.
FIELDS = MappingProxyType(
    {
        "parties": "who takes part",
        "state": "how far it is",
        "count": "how many",
        "kind": "which one it is",
        "due_on": "when it is due",
        "decision": "what was decided",
        "three_party_part": "the part for all three",
        "sponsor_part": "the sponsor’s own part",
        "skill": "which skill",
        "required": "the level asked for",
        "current": "the level now",
        "level": "the level reached",
        "score": "the score",
        "text": "its words",
        "levels": "its five levels",
        "versions": "its earlier versions",
    }
)
NEARNESS = MappingProxyType({relation: place for place, relation in enumerate(NAMED)})
# A flag as it is said to the very person it is about.
OWN_FLAGS = MappingProxyType(
    {"offers_help": "you offer help in a programme", "asked_to_talk": "you asked to talk it over"}
)
GIVERS = MappingProxyType(
    {R.COACH: "your client", R.MENTOR: "your mentee", R.SPONSOR: "the client", R.LINE_MANAGER: "the client"}
)


def who_can_see(
    resource: str,
    field: str | None = None,
    facts: Facts = NOTHING_KNOWN,
    *,
    viewer: Relation | None = None,
    present: frozenset[Relation] | None = None,
) -> str:
    """One sentence naming everyone who can see the field (or anything of the resource) as things stand.

    `viewer` is what the reader of the sentence is to the record; it also tells coaching from mentoring. Left
    out, it is the person the record belongs to. `present` names the relations somebody stands in to this
    record, so that a sponsor who does not exist is not named; left out, all that the policy speaks of.
    Raises UnknownNameError for a resource or field the policy does not know.
    """
    reader = viewer or _owner(resource)
    held = tuple(
        row
        for row in _looking(resource, field)
        if _in_the_picture(row.relation, reader, present)
        and row.condition.holds(facts, frozenset({row.relation}))
    )
    return _sentence(_reasons_by_name(_widest(held), resource, reader))


def what_passes(clause: str) -> tuple[str, ...]:
    """What one information-flow clause opens, a line each, such as "The sponsor: of a session, how many"."""
    if clause not in CLAUSES:
        raise UnknownNameError(f"{clause!r} is not a clause of the policy.")
    opened = (row for row in POLICY if Agreement(clause) in parts_of(row.condition) and row.action in LOOKING)
    return tuple(dict.fromkeys(_opening(row, clause) for row in opened))


def _looking(resource: str, field: str | None) -> tuple[Row, ...]:
    known = resource_named(resource)
    if field is not None and field not in known.fields:
        raise UnknownNameError(f"{field!r} is not a field of {resource!r}.")
    rows = (row for row in rows_for(resource) if row.action in LOOKING)
    return tuple(row for row in rows if field is None or row.touches(field))


def _owner(resource: str) -> Relation:
    """Whom a record of this kind belongs to: its subject, else the one being helped, else its author."""
    speaking = {row.relation for row in rows_for(resource)} | set(resource_named(resource).written_by)
    return next((r for r in (R.SUBJECT, R.CLIENT, R.MENTEE) if r in speaking), R.AUTHOR)


def _in_the_picture(relation: Relation, reader: Relation, present: frozenset[Relation] | None) -> bool:
    """Coaching has no mentor in it and mentoring no sponsor; and nobody is named who is not there."""
    other_kind: frozenset[Relation] = frozenset()
    if reader in COACHING_ONLY:
        other_kind = MENTORING_ONLY
    elif reader in MENTORING_ONLY:
        other_kind = COACHING_ONLY
    always_there = relation in {reader, R.AUTHOR, R.SUBJECT, R.SAME_ORG, R.NONE}
    return relation not in other_kind and (present is None or always_there or relation in present)


def _widest(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Where everyone can see it there is no need to name anyone in particular."""
    for everyone in (R.NONE, R.SAME_ORG):
        wide = tuple(row for row in rows if row.relation is everyone)
        if wide:
            return wide
    return rows


def _reasons_by_name(rows: Iterable[Row], resource: str, reader: Relation) -> dict[str, str]:
    """Each person's name with why they can see it; "" where it needs no reason. "You" comes first."""
    reasons: dict[str, str] = {}
    for row in sorted(rows, key=lambda row: NEARNESS[row.relation]):
        why = _because(row.condition, reader)
        for name in _names(row.relation, resource, reader):
            reasons[name] = "" if name == "you" else min(why, reasons.get(name, why))
    return dict(sorted(reasons.items(), key=lambda pair: pair[0] != "you"))


def _names(relation: Relation, resource: str, reader: Relation) -> tuple[str, ...]:
    writers = resource_named(resource).written_by
    one_person = _the_writer(writers)
    if relation is reader or {relation, reader} <= one_person:
        return ("you",)
    if relation is not R.AUTHOR and relation not in one_person & {R.SUBJECT}:
        return (_name(relation, reader),)
    there = (writer for writer in writers if _in_the_picture(writer, reader, None))
    return tuple(_name(writer, reader) for writer in there) or (NAMED[R.AUTHOR],)


def _the_writer(writers: tuple[Relation, ...]) -> frozenset[Relation]:
    """Different names of one and the same person; what only clients and mentees write is about themselves."""
    if not writers:
        return frozenset()
    about_themselves = frozenset(writers) <= OWNERS
    return frozenset({*writers, R.AUTHOR, *((R.SUBJECT,) if about_themselves else ())})


def _name(relation: Relation, reader: Relation) -> str:
    if relation in PARTIES:
        return f"{'your' if reader in PARTIES | OWNERS else 'the'} {NAMED[relation]}"
    if relation in {R.SPONSOR, R.LINE_MANAGER}:
        return f"{'your' if reader in OWNERS else 'the'} {NAMED[relation]}"
    if relation is R.SUPERVISOR:
        return _supervisor(reader)
    return NAMED[relation]


def _supervisor(reader: Relation) -> str:
    whose = {R.CLIENT: "your coach's", R.MENTEE: "your mentor's", R.COACH: "your", R.MENTOR: "your"}
    return f"{whose.get(reader, 'the')} {NAMED[R.SUPERVISOR]}"


def _because(condition: Condition, reader: Relation) -> str:
    """The reason worth saying, or "": that the agreement says so, that it was released, and such."""
    said = (_reason(part, reader) for part in parts_of(condition))
    return " and ".join(reason for reason in said if reason)


def _reason(part: Condition, reader: Relation) -> str:
    giver = "you" if reader in OWNERS else GIVERS.get(reader, "the person it belongs to")
    match part:
        case Agreement():
            return "the agreement says so"
        case Released():
            return f"{giver} released it"
        case Consent():
            return f"{giver} consented to it"
        case When(flag):
            return OWN_FLAGS.get(flag, FLAGS[flag]) if reader in OWNERS else FLAGS[flag]
    return ""


def _sentence(reasons: dict[str, str]) -> str:
    if not reasons:
        return "Nobody."
    groups = _grouped(reasons)
    plain = groups.pop("", [])
    told = [f"{_listed(names)} because {why}" for why, names in groups.items()]
    if len(reasons) == 1 and not {*reasons} & {NAMED[R.NONE], NAMED[R.SAME_ORG]}:
        return f"Only {''.join(plain or told)}."
    if not told:
        return _capital(f"{_listed(plain)}.")
    *first, last = [*plain, *told]
    return _capital(f"{', '.join(first)}, and {last}." if first else f"{last}.")


def _grouped(reasons: dict[str, str]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for name, why in reasons.items():
        groups.setdefault(why, []).append(name)
    return groups


def _listed(names: list[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def _opening(row: Row, clause: str) -> str:
    fields = ", ".join(FIELDS.get(field, field.replace("_", " ")) for field in fields_of(row))
    others = [str(part) for part in parts_of(row.condition) if part != Agreement(clause)]
    only_if = f"; only if {' and '.join(others)}" if others else ""
    return f"The {NAMED[row.relation]}: of {resource_named(row.resource).words}, {fields}{only_if}"


def _capital(sentence: str) -> str:
    return sentence[0].upper() + sentence[1:]
