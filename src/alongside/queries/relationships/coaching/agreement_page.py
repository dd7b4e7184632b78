"""The agreement as a page shows it: versions, who has signed, what changed, what each clause opens."""

from dataclasses import dataclass

from alongside.core.confidentiality.words import what_passes
from alongside.core.relationships.agreement import INFORMATION_FLOW, Change, CoachingTerms, compare
from alongside.models import CoachingAgreement, CoachingEngagement, CoachingSignature
from alongside.queries.access import NotVisible, Sight
from alongside.queries.relationships.coaching.facts import facts_from
from alongside.queries.relationships.coaching.room import side_of
from alongside.queries.relationships.coaching.terms import read_terms


@dataclass(frozen=True, slots=True)
class ClauseLine:
    """One clause agreed on: the sentence, and exactly what it opens."""

    sentence: str
    opens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgreementPage:
    """One version. `may_sign` is True while it is the newest and this viewer's signature is wanted."""

    agreement: CoachingAgreement
    terms: CoachingTerms
    signatures: tuple[CoachingSignature, ...]
    waiting_for: tuple[str, ...]
    clauses: tuple[ClauseLine, ...]
    versions: tuple[CoachingAgreement, ...]
    is_newest: bool
    may_sign: bool
    has_signed: bool
    may_change: bool
    may_record_meeting: bool
    three_way_wanted: bool
    in_words_only: bool


def load_agreement_page(sight: Sight[CoachingEngagement], version: int | None = None) -> AgreementPage:
    """The version asked for, or the newest; NotVisible when there is none, or its text is not open to the viewer."""
    engagement = sight.record
    fields = sight.fields_of("coaching_agreement")
    versions = tuple(engagement.agreements.prefetch_related("signatures__person"))
    wanted = next((one for one in versions if version in {None, one.version}), None)
    is_open = "three_party_part" in fields if engagement.sponsor_id else "two_party_part" in fields
    if wanted is None or not (is_open or "exists" in fields):
        raise NotVisible
    return _page(sight, wanted, versions, is_open)


def _page(
    sight: Sight[CoachingEngagement],
    agreement: CoachingAgreement,
    versions: tuple[CoachingAgreement, ...],
    is_open: bool,
) -> AgreementPage:
    engagement, facts, side = sight.record, facts_from(sight.record), side_of(sight)
    terms, is_newest = read_terms(agreement.terms), agreement == versions[0]
    signatures = tuple(agreement.signatures.all()) if sight.may("signature", "read") else ()
    has_signed = side in facts.signed_this_version
    open_to_sign = is_newest and sight.may("coaching_agreement", "sign") and side in facts.signers
    three_way = facts.has_sponsor and not facts.three_way_meeting_held and engagement.state == "agreement"
    return AgreementPage(
        agreement=agreement,
        terms=terms,
        signatures=signatures,
        waiting_for=tuple(sorted(facts.signers - facts.signed_this_version)) if is_newest else (),
        clauses=tuple(ClauseLine(INFORMATION_FLOW[key], what_passes(key)) for key in terms.information_flow),
        versions=versions,
        is_newest=is_newest,
        may_sign=open_to_sign and not has_signed,
        has_signed=has_signed and is_newest,
        may_change=is_newest and sight.may("coaching_agreement", "edit"),
        may_record_meeting=three_way and sight.may("coaching_agreement", "sign"),
        three_way_wanted=three_way,
        in_words_only=not is_open,
    )


TERM_WORDS = {
    "parties": "Parties",
    "sessions": "Number of sessions",
    "minutes": "Minutes each",
    "interval_days_from": "Days between sessions, at least",
    "interval_days_to": "Days between sessions, at most",
    "end_by_month": "Ends within months",
    "outcomes": "What it is for",
    "format": "How you meet",
    "who_pays": "Who pays",
    "fee": "How much",
    "information_flow": "What passes to others",
    "limits": "Where confidentiality ends",
    "cancellation_hours": "Hours ahead to move a session",
    "cancellation": "Moving and cancelling",
    "records": "Notes and records",
    "ending": "How it can end",
    "what_coaching_is": "What coaching is",
    "what_coaching_is_not": "What coaching is not",
}


def list_changes(older: CoachingAgreement, newer: CoachingAgreement) -> tuple[Change, ...]:
    """What changed from one version to the next, clauses in words."""
    return tuple(_in_words(change) for change in compare(older.terms, newer.terms))


def _in_words(change: Change) -> Change:
    name = TERM_WORDS.get(change.term, change.term)
    if change.term != "information_flow":
        return Change(name, change.before, change.after)
    before = tuple(INFORMATION_FLOW.get(key, key) for key in change.before)
    return Change(name, before, tuple(INFORMATION_FLOW.get(key, key) for key in change.after))
