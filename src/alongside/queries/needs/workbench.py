"""The workbench of the triage rules, for an organisation's administrators: versions, the draft, trials."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from alongside.core.needs.drafting import FamilyText, families_of
from alongside.models import Organisation, TriageDraft, TriageRulesVersion, TriageTrial, TrialState
from alongside.queries.access import NotVisible, Sight, get_visible, require
from alongside.queries.needs.rules import InUse, in_use
from alongside.queries.viewers import Viewer

KINDS = {"gate": 0, "dimension": 1, "sign": 2}


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A published version in the list."""

    pk: UUID
    name: str
    note: str
    made_at: datetime
    made_by: str
    is_in_use: bool


@dataclass(frozen=True, slots=True)
class Workbench:
    """What the first page of the workbench shows."""

    sight: Sight[Organisation]
    in_use: InUse
    versions: tuple[VersionLine, ...]
    draft: TriageDraft | None
    trial: TriageTrial | None


def get_workbench(viewer: Viewer) -> Workbench:
    """The version in use, every version, the draft and its last trial (five reads, however many versions)."""
    sight = get_rules_place(viewer, "list")
    used = in_use(sight.record)
    rows = TriageRulesVersion.objects.filter(organisation=sight.record).defer("text")
    versions = tuple(
        VersionLine(
            row.pk,
            row.name,
            row.note,
            row.created_at,
            row.made_by.name if row.made_by else "",
            row.pk == used.version_id,
        )
        for row in rows.select_related("made_by").order_by("-created_at")
    )
    draft = TriageDraft.objects.filter(organisation=sight.record).select_related("changed_by").first()
    return Workbench(sight, used, versions, draft, latest_trial(sight) if draft else None)


def get_rules_place(viewer: Viewer, action: str) -> Sight[Organisation]:
    """The viewer's organisation, as whose rules they may do this."""
    if viewer.organisation is None:
        raise NotVisible
    return require(viewer, "triage_rules", action, viewer.organisation)


def get_draft(viewer: Viewer, action: str = "edit") -> Sight[TriageDraft]:
    """The organisation's draft; NotVisible where there is none."""
    sight = get_rules_place(viewer, action)
    draft = TriageDraft.objects.filter(organisation=sight.record).select_related("organisation").first()
    if draft is None:
        raise NotVisible
    return require(viewer, "triage_rules", action, draft)


def get_rules_version(viewer: Viewer, pk: UUID, action: str) -> Sight[TriageRulesVersion]:
    """A published version of the viewer's organisation."""
    rows = TriageRulesVersion.objects.select_related("organisation")
    return get_visible(viewer, "triage_rules", action, rows, pk)


def get_trial(viewer: Viewer, pk: UUID) -> Sight[TriageTrial]:
    """A trial of the viewer's organisation."""
    return get_visible(viewer, "triage_rules", "list", TriageTrial.objects.select_related("organisation"), pk)


def is_over(trial: TriageTrial) -> bool:
    """Whether a trial has ended, well or not."""
    return trial.state in (TrialState.DONE, TrialState.FAILED)


def latest_trial(sight: Sight[Organisation]) -> TriageTrial | None:
    return TriageTrial.objects.filter(organisation=sight.record).order_by("-created_at").first()


def find_ways_tried(draft: TriageDraft, against: str, cases: int) -> list[dict[str, Any]] | None:
    """What a trial of exactly this draft beside that version found on so many cases; None where there is none."""
    trials = TriageTrial.objects.filter(
        organisation_id=draft.organisation_id,
        draft_hash=hash_of_draft(draft.text),
        against=against,
        state=TrialState.DONE,
    )
    ways: list[list[dict[str, Any]]] = [trial.result.get("ways", []) for trial in trials[:1]]
    return next((each for each in ways if each and all(way["now"]["cases"] == cases for way in each)), None)


def hash_of_draft(text: str) -> str:
    """What a trial remembers of the draft it was made with, so that a changed draft is noticed."""
    return sha256(text.encode()).hexdigest()


def search_families(text: str, wanted: str) -> tuple[FamilyText, ...]:
    """The families with these words in their name, their sentence or their phrases; gates first."""
    words = wanted.casefold().split()
    found = (each for each in families_of(text) if _has_all(words, (each.name, each.because, *_lines(each))))
    return tuple(sorted(found, key=lambda each: (KINDS[each.kind], each.on if each.kind != "sign" else "")))


def find_family(text: str, name: str) -> FamilyText | None:
    """The family of this name."""
    return next((each for each in families_of(text) if each.name == name), None)


def _lines(family: FamilyText) -> tuple[str, ...]:
    return (family.phrases, family.unless, family.not_then, family.on, family.toward)


def _has_all(words: list[str], texts: Iterable[str]) -> bool:
    together = "\n".join(texts).casefold()
    return all(word in together for word in words)
