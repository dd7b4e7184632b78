from alongside.core.matching.criterion import Constraint, Setting
from alongside.core.matching.pool import ClientFacts, PractitionerFacts


class Capacity(Constraint[None, int]):
    key = "capacity"
    title = "A free place"
    words = "A coach or mentor with no free place, or who is full for now, is not offered. Always in force."

    def of_client(self, client: ClientFacts, setting: Setting) -> None:
        return None

    def of_practitioner(self, practitioner: PractitionerFacts, setting: Setting) -> int:
        return practitioner.free_places

    def measure(self, client: None, practitioner: int, setting: Setting) -> float | None:
        return 1.0 if practitioner else None

    def say(self, client: None, practitioner: int, setting: Setting, fit: float | None) -> str:
        return "There is a free place." if practitioner else "There is no free place."
