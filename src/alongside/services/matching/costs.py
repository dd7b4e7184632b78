"""Working out what each rule of a run costs: asked for, carried out by a job rule by rule, kept with the run."""

from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.db import transaction

from alongside.core.matching.engine.what_if import price_rule
from alongside.core.verdicts import Refused
from alongside.models import MatchRun
from alongside.queries.access import Viewer
from alongside.queries.matching.costs import get_rule_prices
from alongside.queries.matching.person import read_again
from alongside.queries.matching.runs import get_run

OUR_FAULT = "Something went wrong on our side. Please try again."


@transaction.atomic
def ask_for_rule_prices(viewer: Viewer, run_id: UUID) -> Refused | None:
    """Put it in line: the run once more without each of its rules."""
    run = get_run(viewer, "run", run_id).record
    if run.placed is None:
        return Refused("Only a run that came to its end can be priced.")
    if get_rule_prices(run).is_under_way:
        return Refused("It is being worked out already.")
    _keep(run, {"done": 0, "of": len(run.rule_set.rules["rules"]), "rows": []})
    return None


def perform_rule_prices(run_id: UUID) -> None:
    """Work it out, noting how far it is."""
    run = MatchRun.objects.select_related("programme__organisation", "rule_set").defer("audit").get(pk=run_id)
    again = read_again(run)
    if isinstance(again, Refused):
        _keep(run, {"problem": again.because})
        return
    of, rows = len(again[2].rules), []
    for place in range(of):
        found = price_rule(*again, place)
        rows += [] if found is None else [asdict(found)]
        _keep(run, {"done": place + 1, "of": of, "rows": rows})


def give_up_rule_prices(run_id: UUID) -> None:
    """It broke off by a fault of ours."""
    _keep(MatchRun.objects.defer("audit").get(pk=run_id), {"problem": OUR_FAULT})


def _keep(run: MatchRun, prices: dict[str, Any]) -> None:
    MatchRun.objects.filter(pk=run.pk).update(rule_prices=prices)
