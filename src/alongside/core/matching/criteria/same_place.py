from alongside.core.matching.criterion import Preference, Setting
from alongside.core.matching.options import plain
from alongside.core.matching.pool import ClientFacts, PractitionerFacts


class SamePlace(Preference[str, str]):
    key = "same_place"
    title = "The same place"
    words = "Two people in the same place can meet in person."

    def of_client(self, client: ClientFacts, setting: Setting) -> str:
        return plain(client.place)

    def of_practitioner(self, practitioner: PractitionerFacts, setting: Setting) -> str:
        return plain(practitioner.place)

    def measure(self, client: str, practitioner: str, setting: Setting) -> float:
        return 1.0 if client and client == practitioner else 0.0

    def say(self, client: str, practitioner: str, setting: Setting, fit: float | None) -> str:
        if not client or not practitioner:
            return "The place of one of the two is not known."
        return "Both are in the same place." if fit else "They are in different places."
