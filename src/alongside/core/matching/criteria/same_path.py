from alongside.core.matching.criterion import Constraint, Setting
from alongside.core.matching.options import plain
from alongside.core.matching.pool import ClientFacts, PractitionerFacts

Roles = frozenset[str]


class SamePath(Constraint[Roles | None, Roles]):
    key = "same_path"
    title = "Has walked the same path, where that is essential"
    words = "Where the mentee’s need says so, the mentor has held one of the roles the mentee hopes for."
    applies_to = frozenset({"mentoring"})

    def of_client(self, client: ClientFacts, setting: Setting) -> Roles | None:
        return frozenset(map(plain, client.roles_wanted)) if client.same_path_essential else None

    def of_practitioner(self, practitioner: PractitionerFacts, setting: Setting) -> Roles:
        return frozenset(map(plain, practitioner.roles_held))

    def measure(self, client: Roles | None, practitioner: Roles, setting: Setting) -> float | None:
        return 1.0 if client is None or client & practitioner else None

    def say(self, client: Roles | None, practitioner: Roles, setting: Setting, fit: float | None) -> str:
        if client is None:
            return "The same path is not essential here."
        return (
            "None of the roles hoped for has been held." if fit is None else "A role hoped for has been held."
        )
