"""Many who are through: a told engagement repeated by rows for other people, at another time, with other results.

Telling each of them through the services would take minutes and show nothing new. An echo has the same steps, the
same events and a true signature on its own text; only who, when, and how it turned out differ.
"""

from collections.abc import Callable, Iterable
from copy import copy
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import UUID, uuid4

from django.db.models import DateField, ForeignKey, Model

from alongside.core.outcomes.instruments.alliance import ALLIANCE
from alongside.core.outcomes.instruments.recommend import RECOMMEND
from alongside.core.relationships.agreement import content_hash
from alongside.management.demo.arcs import Arc
from alongside.management.demo.coaching_walk import Results
from alongside.management.demo.world import World
from alongside.models import (
    Attainment,
    CoachingAgreement,
    CoachingEngagement,
    CoachingSignature,
    CoachOffer,
    GapSkill,
    Goal,
    GoalLevels,
    Meeting,
    MeetingState,
    MeetingTopic,
    Moment,
    RelationshipEvent,
    Response,
    Review,
    SkillRating,
)
from alongside.queries.relationships.coaching.terms import parties_of, terms_of

LEVEL_FIELDS: Final = ("much_less", "less", "expected", "more", "much_more")

# What hangs on an engagement, parents first, with the way from each table back to it.
TABLES: Final[tuple[tuple[type[Model], str], ...]] = (
    (CoachingEngagement, "pk"),
    (CoachOffer, "engagement"),
    (CoachingAgreement, "engagement"),
    (CoachingSignature, "agreement__engagement"),
    (GapSkill, "engagement"),
    (SkillRating, "gap_skill__engagement"),
    (Goal, "engagement"),
    (GoalLevels, "goal__engagement"),
    (Attainment, "levels__goal__engagement"),
    (Meeting, "engagement"),
    (MeetingTopic, "meeting__engagement"),
    (Review, "engagement"),
    (Response, "engagement"),
    (RelationshipEvent, "engagement"),
)


@dataclass(frozen=True, slots=True)
class Echo:
    """Who instead of whom, by key; how many days earlier; how it turned out; what it was about.

    `pace` stretches the time it took (1.1 is a tenth longer), back from its end; `missed` sessions were missed.
    """

    client: str
    coach: str
    other_coach: str
    days_earlier: int
    results: Results
    arc: Arc
    pace: float = 1.0
    missed: int = 0


def echo(world: World, original: CoachingEngagement, echoes: Iterable[Echo]) -> None:
    """Repeat the original for each; one read and one write a table, however many."""
    rows: dict[type[Model], list[Any]] = {
        model: list(model._default_manager.filter(**{way: original.pk})) for model, way in TABLES
    }
    ends = max(event.happened_at for event in rows[RelationshipEvent])
    others = [row.coach_id for row in rows[CoachOffer] if row.coach_id != original.coach_id]
    copies: dict[type[Model], list[Model]] = {model: [] for model, _ in TABLES}
    for one in echoes:
        coach, other = world.person(one.coach), world.person(one.other_coach)
        instead: dict[UUID | None, UUID] = {
            original.client_id: world.person(one.client).pk,
            original.coach_id: coach.pk,
        }
        instead |= dict.fromkeys(others, other.pk)
        repeated = _repeat(rows, instead, Shift(ends, one.pace, timedelta(days=one.days_earlier)))
        _tell_another_story(world, repeated, one.arc)
        _name_the_parties(world, repeated, one)
        _miss_some(repeated, one.missed)
        _turn_out(repeated, one.results)
        for model, found in repeated.items():
            copies[model] += found
    for model, _ in TABLES:
        model._default_manager.bulk_create(copies[model])


@dataclass(frozen=True, slots=True)
class Shift:
    """Every moment as far from the end as its pace says, and all of it earlier."""

    ends: datetime
    pace: float
    earlier: timedelta

    def of(self, value: date) -> date:
        """A moment, or a day, of the echo for one of the original."""
        if isinstance(value, datetime):
            return self.ends - (self.ends - value) * self.pace - self.earlier
        return self.ends.date() - timedelta(round((self.ends.date() - value).days * self.pace)) - self.earlier


