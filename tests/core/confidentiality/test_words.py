"""The sentence beside a field says what the table says."""

import pytest

from alongside.core.confidentiality import RESOURCES, Facts, Relation, UnknownNameError, may
from alongside.core.confidentiality.conditions import CLAUSES
from alongside.core.confidentiality.words import what_passes, who_can_see

R = Relation
ATTENDANCE = Facts(agreed=frozenset({"attendance"}))
SHARED_RATINGS = Facts(agreed=frozenset({"ratings"}), released=frozenset({("ratings", R.SPONSOR)}))
JOURNAL = Facts(released=frozenset({("journal", R.COACH)}))
SUPERVISED = Facts(consents=frozenset({"supervision"}))


@pytest.mark.parametrize(
    ("resource", "field", "facts", "viewer", "sentence"),
    [
        ("meeting_topic", "topic", Facts(), R.CLIENT, "You and your coach."),
        ("meeting_topic", "topic", Facts(), R.COACH, "You and your client."),
        ("meeting_topic", "topic", Facts(), R.MENTEE, "You and your mentor."),
        ("private_note", "body", Facts(), R.COACH, "Only you."),
        ("private_note", "body", Facts(), R.CLIENT, "Only your coach."),
        (
            "private_note",
            "extract",
            SUPERVISED,
            R.COACH,
            "You, and your supervisor because your client consented to it.",
        ),
        ("journal_entry", "body", Facts(), R.CLIENT, "Only you."),
        ("journal_entry", "body", JOURNAL, R.CLIENT, "You, and your coach because you released it."),
        ("gap_rating", "current", Facts(), R.CLIENT, "You and your coach."),
        (
            *("gap_rating", "current", SHARED_RATINGS, R.CLIENT),
            "You, your coach, and your sponsor because the agreement says so and you released it.",
        ),
        ("need", None, Facts(), None, "Only you."),
        ("career_path", None, Facts(), None, "Only you."),
        ("safety_concern", "text", Facts(), R.COACH, "You and the safeguarding leads."),
        ("decline_reason", None, Facts(), R.MENTEE, "Only you."),
        ("programme", "about", Facts(), None, "Everyone in your organisation."),
        (
            *("person_profile", "about", Facts(offers_help=True), R.SUBJECT),
            "Everyone in your organisation because you offer help in a programme.",
        ),
        ("public_page", None, Facts(), None, "Anyone."),
        ("demo_door", None, Facts(), None, "Nobody."),
        ("shared_goal", "text", Facts(), R.SPONSOR, "You, the client and the coach."),
    ],
)
def test_the_sentence_names_who_can_see_it(resource, field, facts, viewer, sentence):
    assert who_can_see(resource, field, facts, viewer=viewer) == sentence


def test_a_sponsor_who_does_not_exist_is_not_named():
    two = frozenset({R.CLIENT, R.COACH})
    assert who_can_see("shared_goal", "text", viewer=R.CLIENT) == "You, your coach and your sponsor."
    assert who_can_see("shared_goal", "text", viewer=R.CLIENT, present=two) == "You and your coach."


def test_the_sentence_changes_when_the_agreement_does():
    present = frozenset({R.CLIENT, R.COACH, R.SPONSOR})
    before = who_can_see("meeting", "count", viewer=R.CLIENT, present=present)
    after = who_can_see("meeting", "count", ATTENDANCE, viewer=R.CLIENT, present=present)
    assert before == "You and your coach."
    assert after == "You, your coach, and your sponsor because the agreement says so."


@pytest.mark.parametrize(
    ("resource", "field"), [(r.name, field) for r in RESOURCES.values() for field in (*r.fields, None)]
)
@pytest.mark.parametrize("viewer", [None, R.CLIENT, R.MENTOR])
def test_every_field_has_a_sentence(resource, field, viewer):
    sentence = who_can_see(resource, field, viewer=viewer)
    assert sentence[0].isupper() and sentence.endswith(".")
    assert len(sentence) < 160


@pytest.mark.parametrize(
    ("resource", "field"),
    [(r.name, field) for r in RESOURCES.values() for field in r.fields if r.confidential],
)
@pytest.mark.parametrize("relation", [R.SPONSOR, R.LINE_MANAGER, R.PROGRAMME_MANAGER])
def test_somebody_is_named_exactly_when_the_table_lets_them_look(resource, field, relation):
    facts = Facts(agreed=frozenset(CLAUSES), self_referred=False)
    verdicts = [may(resource, action, frozenset({relation}), facts) for action in ("read", "list")]
    looks = any(verdict.allowed and field in verdict.fields for verdict in verdicts)
    named = relation.replace("_", " ") in who_can_see(resource, field, facts, viewer=R.CLIENT)
    assert named == looks


def test_unknown_names_are_refused():
    with pytest.raises(UnknownNameError):
        who_can_see("meeting", "colour")
    with pytest.raises(UnknownNameError):
        what_passes("everything")


@pytest.mark.parametrize("clause", CLAUSES)
def test_every_clause_says_from_the_table_what_it_lets_pass(clause):
    assert what_passes(clause)
    to_whom = "The line manager: " if clause.startswith("line_manager") else "The sponsor: "
    assert all(line.startswith(to_whom) for line in what_passes(clause))


def test_the_attendance_clause_lets_a_count_pass_and_nothing_more():
    assert what_passes("attendance") == ("The sponsor: of a session, how many",)


def test_a_path_belongs_to_the_mentee_however_they_come_to_it():
    assert who_can_see("career_path", "talents", viewer=R.MENTEE) == "Only you."
    released = Facts(released=frozenset({("path", R.MENTOR)}))
    assert who_can_see("career_path", "talents", released) == "You, and your mentor because you released it."


def test_the_owner_of_a_path_is_one_person_to_the_mentor_too() -> None:
    released = Facts(released=frozenset({("path", Relation.MENTOR)}))
    assert who_can_see("career_path", facts=released, viewer=Relation.MENTOR) == "You and your mentee."
