"""Who may see how people are matched, what was proposed, and who was offered or asked."""

from alongside.core.confidentiality.conditions import Unless, When
from alongside.core.confidentiality.grants import ALL, Grant, Resource
from alongside.core.confidentiality.relations import PARTIES, Relation

AUTHOR, CANDIDATE, CLIENT = Relation.AUTHOR, Relation.CANDIDATE, Relation.CLIENT
MANAGER, SUBJECT = Relation.PROGRAMME_MANAGER, Relation.SUBJECT
EITHER_SIDE = (*sorted(PARTIES), CANDIDATE)

RESOURCES = (
    Resource("match_rules", "the rules of matching", ("criteria", "weights", "aim")),
    Resource("match_run", "a matching run", ("rules", "state", "figures", "certificate"), confidential=True),
    Resource(
        "proposal_pair",
        "a proposed pair",
        ("parties", "state", "because", "all_findings", "why_not_others", "locked"),
        confidential=True,
    ),
    Resource("suggestion", "a suggestion", ("practitioner", "because", "state"), confidential=True),
    Resource("mentor_list", "a list of mentors to ask", ("mentors", "words", "state"), confidential=True),
    Resource(
        "stuck_search",
        "a search that found nobody",
        ("parties", "state", "because", "tried", "words"),
        confidential=True,
    ),
    Resource(
        "coach_offer",
        "an offered coach",
        ("parties", "skills", "state", "talk_on", "because"),
        confidential=True,
    ),
    Resource(
        "decline_reason",
        "the reason for a no or a change",
        ("category", "text"),
        written_by=EITHER_SIDE,
        confidential=True,
    ),
)

GRANTS = (
    Grant("match_rules", "read edit", (MANAGER,)),
    Grant("match_run", "read list create edit run publish close", (MANAGER,)),
    Grant("proposal_pair", "read list edit", (MANAGER,)),
    Grant(
        "proposal_pair", "read list decide", (SUBJECT,), ("parties", "state", "because"), When("published")
    ),
    Grant("suggestion", "read list decide", (SUBJECT,)),
    Grant("mentor_list", "read list create edit close", (SUBJECT,)),
    Grant("stuck_search", "read list create close", (SUBJECT,)),
    Grant("stuck_search", "read list decide", (MANAGER,), ALL, Unless(SUBJECT)),
    Grant("coach_offer", "read list decide", (CLIENT,)),
    Grant("coach_offer", "read list decide", (CANDIDATE,), ("parties", "skills", "state", "talk_on")),
    Grant("coach_offer", "read list", (MANAGER,)),
    Grant("coach_offer", "create close", (MANAGER,), ALL, Unless(CANDIDATE)),
    Grant("decline_reason", "create", EITHER_SIDE),
    Grant("decline_reason", "read edit", (AUTHOR,)),
)
