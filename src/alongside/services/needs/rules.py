"""An organisation's own triage rules: a draft that is always valid, versions that never change, and which is in use."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from alongside.core.needs.drafting import Problems, check_rules, is_good_name, with_version
from alongside.core.needs.labelled import shipped_cases
from alongside.core.needs.rules_file import default_rules, default_rules_text
from alongside.core.needs.triage_rules import RulesProblem, TriageRules
from alongside.core.needs.trying import lost_crises, lost_in
from alongside.core.verdicts import Refused
from alongside.models import Organisation, TriageDraft, TriageRulesUse, TriageRulesVersion
from alongside.queries.access import Viewer
from alongside.queries.needs.rules import in_use, ready_rules, rules_of, text_in_use
from alongside.queries.needs.workbench import find_ways_tried, get_draft, get_rules_place, get_rules_version

NO_LONGER_READ = (
    "The product reads this version no more. Download it, put it right, and publish it under a new name."
)
NAME_TAKEN = "There is a version of this name already. A version is never changed, so choose another name."
BAD_NAME = (
    "Use letters, digits, spaces, points and dashes, up to 40 of them, and no name that begins with “triage-”: "
    "those are the versions that ship."
)


@transaction.atomic
def begin_draft(viewer: Viewer, at: datetime, *, of: UUID | None = None) -> TriageDraft:
    """A draft made from the version in use, or from another one; a draft that is there already stays."""
    place = get_rules_place(viewer, "create").record
    used = in_use(place)
    text, name = text_in_use(place), used.name
    if of is not None:
        version = get_rules_version(viewer, of, "edit").record
        text, name = version.text, version.name
    draft, _ = TriageDraft.objects.get_or_create(
        organisation=place,
        defaults={
            "text": text,
            "based_on": name,
            "changed_at": at,
            "changed_by": viewer.person,
            "created_at": at,
        },
    )
    return draft


@transaction.atomic
def save_draft(viewer: Viewer, text: str, at: datetime) -> Problems:
    """Keep this text as the draft when it is a valid file; else every mistake in it, and nothing is kept."""
    draft = get_draft(viewer).record
    text = text.replace("\r\n", "\n")
    checked = check_rules(text)
    if not isinstance(checked, TriageRules):
        return checked or (RulesProblem(0, "this is not a rules file"),)
    draft.text, draft.changed_at, draft.changed_by = text, at, viewer.person
    draft.save(update_fields=["text", "changed_at", "changed_by"])
    return ()


@transaction.atomic
def throw_away_draft(viewer: Viewer) -> None:
    """The draft goes; what was published stays."""
    get_draft(viewer, "close").record.delete()


@transaction.atomic
def publish_draft(viewer: Viewer, name: str, note: str, at: datetime) -> TriageRulesVersion | Refused:
    """Put the draft in use under a name of its own, kept for ever. The draft is gone then.

    Not where it misses a crisis among the labelled cases that the version in use finds: as a trial of this very draft
    found, or, without one, as is found out now.
    """
    draft = get_draft(viewer, "publish").record
    place = Organisation.objects.select_for_update().get(pk=draft.organisation_id)
    name = " ".join(name.split())
    if not is_good_name(name):
        return Refused(BAD_NAME)
    if TriageRulesVersion.objects.filter(organisation=place, name__iexact=name).exists():
        return Refused(NAME_TAKEN)
    text = with_version(draft.text, name)
    rules = check_rules(text)
    if not isinstance(rules, TriageRules):
        return Refused("The draft is not a valid file any more: " + "; ".join(str(each) for each in rules))
    tried = find_ways_tried(draft, in_use(place).name, len(shipped_cases()))
    refused = refuse_lost_crises(place, rules) if tried is None else _refuse(lost_in(tried))
    if refused is not None:
        return refused
    version = _keep(place, name, text, note, viewer, at)
    if not isinstance(version, Refused):
        _use(place, version, viewer, at)
        draft.delete()
    return version


@transaction.atomic
def use_version(viewer: Viewer, version_id: UUID | None, at: datetime) -> Refused | None:
    """Go back to a version published before, or (None) to the rules that ship.

    A version that misses a crisis which the one in use finds is refused; the rules that ship never are.
    """
    place = get_rules_place(viewer, "publish").record
    if version_id is None:
        _use(place, None, viewer, at)
        return None
    version = get_rules_version(viewer, version_id, "publish").record
    rules = ready_rules(version.pk)
    if rules is None:
        return Refused(NO_LONGER_READ)
    refused = refuse_lost_crises(place, rules)
    if refused is not None:
        return refused
    _use(place, version, viewer, at)
    return None


def refuse_lost_crises(place: Organisation, rules: TriageRules) -> Refused | None:
    """Why these rules cannot be put in use, if they cannot."""
    return _refuse(lost_crises(shipped_cases(), rules_of(place.pk), rules))


def _refuse(lost: tuple[str, ...]) -> Refused | None:
    if not lost:
        return None
    cases = ", ".join(lost[:10])
    more = f" and {len(lost) - 10} more" if len(lost) > 10 else ""
    return Refused(
        "These rules miss somebody in danger whom the version in use finds, so they cannot be put in use. "
        f"Labelled cases missed: {cases}{more}."
    )


def text_of(viewer: Viewer, version_id: UUID | None) -> tuple[str, str]:
    """Name and text of a published version, or (None) of the rules that ship, to take away as a file."""
    if version_id is None:
        get_rules_place(viewer, "list")
        return default_rules().version, default_rules_text()
    version = get_rules_version(viewer, version_id, "list").record
    return version.name, version.text


def _keep(
    place: Organisation, name: str, text: str, note: str, viewer: Viewer, at: datetime
) -> TriageRulesVersion | Refused:
    try:
        with transaction.atomic():
            return TriageRulesVersion.objects.create(
                organisation=place,
                name=name,
                text=text,
                note=note.strip(),
                made_by=viewer.person,
                created_at=at,
            )
    except IntegrityError:
        return Refused(NAME_TAKEN)


def _use(place: Organisation, version: TriageRulesVersion | None, viewer: Viewer, at: datetime) -> None:
    TriageRulesUse.objects.create(organisation=place, version=version, chosen_by=viewer.person, created_at=at)
