"""Keeping needs as their owners would: triage first, then the person decides, then the skill is named."""

from collections.abc import Iterator
from itertools import islice
from uuid import UUID

from alongside.core.needs.deciding import Sharing
from alongside.core.needs.questions import Answers
from alongside.core.needs.rules_file import default_rules
from alongside.core.needs.triage import triage
from alongside.management.demo import needs as said
from alongside.management.demo.needs import Said
from alongside.management.demo.programmes import FAIRWAY, FIRST_COMMAND
from alongside.management.demo.world import World, must
from alongside.models import CoachingEngagement, Enrolment, EnrolmentState, Mentorship, Need, Part, Person
from alongside.services.needs.deciding import SkillWanted, ask_to_talk, decide_need, name_skills
from alongside.services.needs.keeping import keep_need


def keep_needs_of_the_cast(world: World) -> None:
    """Before their stories begin, so that they bring them along."""
    for key, words, days in said.OF_THE_CAST:
        need = keep(world, world.person(key), words, days)
        if not words.chosen:
            moment = world.ago(days - 1, 14)
            must(
                ask_to_talk(
                    need, Sharing(statement=True, route=True), moment, world.programmes[FIRST_COMMAND]
                )
            )


def keep_needs_of_many(world: World) -> None:
    """Those who take part, have nobody yet, and have said what they need. At most one need each."""
    clients = _who_waits(world, FIRST_COMMAND, Part.CLIENT)
    mentees = _who_waits(world, FAIRWAY, Part.MENTEE)
    for people, kinds, numbers in (
        (clients, said.COACHING, said.HOW_MANY_COACHING),
        (mentees, said.MENTORING, said.HOW_MANY_MENTORING),
        (clients, said.BOTH, said.HOW_MANY_BOTH),
    ):
        for words, number in zip(kinds, numbers, strict=True):
            for turn, person in enumerate(islice(people, number)):
                keep(world, person, words, 6 + 5 * turn)


def _who_waits(world: World, programme: str, part: Part) -> Iterator[Person]:
    """Those without a running relationship first, then the others, in an order that is the same each time."""
    busy = _helped_now()
    has_need = set(Need.objects.values_list("person_id", flat=True))
    rows = Enrolment.objects.filter(
        programme=world.programmes[programme], part=part, state=EnrolmentState.APPROVED
    ).select_related("person__organisation")
    people = [row.person for row in rows.order_by("created_at") if row.person_id not in has_need]
    return iter(sorted(people, key=lambda person: person.pk in busy))


def _helped_now() -> set[UUID]:
    over = ("closed", "follow_up", "archived", "unwound", "expired", "declined", "redefinition")
    clients = CoachingEngagement.objects.exclude(state__in=over).values_list("client_id", flat=True)
    mentees = Mentorship.objects.exclude(state__in=over).values_list("mentee_id", flat=True)
    return {*clients, *mentees}


def keep(world: World, person: Person, words: Said, days: float) -> Need:
    """Keep one need and, if the person has decided, what they chose and the skill it is about."""
    answers = Answers(**dict(words.ticks))  # type: ignore[arg-type]  # the ticks are written by us, by field
    moment = world.ago(days, 12)
    need = keep_need(
        person, words.words, answers, must(triage(words.words, answers, default_rules())), moment
    )
    if words.chosen:
        must(decide_need(need, words.chosen, world.ago(days, 13), words.why_other))
        skill = world.skills[words.skill].pk
        must(name_skills(need, [SkillWanted(skill, 1 + len(person.name) % 2, 4, 2 + len(person.name) % 2)]))
    return need
