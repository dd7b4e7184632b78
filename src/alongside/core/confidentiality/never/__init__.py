"""What must never be, written by hand and apart from the policy, so that one can catch the other.

Each invariant is a sentence and a question about one row of the policy; a row for which the answer is yes
breaks it. Nothing here is derived from the policy's own tables.
"""

from collections.abc import Iterable

from alongside.core.confidentiality.conditions import (
    Agreement,
    AtLeast,
    Consent,
    NotSelfReferred,
    Released,
    Unless,
    When,
)
from alongside.core.confidentiality.grants import Row
from alongside.core.confidentiality.never.breaks import (
    Never,
    either,
    everyone_but,
    gives_the_lead_another_door,
    lets_somebody_else_release,
    lets_somebody_else_sign,
    names_the_client_to_a_supervisor,
    opens,
    opens_before_anything_is_agreed,
    opens_to_everyone_more_than_the_front_door,
)
from alongside.core.confidentiality.relations import Relation

R = Relation
OFFICES = frozenset({R.PROGRAMME_MANAGER, R.ORG_ADMIN, R.OPERATOR, R.SAFEGUARDING_LEAD, R.SAME_ORG, R.NONE})
THE_LINE = frozenset({R.SPONSOR, R.LINE_MANAGER})
ADMINISTRATORS = frozenset({R.ORG_ADMIN, R.OPERATOR})
OUTSIDERS = THE_LINE | OFFICES | {R.SUPERVISOR, R.ASSESSOR, R.REVIEWER, R.CANDIDATE}
LOOKING = ("read", "list")
ALL_BUT_CREATE = (*LOOKING, "edit", "decide", "sign", "run", "publish", "release", "close")

# What was said, written or felt inside a relationship.
CONTENT = (
    *("meeting_topic", "private_note", "shared_note", "action_item", "journal_entry", "message"),
    *("private_goal", "plan_step", "practice_entry", "career_path", "response", "decline_reason"),
)
RELATIONSHIPS = (
    *("engagement", "mentorship", "coach_offer", "suggestion", "proposal_pair"),
    *("coaching_agreement", "mentorship_agreement", "signature", "meeting", "review", "relationship_health"),
    *("gap_rating", "shared_goal", "attainment", "mentor_portfolio", "invoice", *CONTENT),
)
MENTORING = ("mentorship", "mentorship_agreement", "mentor_portfolio", "career_path")


