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
