"""A search that found nobody is opened with an owner, handed over, and closed."""

from datetime import datetime

from django.db import transaction
from django.db.models import Count, Q

from alongside.core.relationships.searching import Because, Keeper, Outcome, choose_owner, look_by
from alongside.models import Appointment, CoachingEngagement, Office, Person, Programme, StuckSearch
from alongside.services.post import queue_notice


@transaction.atomic
def open_search(
    programme: Programme,
    person: Person,
    kind: str,
    because: Because,
    at: datetime,
    engagement: CoachingEngagement | None = None,
) -> StuckSearch | None:
    """A person looks from now on: the owner and the one who looked are told. None where one is open already."""
    Person.objects.select_for_update().get(pk=person.pk)
    if StuckSearch.objects.filter(programme=programme, person=person, kind=kind, closed_at=None).exists():
        return None
    search = StuckSearch.objects.create(
        programme=programme,
        person=person,
        kind=kind,
        engagement=engagement,
        because=because,
        owner=pick_owner(programme, person),
        opened_at=at,
        due_at=look_by(at),
        created_at=at,
    )
    tell_owner(search, at)
    if because != Because.ASKED:
        queue_notice("search_news", person, at=at)
    return search


def tell_owner(search: StuckSearch, at: datetime) -> None:
    """One letter for each day on which the search is due, to whoever owns it."""
    if search.owner is not None:
        key = f"search:{search.pk}:{search.owner_id}:{search.due_at:%Y%m%d}"
        queue_notice("search_to_look", search.owner, at=at, once_key=key)


def pick_owner(programme: Programme, about: Person) -> Person | None:
    """Who runs the programme and has the fewest open searches; the one who has run it longest among equals."""
    held = Appointment.objects.filter(
        programme=programme, office=Office.PROGRAMME_MANAGER, ended_at__isnull=True
    )
    open_ones = Count("person__searches_owned", filter=Q(person__searches_owned__closed_at__isnull=True))
    rows = held.annotate(searches=open_ones).order_by("created_at", "pk").select_related("person")
    people = {str(row.person_id): row.person for row in rows}
    keepers = [Keeper(str(row.person_id), row.searches) for row in rows]
    chosen = choose_owner(keepers, str(about.pk))
    return people[chosen] if chosen else None


def close_search(search: StuckSearch, outcome: Outcome, at: datetime) -> None:
    """It is settled, in this way."""
    search.outcome, search.closed_at = outcome, at
    search.save(update_fields=["outcome", "closed_at"])


def close_searches(programme: Programme, person: Person, kind: str, outcome: Outcome, at: datetime) -> int:
    """Whatever is open for this person here is settled. How many there were (one at most)."""
    rows = StuckSearch.objects.filter(programme=programme, person=person, kind=kind, closed_at__isnull=True)
    return rows.update(outcome=outcome, closed_at=at)
