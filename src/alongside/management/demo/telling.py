"""Telling the whole demo, in order."""

import re
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import F

from alongside.management.demo.afterwards import begin_a_draft, say_afterwards
from alongside.management.demo.coaching_stories import (
    CAST,
    COHORT_BEFORE_LAST,
    LAST_COHORT,
    ONE_EACH,
    list_told,
)
from alongside.management.demo.coaching_way import tell
from alongside.management.demo.echoes import echo
from alongside.management.demo.extras import add_extras
from alongside.management.demo.matching import match_them
from alongside.management.demo.mentoring_stories import list_mentorships
from alongside.management.demo.mentoring_walk import walk
from alongside.management.demo.museums import tell_the_museums
from alongside.management.demo.needing import keep_needs_of_many, keep_needs_of_the_cast
from alongside.management.demo.peopling import people_the_ferries, say_who_is_full, show_papers
from alongside.management.demo.programmes import (
    name_the_offices,
    open_the_programmes,
    say_goodbye,
    take_parts,
)
from alongside.management.demo.world import World
from alongside.models import Letter, LetterState, Organisation, Skill
from alongside.services.outbox import forget_old_letters
from alongside.services.people import create_organisation
from alongside.services.relationships.clock import advance_due

FERRIES: Final = "Skerry Line"
KEPT_FOR: Final = timedelta(days=30)  # as long as the product keeps letters that went out
REMINDED_WITHIN: Final = timedelta(days=14)  # forgotten sooner, the calendar would remind again
STILL_WAITING_FOR: Final = timedelta(days=2)
DUE_ON: Final = re.compile(r"(?<=:)\d{4}-?\d{2}-?\d{2}(?=:)")  # the day in the key of a reminder


@transaction.atomic
def load_demo(at: datetime) -> None:
    """Tell everything, as of `at`. Nothing happens when it has been told already."""
    if Organisation.objects.filter(slug="skerry-line").exists():
        return
    world = _found_the_ferries(at)
    keep_needs_of_the_cast(world)
    _tell_the_stories(world)
    say_goodbye(world, (*COHORT_BEFORE_LAST, *LAST_COHORT))
    say_who_is_full(world)
    keep_needs_of_many(world)
    say_afterwards(world)
    begin_a_draft(world)
    match_them(world)
    add_extras(world)
    tell_the_museums(at)
    advance_due(at)
    _remind_on_the_day(at)
    _post_the_letters(at)


def _found_the_ferries(at: datetime) -> World:
    world = World(at, Organisation())
    world.organisation = create_organisation(
        name=FERRIES,
        country="GB",
        admin_name="Fergus Boyle",
        admin_email="fergus.boyle@skerryline.example",
        at=world.ago(562),
    )
    world.skills = {skill.key: skill for skill in Skill.objects.filter(organisation=world.organisation)}
    people_the_ferries(world)
    name_the_offices(world)
    open_the_programmes(world)
    take_parts(world)
    show_papers(world)
    return world


def _tell_the_stories(world: World) -> None:
    for mentorship in list_mentorships():
        walk(world, mentorship)
    for original, echoes in list_told():
        echo(world, tell(world, original).it, echoes)
    for story in (*ONE_EACH, *CAST):
        tell(world, story)


def _remind_on_the_day(at: datetime) -> None:
    """The calendar has reminded of everything at once; each letter goes back to the morning it fell due."""
    reminders = list(Letter.objects.filter(created_at=at, once_key__isnull=False))
    for letter in reminders:
        found = DUE_ON.search(letter.once_key or "")
        if found:
            due = datetime.strptime(found[0].replace("-", ""), "%Y%m%d").replace(hour=6, tzinfo=at.tzinfo)
            letter.created_at = min(at, max(due, at - REMINDED_WITHIN))
    Letter.objects.bulk_update(reminders, ["created_at"])


def _post_the_letters(at: datetime) -> None:
    """Letters of the past went out when they were written, and old ones have been forgotten since."""
    old = Letter.objects.filter(created_at__lt=at - STILL_WAITING_FOR)
    old.update(state=LetterState.SENT, sent_at=F("created_at"), attempts=1)
    forget_old_letters(at - KEPT_FOR)
