"""The table: what it opens, what it does not, and that it is well made."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.confidentiality import POLICY, RESOURCES, Facts, Relation, Seen, UnknownNameError, may
from alongside.core.confidentiality.conditions import (
    CLAUSES,
    CONSENTS,
    FLAGS,
    RELEASABLE,
    Agreement,
    AtLeast,
    Consent,
    Released,
    When,
    parts_of,
)
from alongside.core.confidentiality.grants import ACTIONS
from alongside.core.confidentiality.policy import NOT_OPEN, TOPICS, fields_of, is_declared, rows_for
from alongside.core.verdicts import Refused

R = Relation
EVERYTHING_TRUE = Facts(
    agreed=frozenset(CLAUSES),
    released=frozenset((item, relation) for item in RELEASABLE for relation in R),
    consents=frozenset(CONSENTS),
    self_referred=False,
    **dict.fromkeys(FLAGS, True),
    people=1000,
)
relations = st.frozensets(st.sampled_from(R))
pairs = st.sampled_from(sorted({(row.resource, row.action) for row in POLICY}))
facts = st.builds(
    Facts,
    agreed=st.frozensets(st.sampled_from(sorted(CLAUSES))),
    released=st.frozensets(st.tuples(st.sampled_from(RELEASABLE), st.sampled_from(R))),
    consents=st.frozensets(st.sampled_from(CONSENTS)),
    people=st.integers(0, 20),
    **{name: st.booleans() for name in ("self_referred", *FLAGS)},
)


def seen(resource, action, relation, **known):
    verdict = may(resource, action, frozenset({relation}), Facts(**known))
    return verdict.fields if isinstance(verdict, Seen) else ()


@pytest.mark.parametrize("row", POLICY, ids=lambda row: f"{row.resource}-{row.action}-{row.relation}")
def test_every_row_uses_words_the_policy_knows(row):
    assert row.resource in RESOURCES
    assert row.action in ACTIONS
    assert set(fields_of(row)) <= set(RESOURCES[row.resource].fields)
    assert fields_of(row)
    for part in parts_of(row.condition):
        match part:
            case Agreement(clause):
                assert clause in CLAUSES
            case Released(item):
                assert item in RELEASABLE
            case Consent(purpose):
                assert purpose in CONSENTS
            case When(flag):
                assert flag in FLAGS and getattr(Facts(), flag) is False
            case AtLeast(people):
                assert people >= 5


@pytest.mark.parametrize("row", POLICY, ids=lambda row: f"{row.resource}-{row.action}-{row.relation}")
def test_every_row_opens_its_fields_when_its_condition_holds(row):
    verdict = may(row.resource, row.action, frozenset({row.relation}), EVERYTHING_TRUE)
    assert isinstance(verdict, Seen)
    assert set(fields_of(row)) <= set(verdict.fields)


def test_no_two_resources_share_a_name_and_none_lacks_rows():
    names = [resource.name for topic in TOPICS for resource in topic.RESOURCES]
    assert len(names) == len(set(names)) == len(RESOURCES)
    assert all(rows_for(name) for name in names)


def test_every_word_of_the_vocabulary_is_used():
    used = {part for row in POLICY for part in parts_of(row.condition)}
    assert {part.clause for part in used if isinstance(part, Agreement)} == set(CLAUSES)
    assert {part.item for part in used if isinstance(part, Released)} == set(RELEASABLE)
    assert {part.purpose for part in used if isinstance(part, Consent)} == set(CONSENTS)
    assert {part.flag for part in used if isinstance(part, When)} == set(FLAGS)
    assert {row.action for row in POLICY} == set(ACTIONS)
    assert {row.relation for row in POLICY} == set(R)


def test_no_row_says_the_same_twice():
    assert len(POLICY) == len(set(POLICY))


def test_every_field_can_be_seen_by_somebody():
    for resource in RESOURCES.values():
        shown = {field for row in rows_for(resource.name) for field in fields_of(row)}
        assert shown == set(resource.fields), resource.name


@pytest.mark.parametrize("resource", sorted(RESOURCES))
def test_somebody_who_is_nothing_to_a_confidential_record_sees_none_of_it(resource):
    if RESOURCES[resource].confidential:
        assert may(resource, "read", frozenset(), EVERYTHING_TRUE) == NOT_OPEN
        assert may(resource, "list", frozenset({R.NONE}), EVERYTHING_TRUE) == NOT_OPEN


def test_every_refusal_reads_the_same():
    refusals = {
        may(name, action, frozenset({relation}))
        for name in RESOURCES
        for action in ACTIONS
        for relation in R
        if isinstance(may(name, action, frozenset({relation})), Refused)
    }
    assert refusals == {NOT_OPEN}


def test_an_unknown_name_is_a_bug_and_says_so():
    with pytest.raises(UnknownNameError, match="meetings"):
        may("meetings", "read", frozenset({R.CLIENT}))
    with pytest.raises(UnknownNameError, match="look"):
        may("meeting", "look", frozenset({R.CLIENT}))
    assert is_declared("meeting", "read")
    assert not is_declared("meeting", "sign")


def test_a_verdict_cannot_be_taken_for_true():
    with pytest.raises(TypeError):
        bool(may("meeting", "read", frozenset({R.CLIENT})))
    assert may("meeting", "read", frozenset({R.CLIENT})).allowed
    assert not may("meeting", "read", frozenset({R.SPONSOR})).allowed


@given(pair=pairs, some=relations, more=relations, known=facts)
def test_being_less_never_shows_more_except_where_an_office_ends_at_oneself(pair, some, more, known):
    fewer, wider = may(*pair, some, known), may(*pair, some | more, known)
    ends_at_oneself = {R.SUBJECT, R.CANDIDATE} & (more - some)
    if isinstance(fewer, Seen) and not ends_at_oneself:
        assert isinstance(wider, Seen) and set(fewer.fields) <= set(wider.fields)


@given(pair=pairs, some=relations, known=facts)
def test_nothing_is_opened_by_facts_that_is_not_open_when_all_facts_are_true(pair, some, known):
    held = may(*pair, some, known)
    if isinstance(held, Seen):
        assert set(held.fields) <= set(may(*pair, some, EVERYTHING_TRUE).fields)


@given(pair=pairs, some=relations, known=facts)
def test_fields_come_in_the_resources_own_order_and_never_empty(pair, some, known):
    verdict = may(*pair, some, known)
    if isinstance(verdict, Seen):
        own_order = RESOURCES[pair[0]].fields
        assert verdict.fields == tuple(field for field in own_order if field in verdict.fields) != ()


def test_the_two_people_see_their_session_and_a_sponsor_counts_only_when_agreed():
    everything = RESOURCES["meeting"].fields
    assert all(
        seen("meeting", "read", party) == everything for party in (R.CLIENT, R.COACH, R.MENTEE, R.MENTOR)
    )
    assert seen("meeting", "list", R.SPONSOR) == ()
    assert seen("meeting", "list", R.SPONSOR, agreed=frozenset({"attendance"})) == ("count",)
    assert seen("meeting", "read", R.SPONSOR, agreed=frozenset(CLAUSES)) == ()
    assert seen("meeting", "list", R.PROGRAMME_MANAGER) == ("held", "dates", "count")


def test_a_rating_needs_the_agreement_and_the_release_before_a_sponsor_sees_it():
    agreed, released = frozenset({"ratings"}), frozenset({("ratings", R.SPONSOR)})
    assert seen("gap_rating", "read", R.SPONSOR, agreed=agreed) == ()
    assert seen("gap_rating", "read", R.SPONSOR, released=released) == ()
    assert seen("gap_rating", "read", R.SPONSOR, agreed=agreed, released=released) == (
        *("skill", "required", "current"),
    )


def test_what_was_released_to_one_person_opens_nothing_to_another():
    to_coach = frozenset({("ratings", R.COACH), ("journal", R.COACH)})
    assert seen("gap_rating", "read", R.LINE_MANAGER, released=to_coach, self_referred=False) == ()
    assert seen("journal_entry", "read", R.COACH, released=to_coach) == ("body", "written_at")
    assert seen("journal_entry", "read", R.MENTOR, released=to_coach) == ()


def test_a_line_manager_never_hears_of_somebody_who_came_alone():
    agreed = frozenset({"line_manager_existence"})
    assert seen("engagement", "read", R.LINE_MANAGER, agreed=agreed) == ()
    assert seen("engagement", "read", R.LINE_MANAGER, agreed=agreed, self_referred=False) == (
        "parties",
        "state",
    )


def test_a_safeguarding_lead_sees_concerns_except_about_themselves():
    assert seen("safety_concern", "read", R.SAFEGUARDING_LEAD) == RESOURCES["safety_concern"].fields
    both = frozenset({R.SAFEGUARDING_LEAD, R.SUBJECT})
    assert may("safety_concern", "read", both, EVERYTHING_TRUE) == NOT_OPEN
    assert "handling" not in seen("safety_concern", "read", R.AUTHOR)


def test_offices_end_at_oneself():
    assert may("coach_offer", "create", frozenset({R.PROGRAMME_MANAGER})).allowed
    assert not may("coach_offer", "create", frozenset({R.PROGRAMME_MANAGER, R.CANDIDATE})).allowed
    assert may("qualification", "decide", frozenset({R.ASSESSOR})).allowed
    assert not may("qualification", "decide", frozenset({R.ASSESSOR, R.SUBJECT})).allowed


def test_small_groups_keep_the_page_open_and_the_figures_shut():
    assert seen("outcomes_report", "read", R.PROGRAMME_MANAGER, people=4) == ("funnel",)
    assert seen("outcomes_report", "read", R.PROGRAMME_MANAGER, people=5) == ("funnel", "change", "recommend")
    assert "decline_categories" in seen("outcomes_report", "read", R.PROGRAMME_MANAGER, people=10)
    assert seen("feedback_summary", "read", R.SUBJECT, people=4) == ()


def test_anyone_may_ask_which_kind_of_help_but_only_the_author_reads_it():
    assert may("need", "create", frozenset()).allowed
    assert [r for r in R if may("need", "read", frozenset({r})).allowed] == [R.AUTHOR]


def test_the_demos_doors_stay_shut_elsewhere():
    assert not may("demo_door", "read", frozenset()).allowed
    assert may("demo_door", "run", frozenset(), Facts(in_demo=True)).allowed
    assert seen("outbox_mail", "list", R.OPERATOR) == ("kind", "state", "attempts")


def test_no_two_relations_together_open_what_neither_opens_alone():
    for (resource, action), (one, other) in (
        (pair, two) for pair in {(row.resource, row.action) for row in POLICY} for two in combinations(R, 2)
    ):
        together = may(resource, action, frozenset({one, other}))
        apart = set(seen(resource, action, one)) | set(seen(resource, action, other))
        assert not isinstance(together, Seen) or set(together.fields) <= apart


def test_a_reason_may_be_given_by_either_side_and_is_read_by_its_author_alone():
    for relation in R:
        allowed = may("decline_reason", "read", frozenset({relation}), EVERYTHING_TRUE).allowed
        assert allowed == (relation is R.AUTHOR)
    assert may("decline_reason", "create", frozenset({R.CANDIDATE})).allowed
    assert may("decline_reason", "create", frozenset({R.MENTEE})).allowed
