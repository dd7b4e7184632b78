"""The organisation's picture: need against supply, skill by skill, through the small-group gate."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.core.needs.picture import Demand, Picture, Stay, Supply, add_up, counted_people, draw_picture
from alongside.models import (
    CoachingEngagement,
    Enrolment,
    EnrolmentState,
    Mentorship,
    MentorshipForm,
    NeedSkill,
    Part,
    Programme,
    SkillOffered,
)
from alongside.queries.access import NotVisible, Sight, get_visible, look_at
from alongside.queries.matching.running import COACHING_PLACES, MENTORING_PLACES
from alongside.queries.viewers import Viewer

KINDS_OF_PROGRAMME = {
    "coaching": ("coaching",),
    "mentoring": ("mentoring",),
    "both": ("coaching", "mentoring"),
}
KIND_OF_ROUTE = {
    "coach": ("coaching",),
    "mentor": ("mentoring",),
    "both_in_sequence": ("coaching", "mentoring"),
}


@dataclass(frozen=True, slots=True)
class ProgrammePicture:
    """What the page shows: the programme, and its picture."""

    sight: Sight[Programme]
    picture: Picture

    @property
    def programme(self) -> Programme:
        return self.sight.record


@dataclass(frozen=True, slots=True)
class OrganisationPicture:
    """What the page of a whole organisation shows: the programmes to choose from, the one chosen, the picture."""

    programmes: tuple[Programme, ...]
    chosen: Programme | None
    picture: Picture


def get_picture(viewer: Viewer, pk: UUID, today: date) -> ProgrammePicture:
    """The picture of one programme (eight reads, whatever its size)."""
    rows = Programme.objects.select_related("organisation")
    sight = get_visible(viewer, "programme_picture", "read", rows, pk)
    return ProgrammePicture(sight, draw_picture(*_facts(sight.record), today))


def get_organisation_picture(viewer: Viewer, chosen: UUID | None, today: date) -> OrganisationPicture:
    """For an administrator: all programmes added up, or the one chosen. NotVisible for everybody else."""
    if viewer.organisation is None or not viewer.is_org_admin:
        raise NotVisible
    rows = Programme.objects.filter(organisation=viewer.organisation).select_related("organisation")
    programmes = tuple(
        row for row in rows.order_by("name") if look_at(viewer, "programme_picture", "read", row) is not None
    )
    one = next((programme for programme in programmes if programme.pk == chosen), None)
    if chosen is not None and one is None:
        raise NotVisible
    facts = [_facts(programme) for programme in ((one,) if one else programmes)]
    pictures = [draw_picture(demand, supply, today) for demand, supply in facts]
    picture = pictures[0] if one else add_up(pictures, tuple(each for _, supply in facts for each in supply))
    return OrganisationPicture(programmes, one, picture)


def _facts(programme: Programme) -> tuple[tuple[Demand, ...], tuple[Supply, ...]]:
    """What people need of the kinds of help the programme has, and who offers it."""
    kinds = KINDS_OF_PROGRAMME[programme.kind]
    return (
        tuple(each for each in _demand(programme) if each.kind in kinds),
        tuple(each for each in _supply(programme) if each.kind in kinds),
    )


def _demand(programme: Programme) -> tuple[Demand, ...]:
    """Who needs which skill by which kind of help; only needs decided for a coach or a mentor are read at all."""
    counted = counted_people(_stays(programme))
    rows = (
        NeedSkill.objects.filter(
            need__chosen_route__in=list(KIND_OF_ROUTE),
            need__closed_at__isnull=True,
            need__person__enrolments__programme=programme,
            need__person__enrolments__came_at__isnull=False,
        )
        .values_list("skill__name", "need__chosen_route", "need__person_id", "need__decided_at")
        .distinct()
    )
    return tuple(
        Demand(skill, kind, str(person), decided.date() if decided else None)
        for skill, route, person, decided in rows
        if str(person) in counted
        for kind in KIND_OF_ROUTE[route]
    )


def _stays(programme: Programme) -> tuple[Stay, ...]:
    """Everybody who came by themselves, from the first part they took to the end of the last. State plays no part."""
    rows = Enrolment.objects.filter(programme=programme, came_at__isnull=False)
    parts: defaultdict[UUID, list[tuple[datetime, datetime | None]]] = defaultdict(list)
    for person, came_at, went_at in rows.values_list("person_id", "came_at", "went_at"):
        if came_at is not None:
            parts[person].append((came_at, went_at))
    return tuple(
        Stay(str(person), min(came for came, _ in spans), _last([went for _, went in spans]))
        for person, spans in parts.items()
    )


def _last(ends: list[datetime | None]) -> datetime | None:
    """The last of these; None while any is open."""
    known = [end for end in ends if end is not None]
    return max(known) if len(known) == len(ends) else None


def _supply(programme: Programme) -> tuple[Supply, ...]:
    """Practitioners with the skills they offer and the places they have left."""
    taken = _taken(programme)
    enrolled = Enrolment.objects.filter(
        programme=programme, part__in=(Part.COACH, Part.MENTOR), state=EnrolmentState.APPROVED
    ).values_list("person_id", "part", "places", "person__is_full_for_now")
    places = {
        (person, "coaching" if part == Part.COACH else "mentoring"): 0
        if full
        else max(0, many - taken[person, part])
        for person, part, many, full in enrolled
    }
    people = {person for person, _ in places}
    offers = SkillOffered.objects.filter(person_id__in=people).values_list(
        "person_id", "skill__name", "level"
    )
    by_person: dict[UUID, list[str]] = {}
    for person, skill, level in offers:
        if level >= 3:
            by_person.setdefault(person, []).append(skill)
    return tuple(
        Supply(str(person), kind, tuple(sorted(by_person.get(person, ()))), left)
        for (person, kind), left in sorted(places.items(), key=lambda each: (str(each[0][0]), each[0][1]))
    )


def _taken(programme: Programme) -> Counter[tuple[UUID | None, str]]:
    coaching = CoachingEngagement.objects.filter(
        programme=programme, coach__isnull=False, state__in=COACHING_PLACES
    )
    mentoring = Mentorship.objects.filter(programme=programme, state__in=MENTORING_PLACES).exclude(
        form=MentorshipForm.FLASH
    )
    found: Counter[tuple[UUID | None, str]] = Counter()
    found.update((coach, str(Part.COACH)) for coach in coaching.values_list("coach_id", flat=True))
    found.update((mentor, str(Part.MENTOR)) for mentor in mentoring.values_list("mentor_id", flat=True))
    return found
