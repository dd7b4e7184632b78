from alongside.core.matching.criterion import Preference, Setting
from alongside.core.matching.options import Option
from alongside.core.matching.pool import ClientFacts, PractitionerFacts

Stage = int | None


class CareerStageGap(Preference[Stage, Stage]):
    key = "career_stage_gap"
    title = "Career stages apart"
    words = "A mentor some stages ahead fits best: near enough to remember, far enough to see more."
    applies_to = frozenset({"mentoring"})
    options = (
        Option("best", "whole", "How many stages ahead is best.", default=2, least=1, most=20),
        Option(
            "tolerance", "whole", "How many stages off that still count for something.", default=2, most=20
        ),
    )

    def of_client(self, client: ClientFacts, setting: Setting) -> Stage:
        return client.career_stage

    def of_practitioner(self, practitioner: PractitionerFacts, setting: Setting) -> Stage:
        return practitioner.career_stage

    def measure(self, client: Stage, practitioner: Stage, setting: Setting) -> float:
        if client is None or practitioner is None or practitioner <= client:
            return 0.0
        off, tolerance = abs(practitioner - client - int(setting["best"])), int(setting["tolerance"])
        return max(0.0, 1 - off / (tolerance + 1))

    def say(self, client: Stage, practitioner: Stage, setting: Setting, fit: float | None) -> str:
        if client is None or practitioner is None:
            return "The career stage of one of the two is not known."
        apart = abs(practitioner - client)
        if apart == 0:
            return "Both are at the same career stage."
        return f"{apart} career {'stage' if apart == 1 else 'stages'} apart."
