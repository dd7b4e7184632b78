"""What the house keeps of one person, in words and as data they can take away."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet
from django.forms.models import model_to_dict

from alongside.core.confidentiality.conditions import Facts
from alongside.core.confidentiality.relations import Relation
from alongside.core.confidentiality.words import who_can_see
from alongside.models import (
    CoachingEngagement,
    Consent,
    Enrolment,
    FreeTime,
    JournalEntry,
    Letter,
    MentorRanking,
    Mentorship,
    Need,
    NeedFollowUp,
    PathItem,
    Person,
    Qualification,
    RoleHeld,
    SafetyConcern,
    SkillOffered,
    StuckSearch,
)
from alongside.queries.access import NotVisible, Viewer
from alongside.queries.facts import facts_of


@dataclass(frozen=True, slots=True)
class KeptKind:
    """One kind of thing kept: what it is, how many there are, who can see it in the policy's own words."""

    name: str
    number: int
    who: str
    page: str = ""


# What it is, what the policy calls it, what the person is to it, the page that shows it.
KINDS: tuple[tuple[str, str, str | None, Relation, str], ...] = (
    ("Your name, and what you say of yourself", "person_profile", "about", Relation.SUBJECT, "me"),
    ("When you are usually free", "person_profile", "free_time", Relation.SUBJECT, "me"),
    ("Qualifications", "qualification", None, Relation.SUBJECT, "me"),
    ("Your places in programmes", "enrolment", None, Relation.SUBJECT, "open_programmes"),
    ("Needs: what you wrote, answered and were recommended", "need", None, Relation.AUTHOR, "my_needs"),
    ("What you said afterwards of the help you chose", "need_follow_up", None, Relation.AUTHOR, "my_needs"),
    ("That somebody coaches you", "engagement", "parties", Relation.CLIENT, "my_help"),
    ("What your coaching sessions are about", "meeting_topic", None, Relation.CLIENT, ""),
    ("That somebody mentors you", "mentorship", "parties", Relation.MENTEE, "my_help"),
    ("The mentors you chose, in order", "mentor_list", None, Relation.SUBJECT, "find_mentor"),
    ("That a person looked for somebody for you", "stuck_search", None, Relation.SUBJECT, ""),
    ("Your journal", "journal_entry", None, Relation.AUTHOR, "journal"),
    ("Your path", "career_path", None, Relation.MENTEE, "my_path"),
    ("Safety concerns you raised", "safety_concern", "text", Relation.AUTHOR, ""),
)


def list_kept_kinds(viewer: Viewer) -> tuple[KeptKind, ...]:
    """Every kind of thing kept of the viewer, whether or not there is any yet (one count each).

    Who can see a kind is said as things stand: with what this person agreed to, released and offers.
    """
    person = _own(viewer)
    rows, facts = _rows_by_resource(person), gather_own_facts(viewer, person)
    return tuple(
        KeptKind(
            name, _number(rows.get(resource)), who_can_see(resource, field, facts, viewer=relation), page
        )
        for name, resource, field, relation, page in KINDS
    )


def gather_own_facts(viewer: Viewer, person: Person) -> Facts:
    """All that opens something of this person's to somebody, over all their relationships together."""
    engagements = CoachingEngagement.objects.filter(client=person).select_related("programme")
    mentorships = Mentorship.objects.filter(mentee=person).select_related("programme")
    each = [facts_of(viewer, frozenset(), record) for record in (person, *engagements, *mentorships)]
    return Facts(
        agreed=frozenset().union(*(facts.agreed for facts in each)),
        released=frozenset().union(*(facts.released for facts in each)),
        consents=frozenset().union(*(facts.consents for facts in each)),
        self_referred=all(facts.self_referred for facts in each),
        offers_help=each[0].offers_help,
        asked_to_talk=Need.objects.filter(
            person=person, talk__isnull=False, talk__withdrawn_at__isnull=True
        ).exists(),
    )


def _number(rows: QuerySet[Any] | None) -> int:
    return 1 if rows is None else rows.count()


def _own(viewer: Viewer) -> Person:
    if viewer.person is None:
        raise NotVisible
    return viewer.person


def _rows_by_resource(person: Person) -> Mapping[str, QuerySet[Any]]:
    in_coaching = CoachingEngagement.objects.filter(client=person)
    return {
        "qualification": Qualification.objects.filter(person=person),
        "enrolment": Enrolment.objects.filter(person=person),
        "need": Need.objects.filter(person=person),
        "need_follow_up": NeedFollowUp.objects.filter(need__person=person, answered_at__isnull=False),
        "engagement": in_coaching,
        "meeting_topic": in_coaching.filter(meetings__isnull=False).distinct(),
        "mentorship": Mentorship.objects.filter(mentee=person),
        "mentor_list": MentorRanking.objects.filter(mentee=person),
        "stuck_search": StuckSearch.objects.filter(person=person),
        "journal_entry": JournalEntry.objects.filter(author=person),
        "career_path": PathItem.objects.filter(person=person),
        "safety_concern": SafetyConcern.objects.filter(author=person),
    }


def export_own_data(viewer: Viewer) -> dict[str, Any]:
    """What the viewer wrote or gave, ready for JSON. Other people's words are not in it."""
    person = _own(viewer)
    own: dict[str, QuerySet[Any]] = {
        "roles_held": RoleHeld.objects.filter(person=person),
        "skills_offered": SkillOffered.objects.filter(person=person),
        "free_times": FreeTime.objects.filter(person=person),
        "qualifications": Qualification.objects.filter(person=person),
        "places_in_programmes": Enrolment.objects.filter(person=person),
        "needs": Need.objects.filter(person=person),
        "said_afterwards": NeedFollowUp.objects.filter(need__person=person),
        "lists_of_mentors": MentorRanking.objects.filter(mentee=person),
        "searches": StuckSearch.objects.filter(person=person),
        "journal": JournalEntry.objects.filter(author=person),
        "path": PathItem.objects.filter(person=person),
        "consents": Consent.objects.filter(person=person),
        "concerns_raised": SafetyConcern.objects.filter(author=person),
        "letters": Letter.objects.filter(address__iexact=person.email, organisation=person.organisation),
    }
    return {
        "organisation": person.organisation.name,
        "profile": _as_data(person, {"organisation", "account", "line_manager"}),
        **{name: [_as_data(row, HIDDEN) for row in rows] for name, rows in own.items()},
    }


# Keys that name other people, hold their words, or are what only the house needs to know a row again.
HIDDEN = frozenset(
    {
        *("mentee", "owner"),
        *("handling", "taken_by"),  # what safeguarding leads note for themselves, and who of them
        *("person", "author", "account", "organisation", "claim_hash", "decided_by", "verified_by", "about"),
        *(
            "html",
            "once_key",
            "message_id",
            "problem",
            "attempts",
            "not_before",
            "claimed_at",
            "lead",
            "text_hash",
        ),
    }
)


def _as_data(row: Model, hidden: Iterable[str]) -> dict[str, Any]:
    data = model_to_dict(row)
    kept = {name: value for name, value in data.items() if name not in set(hidden)}
    if isinstance(row, Letter):
        # A letter may carry a link that opens something; its words are in the mailbox it went to.
        kept.pop("text")
    return kept
