"""How triage does in use, for an organisation's administrators: facts for the core, and through its gate."""

from datetime import datetime

from alongside.core.needs.calibration import HIDDEN_ROUTES, Calibration, Decision, draw_calibration
from alongside.models import Need, NeedFollowUp, Organisation
from alongside.queries.access import NotVisible, require
from alongside.queries.viewers import Viewer


def get_calibration(viewer: Viewer) -> tuple[Calibration, ...]:
    """A calibration for each version of the rules (two reads, whatever the number of needs)."""
    if viewer.organisation is None:
        raise NotVisible
    sight = require(viewer, "triage_calibration", "read", viewer.organisation)
    return draw_calibration(load_decisions(sight.record))


def load_decisions(organisation: Organisation) -> tuple[Decision, ...]:
    """Every decided need with the latest answer about that choice. Sensitive routes are not even read."""
    rows = (
        Need.objects.filter(person__organisation=organisation, decided_at__isnull=False)
        .exclude(chosen_route="")
        .exclude(route__in=HIDDEN_ROUTES)
        .exclude(chosen_route__in=HIDDEN_ROUTES)
        .values_list("pk", "person_id", "rules_version", "route", "chosen_route", "decided_at")
    )
    answers = NeedFollowUp.objects.filter(
        need__person__organisation=organisation, answered_at__isnull=False
    ).exclude(answer="")
    # The first answer about a choice counts: a later one would move a figure by one person.
    said: dict[tuple[object, object], tuple[str, datetime | None]] = {
        (need, decided_at): (answer, answered_at)
        for need, decided_at, answer, answered_at in answers.order_by("-days").values_list(
            "need_id", "decided_at", "answer", "answered_at"
        )
    }
    found = []
    for pk, person, version, route, chosen, decided_at in rows:
        answer, answered_at = said.get((pk, decided_at), ("", None))
        found.append(Decision(str(person), version, route, chosen, decided_at, answer, answered_at))  # type: ignore[arg-type]  # - decided, so there is a time
    return tuple(found)
