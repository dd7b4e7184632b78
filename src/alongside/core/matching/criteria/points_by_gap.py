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
)
from alongside.core.matching.criterion import Preference, Setting
from alongside.core.matching.options import Option
from alongside.core.matching.pool import ClientFacts, PractitionerFacts


class PointsByGap(Preference[Cell, Cell]):
    key = "points_by_gap"
    title = "Points by how far a column is apart"
    words = "How far the coach’s or mentor’s value stands above the other’s gives the points of a table."
    worth = "own"
    options = (
        *COLUMN,
        LADDER,
        Option("points_for", "points", "Points for each distance; others give none.", required=True),
    )

    def check(self, setting: Setting) -> tuple[str, ...]:
        worthless = not any(setting["points_for"].values())
        return check_columns(setting) + (("“points_for” gives no points.",) if worthless else ())

    def own_points(self, setting: Setting) -> int:
        return max(int(points) for points in setting["points_for"].values())

    def of_client(self, client: ClientFacts, setting: Setting) -> Cell:
        return client_cell(client, setting)

    def of_practitioner(self, practitioner: PractitionerFacts, setting: Setting) -> Cell:
        return practitioner_cell(practitioner, setting)

    def measure(self, client: Cell, practitioner: Cell, setting: Setting) -> float:
        apart, most = gap(client, practitioner, setting), self.own_points(setting)
        if apart is None or not most or not counts(client, practitioner) or apart != int(apart):
            return 0.0
        return float(setting["points_for"].get(str(int(apart)), 0) / most)

    def say(self, client: Cell, practitioner: Cell, setting: Setting, fit: float | None) -> str:
        return say_gap(client, practitioner, setting)
