from alongside.core.matching.criterion import Constraint, Setting
from alongside.core.matching.free_time import minutes
from alongside.core.matching.options import Option
from alongside.core.matching.pool import ClientFacts, PractitionerFacts

Bits = int | None


class CommonFreeTime(Constraint[Bits, Bits]):
    key = "common_free_time"
    title = "Common free time"
    words = "Both are free at the same time for long enough each week, each in their own time zone."
    options = (
        Option(
            "least_minutes", "whole", "Minutes a week when both are free.", default=60, least=30, most=10_080
        ),
        Option(
            "when_unknown",
            "choice",
            "What to do where one of the two has not said when they are free.",
            default="allow",
            choices=("allow", "refuse"),
        ),
    )

    def of_client(self, client: ClientFacts, setting: Setting) -> Bits:
        return client.free_time

    def of_practitioner(self, practitioner: PractitionerFacts, setting: Setting) -> Bits:
        return practitioner.free_time

    def measure(self, client: Bits, practitioner: Bits, setting: Setting) -> float | None:
        if client is None or practitioner is None:
            return 1.0 if setting["when_unknown"] == "allow" else None
        return 1.0 if minutes(client & practitioner) >= setting["least_minutes"] else None

    def say(self, client: Bits, practitioner: Bits, setting: Setting, fit: float | None) -> str:
        if client is None or practitioner is None:
            return "One of the two has not said when they are free."
        hours, rest = divmod(minutes(client & practitioner), 60)
        return f"Both are free at the same time for {_spoken(hours, rest)} a week."


def _spoken(hours: int, rest: int) -> str:
    parts = ((hours, "hour"), (rest, "minute"))
    return " ".join(f"{n} {one}{'' if n == 1 else 's'}" for n, one in parts if n) or "0 minutes"
