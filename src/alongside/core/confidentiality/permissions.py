"""The policy as a page that people can read: `docs/permissions.md` is exactly what this gives."""

from collections.abc import Iterable

from alongside.core.confidentiality.conditions import CLAUSES
from alongside.core.confidentiality.grants import ACTIONS, EveryField, Resource, Row
from alongside.core.confidentiality.never import NEVER
from alongside.core.confidentiality.policy import TOPICS, rows_for
from alongside.core.confidentiality.relations import Relation
from alongside.core.confidentiality.words import NAMED

OPENING = """# Who may do what

This page is generated from the policy table in `src/alongside/core/confidentiality/tables/`; do not edit it.
What is not written here is not allowed. Nobody gets in by a role flag or as a superuser: what a person may do
with a record follows from how they stand to that very record. Something one may not see looks exactly like
something that does not exist.

After a change to the table, write this page again:

```
.venv/bin/python -c "from alongside.core.confidentiality.permissions import render_permissions as r; print(r(), end='')" > docs/permissions.md
```
"""  # noqa: E501 - a command to copy stays on one line


def render_permissions() -> str:
    """The whole page as Markdown, ending with a newline. The same table gives the same bytes."""
    parts = (
        OPENING,
        _listing("What the actions mean", ACTIONS.items()),
        _listing("Clauses of a coaching agreement that let something pass", CLAUSES.items()),
        *(_topic(topic.__doc__ or "", topic.RESOURCES) for topic in TOPICS),
        _never(),
    )
    return "\n".join(parts)


def _listing(heading: str, entries: Iterable[tuple[str, str]]) -> str:
    lines = (f"- **{name.replace('_', ' ')}**: {meaning}" for name, meaning in entries)
    return "\n".join((f"## {heading}", "", *lines, ""))


def _topic(title: str, resources: Iterable[Resource]) -> str:
    return "\n".join((f"## {title.rstrip('.')}", "", *(_resource(resource) for resource in resources)))


def _resource(resource: Resource) -> str:
    seal = " · confidential" if resource.confidential else ""
    head = (
        f"### {resource.words[0].upper()}{resource.words[1:]} (`{resource.name}`){seal}",
        "",
        f"Fields: {_spoken(resource.fields)}",
        "",
        "| Who | may | what of it | if |",
        "|---|---|---|---|",
    )
    return "\n".join((*head, *_lines(rows_for(resource.name)), ""))


def _lines(rows: Iterable[Row]) -> tuple[str, ...]:
    """One line for each person and each set of fields under each condition, actions together."""
    together: dict[tuple[Relation, str, str], list[str]] = {}
    for row in rows:
        together.setdefault((row.relation, _what(row), str(row.condition)), []).append(row.action)
    return tuple(
        f"| {_who(relation)} | {', '.join(actions)} | {what} | {condition} |"
        for (relation, what, condition), actions in together.items()
    )


def _who(relation: Relation) -> str:
    name = NAMED[relation].replace("your organisation", "the organisation")
    return name if name.startswith(("the ", "its ", "any", "every")) else f"the {name}"


def _what(row: Row) -> str:
    return str(row.fields) if isinstance(row.fields, EveryField) else _spoken(row.fields)


def _spoken(fields: Iterable[str]) -> str:
    return ", ".join(field.replace("_", " ") for field in fields)


def _never() -> str:
    opening = (
        "Written by hand, apart from the table above; a test makes sure that the table breaks none of them."
    )
    lines = (f"{number}. {never.sentence}" for number, never in enumerate(NEVER, start=1))
    return "\n".join(("## What must never be", "", opening, "", *lines, ""))
