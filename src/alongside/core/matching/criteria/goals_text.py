import re
from typing import Final

from alongside.core.matching.criterion import Preference, Setting
from alongside.core.matching.pool import ClientFacts, PractitionerFacts

Words = frozenset[str]
_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_DULL: Final = frozenset(
    word
    for line in (
        "about above after again also always because been before being both could does doing down each even",
        "from have having here hers himself herself into just like make many more most much myself need only",
        "other over people please really same should some such than that their them then there these they",
        "thing things this those through time under until very want wants well were what when where which",
        "while will with work working would your yours",
    )
    for word in line.split()
)


class GoalsText(Preference[Words, Words]):
    """The cosine of the two sets of words, |A∩B| / √(|A|·|B|).

    The reason gives a number only: what somebody wrote about their goals is not repeated in a result.
    """

    key = "goals_text"
    title = "Words in common"
    words = "Goals and experience are written about in the same words. A weak sign: give it little weight."

    def of_client(self, client: ClientFacts, setting: Setting) -> Words:
        return words_of(client.text)

    def of_practitioner(self, practitioner: PractitionerFacts, setting: Setting) -> Words:
        return words_of(practitioner.text)

    def measure(self, client: Words, practitioner: Words, setting: Setting) -> float:
        both = len(client & practitioner)
        return min(1.0, both / (len(client) * len(practitioner)) ** 0.5) if both else 0.0

    def say(self, client: Words, practitioner: Words, setting: Setting, fit: float | None) -> str:
        both = len(client & practitioner)
        return f"Their texts have {both} {'word' if both == 1 else 'words'} in common."


def words_of(text: str) -> Words:
    """The words of four letters and more that say something, in one case."""
    return frozenset(_WORD.findall(text.casefold())) - _DULL
