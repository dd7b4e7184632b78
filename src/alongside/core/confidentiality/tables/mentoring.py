"""Who may see what of a mentorship. A sponsor or a line manager has no line here, and never will."""

from alongside.core.confidentiality.conditions import Released
from alongside.core.confidentiality.grants import ALL, Grant, Resource
from alongside.core.confidentiality.relations import Relation

MENTEE, MENTOR, CANDIDATE = Relation.MENTEE, Relation.MENTOR, Relation.CANDIDATE
SUBJECT = Relation.SUBJECT
MANAGER, ADMIN = Relation.PROGRAMME_MANAGER, Relation.ORG_ADMIN
BOTH_SIDES = (MENTEE, MENTOR)

RESOURCES = (
    Resource(
        "mentorship",
        "a mentorship",
        ("parties", "state", "dates", "request", "cadence", "depth", "history"),
        confidential=True,
    ),
    Resource(
        "mentorship_agreement",
        "a mentorship agreement",
        ("exists", "parties", "expectations", "boundaries", "cadence", "ending"),
        confidential=True,
    ),
    Resource(
        "mentor_portfolio",
        "a mentor's portfolio",
        ("mentees", "stages", "working_on", "last_contact", "asked", "load", "full_for_now"),
        confidential=True,
    ),
    Resource(
        "career_path",
        "a path",
        ("talents", "to_build", "milestones", "next_roles", "experiences", "people"),
        written_by=(MENTEE,),
        confidential=True,
    ),
)

GRANTS = (
    # Asked for from one's own need or one's own place in a programme.
    Grant("mentorship", "create", (MENTEE, Relation.AUTHOR, SUBJECT)),
    Grant("mentorship", "read list edit close", BOTH_SIDES),
    Grant("mentorship", "read list decide", (CANDIDATE,), ("parties", "state", "request", "dates")),
    Grant("mentorship", "read list", (MANAGER,), ("parties", "state", "dates")),
    Grant("mentorship", "list", (ADMIN,), ("state", "dates")),
    Grant("mentorship_agreement", "read create edit sign", BOTH_SIDES),
    Grant("mentorship_agreement", "read", (MANAGER,), ("exists",)),
    Grant("mentor_portfolio", "read edit", (SUBJECT,)),
    # The path outlives any one mentor, so a mentor sees it when the mentee opens it to them.
    Grant("career_path", "read list create edit release close", (MENTEE, Relation.AUTHOR, SUBJECT)),
    Grant("career_path", "read list", (MENTOR,), ALL, Released("path")),
)
