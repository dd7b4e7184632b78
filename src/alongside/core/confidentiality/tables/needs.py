"""Who may see a need, what was recommended, and the rules behind it."""

from alongside.core.confidentiality.conditions import AtLeast, Released, When
from alongside.core.confidentiality.grants import ALL, Grant, Resource
from alongside.core.confidentiality.relations import Relation

AUTHOR, NONE = Relation.AUTHOR, Relation.NONE
COACH, MENTOR, REVIEWER = Relation.COACH, Relation.MENTOR, Relation.REVIEWER
ADMIN, SAME_ORG = Relation.ORG_ADMIN, Relation.SAME_ORG
THE_PERSON = (Relation.CLIENT, Relation.MENTEE)

RESOURCES = (
    Resource(
        "need",
        "a need",
        ("statement", "answers", "route", "reasons", "choice"),
        written_by=THE_PERSON,
        confidential=True,
    ),
    Resource(
        "need_share",
        "a need somebody asked to talk over",
        ("statement", "answers", "route", "reasons", "person", "reply"),
        written_by=THE_PERSON,
        confidential=True,
    ),
    Resource(
        "need_follow_up",
        "what somebody says afterwards of the help they chose",
        ("answer", "would_have_been", "words"),
        written_by=THE_PERSON,
        confidential=True,
    ),
    Resource("triage_rules", "the rules behind a recommendation", ("version", "weights", "phrases", "cases")),
    Resource("triage_calibration", "how often recommendations were kept and right", ("versions", "figures")),
)

GRANTS = (
    # The questions can be answered without an account; then the author is whoever holds the session.
    Grant("need", "create", (NONE,)),
    Grant("need", "read list edit decide release close", (AUTHOR,)),
    Grant("need", "read", (COACH, MENTOR), ALL, Released("need")),
    # What somebody says afterwards opens to nobody, not even to whom the need itself was released.
    Grant("need_follow_up", "read list create edit close", (AUTHOR,)),
    Grant("need_share", "read list create edit close", (AUTHOR,)),
    Grant("need_share", "read list", (REVIEWER,), ALL, When("asked_to_talk")),
    Grant("need_share", "edit", (REVIEWER,), ("reply",), When("asked_to_talk")),
    Grant("triage_rules", "read", (SAME_ORG,), ("version", "weights", "phrases")),
    Grant("triage_rules", "read list create edit run publish close", (ADMIN,)),
    # The gate for small groups judges each figure by itself; these rows say where it stands.
    Grant("triage_calibration", "read", (ADMIN,), ("versions",)),
    Grant("triage_calibration", "read", (ADMIN,), ("figures",), AtLeast(10)),
)
