"""Who may see and change programmes, enrolments and imports."""

from alongside.core.confidentiality.conditions import When
from alongside.core.confidentiality.grants import ALL, Grant, Resource
from alongside.core.confidentiality.relations import Relation

SUBJECT, SAME_ORG = Relation.SUBJECT, Relation.SAME_ORG
MANAGER, ADMIN = Relation.PROGRAMME_MANAGER, Relation.ORG_ADMIN

RESOURCES = (
    Resource(
        "programme", "a programme", ("name", "about", "kind", "state", "joining", "settings", "managers")
    ),
    Resource(
        "enrolment", "an enrolment", ("person", "role", "state", "answers", "places"), confidential=True
    ),
    Resource("import", "an import", ("file", "mapping", "problems", "state", "counts"), confidential=True),
)

GRANTS = (
    Grant("programme", "read list", (SAME_ORG,), ("name", "about", "kind", "state", "joining")),
    Grant("programme", "read list edit publish close", (MANAGER,)),
    Grant("programme", "read list create edit", (ADMIN,), ("name", "about", "kind", "state", "managers")),
    Grant("enrolment", "create", (SAME_ORG,), ALL, When("enrolment_open")),
    Grant("enrolment", "create", (SUBJECT,), ALL, When("invited")),
    Grant("enrolment", "read list edit close", (SUBJECT,)),
    Grant("enrolment", "read list create edit decide close", (MANAGER,)),
    Grant("import", "read list create edit run close", (MANAGER,)),
)
