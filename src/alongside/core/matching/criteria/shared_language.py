from alongside.core.languages import names_of
from alongside.core.matching.criterion import Constraint, Setting
from alongside.core.matching.options import Option
from alongside.core.matching.pool import ClientFacts, PractitionerFacts

Languages = frozenset[str]


class SharedLanguage(Constraint[Languages, Languages]):
    key = "shared_language"
    title = "A shared language"
    words = "Both speak at least one language in common."
    options = (
        Option(
            "when_unknown",
            "choice",
            "What to do where one of the two has named no language.",
            default="allow",
            choices=("allow", "refuse"),
        ),
    )

    def of_client(self, client: ClientFacts, setting: Setting) -> Languages:
        return client.languages

    def of_practitioner(self, practitioner: PractitionerFacts, setting: Setting) -> Languages:
        return practitioner.languages

    def measure(self, client: Languages, practitioner: Languages, setting: Setting) -> float | None:
        if not client or not practitioner:
            return 1.0 if setting["when_unknown"] == "allow" else None
        return 1.0 if client & practitioner else None

    def say(self, client: Languages, practitioner: Languages, setting: Setting, fit: float | None) -> str:
        if not client or not practitioner:
            return "One of the two has not said which languages they speak."
        shared = names_of(sorted(client & practitioner))
        return f"Both speak {shared}." if shared else "They have no language in common."
