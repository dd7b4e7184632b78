"""The tabs of a programme, for every page that belongs to one."""

from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from alongside.core.confidentiality.relations import Relation
from alongside.queries.access import Sight
from alongside.web.navigation import NavItem

# The page, its words, and whether only those who manage the programme have it.
TABS: tuple[tuple[str, str | Promise, bool], ...] = (
    ("programme", _("Overview"), False),
    ("programme_picture", _("Picture"), True),
    ("programme_people", _("People"), True),
    ("programme_matching", _("Matching"), True),
    ("programme_relationships", _("Relationships"), True),
    ("programme_outcomes", _("Outcomes"), True),
    ("programme_settings", _("Settings"), False),
)


def programme_tabs(sight: Sight[Any], programme_id: UUID, current: str) -> list[NavItem]:
    """The tabs the viewer of this programme has; `current` is the name of the page they are on."""
    manages = sight.is_any(Relation.PROGRAMME_MANAGER)
    if not manages and not sight.is_any(Relation.ORG_ADMIN):
        return []
    shown = [(page, words) for page, words, for_managers in TABS if manages or not for_managers]
    return [NavItem(words, reverse(page, args=[programme_id]), page == current) for page, words in shown]
