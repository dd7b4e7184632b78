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


class ColumnBetween(Constraint[Cell, Cell]):
    key = "column_between"
    title = "A column must be so far apart"
    words = "A pair is possible only if the coach’s or mentor’s value stands between two distances above the other’s."
    options = (
        *COLUMN,
        LADDER,
        Option(
            "least",
            "whole",
            "The smallest distance; below zero is lower.",
            required=True,
            least=-1000,
            most=1000,
        ),
        Option("most", "whole", "The largest distance.", required=True, least=-1000, most=1000),
        when_empty("refuse"),
    )

    def check(self, setting: Setting) -> tuple[str, ...]:
        crossed = setting["least"] > setting["most"]
        return check_columns(setting) + (("“least” is larger than “most”.",) if crossed else ())

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
        return 1.0 if setting["least"] <= apart <= setting["most"] else None

    def say(self, client: Cell, practitioner: Cell, setting: Setting, fit: float | None) -> str:
        return say_gap(client, practitioner, setting)
