from alongside.core.matching.criterion import Constraint, Setting
from alongside.core.matching.pool import ClientFacts, PractitionerFacts


class TwoDifferentPeople(Constraint[str, str]):
    key = "two_different_people"
    title = "Two different people"
    words = "Nobody is put together with themselves. Always in force."

    def of_client(self, client: ClientFacts, setting: Setting) -> str:
        return client.key

    def of_practitioner(self, practitioner: PractitionerFacts, setting: Setting) -> str:
        return practitioner.key

    def measure(self, client: str, practitioner: str, setting: Setting) -> float | None:
        return None if client == practitioner else 1.0

    def say(self, client: str, practitioner: str, setting: Setting, fit: float | None) -> str:
        return "This is the same person." if fit is None else "These are two different people."
