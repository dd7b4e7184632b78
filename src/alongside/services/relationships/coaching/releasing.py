"""What the client opens to somebody in the engagement, one thing at a time, and takes back again."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from alongside.core.confidentiality.relations import Relation
from alongside.core.verdicts import Refused
from alongside.models import CoachingEngagement, Person, Release
from alongside.queries.relationships.coaching.room import EARLIER_WORK

ITEMS = ("gap_rating", "attainment")
MAY_RECEIVE = (Relation.SPONSOR, Relation.LINE_MANAGER)
NEED_SKILLS = "need_skills"


@transaction.atomic
def release_item(
    engagement: CoachingEngagement,
    resource: str,
    item_id: UUID,
    to: Relation,
    by: Person,
    at: datetime,
) -> Release | Refused:
    """Open one rating or one attainment to the sponsor or the line manager. The agreement must allow it, too."""
    if by.pk != engagement.client_id:
        return Refused("Only the client can open this to anybody.")
    if resource not in ITEMS or to not in MAY_RECEIVE:
        return Refused("This cannot be opened to them.")
    release, _ = Release.objects.get_or_create(
        engagement=engagement,
        resource=resource,
        item_id=item_id,
        to_relation=to.value,
        withdrawn_at=None,
        defaults={"released_by": by, "released_at": at},
    )
    return release


@transaction.atomic
def take_back(
    engagement: CoachingEngagement, resource: str, item_id: UUID, to: Relation, by: Person, at: datetime
) -> Refused | None:
    """Close it again. What was seen was seen; from now on it is not."""
    if by.pk != engagement.client_id:
        return Refused("Only the client can take this back.")
    running = Release.objects.filter(
        engagement=engagement,
        resource=resource,
        item_id=item_id,
        to_relation=to.value,
        withdrawn_at__isnull=True,
    )
    running.update(withdrawn_at=at)
    return None


@transaction.atomic
def hand_over_earlier_work(engagement: CoachingEngagement, by: Person, at: datetime) -> Release | Refused:
    """Let a second coach see the gap, the goals and the plan that were made with the first."""
    if by.pk != engagement.client_id:
        return Refused("Only the client can hand this over.")
    release, _ = Release.objects.get_or_create(
        engagement=engagement,
        resource=EARLIER_WORK,
        item_id=engagement.pk,
        to_relation=Relation.COACH.value,
        withdrawn_at=None,
        defaults={"released_by": by, "released_at": at},
    )
    return release


@transaction.atomic
def show_skills_to_candidates(engagement: CoachingEngagement, by: Person, at: datetime) -> Release | Refused:
    """Open the names of the skills in the client's need to the coaches on offer, and nothing else of it."""
    if by.pk != engagement.client_id:
        return Refused("Only the client can show this.")
    if engagement.need is None:
        return Refused("There is no need with skills to show.")
    release, _ = Release.objects.get_or_create(
        engagement=engagement,
        resource=NEED_SKILLS,
        item_id=engagement.need.pk,
        to_relation=Relation.CANDIDATE.value,
        withdrawn_at=None,
        defaults={"released_by": by, "released_at": at},
    )
    return release


@transaction.atomic
def hide_skills_from_candidates(engagement: CoachingEngagement, by: Person, at: datetime) -> Refused | None:
    """The coaches on offer see the name alone again."""
    if by.pk != engagement.client_id:
        return Refused("Only the client can take this back.")
    Release.objects.filter(engagement=engagement, resource=NEED_SKILLS, withdrawn_at__isnull=True).update(
        withdrawn_at=at
    )
    return None