NEVER: tuple[Never, ...] = (
    Never(
        "topic_to_line",
        "A sponsor or a line manager never reads a session's topic, place or link.",
        either(
            opens(["meeting_topic"], THE_LINE),
            opens(["meeting"], THE_LINE, fields=("place", "link", "dates")),
        ),
    ),
    Never(
        "count_unagreed",
        "A sponsor never learns how many sessions were held unless the agreement says so; a line manager never.",
        either(
            opens(["meeting"], [R.SPONSOR], unless=(Agreement("attendance"),)),
            opens(["meeting"], [R.LINE_MANAGER]),
        ),
    ),
    Never(
        "notes_to_office",
        "Nobody outside the relationship but a supervisor ever reads a practitioner's private note.",
        opens(["private_note"], OUTSIDERS - {R.SUPERVISOR}),
    ),
    Never(
        "notes_to_client",
        "A client or mentee never reads private notes about them without a formal request for access.",
        opens(["private_note"], [R.CLIENT, R.MENTEE, R.SUBJECT], unless=(When("access_request"),)),
    ),
    Never(
        "notes_to_supervisor",
        "A supervisor never reads more of any note than an extract without names, and never without consent.",
        either(
            opens(CONTENT, [R.SUPERVISOR], unless=(Consent("supervision"),)),
            opens(
                ["private_note", "shared_note", "action_item"],
                [R.SUPERVISOR],
                fields=("body", "text", "written_at"),
            ),
        ),
    ),
    Never(
        "notes_to_colleague",
        "A coach or mentor never reads another's private notes, not even those of their own predecessor.",
        opens(["private_note"], [R.COACH, R.MENTOR], actions=(*LOOKING, "edit", "close", "release")),
    ),
    Never(
        "journal",
        "A journal opens to nobody but its author, or the practitioner it was released to.",
        either(
            opens(["journal_entry"], everyone_but(R.AUTHOR, R.COACH, R.MENTOR), actions=ALL_BUT_CREATE),
            opens(["journal_entry"], [R.COACH, R.MENTOR], unless=(Released("journal"),)),
        ),
    ),
    Never(
        "need",
        "A need is read by nobody but its author, or the practitioner it was released to.",
        either(
            opens(["need"], everyone_but(R.AUTHOR, R.COACH, R.MENTOR), actions=ALL_BUT_CREATE),
            opens(["need"], [R.COACH, R.MENTOR], unless=(Released("need"),)),
            opens(["need_follow_up"], everyone_but(R.AUTHOR), actions=(*ALL_BUT_CREATE, "create")),
        ),
    ),
    Never(
        "need_unasked",
        "Nobody talks a need over with a person who did not ask for it.",
        either(
            opens(["need_share"], everyone_but(R.AUTHOR, R.REVIEWER)),
            opens(["need_share"], [R.REVIEWER], unless=(When("asked_to_talk"),)),
        ),
    ),
    Never(
        "route_to_line",
        "Nobody in the line, and no manager, learns that someone was sent to therapy, HR or crisis help.",
        either(
            opens(["need", "need_share"], THE_LINE | {R.PROGRAMME_MANAGER, R.ORG_ADMIN}),
            opens(["programme_picture"], THE_LINE),
            opens(["programme_picture"], everyone_but(), fields=("sensitive_routes",), unless=(AtLeast(10),)),
            opens(["triage_calibration"], everyone_but(R.ORG_ADMIN)),
            opens(["triage_calibration"], everyone_but(), fields=("figures",), unless=(AtLeast(10),)),
        ),
    ),
    Never(
        "ratings_to_sponsor",
        "A sponsor never sees a rating or a goal's score without both the agreement and the client's release.",
        either(
            opens(["gap_rating"], [R.SPONSOR], unless=(Agreement("ratings"), Released("ratings"))),
            opens(["attainment"], [R.SPONSOR], unless=(Agreement("attainment"), Released("attainment"))),
        ),
    ),
    Never(
        "ratings_to_line",
        "A line manager never sees a rating or a goal's score that the client has not released.",
        either(
            opens(["gap_rating"], [R.LINE_MANAGER], unless=(Released("ratings"),)),
            opens(["attainment"], [R.LINE_MANAGER], unless=(Released("attainment"),)),
        ),
    ),
    Never(
        "private_goal",
        "A private goal never leaves the client and their coach.",
        opens(["private_goal"], everyone_but(R.CLIENT, R.COACH)),
    ),
    Never(
        "mentoring_to_line",
        "Mentoring gives sponsors and line managers nothing.",
        opens(MENTORING, THE_LINE),
    ),
    Never(
        "self_referred",
        "A line manager never learns of an engagement the person came to by themselves.",
        opens(RELATIONSHIPS, [R.LINE_MANAGER], unless=(NotSelfReferred(),)),
    ),
    Never(
        "decline_reason",
        "A rejected coach or mentor never learns the reason, and nor does anyone else.",
        opens(["decline_reason"], everyone_but(R.AUTHOR), actions=ALL_BUT_CREATE),
    ),
    Never(
        "concern_elsewhere",
        "A safety concern reaches nobody but the one who raised it and the safeguarding leads.",
        opens(
            ["safety_concern"],
            everyone_but(R.AUTHOR, R.SAFEGUARDING_LEAD),
            actions=ALL_BUT_CREATE,
        ),
    ),
    Never(
        "concern_to_its_subject",
        "The person a concern is about is never in its audience.",
        either(
            opens(["safety_concern"], [R.SUBJECT]),
            opens(["safety_concern"], [R.SAFEGUARDING_LEAD], unless=(Unless(R.SUBJECT),)),
        ),
    ),
    Never(
        "lead_elsewhere",
        "A safeguarding lead's office opens nothing but safety concerns.",
        gives_the_lead_another_door,
    ),
    Never(
        "other_organisations",
        "An organisation learns nothing of another, not even that an address exists there.",
        opens_to_everyone_more_than_the_front_door,
    ),
    Never(
        "administrator_joins",
        "An administrator cannot add themselves to a relationship, nor change or end one.",
        opens(
            RELATIONSHIPS,
            ADMINISTRATORS,
            actions=("create", "edit", "decide", "sign", "run", "publish", "release", "close"),
        ),
    ),
    Never(
        "administrator_reads",
        "An administrator or operator never learns who is with whom, or a word of what was said.",
        either(
            opens(
                [*CONTENT, "need", "need_share", "shared_goal", "gap_rating", "attainment"], ADMINISTRATORS
            ),
            opens(
                ["engagement", "mentorship", "coach_offer", "proposal_pair", "relationship_health"],
                ADMINISTRATORS,
                fields=("parties",),
            ),
            opens(["coaching_agreement", "mentorship_agreement", "review", "signature"], ADMINISTRATORS),
        ),
    ),
    Never(
        "manager_reads",
        "A programme manager never reads what was said, nor one person's ratings, goals or answers.",
        either(
            opens([*CONTENT, "gap_rating", "shared_goal", "attainment"], [R.PROGRAMME_MANAGER]),
            opens(["meeting"], [R.PROGRAMME_MANAGER], fields=("place", "link")),
            opens(["review"], [R.PROGRAMME_MANAGER]),
            opens(
                ["outcomes_report"],
                [R.PROGRAMME_MANAGER],
                fields=("decline_categories",),
                unless=(AtLeast(10),),
            ),
        ),
    ),
    Never(
        "feedback_too_small",
        "A practitioner never learns what one client answered: only what they release, or five together.",
        either(
            opens(["response"], [R.COACH, R.MENTOR], actions=ALL_BUT_CREATE, unless=(Released("response"),)),
            opens(["response"], [R.SUBJECT]),
            opens(["feedback_summary"], everyone_but(), unless=(AtLeast(5),)),
        ),
    ),
    Never(
        "candidate_early",
        "An offered coach or an asked mentor learns nothing of the need, nor of who else was asked, or why.",
        either(
            opens_before_anything_is_agreed,
            opens(["coach_offer"], [R.CANDIDATE], fields=("because",)),
            opens(["mentorship"], [R.CANDIDATE], fields=("history", "depth")),
        ),
    ),
    Never(
        "signing_for_others",
        "Nobody signs an agreement, or opens what is private, in another's place.",
        either(lets_somebody_else_sign, lets_somebody_else_release),
    ),
    Never(
        "supervisor_names",
        "A supervisor or assessor never learns who the clients are, and nobody verifies their own qualification.",
        either(
            names_the_client_to_a_supervisor,
            opens(["qualification"], everyone_but(), actions=("decide",), unless=(Unless(R.SUBJECT),)),
        ),
    ),
    Never(
        "two_party_part",
        "What two people agreed or said between themselves never goes to a third.",
        either(
            opens(["coaching_agreement", "review"], OUTSIDERS, fields=("two_party_part",)),
            opens(["mentorship_agreement"], OUTSIDERS, fields=("expectations", "boundaries", "ending")),
            opens(CONTENT, OUTSIDERS - {R.SUPERVISOR, R.CANDIDATE}),
            opens(["outbox_mail"], everyone_but(), fields=("text", "recipient"), unless=(When("in_demo"),)),
        ),
    ),
)


def broken(policy: Iterable[Row]) -> tuple[tuple[Never, Row], ...]:
    """Every invariant met by a row of the policy, with that row. Empty is what it must be."""
    rows = tuple(policy)
    return tuple((never, row) for never in NEVER for row in rows if never.broken_by(row))
