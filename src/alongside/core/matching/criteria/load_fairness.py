from alongside.core.matching.criterion import Preference, Setting
from alongside.core.matching.pool import ClientFacts, PractitionerFacts

Places = tuple[int, int]  # free, all


class LoadFairness(Preference[None, Places]):
    key = "load_fairness"
    title = "Work shared fairly"
    words = (
        "Coaches and mentors with a larger share of free places come first, so that nobody is always asked."
    )

    def of_client(self, client: ClientFacts, setting: Setting) -> None:
        return None

    def of_practitioner(self, practitioner: PractitionerFacts, setting: Setting) -> Places:
        return practitioner.free_places, practitioner.places

    def measure(self, client: None, practitioner: Places, setting: Setting) -> float:
        return practitioner[0] / practitioner[1] if practitioner[1] > 0 else 0.0

    def say(self, client: None, practitioner: Places, setting: Setting, fit: float | None) -> str:
        return f"{practitioner[0]} of {practitioner[1]} places free."
