from alongside.core.matching.criterion import Constraint, Setting
from alongside.core.matching.options import Option, plain
from alongside.core.matching.pool import ClientFacts, PersonFacts, PractitionerFacts

Ways = tuple[frozenset[str], str]  # formats, place


class SharedFormat(Constraint[Ways, Ways]):
    key = "shared_format"
    title = "A way to meet"
    words = "Both would meet online, or both in person and in the same place."
    options = (
        Option(
            "when_unknown",
            "choice",
            "What to do where one of the two has not said how they like to meet.",
            default="allow",
            choices=("allow", "refuse"),
        ),
    )

    def of_client(self, client: ClientFacts, setting: Setting) -> Ways:
        return _ways(client)

    def of_practitioner(self, practitioner: PractitionerFacts, setting: Setting) -> Ways:
        return _ways(practitioner)

    def measure(self, client: Ways, practitioner: Ways, setting: Setting) -> float | None:
        if not client[0] or not practitioner[0]:
            return 1.0 if setting["when_unknown"] == "allow" else None
        return 1.0 if _shared(client, practitioner) else None

    def say(self, client: Ways, practitioner: Ways, setting: Setting, fit: float | None) -> str:
        if not client[0] or not practitioner[0]:
            return "One of the two has not said how they like to meet."
        shared = _shared(client, practitioner)
        return f"Both would meet {' or '.join(shared)}." if shared else "They have no common way to meet."


def _ways(person: PersonFacts) -> Ways:
    return person.formats, plain(person.place)


def _shared(client: Ways, practitioner: Ways) -> list[str]:
    both = client[0] & practitioner[0]
    near = client[1] != "" and client[1] == practitioner[1]
    return ["online"] * ("remote" in both) + ["in person"] * ("in_person" in both and near)
