"""Agreements: what may stand in them, one hash for one content, and what changed."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.confidentiality.conditions import CLAUSES
from alongside.core.relationships.agreement import (
    INFORMATION_FLOW,
    Change,
    CoachingTerms,
    MentorshipTerms,
    Party,
    canonical_json,
    compare,
    content_hash,
    draft_coaching_terms,
    draft_mentorship_terms,
    may_carry,
    may_sign,
    needs_new_signatures,
)
from alongside.core.verdicts import ALLOWED, Refused

TWO = (Party("client", "Ife Bello"), Party("coach", "Nadia Kern", ("Diploma in coaching",)))
THREE = (*TWO, Party("sponsor", "Olu Grant"))
DRAFT = draft_coaching_terms(TWO, ("Hold difficult conversations early.",))


def test_the_clauses_are_those_of_the_confidentiality_policy() -> None:
    assert set(INFORMATION_FLOW) == set(CLAUSES)


def test_a_draft_carries_the_usual_numbers_and_nothing_flows_without_a_sponsor() -> None:
    assert (DRAFT.sessions, DRAFT.minutes, DRAFT.end_by_month) == (6, 60, 8)
    assert (DRAFT.interval_days_from, DRAFT.interval_days_to) == (21, 35)
    assert DRAFT.flow_in_words() == ("Nothing passes to anybody else.",)
    assert may_carry(DRAFT, self_referred=True) == ALLOWED


def test_with_a_sponsor_the_draft_starts_with_the_least() -> None:
    draft = draft_coaching_terms(THREE)
    assert draft.information_flow == ("existence", "attendance")
    assert len(draft.flow_in_words()) == 2


@pytest.mark.parametrize(
    ("terms", "words"),
    [
        (replace(DRAFT, parties=TWO[:1]), "one client and one coach"),
        (replace(DRAFT, information_flow=("attendance",)), "Without a sponsor"),
        (replace(DRAFT, information_flow=("everything",)), "not known"),
        (replace(DRAFT, information_flow=("line_manager_goals",)), "line manager"),
        (replace(DRAFT, sessions=0), "how many sessions"),
        (replace(DRAFT, interval_days_from=40), "shortest"),
        (replace(DRAFT, limits=()), "limits"),
        (replace(DRAFT, ending=" "), "end it"),
    ],
)
def test_terms_that_cannot_stand_are_refused(terms: CoachingTerms, words: str) -> None:
    verdict = may_carry(terms, self_referred=True)
    assert isinstance(verdict, Refused)
    assert words in verdict.because


def test_a_mentorship_agreement_has_no_place_for_a_sponsor_a_fee_or_a_report() -> None:
    assert set(MentorshipTerms.__dataclass_fields__) == {
        "mentee",
        "mentor",
        "expectations",
        "boundaries",
        "cadence_days",
        "limits",
        "ending",
    }


def test_the_stored_row_has_the_hash_of_what_was_signed() -> None:
    for terms in (DRAFT, draft_mentorship_terms("Ben Osei", "Ruth Adler")):
        assert content_hash(json.loads(canonical_json(terms))) == content_hash(terms)
        assert len(content_hash(terms)) == 64


@given(
    st.dictionaries(st.text(max_size=8), st.text(max_size=8) | st.integers() | st.lists(st.text(max_size=4)))
)
def test_the_order_of_terms_does_not_matter_to_the_hash(terms: dict[str, object]) -> None:
    backwards = dict(reversed(terms.items()))
    assert content_hash(backwards) == content_hash(terms)


def test_a_changed_letter_needs_new_signatures() -> None:
    changed = replace(DRAFT, ending=DRAFT.ending + " ")
    assert needs_new_signatures(DRAFT, changed)
    assert not needs_new_signatures(DRAFT, replace(DRAFT))


def test_a_comparison_names_what_went_and_what_came() -> None:
    new = replace(
        DRAFT, sessions=8, outcomes=("Hold difficult conversations early.", "Delegate."), parties=THREE
    )
    assert compare(DRAFT, new) == (
        Change("parties", (), ("Olu Grant (sponsor)",)),
        Change("sessions", ("6",), ("8",)),
        Change("outcomes", (), ("Delegate.",)),
    )
    assert compare(DRAFT, DRAFT) == ()
    assert compare(DRAFT, json.loads(canonical_json(DRAFT))) == ()


def test_another_order_is_a_change_too() -> None:
    one, two = replace(DRAFT, outcomes=("a", "b")), replace(DRAFT, outcomes=("b", "a"))
    assert compare(one, two) == (Change("outcomes", ("a", "b"), ("b", "a")),)


@pytest.mark.parametrize(
    ("capacity", "shown", "read", "words"),
    [
        ("line_manager", "h", True, "not a party"),
        ("client", "old", True, "has changed"),
        ("client", "h", False, "confidentiality ends"),
    ],
)
def test_a_signature_is_refused_with_a_reason(capacity: str, shown: str, read: bool, words: str) -> None:
    verdict = may_sign(capacity, frozenset({"client", "coach"}), shown, "h", read)
    assert isinstance(verdict, Refused)
    assert words in verdict.because


def test_a_party_signs_the_version_it_was_shown() -> None:
    assert may_sign("coach", frozenset({"client", "coach"}), "h", "h", True) == ALLOWED
