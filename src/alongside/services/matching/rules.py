"""Rules of a programme: every save is a new version, and none is ever changed."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from alongside.core.matching import RuleSet
from alongside.core.matching.pool import ProgrammeKind
from alongside.core.programmes import PARTS
from alongside.core.verdicts import Refused
from alongside.models import Person, Programme, RuleSetVersion
from alongside.queries.access import Viewer
from alongside.queries.matching.pool import SIDES
from alongside.queries.matching.rules import get_programme_rules, get_rules, get_version


@transaction.atomic
def save_rules(
    viewer: Viewer, programme_id: UUID, rules: RuleSet, at: datetime, note: str = ""
) -> RuleSetVersion | Refused | None:
    """Put these rules in use as a new version. None when they are in use already."""
    programme = get_programme_rules(viewer, "edit", programme_id).record
    if SIDES[rules.kind][0] not in PARTS[programme.kind]:  # type: ignore[index]  # a kind is the same text in both
        return Refused(f"This programme does no {rules.kind}.")
    if problems := rules.problems():
        return Refused(" ".join(problems))
    if get_rules(programme, rules.kind).rules.to_dict() == rules.to_dict():
        return None
    return add_version(programme, rules, viewer.person, at, note)


@transaction.atomic
def restore_rules(
    viewer: Viewer, programme_id: UUID, kind: ProgrammeKind, number: int, at: datetime
) -> RuleSetVersion | Refused | None:
    """Put an earlier version in use again, as a new one."""
    programme = get_programme_rules(viewer, "edit", programme_id).record
    earlier = get_version(programme, kind, number)
    note = f"As in version {number}" if number else "As the product comes"
    return save_rules(viewer, programme_id, earlier.rules, at, note)


def version_in_use(
    programme: Programme, kind: ProgrammeKind, by: Person | None, at: datetime
) -> RuleSetVersion:
    """The newest version, made from the rules the product comes with if there is none."""
    newest = RuleSetVersion.objects.filter(programme=programme, kind=kind).first()
    return newest or add_version(programme, get_rules(programme, kind).rules, by, at, "As the product comes")


def add_version(
    programme: Programme, rules: RuleSet, by: Person | None, at: datetime, note: str
) -> RuleSetVersion:
    Programme.objects.select_for_update().get(pk=programme.pk)  # numbers are given one after the other
    newest = RuleSetVersion.objects.filter(programme=programme, kind=rules.kind).first()
    return RuleSetVersion.objects.create(
        programme=programme,
        kind=rules.kind,
        number=newest.number + 1 if newest else 1,
        rules=rules.to_dict(),
        note=note[:200],
        made_by=by,
        created_at=at,
    )