def _repeat(
    rows: dict[type[Model], list[Any]], instead: dict[UUID | None, UUID], shift: Shift
) -> dict[type[Model], list[Any]]:
    repeated: dict[type[Model], list[Any]] = {}
    for model, originals in rows.items():
        repeated[model] = []
        for row in originals:
            new = copy(row)
            new._state = copy(row._state)
            new._state.adding = True
            instead[row.pk] = uuid4()
            new.pk = instead[row.pk]
            _move(new, instead, shift)
            repeated[model].append(new)
    return repeated


def _move(row: Model, instead: dict[UUID | None, UUID], shift: Shift) -> None:
    """Other people and parents in place of the original's; every date at its own time."""
    row._state.fields_cache = {}
    for field in row._meta.concrete_fields:
        value = getattr(row, field.attname)
        if isinstance(field, ForeignKey) and value in instead:
            setattr(row, field.attname, instead[value])
        elif isinstance(field, DateField) and isinstance(value, date | datetime):
            setattr(row, field.attname, shift.of(value))


def _tell_another_story(world: World, repeated: dict[type[Model], list[Any]], arc: Arc) -> None:
    """Another skill, goal, topics and words, so that no two engagements read the same."""
    for gap_skill in repeated[GapSkill]:
        gap_skill.skill_id = world.skills[arc.skill].pk
    for goal in repeated[Goal]:
        goal.title = arc.goal
    for levels in repeated[GoalLevels]:
        for name, words in zip(LEVEL_FIELDS, arc.levels, strict=True):
            setattr(levels, name, words)
    for number, topic in enumerate(repeated[MeetingTopic]):
        topic.topic = arc.topics[number % len(arc.topics)]
    for review in repeated[Review]:
        review.what_helped, review.what_next = arc.helped, arc.ahead
        review.for_all_three = arc.goal if review.for_all_three else ""
    for response in repeated[Response]:
        if "in_words" in response.answers:
            response.answers = {**response.answers, "in_words": arc.lasting}
    for agreement in repeated[CoachingAgreement]:
        agreement.terms = {**agreement.terms, "outcomes": [arc.goal]}


def _miss_some(repeated: dict[type[Model], list[Any]], missed: int) -> None:
    """A session that somebody missed, some days before one that was held."""
    held = repeated[Meeting]
    numbers = [meeting.number for meeting in held]
    for turn in range(missed):
        new = copy(held[2 + turn])
        new._state = copy(new._state)
        new.pk, new.number, new.state, new.held_at = (
            uuid4(),
            max(numbers) + 1 + turn,
            MeetingState.MISSED,
            None,
        )
        new.starts_at -= timedelta(days=7)
        held.append(new)


def _name_the_parties(world: World, repeated: dict[type[Model], list[Any]], one: Echo) -> None:
    """The agreement names its own people, and what was signed is that text."""
    engagement = repeated[CoachingEngagement][0]
    engagement.client, engagement.coach = world.person(one.client), world.person(one.coach)
    hashes = {}
    for agreement in repeated[CoachingAgreement]:
        terms = replace(terms_of(agreement), parties=parties_of(engagement, agreement.created_at))
        agreement.terms, agreement.content_hash = asdict(terms), content_hash(terms)
        hashes[agreement.pk] = agreement.content_hash
    for signature in repeated[CoachingSignature]:
        signature.content_hash = hashes[signature.agreement_id]


def _turn_out(repeated: dict[type[Model], list[Any]], results: Results) -> None:
    levels = {
        Moment.BASELINE: results.start,
        Moment.THEN: results.then,
        Moment.FINAL: results.end,
    }
    for rating in repeated[SkillRating]:
        rating.level = levels[Moment(rating.moment)]
    for attainment in repeated[Attainment]:
        attainment.level = results.attained
    for response in repeated[Response]:
        answers = ANSWERS.get(response.instrument)
        if answers is not None and response.moment == Moment.FINAL:
            response.answers = answers(results)


def _alliance(results: Results) -> dict[str, int]:
    return {
        item.key: min(10, results.alliance + 1 - number % 2) for number, item in enumerate(ALLIANCE.items)
    }


ANSWERS: Final[dict[str, Callable[[Results], dict[str, int]]]] = {
    ALLIANCE.key: _alliance,
    RECOMMEND.key: lambda results: {"recommend": results.recommend},
}
