"""Who may see answers to questions about the help, and the figures made from them."""

from alongside.core.confidentiality.conditions import AtLeast, Consent, Released
from alongside.core.confidentiality.grants import ALL, Grant, Resource
from alongside.core.confidentiality.relations import Relation

AUTHOR, SUBJECT, SPONSOR = Relation.AUTHOR, Relation.SUBJECT, Relation.SPONSOR
SUPERVISOR, MANAGER = Relation.SUPERVISOR, Relation.PROGRAMME_MANAGER
ADMIN = Relation.ORG_ADMIN
HELPED = (Relation.CLIENT, Relation.MENTEE)
PRACTITIONERS = (Relation.COACH, Relation.MENTOR)
# The gate for small groups judges each figure by itself; these rows say where it stands.
ENOUGH, ENOUGH_IF_SENSITIVE, ENOUGH_FOR_SPONSORS = AtLeast(5), AtLeast(10), AtLeast(8)

RESOURCES = (
    Resource("response", "answers to a questionnaire", ("answers", "score"), HELPED, confidential=True),
    Resource("feedback_summary", "feedback from several people", ("means", "asked", "answered")),
    Resource(
        "practitioner_log", "a practitioner's log", ("hours", "supervision", "entries"), confidential=True
    ),
    Resource("programme_picture", "need against supply", ("supply", "needs", "waiting", "sensitive_routes")),
    Resource("relationship_health", "how a relationship is doing", ("parties", "state", "rhythm")),
    Resource("outcomes_report", "outcomes", ("funnel", "change", "recommend", "decline_categories")),
)

GRANTS = (
    Grant("response", "create", HELPED + PRACTITIONERS),
    Grant("response", "read list edit release", (AUTHOR,)),
    Grant("response", "read", PRACTITIONERS, ALL, Released("response")),
    Grant("feedback_summary", "read", (SUBJECT,), ALL, ENOUGH),
    Grant("practitioner_log", "read list create edit", (AUTHOR,)),
    Grant("practitioner_log", "list", (MANAGER,), ("hours",)),
    Grant("practitioner_log", "read edit", (SUPERVISOR,), ("supervision",), Consent("supervision")),
    Grant("programme_picture", "read", (MANAGER, ADMIN), ("supply", "needs", "waiting")),
    Grant("programme_picture", "read", (MANAGER,), ("sensitive_routes",), ENOUGH_IF_SENSITIVE),
    Grant("relationship_health", "read list", (MANAGER,)),
    Grant("outcomes_report", "read", (MANAGER,), ("funnel",)),
    Grant("outcomes_report", "read publish", (MANAGER,), ("change", "recommend"), ENOUGH),
    Grant("outcomes_report", "read", (MANAGER,), ("decline_categories",), ENOUGH_IF_SENSITIVE),
    Grant("outcomes_report", "read", (SPONSOR,), ("funnel", "change", "recommend"), ENOUGH_FOR_SPONSORS),
)
