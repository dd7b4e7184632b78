from alongside.core.matching.columns import (
    COLUMN,
    Cell,
    check_columns,
    client_cell,
    counts,
    listed,
    practitioner_cell,
    say_does_not_count,
    shown,
    title,
)
from alongside.core.matching.criterion import Preference, Setting
from alongside.core.matching.options import Option
from alongside.core.matching.pool import ClientFacts, PractitionerFacts


class PointsInList(Preference[Cell, Cell]):
    key = "points_in_list"
    title = "Points where a value is in a list"
    words = "The client’s or mentee’s value being among the values of the other’s column gives the points of the rule."
    worth = "points"
    options = (
        *COLUMN,
        Option("separator", "text", "What stands between the values of the list.", default=","),
    )

    def check(self, setting: Setting) -> tuple[str, ...]:
        return check_columns(setting) + (() if setting["separator"] else ("“separator” is empty.",))

    def of_client(self, client: ClientFacts, setting: Setting) -> Cell:
        return client_cell(client, setting)

    def of_practitioner(self, practitioner: PractitionerFacts, setting: Setting) -> Cell:
        return practitioner_cell(practitioner, setting)

    def measure(self, client: Cell, practitioner: Cell, setting: Setting) -> float:
        among = client.plain != "" and client.plain in listed(practitioner, setting["separator"])
        return 1.0 if among and counts(client, practitioner) else 0.0

    def say(self, client: Cell, practitioner: Cell, setting: Setting, fit: float | None) -> str:
        if not counts(client, practitioner):
            return say_does_not_count(setting)
        if not client.plain:
            return f"{title(setting)}: nothing is asked for."
        found = "what is asked for is there" if fit else "what is asked for is not there"
        return f"{title(setting)}: {found}{shown((client.value,), setting)}."
