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
)
from alongside.core.matching.criterion import Preference, Setting
from alongside.core.matching.pool import ClientFacts, PractitionerFacts


class PointsEqual(Preference[Cell, Cell]):
    key = "points_equal"
    title = "Points where a column is equal"
    words = "Both having the same value in a column of the programme’s own gives the points of the rule."
    worth = "points"
    options = COLUMN

    def check(self, setting: Setting) -> tuple[str, ...]:
        return check_columns(setting)

    def of_client(self, client: ClientFacts, setting: Setting) -> Cell:
        return client_cell(client, setting)

    def of_practitioner(self, practitioner: PractitionerFacts, setting: Setting) -> Cell:
        return practitioner_cell(practitioner, setting)

    def measure(self, client: Cell, practitioner: Cell, setting: Setting) -> float:
        same = client.plain != "" and client.plain == practitioner.plain
        return 1.0 if same and counts(client, practitioner) else 0.0

    def say(self, client: Cell, practitioner: Cell, setting: Setting, fit: float | None) -> str:
        if not counts(client, practitioner):
            return say_does_not_count(setting)
        if not client.plain or not practitioner.plain:
            return f"Not known: {title(setting)}."
        found = "the same" if fit else "different"
        return f"{title(setting)}: {found}{shown(sorted({client.value, practitioner.value}), setting)}."
