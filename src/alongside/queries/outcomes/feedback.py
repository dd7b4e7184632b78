"""What clients and mentees say of how one works, from five of them on; never one by one."""

from dataclasses import dataclass, replace

from django.db.models import F, Q

from alongside.core.confidentiality.conditions import Facts
from alongside.core.confidentiality.policy import may
from alongside.core.outcomes.instruments.practitioner_check import PRACTITIONER_CHECK
from alongside.core.outcomes.measures import Once, Result, measure_mean, withheld
from alongside.models import CoachingEngagement, Mentorship, Person, Response
from alongside.queries.access import NotVisible
from alongside.queries.relations import relations_of
from alongside.queries.viewers import Viewer

PART_WORDS = {"craft": "Listening, clarity, interest, patience", "restraint": "Leaving the steering to them"}


@dataclass(frozen=True, slots=True)
class Feedback:
    """The lines of the summary; a line without a figure says why."""

    lines: tuple[Result, ...]
    low: int = PRACTITIONER_CHECK.low
    high: int = PRACTITIONER_CHECK.high

    @property
    def says_something(self) -> bool:
        return any(line.value is not None for line in self.lines)


def get_feedback(viewer: Viewer) -> Feedback:
    """The summary about the viewer (three reads)."""
    person = viewer.person
    if person is None:
        raise NotVisible
    asked, relations, scores = _count_helped(person), relations_of(viewer, person), _scores(person)
    lines = [measure_mean(PART_WORDS[part], values, asked) for part, values in scores.items()]

    def opened(line: Result) -> Result:
        facts = replace(Facts(), people=line.people)
        seen = may("feedback_summary", "read", relations, facts)
        return line if seen.allowed else withheld(line)

    return Feedback(tuple(opened(line) for line in lines))


def _scores(person: Person) -> dict[str, list[Once]]:
    """By part, what each said of this very person: not what was said of a coach before them."""
    rows = (
        Response.objects.filter(
            Q(engagement__coach=person, answered_at__gte=F("engagement__coach_since"))
            | Q(engagement__coach=person, engagement__coach_since__isnull=True)
            | Q(mentorship__mentor=person),
            instrument=PRACTITIONER_CHECK.key,
        )
        .exclude(author=person)
        .order_by("answered_at", "pk")
    )
    found: dict[str, list[Once]] = {part: [] for part in PRACTITIONER_CHECK.parts}
    for row in rows:
        for score in PRACTITIONER_CHECK.score(row.answers).parts:
            if score.mean is not None:
                found[score.part].append(Once(str(row.author_id), score.mean, row.answered_at))
    return found


def _count_helped(person: Person) -> int:
    """People with whom it began, whatever came of it."""
    clients = CoachingEngagement.objects.filter(coach=person, started_at__isnull=False)
    mentees = Mentorship.objects.filter(mentor=person, first_met_at__isnull=False)
    return len({*clients.values_list("client_id", flat=True), *mentees.values_list("mentee_id", flat=True)})
