"""Who may see a safety concern, and what everyone can look up about their own data."""

from alongside.core.confidentiality.conditions import Unless
from alongside.core.confidentiality.grants import ALL, Grant, Resource
from alongside.core.confidentiality.relations import Relation

AUTHOR, SUBJECT, SAME_ORG = Relation.AUTHOR, Relation.SUBJECT, Relation.SAME_ORG
LEAD = Relation.SAFEGUARDING_LEAD

RESOURCES = (
    Resource(
        "safety_concern",
        "a safety concern",
        ("text", "about", "raised_at", "state", "answer", "handling"),
        written_by=(Relation.CLIENT, Relation.MENTEE, Relation.COACH, Relation.MENTOR),
        confidential=True,
    ),
    Resource("access_log", "who looked at what", ("who", "what_kind", "looked_at"), confidential=True),
    Resource("own_privacy", "my privacy page", ("who_sees", "releases", "consents", "looks", "copies")),
)

GRANTS = (
    Grant("safety_concern", "create", (SAME_ORG,)),
    Grant("safety_concern", "read list", (AUTHOR,), ("text", "about", "raised_at", "state", "answer")),
    Grant("safety_concern", "read list edit decide close", (LEAD,), ALL, Unless(SUBJECT)),
    Grant("access_log", "read list", (SUBJECT,)),
    Grant("access_log", "list", (AUTHOR,), ("what_kind", "looked_at")),
    Grant("access_log", "list", (Relation.ORG_ADMIN,), ("what_kind", "looked_at")),
    Grant("own_privacy", "read edit release close", (SUBJECT,)),
)
