"""The arc of an engagement: its stages as the picture wants them, and where it is now."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from alongside.core.relationships.coaching import CoachingFacts, CoachingState
from alongside.models import CoachingEngagement, MeetingState

S = CoachingState


@dataclass(frozen=True, slots=True)
class ArcStage:
    """A mark on the arc. Small ones are sessions."""

    key: str
    label: str
    note: str = ""
    small: bool = False


HERE = {
    S.ENQUIRY: "coach",
    S.TRIAGED: "coach",
    S.MATCHING: "coach",
    S.CHEMISTRY: "coach",
    S.AGREEMENT: "agreement",
    S.AGREED: "gap",
    S.BASELINE: "gap",
    S.MID_REVIEW: "mid",
    S.FINAL_REVIEW: "final",
    S.EXTENDED: "final",
    S.CLOSED: "after",
    S.FOLLOW_UP: "after",
}


def stages_of(
    engagement: CoachingEngagement, facts: CoachingFacts
) -> tuple[tuple[ArcStage, ...], str | None]:
    """All stages in order, and the key of the present one; None once it has ended."""
    sessions = [_session(engagement, number, facts) for number in range(1, facts.sessions_agreed + 1)]
    half = facts.mid_review_after
    stages = [
        ArcStage("coach", _("Choose a coach")),
        ArcStage("agreement", _("Agreement")),
        ArcStage("gap", _("Where you start")),
        *sessions[:half],
        *([ArcStage("mid", _("Mid-review"))] if facts.sessions_agreed > 1 else []),
        *sessions[half:],
        ArcStage("final", _("Final review")),
        ArcStage("after", _("How it went on")),
    ]
    return tuple(stages), _here(facts)


def _session(engagement: CoachingEngagement, number: int, facts: CoachingFacts) -> ArcStage:
    words = _("Session %(number)s of %(total)s") % {"number": number, "total": facts.sessions_agreed}
    held = [m for m in engagement.meetings.all() if m.state == MeetingState.HELD]
    planned = [m for m in engagement.meetings.all() if m.state == MeetingState.PLANNED]
    ordered = [*sorted(held, key=lambda m: m.starts_at), *sorted(planned, key=lambda m: m.starts_at)]
    note = date_format(localtime(ordered[number - 1].starts_at), "j F") if number <= len(ordered) else ""
    return ArcStage(f"session-{number}", words, note, small=True)


def _here(facts: CoachingFacts) -> str | None:
    if facts.state in HERE:
        return HERE[facts.state]
    if facts.state not in {S.ACTIVE, S.PAUSED}:
        return None
    if facts.mid_review_is_due:
        return "mid"
    if facts.sessions_held >= facts.sessions_agreed or facts.goals_met:
        return "final"
    return f"session-{facts.sessions_held + 1}"
