"""Who may see and change accounts, organisations, profiles and qualifications."""

from alongside.core.confidentiality.conditions import Unless, When
from alongside.core.confidentiality.grants import ALL, Grant, Resource
from alongside.core.confidentiality.relations import Relation

CANDIDATE, CLIENT, COACH = Relation.CANDIDATE, Relation.CLIENT, Relation.COACH
MENTEE, MENTOR, SUBJECT = Relation.MENTEE, Relation.MENTOR, Relation.SUBJECT
MANAGER, ADMIN, OPERATOR = Relation.PROGRAMME_MANAGER, Relation.ORG_ADMIN, Relation.OPERATOR
ASSESSOR, SAME_ORG = Relation.ASSESSOR, Relation.SAME_ORG
OFFERS_HELP = When("offers_help")

RESOURCES = (
    Resource("account", "an account", ("name", "email", "state", "sign_in", "sessions")),
    Resource("organisation", "an organisation", ("name", "state", "settings", "people", "leads")),
    Resource("invitation", "an invitation", ("organisation", "programme", "role", "state", "email")),
    Resource(
        "person_profile",
        "a profile",
        (
            *("name", "about", "photo", "skills_offered", "roles_held", "languages", "formats"),
            *("full_for_now", "time_zone", "free_time", "places", "load", "contact", "conflicts"),
        ),
        confidential=True,
    ),
    Resource("qualification", "a qualification", ("title", "issuer", "dates", "verified", "evidence")),
)

SHOWN_TO_MEMBERS = (
    *("name", "about", "photo", "skills_offered", "roles_held", "languages", "formats"),
    "full_for_now",
)
NEEDED_TO_MEET = ("name", "photo", "languages", "formats", "time_zone")
NEEDED_TO_MATCH = (*SHOWN_TO_MEMBERS, "time_zone", "free_time", "places", "load")

GRANTS = (
    Grant("account", "read edit close", (SUBJECT,)),
    Grant("account", "read list create close", (ADMIN,), ("name", "email", "state")),
    Grant("account", "create", (OPERATOR,), ("name", "email", "state")),
    Grant("account", "list", (OPERATOR,), ("state",)),
    Grant("organisation", "read", (SAME_ORG,), ("name", "leads")),
    Grant("organisation", "read edit", (ADMIN,)),
    Grant("organisation", "read list create close", (OPERATOR,), ("name", "state")),
    Grant("invitation", "read decide", (SUBJECT,)),
    Grant("invitation", "read list create close", (MANAGER, ADMIN)),
    Grant("person_profile", "read edit", (SUBJECT,)),
    Grant("person_profile", "read list", (SAME_ORG,), SHOWN_TO_MEMBERS, OFFERS_HELP),
    Grant("person_profile", "read", (CLIENT, MENTEE), (*SHOWN_TO_MEMBERS, "time_zone"), OFFERS_HELP),
    Grant("person_profile", "read", (COACH, MENTOR), NEEDED_TO_MEET),
    Grant("person_profile", "read", (CANDIDATE,), ("name", "photo", "languages", "formats")),
    Grant("person_profile", "read list create edit", (MANAGER,), NEEDED_TO_MATCH),
    Grant("qualification", "read list create edit", (SUBJECT,)),
    Grant(
        "qualification",
        "read list",
        (SAME_ORG, CLIENT, MENTEE),
        ("title", "issuer", "verified"),
        OFFERS_HELP,
    ),
    Grant("qualification", "read list decide", (MANAGER, ASSESSOR), ALL, Unless(SUBJECT)),
)
