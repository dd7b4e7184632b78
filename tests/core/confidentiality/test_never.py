"""The hand-written list of what must never be: the policy meets none of it, and each would notice."""

import pytest

from alongside.core.confidentiality import POLICY, RESOURCES, Relation
from alongside.core.confidentiality.conditions import (
    Agreement,
    Consent,
    NotSelfReferred,
    Released,
    Unless,
    When,
)
from alongside.core.confidentiality.grants import ACTIONS, ALL, Row
from alongside.core.confidentiality.never import CONTENT, MENTORING, NEVER, RELATIONSHIPS, broken
from alongside.core.confidentiality.policy import fields_of

R = Relation

# For each invariant: rows that somebody might write one day by mistake.
PLANTED = {
    "topic_to_line": (
        Row("meeting_topic", "read", R.SPONSOR, ("topic",)),
        Row("meeting", "read", R.LINE_MANAGER, ("place",)),
        Row("meeting", "list", R.SPONSOR, ALL, Agreement("attendance")),
    ),
    "count_unagreed": (
        Row("meeting", "list", R.SPONSOR, ("count",)),
        Row("meeting", "list", R.SPONSOR, ("count",), Agreement("existence")),
        Row("meeting", "list", R.LINE_MANAGER, ("count",), Agreement("attendance")),
    ),
    "notes_to_office": (
        Row("private_note", "list", R.PROGRAMME_MANAGER, ("written_at",)),
        Row("private_note", "read", R.SPONSOR, ALL, Consent("supervision")),
        Row("private_note", "read", R.SAFEGUARDING_LEAD),
    ),
    "notes_to_client": (
        Row("private_note", "read", R.CLIENT),
        Row("private_note", "read", R.MENTEE, ("body",), Released("journal")),
    ),
    "notes_to_supervisor": (
        Row("private_note", "read", R.SUPERVISOR, ("extract",)),
        Row("private_note", "read", R.SUPERVISOR, ("body",), Consent("supervision")),
        Row("plan_step", "list", R.SUPERVISOR, ("behaviour",)),
    ),
    "notes_to_colleague": (
        Row("private_note", "read", R.COACH),
        Row("private_note", "list", R.MENTOR, ("written_at",)),
    ),
    "journal": (
        Row("journal_entry", "read", R.COACH),
        Row("journal_entry", "read", R.SPONSOR, ALL, Released("journal")),
    ),
    "need": (
        Row("need", "read", R.PROGRAMME_MANAGER, ("route",)),
        Row("need", "read", R.COACH, ("statement",)),
        Row("need", "list", R.CANDIDATE, ALL, Released("need")),
    ),
    "need_unasked": (
        Row("need_share", "read", R.REVIEWER),
        Row("need_share", "list", R.PROGRAMME_MANAGER, ("person",), When("asked_to_talk")),
    ),
    "route_to_line": (
        Row("programme_picture", "read", R.PROGRAMME_MANAGER, ("sensitive_routes",)),
        Row("programme_picture", "read", R.SPONSOR, ("needs",)),
        Row("need", "read", R.LINE_MANAGER, ("route",), Released("need")),
    ),
    "ratings_to_sponsor": (
        Row("gap_rating", "read", R.SPONSOR, ("current",), Agreement("ratings")),
        Row("attainment", "read", R.SPONSOR, ("score",), Released("attainment")),
    ),
    "ratings_to_line": (
        Row("gap_rating", "read", R.LINE_MANAGER, ("current",), NotSelfReferred()),
        Row("attainment", "list", R.LINE_MANAGER),
    ),
    "private_goal": (
        Row("private_goal", "read", R.SPONSOR, ALL, Agreement("review")),
        Row("private_goal", "list", R.SUPERVISOR, ("text",), Consent("supervision")),
    ),
    "mentoring_to_line": (
        Row("mentorship", "list", R.SPONSOR, ("state",), Agreement("existence")),
        Row("career_path", "read", R.LINE_MANAGER, ALL, Released("path")),
    ),
    "self_referred": (
        Row("engagement", "list", R.LINE_MANAGER, ("state",), Agreement("line_manager_existence")),
        Row("shared_goal", "read", R.LINE_MANAGER, ("text",), Agreement("line_manager_goals")),
        Row("invoice", "read", R.LINE_MANAGER),
    ),
    "decline_reason": (
        Row("decline_reason", "read", R.CANDIDATE),
        Row("decline_reason", "list", R.PROGRAMME_MANAGER, ("category",)),
    ),
    "concern_elsewhere": (
        Row("safety_concern", "list", R.PROGRAMME_MANAGER, ("state",)),
        Row("safety_concern", "read", R.COACH),
    ),
    "concern_to_its_subject": (
        Row("safety_concern", "read", R.SUBJECT, ("raised_at",)),
        Row("safety_concern", "read", R.SAFEGUARDING_LEAD),
    ),
    "lead_elsewhere": (
        Row("need", "read", R.SAFEGUARDING_LEAD, ALL, Released("need")),
        Row("message", "read", R.SAFEGUARDING_LEAD),
    ),
    "other_organisations": (
        Row("programme", "list", R.NONE, ("name",)),
        Row("account", "read", R.NONE, ("email",)),
        Row("need", "read", R.NONE),
        Row("demo_door", "run", R.NONE),
    ),
    "administrator_joins": (
        Row("engagement", "create", R.ORG_ADMIN),
        Row("mentorship", "edit", R.OPERATOR, ("state",)),
        Row("coach_offer", "decide", R.ORG_ADMIN),
    ),
    "administrator_reads": (
        Row("engagement", "read", R.ORG_ADMIN, ("parties",)),
        Row("meeting_topic", "read", R.OPERATOR),
        Row("coaching_agreement", "read", R.ORG_ADMIN, ("price",)),
    ),
    "manager_reads": (
        Row("message", "read", R.PROGRAMME_MANAGER, ("sent_at",)),
        Row("gap_rating", "list", R.PROGRAMME_MANAGER, ("current",)),
        Row("outcomes_report", "read", R.PROGRAMME_MANAGER, ("decline_categories",)),
        Row("meeting", "list", R.PROGRAMME_MANAGER),
    ),
    "feedback_too_small": (
        Row("feedback_summary", "read", R.SUBJECT),
        Row("response", "read", R.COACH, ("score",)),
    ),
    "candidate_early": (
        Row("need", "read", R.CANDIDATE),
        Row("coach_offer", "read", R.CANDIDATE),
        Row("proposal_pair", "read", R.CANDIDATE, ("why_not_others",)),
    ),
    "signing_for_others": (
        Row("coaching_agreement", "sign", R.PROGRAMME_MANAGER),
        Row("journal_entry", "release", R.COACH),
    ),
    "supervisor_names": (
        Row("engagement", "list", R.SUPERVISOR, ("parties",), Consent("supervision")),
        Row("qualification", "decide", R.ASSESSOR),
        Row("qualification", "decide", R.PROGRAMME_MANAGER, ALL, Unless(R.CANDIDATE)),
    ),
    "two_party_part": (
        Row("coaching_agreement", "read", R.SPONSOR),
        Row("review", "read", R.SPONSOR, ("two_party_part",), Agreement("review")),
        Row("message", "read", R.SPONSOR),
        Row("outbox_mail", "list", R.OPERATOR),
    ),
}


