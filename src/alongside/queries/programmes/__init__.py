"""Reads about programmes: those one runs, those one could join, and who takes part."""

from alongside.queries.programmes.enrolments import (
    EnrolmentLine,
    OwnEnrolment,
    count_enrolments,
    get_enrolment,
    line_of,
    list_enrolments,
    list_own_enrolments,
    list_uninvited,
)
from alongside.queries.programmes.programmes import (
    OpenProgramme,
    ProgrammeLine,
    get_open_programme,
    get_programme,
    list_open_programmes,
    list_programmes,
    list_running_managers,
)
from alongside.queries.programmes.todos import list_todos

__all__ = [
    "EnrolmentLine",
    "OpenProgramme",
    "OwnEnrolment",
    "ProgrammeLine",
    "count_enrolments",
    "get_enrolment",
    "get_open_programme",
    "get_programme",
    "line_of",
    "list_enrolments",
    "list_open_programmes",
    "list_own_enrolments",
    "list_programmes",
    "list_running_managers",
    "list_todos",
    "list_uninvited",
]
