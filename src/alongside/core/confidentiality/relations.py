"""How one person stands to one record. Computed from records by `queries/access.py`, never from a flag."""

from enum import StrEnum


class Relation(StrEnum):
    """What the viewer is to the record in question; a person may be several things to it at once.

    For an action that makes a new record, the relation is to what it will belong to: a coach *of the
    engagement* writes a note in it. `AUTHOR` also means "about to write it, as themselves".
    """

    AUTHOR = "author"
    SUBJECT = "subject"  # the person a record is about
    CLIENT = "client"
    MENTEE = "mentee"
    COACH = "coach"
    MENTOR = "mentor"
    CANDIDATE = "candidate"  # an offered coach, a mentor who was asked: nothing is agreed yet
    SPONSOR = "sponsor"
    LINE_MANAGER = "line_manager"
    SUPERVISOR = "supervisor"
    ASSESSOR = "assessor"
    REVIEWER = "reviewer"  # somebody a person asked to talk their need over with
    PROGRAMME_MANAGER = "programme_manager"
    SAFEGUARDING_LEAD = "safeguarding_lead"
    ORG_ADMIN = "org_admin"
    OPERATOR = "operator"
    SAME_ORG = "same_org"
    NONE = "none"  # anyone at all, signed in or not; everyone is at least this


COACHING_ONLY = frozenset({Relation.CLIENT, Relation.COACH, Relation.SPONSOR, Relation.LINE_MANAGER})
MENTORING_ONLY = frozenset({Relation.MENTEE, Relation.MENTOR})
PARTIES = frozenset({Relation.CLIENT, Relation.COACH, Relation.MENTEE, Relation.MENTOR})
