"""Imports: from somebody else's table to people of a programme, or to a reason for every line that cannot be."""

from alongside.core.imports.cells import Known
from alongside.core.imports.changes import Change, Changes, ThereAlready, find_changes
from alongside.core.imports.fields import FIELD, FIELDS, ImportField, fields_for
from alongside.core.imports.mapping import (
    FIELDS_AS_COLUMNS,
    LEAVE_OUT,
    OWN,
    find_mapping_problems,
    guess_mapping,
    label_of,
    own_name,
    plain_name,
)
from alongside.core.imports.pools import read_pool
from alongside.core.imports.reading import Problem, Reading, ReadPerson, read_people
from alongside.core.imports.table import Table, TableRow, name_columns

__all__ = [
    "FIELD",
    "FIELDS",
    "FIELDS_AS_COLUMNS",
    "LEAVE_OUT",
    "OWN",
    "Change",
    "Changes",
    "ImportField",
    "Known",
    "Problem",
    "ReadPerson",
    "Reading",
    "Table",
    "TableRow",
    "ThereAlready",
    "fields_for",
    "find_changes",
    "find_mapping_problems",
    "guess_mapping",
    "label_of",
    "name_columns",
    "own_name",
    "plain_name",
    "read_people",
    "read_pool",
]
