"""Who is helped and who helps just now: places taken, and how much a mentor carries over all programmes."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from alongside.core.matching.pool import ProgrammeKind
from alongside.core.relationships.load import LoadRules, may_take_another
from alongside.models import CoachingEngagement, Mentorship, MentorshipForm, Programme

# States that take a place. A quiet mentorship takes none, and a single conversation is owed to nobody.
MENTORING_PLACES: Final = ("accepted", "initiation", "cultivation", "separation")
COACHING_PLACES: Final = (
    "agreement",
    "agreed",
    "baseline",
    "active",
    "mid_review",
    "paused",
    "final_review",
    "extended",
)
COACHING_WAITS: Final = ("enquiry", "triaged", "matching", "chemistry")
CARRIED: Final = (*MENTORING_PLACES, "dormant")


@dataclass(frozen=True, slots=True)
class People:
    """`helped` have somebody; `places` counts places taken here; `stages` are a mentor's mentorships everywhere."""

    helped: frozenset[UUID]
    load_rules: LoadRules
    places: Counter[UUID] = field(default_factory=Counter)
    stages: dict[UUID, list[str]] = field(default_factory=dict)

    def taken_by(self, person_id: UUID) -> int:
        return self.places[person_id]

    def is_carrying_enough(self, person_id: UUID) -> bool:
        """Whether one more mentorship would be more than the programme's cap."""
        carried = self.stages.get(person_id, [])
        return bool(carried) and not may_take_another(carried, rules=self.load_rules).allowed


def find_running(kind: ProgrammeKind, programme: Programme) -> People:
    """Who has somebody and who takes a place, from one read."""
    return _mentoring(programme) if kind == "mentoring" else _coaching(programme)


def _mentoring(programme: Programme) -> People:
    rows = (
        Mentorship.objects.filter(mentor__organisation_id=programme.organisation_id, state__in=CARRIED)
        .exclude(form=MentorshipForm.FLASH)
        .values_list("programme_id", "mentee_id", "mentor_id", "state")
    )
    helped, places, stages = set(), Counter[UUID](), defaultdict(list)
    for programme_id, mentee_id, mentor_id, state in rows:
        stages[mentor_id].append(state)
        if programme_id == programme.pk and state in MENTORING_PLACES:
            helped.add(mentee_id)
            places[mentor_id] += 1
    return People(frozenset(helped), load_rules_of(programme), places, dict(stages))


def _coaching(programme: Programme) -> People:
    rows = CoachingEngagement.objects.filter(
        programme=programme, state__in=(*COACHING_WAITS, *COACHING_PLACES)
    ).values_list("client_id", "coach_id", "state")
    settled = [row for row in rows if row[2] in COACHING_PLACES]
    helped = {client_id for client_id, _, _ in settled}
    places = Counter(coach_id for _, coach_id, _ in settled if coach_id)
    return People(frozenset(helped), load_rules_of(programme), places)


def load_rules_of(programme: Programme) -> LoadRules:
    """The programme's cap on what one mentor carries."""
    return LoadRules(cap=float(programme.load_cap))
