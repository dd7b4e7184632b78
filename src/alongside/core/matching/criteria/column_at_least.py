from alongside.core.matching.columns import (
    COLUMN,
    LADDER,
    Cell,
    check_columns,
    client_cell,
    counts,
    gap,
    practitioner_cell,
    say_gap,
    when_empty,
)
from alongside.core.matching.criterion import Constraint, Setting
from alongside.core.matching.options import Option
from alongside.core.matching.pool import ClientFacts, PractitionerFacts


class ColumnAtLeast(Constraint[Cell, Cell]):
    key = "column_at_least"
    title = "A column must be at least as high"
    words = (
        "A pair is possible only if the coach’s or mentor’s value stands at least so far above the other’s."
    )
    options = (
        *COLUMN,
        LADDER,
        Option(
            "by", "whole", "How many steps above; 0 means equal is enough.", default=0, least=-1000, most=1000
        ),
        when_empty("refuse"),
    )

    def check(self, setting: Setting) -> tuple[str, ...]:
        return check_columns(setting)

    def of_client(self, client: ClientFacts, setting: Setting) -> Cell:
        return client_cell(client, setting)

    def of_practitioner(self, practitioner: PractitionerFacts, setting: Setting) -> Cell:
        return practitioner_cell(practitioner, setting)

    def measure(self, client: Cell, practitioner: Cell, setting: Setting) -> float | None:
        apart = gap(client, practitioner, setting)
        if not counts(client, practitioner):
            return 1.0
        if apart is None:
            return 1.0 if setting["when_empty"] == "allow" else None
        return 1.0 if apart >= setting["by"] else None

    def say(self, client: Cell, practitioner: Cell, setting: Setting, fit: float | None) -> str:
        return say_gap(client, practitioner, setting)
