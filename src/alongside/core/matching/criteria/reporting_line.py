from alongside.core.matching.criterion import Constraint, Setting
from alongside.core.matching.pool import ClientFacts, PersonFacts, PractitionerFacts

Line = tuple[str, frozenset[str]]  # a person, and everybody they report to


class ReportingLine(Constraint[Line, Line]):
    key = "reporting_line"
    title = "Not in the reporting line"
    words = (
        "Neither reports to the other, directly or further up, because one cannot speak freely to one’s boss."
    )

    def of_client(self, client: ClientFacts, setting: Setting) -> Line:
        return _line(client)

    def of_practitioner(self, practitioner: PractitionerFacts, setting: Setting) -> Line:
        return _line(practitioner)

    def measure(self, client: Line, practitioner: Line, setting: Setting) -> float | None:
        return None if client[0] in practitioner[1] or practitioner[0] in client[1] else 1.0

    def say(self, client: Line, practitioner: Line, setting: Setting, fit: float | None) -> str:
        return "One of the two reports to the other." if fit is None else "Neither reports to the other."


def _line(person: PersonFacts) -> Line:
    return person.key, person.managers_above | ({person.line_manager} if person.line_manager else set())
