from alongside.core.matching.criterion import Preference, Setting
from alongside.core.matching.pool import ClientFacts, PractitionerFacts, SkillWanted

Wanted = frozenset[SkillWanted]
Offered = frozenset[tuple[str, int]]  # skill, level


class SkillCover(Preference[Wanted, Offered]):
    """Σ importance · steps covered / Σ importance · gap. A step is covered if the offered level reaches above it."""

    key = "skill_cover"
    title = "Covers the skills asked for"
    words = (
        "The more of the gap is covered by what is offered, the better; important and wide gaps count more."
    )

    def of_client(self, client: ClientFacts, setting: Setting) -> Wanted:
        return frozenset(one for one in client.skills_wanted if one.gap)

    def of_practitioner(self, practitioner: PractitionerFacts, setting: Setting) -> Offered:
        return frozenset(practitioner.skills_offered.items())

    def measure(self, client: Wanted, practitioner: Offered, setting: Setting) -> float:
        level = dict(practitioner)
        covered = sum(
            one.importance * min(one.gap, max(0, level.get(one.skill, 0) - one.current)) for one in client
        )
        return covered / sum(one.importance * one.gap for one in client) if client else 0.0

    def say(self, client: Wanted, practitioner: Offered, setting: Setting, fit: float | None) -> str:
        level = dict(practitioner)
        helped = sorted(one.skill for one in client if level.get(one.skill, 0) > one.current)
        if not client:
            return "No particular skill is asked for."
        return f"Offered: {', '.join(helped)}." if helped else "None of the skills asked for is offered."
