"""For the programme manager: who could be offered to a client, best first, with reasons or with what forbids it."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from alongside.core.matching import DEFAULTS, RuleSet, Suggestion, Suggestions, read_rules, suggest
from alongside.core.matching.reasons import telling_findings
from alongside.core.relationships.coaching import assess_coach
from alongside.core.verdicts import Refused, Verdict
from alongside.models import (
    CoachingEngagement,
    Enrolment,
    EnrolmentState,
    Part,
    Person,
    Programme,
    RuleSetVersion,
)
from alongside.queries.matching.pool import load_pool
from alongside.queries.relationships.coaching.coaches import assess_coaches, free_places
from alongside.queries.viewers import Viewer


@dataclass(frozen=True, slots=True)
class CoachCandidate:
    """A coach of the programme. `forbidden` is a sentence when they cannot be offered; `reasons` say why they fit."""

    person: Person
    forbidden: str
    reasons: tuple[str, ...]
    findings: tuple[dict[str, Any], ...]
    free_places: int
    rank: int


def list_candidates(engagement: CoachingEngagement, now: datetime) -> tuple[CoachCandidate, ...]:
    """Coaches of the programme: those who can be offered, best first, then the rest with what forbids it."""
    coaches = _coaches(engagement.programme, engagement.client)
    assessed = dict(zip(coaches, assess_coaches(engagement, coaches, now), strict=True))
    places = free_places(engagement, [coach.pk for coach in coaches], now)
    fits, former = _suggested(engagement), _left_before(engagement)
    found = []
    for coach in coaches:
        verdict, suggestion = assess_coach(assessed[coach]), fits.get(str(coach.pk))
        findings = _findings(suggestion)
        found.append(
            CoachCandidate(
                person=coach,
                forbidden=_why_not(verdict, coach, former),
                reasons=tuple(one["because"] for one in findings),
                findings=findings,
                free_places=max(0, places.get(coach.pk, 0)),
                rank=list(fits).index(str(coach.pk)) if suggestion else len(fits),
            )
        )
    return tuple(sorted(found, key=lambda one: (bool(one.forbidden), one.rank, one.person.name)))


def _left_before(engagement: CoachingEngagement) -> frozenset[UUID]:
    """Coaches of this very engagement whom a change of coach has parted from it."""
    matched = engagement.offers.filter(client_yes_at__isnull=False, coach_yes_at__isnull=False)
    return frozenset(matched.values_list("coach_id", flat=True)) - {engagement.coach_id}


def _why_not(verdict: Verdict, coach: Person, former: frozenset[UUID]) -> str:
    if isinstance(verdict, Refused):
        return verdict.because
    return _("Was the coach here until now.") if coach.pk in former else ""


def _coaches(programme: Programme, client: Person) -> list[Person]:
    enrolled = Enrolment.objects.filter(programme=programme, part=Part.COACH, state=EnrolmentState.APPROVED)
    people = Person.objects.filter(enrolments__in=enrolled).exclude(pk=client.pk)
    return list(people.select_related("line_manager", "organisation").order_by("name"))


def _suggested(engagement: CoachingEngagement) -> dict[str, Suggestion]:
    """What the programme's rules say, by coach, best first. The words of the client's need are not looked at."""
    pool = load_pool(engagement.programme, "coaching")
    rules = coaching_rule_set(engagement.programme)
    found = suggest(pool, str(engagement.client_id), rules, limit=len(pool.practitioners))
    if not isinstance(found, Suggestions):
        return {}
    return {one.practitioner: one for one in found.found}


def coaching_rule_set(programme: Programme) -> RuleSet:
    """The newest rules of the programme for coaching, or those a new programme starts with."""
    newest = RuleSetVersion.objects.filter(programme=programme, kind="coaching").order_by("-number").first()
    read = read_rules(newest.rules) if newest else None
    return DEFAULTS["coaching"] if read is None or isinstance(read, Refused) else read


def _findings(suggestion: Suggestion | None) -> tuple[dict[str, Any], ...]:
    """What is kept with an offer and shown to the client: what speaks for the two, with its title and points."""
    if suggestion is None:
        return ()
    return tuple(
        {key: one[key] for key in ("criterion", "title", "because")} | {"points": one["points_milli"] / 1000}
        for one in telling_findings(asdict(finding) for finding in suggestion.findings)
    )


def find_person_here(viewer: Viewer, address: str) -> Person | None:
    """Somebody in the viewer's own organisation by their address; nobody of another one, ever."""
    if viewer.person is None or not address:
        return None
    return Person.objects.filter(
        organisation_id=viewer.person.organisation_id, email__iexact=address.strip()
    ).first()


def list_clients_to_refer(programme: Programme) -> tuple[Person, ...]:
    """Those who take part in the programme as clients."""
    enrolled = Enrolment.objects.filter(programme=programme, part=Part.CLIENT, state=EnrolmentState.APPROVED)
    return tuple(Person.objects.filter(enrolments__in=enrolled).order_by("name"))
