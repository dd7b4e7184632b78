from alongside.core.matching.criterion import Constraint, Setting
from alongside.core.matching.options import Option
from alongside.core.matching.pool import ClientFacts, PractitionerFacts, SkillWanted

Wanted = frozenset[SkillWanted]
Offered = frozenset[tuple[str, int]]  # skill, level


class SkillOfferedWellEnough(Constraint[Wanted, Offered]):
    key = "skill_offered"
    title = "The skill is offered at a sufficient level"
    words = "What the client wants to grow is offered, at the level hoped for or above."
    options = (
        Option(
            "how_many",
            "choice",
            "Whether one of the skills wanted is enough, or all must be offered.",
            default="one",
            choices=("one", "all"),
        ),
        Option("least_level", "whole", "The offered level must be at least this, 0 to 5.", default=3, most=5),
    )

    def of_client(self, client: ClientFacts, setting: Setting) -> Wanted:
        return frozenset(one for one in client.skills_wanted if one.gap)

    def of_practitioner(self, practitioner: PractitionerFacts, setting: Setting) -> Offered:
        return frozenset(
            one for one in practitioner.skills_offered.items() if one[1] >= setting["least_level"]
        )

    def measure(self, client: Wanted, practitioner: Offered, setting: Setting) -> float | None:
        met = _met(client, practitioner)
        enough = len(met) == len(client) if setting["how_many"] == "all" else bool(met)
        return 1.0 if enough or not client else None

    def say(self, client: Wanted, practitioner: Offered, setting: Setting, fit: float | None) -> str:
        if not client:
            return "No particular skill is asked for."
        if met := _met(client, practitioner):
            return f"Offered at the level hoped for: {', '.join(met)}."
        return "None of the skills asked for is offered at the level hoped for."


def _met(wanted: Wanted, offered: Offered) -> list[str]:
    level = dict(offered)
    return sorted(one.skill for one in wanted if level.get(one.skill, -1) >= one.required)
