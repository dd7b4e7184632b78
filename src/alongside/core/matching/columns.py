"""How a rule reads a programme's own columns: which column, only where, and positions on a ladder."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final

from alongside.core.matching.criterion import Setting
from alongside.core.matching.options import Option, plain
from alongside.core.matching.pool import PersonFacts

COLUMN: Final = (
    Option("column", "text", "The column to look at, on both sides unless one is named for a side."),
    Option("client_column", "text", "The column on the side of the client or mentee."),
    Option("practitioner_column", "text", "The column on the side of the coach or mentor."),
    Option("only_where", "where", "The rule counts only for pairs where this column has this value."),
    Option("quiet", "yes_no", "Do not repeat the values in reasons.", default=False),
)
LADDER: Final = Option(
    "ladder",
    "texts",
    "The values in order, lowest first (or the name of a ladder). Without it, numbers are read.",
)

_LARGEST: Final = Decimal(10) ** 12  # beyond this a number is a slip of the keyboard, and slow to write out


def when_empty(default: str) -> Option:
    words = "What to do where a value is empty or not on the ladder."
    return Option("when_empty", "choice", words, default=default, choices=("allow", "refuse"))


@dataclass(frozen=True, slots=True)
class Cell:
    """One person's value for a rule, and whether the rule counts as far as this side is concerned."""

    counts: bool
    value: str

    @property
    def plain(self) -> str:
        return plain(self.value)


def client_cell(person: PersonFacts, setting: Setting) -> Cell:
    return _cell(person, setting, "client")


def practitioner_cell(person: PersonFacts, setting: Setting) -> Cell:
    return _cell(person, setting, "practitioner")


def _cell(person: PersonFacts, setting: Setting, side: str) -> Cell:
    where = setting.get("only_where")
    counts = (
        not where
        or where["side"] != side
        or plain(person.columns.get(where["column"], "")) == plain(where["value"])
    )
    return Cell(counts, " ".join(person.columns.get(column_of(setting, side), "").split()))


def column_of(setting: Setting, side: str) -> str:
    return str(setting.get(f"{side}_column") or setting.get("column") or "")


def check_columns(setting: Setting) -> tuple[str, ...]:
    if column_of(setting, "client") and column_of(setting, "practitioner"):
        return ()
    return ("Name a “column”, or both “client_column” and “practitioner_column”.",)


def counts(client: Cell, practitioner: Cell) -> bool:
    return client.counts and practitioner.counts


def position(cell: Cell, setting: Setting) -> Decimal | None:
    """Where a value stands: its place on the ladder, or the number it is. `None` if it is neither."""
    ladder = setting.get("ladder")
    if ladder:
        steps = [plain(step) for step in ladder]
        return Decimal(steps.index(cell.plain)) if cell.plain in steps else None
    try:
        number = Decimal(cell.value)
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number) < _LARGEST else None


def gap(client: Cell, practitioner: Cell, setting: Setting) -> Decimal | None:
    """How far the practitioner's value stands above the client's; negative below; `None` if one is unknown."""
    low, high = position(client, setting), position(practitioner, setting)
    return None if low is None or high is None else high - low


def listed(cell: Cell, separator: str) -> frozenset[str]:
    return frozenset(plain(part) for part in cell.value.split(separator) if part.strip())


def title(setting: Setting) -> str:
    """The name a sentence uses for the rule's column: the practitioner's if the two differ."""
    return column_of(setting, "practitioner")


def say_gap(client: Cell, practitioner: Cell, setting: Setting) -> str:
    """A sentence about the distance of two values, with them unless the rule is quiet."""
    apart = gap(client, practitioner, setting)
    if not counts(client, practitioner):
        return say_does_not_count(setting)
    if apart is None:
        return f"Not known: {title(setting)}."
    steps = "the same" if apart == 0 else f"{abs(apart):f} {'above' if apart > 0 else 'below'}"
    return f"{title(setting)}: {steps}{shown((client.value, practitioner.value), setting)}."


def say_does_not_count(setting: Setting) -> str:
    return f"{title(setting)} does not count for this pair."


def shown(values: Iterable[str], setting: Setting) -> str:
    """The values in brackets, or nothing where the rule is quiet."""
    return "" if setting.get("quiet") else f" ({', '.join(value or '–' for value in values)})"
