from alongside.core.matching.criterion import Preference, Setting
from alongside.core.matching.options import plain
from alongside.core.matching.pool import ClientFacts, PractitionerFacts

Roles = frozenset[str]
Path = tuple[Roles, Roles]  # roles held, roles hoped for


class PathSimilarity(Preference[Path, Roles]):
    """Half for having held a role hoped for, half for the share of the mentee's own past roles held too."""

    key = "path_similarity"
    title = "A similar path"
    words = "A mentor who has held the role hoped for counts most; having shared earlier roles counts too."
    applies_to = frozenset({"mentoring"})

    def of_client(self, client: ClientFacts, setting: Setting) -> Path:
        return frozenset(map(plain, client.roles_held)), frozenset(map(plain, client.roles_wanted))

    def of_practitioner(self, practitioner: PractitionerFacts, setting: Setting) -> Roles:
        return frozenset(map(plain, practitioner.roles_held))

    def measure(self, client: Path, practitioner: Roles, setting: Setting) -> float:
        held, wanted = client
        past = len(held & practitioner) / len(held) if held else 0.0
        return (past + (1.0 if wanted & practitioner else 0.0)) / 2

    def say(self, client: Path, practitioner: Roles, setting: Setting, fit: float | None) -> str:
        ahead, past = sorted(client[1] & practitioner), sorted(client[0] & practitioner)
        if ahead:
            return f"A role hoped for has been held: {', '.join(ahead)}."
        return f"Shared earlier roles: {', '.join(past)}." if past else "No role in common is known."
