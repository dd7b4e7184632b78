from alongside.core.matching.criterion import Constraint, Setting
from alongside.core.matching.pool import ClientFacts, PersonFacts, PractitionerFacts

Declared = tuple[str, frozenset[str]]


class ConflictOfInterest(Constraint[Declared, Declared]):
    key = "conflict_of_interest"
    title = "No conflict of interest"
    told_apart = False
    words = (
        "A pair is ruled out where either has declared a conflict of interest. The reason never says which."
    )

    def of_client(self, client: ClientFacts, setting: Setting) -> Declared:
        return _declared(client)

    def of_practitioner(self, practitioner: PractitionerFacts, setting: Setting) -> Declared:
        return _declared(practitioner)

    def measure(self, client: Declared, practitioner: Declared, setting: Setting) -> float | None:
        return None if client[0] in practitioner[1] or practitioner[0] in client[1] else 1.0

    def say(self, client: Declared, practitioner: Declared, setting: Setting, fit: float | None) -> str:
        return (
            "This pair has been ruled out." if fit is None else "No conflict of interest has been declared."
        )


def _declared(person: PersonFacts) -> Declared:
    return person.key, person.conflicts
