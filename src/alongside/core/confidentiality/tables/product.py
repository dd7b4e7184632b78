"""Who may see the pages of the product itself: today, public pages, mail waiting to go, the demo."""

from alongside.core.confidentiality.conditions import When
from alongside.core.confidentiality.grants import ALL, Grant, Resource
from alongside.core.confidentiality.relations import Relation

SUBJECT, OPERATOR, NONE = Relation.SUBJECT, Relation.OPERATOR, Relation.NONE
IN_DEMO = When("in_demo")

RESOURCES = (
    Resource("own_today", "my day", ("next", "waiting", "relationships")),
    Resource("public_page", "a public page", ("text",)),
    Resource("usage_choice", "the choice about usage statistics", ("choice",)),
    Resource("outbox_mail", "mail waiting to go", ("kind", "state", "attempts", "recipient", "text")),
    Resource("demo_door", "the door of the demo", ("cast",)),
    Resource("system_health", "the state of the install", ("versions", "backlog", "backups")),
)

GRANTS = (
    Grant("own_today", "read", (SUBJECT,)),
    Grant("public_page", "read list", (NONE,)),
    Grant("usage_choice", "read decide", (NONE,)),
    Grant("outbox_mail", "list", (OPERATOR,), ("kind", "state", "attempts")),
    Grant("outbox_mail", "run", (OPERATOR,), ("kind", "state", "attempts")),
    Grant("outbox_mail", "read list", (NONE,), ALL, IN_DEMO),
    Grant("demo_door", "read run", (NONE,), ALL, IN_DEMO),
    Grant("system_health", "read", (OPERATOR,)),
)
