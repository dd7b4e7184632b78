"""Who may see what of a coaching engagement: the agreement, the gap, the goals, the steps, the reviews."""

from alongside.core.confidentiality.conditions import Agreement, Both, Consent, NotSelfReferred, Released
from alongside.core.confidentiality.grants import ALL, Grant, Resource
from alongside.core.confidentiality.relations import Relation

CLIENT, COACH, SPONSOR = Relation.CLIENT, Relation.COACH, Relation.SPONSOR
LINE_MANAGER, SUPERVISOR = Relation.LINE_MANAGER, Relation.SUPERVISOR
MENTEE, MENTOR = Relation.MENTEE, Relation.MENTOR
MANAGER, ADMIN = Relation.PROGRAMME_MANAGER, Relation.ORG_ADMIN
BOTH_SIDES = (CLIENT, COACH)
FOR_SUPERVISION = Consent("supervision")

RESOURCES = (
    Resource(
        "engagement",
        "a coaching engagement",
        ("parties", "state", "dates", "progress", "schedule", "sponsor", "history"),
        confidential=True,
    ),
    Resource(
        "coaching_agreement",
        "a coaching agreement",
        ("exists", "parties", "three_party_part", "price", "two_party_part"),
        confidential=True,
    ),
    Resource(
        "gap_rating",
        "a skill rating",
        ("skill", "required", "current", "importance", "rater", "evidence"),
        confidential=True,
    ),
    Resource("private_goal", "a private goal", ("text", "levels", "versions"), confidential=True),
    Resource("shared_goal", "a shared goal", ("text", "levels", "versions"), confidential=True),
    Resource("attainment", "how far a goal was reached", ("level", "score", "note"), confidential=True),
    Resource(
        "plan_step",
        "a step of the plan",
        ("behaviour", "situation", "support", "rule", "due_on", "state", "evidence"),
        confidential=True,
    ),
    Resource(
        "practice_entry",
        "an entry in the practice log",
        ("aspect", "repetitions", "feedback", "next_time"),
        confidential=True,
    ),
    Resource(
        "review",
        "a review",
        ("kind", "due_on", "decision", "three_party_part", "sponsor_part", "two_party_part"),
        confidential=True,
    ),
    Resource("invoice", "an invoice", ("number", "amount", "state", "dates"), confidential=True),
)

SHOWN_TO_SUPERVISOR = ("behaviour", "situation", "support", "rule", "state")

GRANTS = (
    Grant("engagement", "read list edit close", BOTH_SIDES),
    # Asked for from one's own need or one's own place in a programme.
    Grant("engagement", "create", (CLIENT, Relation.AUTHOR, Relation.SUBJECT)),
    Grant("engagement", "read list", (SPONSOR,), ("parties", "state"), Agreement("existence")),
    Grant(
        "engagement",
        "read list",
        (LINE_MANAGER,),
        ("parties", "state"),
        Both(Agreement("line_manager_existence"), NotSelfReferred()),
    ),
    Grant(
        "engagement",
        "read list create edit",
        (MANAGER,),
        ("parties", "state", "dates", "progress", "sponsor"),
    ),
    # Any party may leave, and the programme may end what cannot go on; neither learns anything by it.
    Grant("engagement", "close", (SPONSOR,), ("state",), Agreement("existence")),
    Grant("engagement", "close", (MANAGER,), ("state",)),
    Grant("engagement", "list", (ADMIN,), ("state", "dates")),
    Grant("coaching_agreement", "read create edit sign", BOTH_SIDES),
    Grant("coaching_agreement", "read sign", (SPONSOR,), ("exists", "parties", "three_party_part", "price")),
    Grant(
        "coaching_agreement",
        "read",
        (LINE_MANAGER,),
        ("three_party_part",),
        Both(Agreement("line_manager_agreement"), NotSelfReferred()),
    ),
    Grant("coaching_agreement", "read", (MANAGER,), ("exists", "three_party_part", "price")),
    Grant("gap_rating", "read list create edit", (CLIENT, COACH, MENTEE)),
    Grant("gap_rating", "release", (CLIENT, MENTEE)),
    Grant("gap_rating", "read list", (MENTOR,), ALL, Released("ratings")),
    Grant(
        "gap_rating",
        "read list",
        (SPONSOR,),
        ("skill", "required", "current"),
        Both(Agreement("ratings"), Released("ratings")),
    ),
    Grant(
        "gap_rating",
        "read list",
        (LINE_MANAGER,),
        ("skill", "required", "current"),
        Both(Released("ratings"), NotSelfReferred()),
    ),
    Grant("private_goal", "read list create edit close", (CLIENT,)),
    Grant("private_goal", "read list", (COACH,)),
    Grant("shared_goal", "read list create edit close", BOTH_SIDES),
    Grant("shared_goal", "read list", (SPONSOR,)),
    Grant(
        "shared_goal",
        "read list",
        (LINE_MANAGER,),
        ("text", "levels"),
        Both(Agreement("line_manager_goals"), NotSelfReferred()),
    ),
    Grant("attainment", "read list create edit", BOTH_SIDES),
    Grant("attainment", "release", (CLIENT,)),
    Grant(
        "attainment",
        "read",
        (SPONSOR,),
        ("level", "score"),
        Both(Agreement("attainment"), Released("attainment")),
    ),
    Grant(
        "attainment",
        "read",
        (LINE_MANAGER,),
        ("level", "score"),
        Both(Released("attainment"), NotSelfReferred()),
    ),
    Grant("plan_step", "read list create edit decide close", BOTH_SIDES),
    Grant("plan_step", "read list", (SUPERVISOR,), SHOWN_TO_SUPERVISOR, FOR_SUPERVISION),
    Grant("practice_entry", "read list create edit", (CLIENT,)),
    Grant("practice_entry", "read list", (COACH,)),
    Grant("review", "read list create edit decide close", BOTH_SIDES),
    Grant(
        "review",
        "read",
        (SPONSOR,),
        ("kind", "due_on", "decision", "three_party_part", "sponsor_part"),
        Agreement("review"),
    ),
    Grant("review", "edit", (SPONSOR,), ("sponsor_part",), Agreement("review")),
    Grant("invoice", "read list create edit", (COACH,)),
    Grant("invoice", "read list", (CLIENT, SPONSOR, MANAGER)),
)
