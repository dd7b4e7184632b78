"""Who may see what both kinds of relationship share: sessions, notes, actions, messages, signatures."""

from alongside.core.confidentiality.conditions import Agreement, Consent, Released, When
from alongside.core.confidentiality.grants import ALL, Grant, Resource
from alongside.core.confidentiality.relations import Relation

AUTHOR, SUBJECT = Relation.AUTHOR, Relation.SUBJECT
SPONSOR, SUPERVISOR = Relation.SPONSOR, Relation.SUPERVISOR
MANAGER, ADMIN = Relation.PROGRAMME_MANAGER, Relation.ORG_ADMIN
HELPED = (Relation.CLIENT, Relation.MENTEE)
PRACTITIONERS = (Relation.COACH, Relation.MENTOR)
BOTH_SIDES = HELPED + PRACTITIONERS
FOR_SUPERVISION = Consent("supervision")

RESOURCES = (
    Resource("meeting", "a session", ("held", "dates", "count", "place", "link"), confidential=True),
    Resource("meeting_topic", "what a session is about", ("topic", "agenda"), confidential=True),
    Resource(
        "private_note",
        "a practitioner's private note",
        ("body", "written_at", "extract"),
        written_by=PRACTITIONERS,
        confidential=True,
    ),
    Resource("shared_note", "a shared note", ("body", "written_at", "extract"), confidential=True),
    Resource("action_item", "an agreed action", ("text", "due_on", "state", "extract"), confidential=True),
    Resource(
        "journal_entry", "a journal entry", ("body", "written_at"), written_by=HELPED, confidential=True
    ),
    Resource("message", "a message", ("body", "sender", "sent_at"), confidential=True),
    Resource("signature", "a signature", ("signer", "signed_at", "content_hash"), confidential=True),
)

GRANTS = (
    Grant("meeting", "read list create edit close", BOTH_SIDES),
    Grant("meeting", "list", (SPONSOR,), ("count",), Agreement("attendance")),
    Grant("meeting", "list", (MANAGER,), ("held", "dates", "count")),
    Grant("meeting", "list", (ADMIN,), ("count",)),
    Grant("meeting_topic", "read list create edit", BOTH_SIDES),
    Grant("private_note", "create", PRACTITIONERS),
    Grant("private_note", "read list edit close", (AUTHOR,)),
    Grant("private_note", "read", HELPED, ("body", "written_at"), When("access_request")),
    Grant("private_note", "read", (SUPERVISOR,), ("extract",), FOR_SUPERVISION),
    Grant("shared_note", "read list create edit close", BOTH_SIDES),
    Grant("shared_note", "read", (SUPERVISOR,), ("extract",), FOR_SUPERVISION),
    Grant("action_item", "read list create edit close", BOTH_SIDES),
    Grant("action_item", "read", (SUPERVISOR,), ("extract",), FOR_SUPERVISION),
    Grant("journal_entry", "create", (*HELPED, SUBJECT)),
    Grant("journal_entry", "read list edit release close", (AUTHOR,)),
    Grant("journal_entry", "read list", PRACTITIONERS, ALL, Released("journal")),
    Grant("message", "read list create", BOTH_SIDES),
    Grant("message", "edit", (AUTHOR,)),
    Grant("signature", "read list", (*BOTH_SIDES, SPONSOR)),
)
