"""The rules a need is read by: an organisation's own where it published some, else those that ship."""

import logging
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from uuid import UUID

from alongside.core.needs.rules_file import InvalidRulesError, default_rules, default_rules_text, load_rules
from alongside.core.needs.triage_rules import TriageRules
from alongside.models import Organisation, TriageRulesUse, TriageRulesVersion
from alongside.queries.viewers import Viewer

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class InUse:
    """The version in use. `version_id` is None for the rules that ship; `since` is None where it was never chosen."""

    name: str
    version_id: UUID | None = None
    since: datetime | None = None
    is_read: bool = True  # whether the product still reads it; else the rules that ship are used in its place


def rules_for(viewer: Viewer) -> TriageRules:
    """The rules for whoever looks: those of their organisation when they are signed in, else those that ship."""
    return default_rules() if viewer.organisation is None else rules_of(viewer.organisation.pk)


def rules_of(organisation_id: UUID) -> TriageRules:
    """The rules an organisation uses (one read; a version is read and made ready once in each process)."""
    use = TriageRulesUse.objects.filter(organisation_id=organisation_id).order_by("-created_at").first()
    if use is None or use.version_id is None:
        return default_rules()
    return ready_rules(use.version_id) or default_rules()


def in_use(organisation: Organisation) -> InUse:
    """Which version an organisation uses (one read, and one more the first time)."""
    uses = TriageRulesUse.objects.filter(organisation=organisation).select_related("version")
    use = uses.defer("version__text").order_by("-created_at").first()
    if use is None or use.version is None:
        return InUse(default_rules().version, None, use.created_at if use else None)
    is_read = ready_rules(use.version.pk) is not None
    return InUse(use.version.name, use.version.pk, use.created_at, is_read)


def text_in_use(organisation: Organisation) -> str:
    """The file of the version in use."""
    version = in_use(organisation).version_id
    return TriageRulesVersion.objects.get(pk=version).text if version else default_rules_text()


@lru_cache(maxsize=16)
def ready_rules(version_id: UUID) -> TriageRules | None:
    """A published version, ready for use. It never changes, so its id is enough to know it by.

    None where the product has moved on and reads it no more: then the rules that ship are used, and the log says so.
    """
    text = TriageRulesVersion.objects.values_list("text", flat=True).get(pk=version_id)
    try:
        return load_rules(text)
    except InvalidRulesError:
        log.warning("the triage rules %s can no longer be read; the rules that ship are used", version_id)
        return None
