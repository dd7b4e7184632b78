from alongside.core.matching.columns import (
    COLUMN,
    Cell,
    check_columns,
    client_cell,
    counts,
    practitioner_cell,
    say_does_not_count,
    shown,
    title,
    when_empty,
)
from alongside.core.matching.criterion import Constraint, Setting
from alongside.core.matching.pool import ClientFacts, PractitionerFacts


class ColumnDifferent(Constraint[Cell, Cell]):
    key = "column_different"
    title = "A column must be different"
    words = "A pair is possible only if the two have different values in a column of the programme’s own."
    options = (*COLUMN, when_empty("allow"))

    def check(self, setting: Setting) -> tuple[str, ...]:
        return check_columns(setting)

    def of_client(self, client: ClientFacts, setting: Setting) -> Cell:
        return client_cell(client, setting)

    def of_practitioner(self, practitioner: PractitionerFacts, setting: Setting) -> Cell:
        return practitioner_cell(practitioner, setting)

    def measure(self, client: Cell, practitioner: Cell, setting: Setting) -> float | None:
        if not counts(client, practitioner):
            return 1.0
        if not client.plain or not practitioner.plain:
            return 1.0 if setting["when_empty"] == "allow" else None
        return 1.0 if client.plain != practitioner.plain else None

    def say(self, client: Cell, practitioner: Cell, setting: Setting, fit: float | None) -> str:
        if not counts(client, practitioner):
            return say_does_not_count(setting)
        if not client.plain or not practitioner.plain:
            return f"Not known: {title(setting)}."
        found = "the same" if fit is None else "different"
        return f"{title(setting)}: {found}{shown(sorted({client.value, practitioner.value}), setting)}."
