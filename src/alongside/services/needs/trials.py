"""Trying the draft: the labelled cases and the organisation's own, under the version in use and under the draft."""

from collections.abc import Callable, Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.db import transaction

from alongside.core.needs.drafting import check_rules
from alongside.core.needs.labelled import read_labelled, shipped_cases
from alongside.core.needs.measure import Outcome, give_routes
from alongside.core.needs.triage_rules import TriageRules
from alongside.core.needs.trying import WAYS, compare, group_own
from alongside.models import TriageDraft, TriageTrial, TrialState
from alongside.queries.access import Viewer
from alongside.queries.needs.own_cases import load_own_cases
from alongside.queries.needs.rules import in_use, rules_of
from alongside.queries.needs.workbench import get_draft, hash_of_draft

STEP: Final = 50  # readings between two notes of how far it is
ROUNDS: Final = 2 * len(WAYS)  # the version in use and the draft, in each way of asking
CHANGED: Final = "The draft was changed meanwhile. Run the cases again."
OUT_OF_DATE: Final = (
    "The product has moved on and reads this draft no more. Save it once to see what is missing."
)
OUR_FAULT: Final = "Something went wrong on our side. Nothing was changed; please try again."


@transaction.atomic
def ask_for_trial(viewer: Viewer, at: datetime) -> TriageTrial:
    """Put a trial of the draft in line."""
    draft = get_draft(viewer, "run").record
    return TriageTrial.objects.create(
        organisation=draft.organisation,
        draft_hash=hash_of_draft(draft.text),
        against=in_use(draft.organisation).name,
        total=ROUNDS
        * len(shipped_cases()),  # own cases are not counted: how many there are is not for showing
        asked_by=viewer.person,
        created_at=at,
    )


def perform_trial(trial_id: UUID, now: Callable[[], datetime]) -> None:
    """Carry a trial out, noting how far it is. A second time it begins anew; one that has ended stays as it is."""
    trial = TriageTrial.objects.select_related("organisation").get(pk=trial_id)
    if trial.state == TrialState.DONE:
        return
    TriageTrial.objects.filter(pk=trial_id).update(state=TrialState.RUNNING, done=0, problem="")
    draft = TriageDraft.objects.filter(organisation=trial.organisation).first()
    rules = check_rules(draft.text) if draft else None
    if draft is None or hash_of_draft(draft.text) != trial.draft_hash:
        _end(trial, TrialState.FAILED, now(), problem=CHANGED)
        return
    if not isinstance(rules, TriageRules):
        _end(trial, TrialState.FAILED, now(), problem=OUT_OF_DATE)
        return
    result = _try(trial, rules_of(trial.organisation_id), rules)
    _end(trial, TrialState.DONE, now(), result=result)


def give_up_trial(trial_id: UUID, at: datetime) -> None:
    """A trial broke off by a fault of ours."""
    _end(TriageTrial.objects.get(pk=trial_id), TrialState.FAILED, at, problem=OUR_FAULT)


def _try(trial: TriageTrial, used: TriageRules, draft: TriageRules) -> dict[str, Any]:
    labelled, own, done = shipped_cases(), load_own_cases(trial.organisation), _Progress(trial)
    ways = []
    for way in WAYS:
        now, then = (
            done.over(give_routes(labelled, rules, text_only=way == "text", read=read_labelled))
            for rules in (used, draft)
        )
        ways.append(asdict(compare(way, now, then)))
    now, then = (tuple(give_routes(own, rules)) for rules in (used, draft))
    return {"ways": ways, "own": group_own(now, then)}


class _Progress:
    """Counts the readings of a trial, and notes how far it is now and then."""

    def __init__(self, trial: TriageTrial) -> None:
        self.trial, self.done = trial, 0

    def over(self, outcomes: Iterable[Outcome]) -> tuple[Outcome, ...]:
        return tuple(self._counted(outcome) for outcome in outcomes)

    def _counted(self, outcome: Outcome) -> Outcome:
        self.done += 1
        if self.done % STEP == 0:
            TriageTrial.objects.filter(pk=self.trial.pk).update(done=self.done)
        return outcome


def _end(trial: TriageTrial, state: str, at: datetime, **more: Any) -> None:
    rows = TriageTrial.objects.filter(pk=trial.pk).exclude(state=TrialState.DONE)
    rows.update(state=state, finished_at=at, done=trial.total, **more)
