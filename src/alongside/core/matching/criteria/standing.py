from alongside.core.matching.criterion import Constraint, Setting
from alongside.core.matching.options import Option
from alongside.core.matching.pool import ClientFacts, PractitionerFacts

Lacking = tuple[str, ...]


class Standing(Constraint[None, Lacking]):
    key = "standing"
    title = "Credential, verification and supervision current"
    words = "A coach is offered only while what the programme asks of coaches is current."
    applies_to = frozenset({"coaching"})
    options = (
        Option("credential", "yes_no", "A coaching credential that has not run out.", default=True),
        Option("verification", "yes_no", "The claims in the profile have been checked.", default=True),
        Option("supervision", "yes_no", "Supervision within the time the programme sets.", default=True),
    )

    def of_client(self, client: ClientFacts, setting: Setting) -> None:
        return None

    def of_practitioner(self, practitioner: PractitionerFacts, setting: Setting) -> Lacking:
        current = {
            "credential": practitioner.credential_current,
            "verification": practitioner.verified,
            "supervision": practitioner.supervision_current,
        }
        return tuple(name for name, holds in current.items() if setting[name] and not holds)

    def measure(self, client: None, practitioner: Lacking, setting: Setting) -> float | None:
        return None if practitioner else 1.0

    def say(self, client: None, practitioner: Lacking, setting: Setting, fit: float | None) -> str:
        if practitioner:
            return f"Not current: {', '.join(practitioner)}."
        return "All that the programme asks of its coaches is current."
