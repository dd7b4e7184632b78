"""Who may see and change an organisation's catalogue of skills."""

from alongside.core.confidentiality.grants import Grant, Resource
from alongside.core.confidentiality.relations import Relation

RESOURCES = (
    Resource("skill", "a skill of the catalogue", ("name", "category", "description", "key", "retired")),
)

GRANTS = (
    Grant("skill", "read list", (Relation.SAME_ORG,), ("name", "category", "description")),
    Grant("skill", "read list create edit close", (Relation.PROGRAMME_MANAGER, Relation.ORG_ADMIN)),
)
