from alongside.core.matching.criterion import Preference, Setting
from alongside.core.matching.options import plain
from alongside.core.matching.pool import ClientFacts, PractitionerFacts


class SameFunction(Preference[str, str]):
    key = "same_function"
    title = "The same function"
    words = "Both work in the same function, such as finance or engineering."

    def of_client(self, client: ClientFacts, setting: Setting) -> str:
        return plain(client.function)

    def of_practitioner(self, practitioner: PractitionerFacts, setting: Setting) -> str:
        return plain(practitioner.function)

    def measure(self, client: str, practitioner: str, setting: Setting) -> float:
        return 1.0 if client and client == practitioner else 0.0

    def say(self, client: str, practitioner: str, setting: Setting, fit: float | None) -> str:
        if not client or not practitioner:
            return "The function of one of the two is not known."
        return "Both work in the same function." if fit else "They work in different functions."
