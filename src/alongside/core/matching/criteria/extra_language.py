from alongside.core.matching.criterion import Preference, Setting
from alongside.core.matching.pool import ClientFacts, PractitionerFacts

Languages = frozenset[str]


class ExtraLanguage(Preference[Languages, Languages]):
    key = "extra_language"
    title = "More than one shared language"
    words = "A second shared language gives half, a third the whole."

    def of_client(self, client: ClientFacts, setting: Setting) -> Languages:
        return client.languages

    def of_practitioner(self, practitioner: PractitionerFacts, setting: Setting) -> Languages:
        return practitioner.languages

    def measure(self, client: Languages, practitioner: Languages, setting: Setting) -> float:
        return min(max(0, len(client & practitioner) - 1), 2) / 2

    def say(self, client: Languages, practitioner: Languages, setting: Setting, fit: float | None) -> str:
        number = len(client & practitioner)
        return f"They share {number} languages." if number > 1 else "They do not share a second language."