def test_the_policy_breaks_no_invariant():
    assert [(never.sentence, row) for never, row in broken(POLICY)] == []


def test_there_are_twenty_eight_invariants_each_a_sentence_with_its_own_key():
    assert len(NEVER) == len({never.key for never in NEVER}) == len({never.sentence for never in NEVER}) == 28
    assert all(never.sentence[0].isupper() and never.sentence.endswith(".") for never in NEVER)


def test_every_invariant_has_rows_planted_against_it():
    assert set(PLANTED) == {never.key for never in NEVER}


@pytest.mark.parametrize(
    ("key", "row"),
    [(key, row) for key, rows in PLANTED.items() for row in rows],
    ids=lambda value: value if isinstance(value, str) else f"{value.resource}-{value.relation}",
)
def test_an_invariant_notices_a_planted_row(key, row):
    assert row.resource in RESOURCES
    assert row.action in ACTIONS
    assert set(fields_of(row)) <= set(RESOURCES[row.resource].fields)
    assert key in {never.key for never, _ in broken((*POLICY, row))}


def test_the_groups_of_resources_named_in_the_list_exist():
    assert set(CONTENT) | set(MENTORING) | set(RELATIONSHIPS) <= set(RESOURCES)


@pytest.mark.parametrize("resource", sorted(CONTENT))
@pytest.mark.parametrize(
    "relation", [R.SPONSOR, R.LINE_MANAGER, R.ORG_ADMIN, R.OPERATOR, R.PROGRAMME_MANAGER, R.SAFEGUARDING_LEAD]
)
def test_no_content_could_be_opened_to_an_office_or_to_the_line_unnoticed(resource, relation):
    noticed = broken((Row(resource, "read", relation),))
    assert noticed
