"""What falls due in mentorships: the calendar's own moves, and private prompts to the two. Nothing is reported."""

from datetime import datetime
from typing import Final

from django.db import transaction

from alongside.core.relationships.lifecycle import Due, Moved
from alongside.core.relationships.mentoring import MentoringFacts, due
from alongside.models import Mentorship
from alongside.queries.relations import ASKED_STATES, WORKING_STATES
from alongside.queries.relationships.mentoring_facts import Looks, late_check_from, load_facts_of, load_looks
from alongside.services.post import queue_notice
from alongside.services.relationships.mentoring.moving import move

AT_ONCE: Final = 200


def advance_due_mentorships(at: datetime) -> int:
    """Make every move whose time has come and write every letter that is due, each once. How many moves."""
    running = Mentorship.objects.filter(state__in=(*ASKED_STATES, *WORKING_STATES)).order_by("pk")
    ids = list(running.values_list("pk", flat=True))
    moved = 0
    for first in range(0, len(ids), AT_ONCE):
        them = Mentorship.objects.filter(pk__in=ids[first : first + AT_ONCE]).select_related(
            "programme", "mentee__organisation", "mentor__organisation"
        )
        facts, looks = load_facts_of(them), load_looks(them)
        moved += sum(_attend(one, facts[one.pk], looks[one.pk], at) for one in them)
    return moved


@transaction.atomic
def _attend(mentorship: Mentorship, facts: MentoringFacts, looks: Looks, at: datetime) -> bool:
    """The calendar's move if there is one, else the prompts. Whether it moved."""
    fallen = due(facts, at)
    for one in fallen:
        if one.transition is None:
            continue
        if isinstance(move(mentorship, one.transition, None, at), Moved):
            _tell(mentorship, one, looks, at)
            return True
    for one in _latest_of_each_kind(fallen):
        _tell(mentorship, one, looks, at)
    return False


def _latest_of_each_kind(fallen: tuple[Due, ...]) -> tuple[Due, ...]:
    """Of the prompts about contact only the latest: nobody needs two letters about one silence."""
    quiet = [one for one in fallen if one.name in ("drifting", "at_risk", "go_dormant")]
    first = [one for one in fallen if one.name in ("first_contact_nudge", "first_contact_target")]
    rest = [one for one in fallen if one not in quiet and one not in first]
    return (*rest, *quiet[-1:], *first[-1:])


def _tell(mentorship: Mentorship, one: Due, looks: Looks, at: datetime) -> None:
    for side in one.tells:
        person = mentorship.mentee if side == "mentee" else mentorship.mentor
        if _has_done(mentorship, one, looks, side):
            continue
        key = f"mentoring:{mentorship.pk}:{one.name}:{one.due_at:%Y-%m-%d}:{side}"
        queue_notice("next_step", person, at=at, once_key=key)


def _has_done(mentorship: Mentorship, one: Due, looks: Looks, side: str) -> bool:
    """Whether this side has answered what the prompt asks, while the other has not."""
    person_id = mentorship.mentee_id if side == "mentee" else mentorship.mentor_id
    if one.name == "check_after_meetings":
        return looks.checked_by(person_id)
    if one.name == "check_at_months":
        return looks.checked_by(person_id, late_check_from(mentorship))
    return False
