"""Versions of an agreement: one canonical text, its hash, and what changed from one version to the next."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from alongside.core.relationships.agreement.coaching_terms import CoachingTerms
from alongside.core.relationships.agreement.mentorship_terms import MentorshipTerms
from alongside.core.verdicts import Verdict, allow_if, first_refusal

Terms = CoachingTerms | MentorshipTerms | Mapping[str, Any]


def canonical_json(terms: Terms) -> str:
    """One text for one content: sorted keys, no spare spaces, every letter as it is (not escaped).

    Terms and the dictionary read back from their JSON give the same text, so a stored row can be checked.
    """
    return json.dumps(_as_dict(terms), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def content_hash(terms: Terms) -> str:
    """SHA-256 of the canonical text in UTF-8, 64 hexadecimal digits."""
    return hashlib.sha256(canonical_json(terms).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Change:
    """One term that differs. For lists, what was taken out and what came in; else both hold one value."""

    term: str
    before: tuple[str, ...]
    after: tuple[str, ...]


def compare(old: Terms, new: Terms) -> tuple[Change, ...]:
    """What changed, in the order of the terms of the newer version."""
    before, after = _as_dict(old), _as_dict(new)
    terms = [*after, *(term for term in before if term not in after)]
    changes = (_change(term, before.get(term), after.get(term)) for term in terms)
    return tuple(change for change in changes if change is not None)


def _change(term: str, old: Any, new: Any) -> Change | None:
    old_items, new_items = _items(old), _items(new)
    if old_items == new_items:
        return None
    gone = tuple(item for item in old_items if item not in new_items)
    come = tuple(item for item in new_items if item not in old_items)
    if not gone and not come:  # the same items in another order
        return Change(term, old_items, new_items)
    return Change(term, gone, come)


def needs_new_signatures(signed: Terms, current: Terms) -> bool:
    """A signature holds for the very text that was signed."""
    return content_hash(signed) != content_hash(current)


def may_sign(
    capacity: str, capacities: frozenset[str], shown_hash: str, current_hash: str, limits_read: bool
) -> Verdict:
    """May a person of this capacity sign the version they were shown?"""
    return first_refusal(
        (
            allow_if(capacity in capacities, "You are not a party to this agreement."),
            allow_if(
                shown_hash == current_hash,
                "The agreement has changed since you opened it. Please read the new version.",
            ),
            allow_if(limits_read, "Please confirm that you have read where confidentiality ends."),
        )
    )


def _as_dict(terms: Terms) -> dict[str, Any]:
    return dict(terms) if isinstance(terms, Mapping) else asdict(terms)


def _items(value: Any) -> tuple[str, ...]:
    if value is None or value == "":
        return ()
    items = value if isinstance(value, list | tuple) else (value,)
    return tuple(_in_words(item) for item in items)


def _in_words(item: Any) -> str:
    if isinstance(item, Mapping) and "name" in item:
        extra = ", ".join(item.get("qualifications", ()))
        return f"{item['name']} ({item['capacity']}{': ' + extra if extra else ''})"
    return str(item)
