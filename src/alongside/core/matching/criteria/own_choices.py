from alongside.core.matching.criterion import Preference, Setting
from alongside.core.matching.options import Option
from alongside.core.matching.pool import ClientFacts, PersonFacts, PractitionerFacts

Choice = tuple[str, tuple[str, ...]]


class OwnChoices(Preference[Choice, Choice]):
    """The n-th of `most` choices gives (most + 1 − n) / most; the two sides are weighed by `client_percent`."""

    key = "own_choices"
    title = "Chosen by the people themselves"
    words = "Whom people choose themselves counts, first choices most. People keep to what they chose."
    options = (
        Option("most", "whole", "How many choices count.", default=3, least=1, most=20),
        Option(
            "client_percent", "whole", "The share of the client’s or mentee’s choice.", default=70, most=100
        ),
    )

    def of_client(self, client: ClientFacts, setting: Setting) -> Choice:
        return _choice(client, setting)

    def of_practitioner(self, practitioner: PractitionerFacts, setting: Setting) -> Choice:
        return _choice(practitioner, setting)

    def measure(self, client: Choice, practitioner: Choice, setting: Setting) -> float:
        share, most = int(setting["client_percent"]), int(setting["most"])
        return (
            share * _worth(client, practitioner[0], most)
            + (100 - share) * _worth(practitioner, client[0], most)
        ) / (100 * most)

    def say(self, client: Choice, practitioner: Choice, setting: Setting, fit: float | None) -> str:
        # It does not say whose wish it was: a person may choose without being read.
        return "This pair has been wished for." if fit else "No wish for this pair has been given."


def _choice(person: PersonFacts, setting: Setting) -> Choice:
    return person.key, person.choices[: setting["most"]]


def _worth(chooser: Choice, chosen: str, most: int) -> int:
    return most - chooser[1].index(chosen) if chosen in chooser[1] else 0
