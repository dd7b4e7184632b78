from alongside.core.matching.criterion import Constraint, Setting
from alongside.core.matching.options import Option
from alongside.core.matching.pool import ClientFacts, PersonFacts, PractitionerFacts

Past = tuple[str, frozenset[str], frozenset[str]]  # a person, whom they knew, whom they would not meet again


class NotTogetherBefore(Constraint[Past, Past]):
    key = "not_together_before"
    title = "Not together before"
    told_apart = False
    words = (
        "Two people who worked together before are not put together again, nor where one asked “not again”."
    )
    options = (
        Option(
            "together_before",
            "choice",
            "Whether a pair that parted well may meet again. “Not again” always holds.",
            default="refuse",
            choices=("allow", "refuse"),
        ),
    )

    def of_client(self, client: ClientFacts, setting: Setting) -> Past:
        return _past(client, setting)

    def of_practitioner(self, practitioner: PractitionerFacts, setting: Setting) -> Past:
        return _past(practitioner, setting)

    def measure(self, client: Past, practitioner: Past, setting: Setting) -> float | None:
        ruled_out = client[0] in practitioner[1] | practitioner[2] or practitioner[0] in client[1] | client[2]
        return None if ruled_out else 1.0

    def say(self, client: Past, practitioner: Past, setting: Setting, fit: float | None) -> str:
        # The same words as for a declared conflict: nobody shall read from them who did not want whom.
        return "This pair has been ruled out." if fit is None else "Nothing from the past stands in the way."


def _past(person: PersonFacts, setting: Setting) -> Past:
    before = person.together_before if setting["together_before"] == "refuse" else frozenset()
    return person.key, before, person.not_again
