"""What must be true before a coaching engagement may move. Each guard is one rule and one sentence."""

from datetime import datetime

from alongside.core.calendar_days import after_months, days_between
from alongside.core.relationships.coaching.facts import CoachingFacts, OfferedCoach
from alongside.core.relationships.lifecycle import RELATION_WORDS
from alongside.core.verdicts import ALLOWED, Refused, Verdict, allow_if, first_refusal

COACHING_ROUTES = frozenset({"coach", "both_in_sequence"})
LEVELS_PER_GOAL = 5
PLACE_GONE = (
    "There is no free place left with this coach: somebody else was a moment earlier. "
    "Talk to another coach on offer."
)
RULED_OUT = "A coach on offer has been ruled out for this client."


def route_is_coaching(facts: CoachingFacts, by: str, at: datetime) -> Verdict:
    if facts.accepted_route is None:
        return Refused("First look at the recommendation and say that it fits.")
    return allow_if(
        facts.accepted_route in COACHING_ROUTES, "The help you chose is not coaching, so it starts elsewhere."
    )


def enough_coaches_offered(facts: CoachingFacts, by: str, at: datetime) -> Verdict:
    low, high = facts.rules.coaches_offered_from, facts.rules.coaches_offered_to
    wanted = f"{low}" if low == high else f"{low} to {high}"
    return allow_if(low <= len(facts.offered) <= high, f"Offer {wanted} coaches, so that there is a choice.")


def every_coach_is_eligible(facts: CoachingFacts, by: str, at: datetime) -> Verdict:
    return first_refusal(assess_coach(coach) for coach in facts.offered)


def assess_coach(coach: OfferedCoach) -> Verdict:
    """May this coach be offered to this client? A conflict not yet declared is no bar to being shown."""
    return first_refusal(
        (
            allow_if(not coach.in_reporting_line, "A coach on offer is in the client’s reporting line."),
            # One sentence for a conflict, a no and a "not again": nobody shall read from it who said what.
            allow_if(coach.conflict is not True and not coach.declined, RULED_OUT),
            allow_if(coach.has_place, "A coach on offer has no free place."),
            allow_if(coach.credentials_current, "The qualification of a coach on offer is not current."),
            allow_if(coach.supervision_current, "The supervision of a coach on offer is not current."),
        )
    )


def talks_are_left(facts: CoachingFacts, by: str, at: datetime) -> Verdict:
    most = facts.rules.chemistry_talks_at_most
    return allow_if(
        facts.chemistry_talks < most,
        f"There have been {most} talks. The programme manager will look at the choice with you.",
    )


def chosen_coach_is_offered(facts: CoachingFacts, by: str, at: datetime) -> Verdict:
    chosen = next((coach for coach in facts.offered if coach.ref == facts.chosen_coach), None)
    if chosen is None:
        return Refused("Choose one of the coaches you were offered.")
    if chosen.conflict is None:
        return Refused("This coach has not yet said whether there is a conflict of interest.")
    if not chosen.has_place:
        return Refused(PLACE_GONE)
    return assess_coach(chosen)


def coach_still_has_a_place(facts: CoachingFacts, by: str, at: datetime) -> Verdict:
    return allow_if(facts.chosen_coach_has_place, PLACE_GONE)


def both_said_yes(facts: CoachingFacts, by: str, at: datetime) -> Verdict:
    """The person who presses the button says yes by it."""
    missing = {"client", "coach"} - facts.said_yes - {by}
    return allow_if(not missing, "The other has not said yes yet.")


def talk_was_held(facts: CoachingFacts, by: str, at: datetime) -> Verdict:
    return allow_if(facts.chemistry_held, "Have the first talk before you decide.")


def sponsor_was_met(facts: CoachingFacts, by: str, at: datetime) -> Verdict:
    return allow_if(
        not facts.has_sponsor or facts.three_way_meeting_held,
        "With a sponsor, the three of you meet before the agreement is concluded.",
    )


def everyone_signed(facts: CoachingFacts, by: str, at: datetime) -> Verdict:
    missing = sorted(facts.signers - facts.signed_this_version)
    words = " and ".join(RELATION_WORDS[relation] for relation in missing)
    return allow_if(not missing, f"The current version of the agreement is not yet signed by {words}.")


def limits_acknowledged(facts: CoachingFacts, by: str, at: datetime) -> Verdict:
    missing = sorted({"client", "coach"} - facts.limits_acknowledged_by)
    words = " and ".join(RELATION_WORDS[relation] for relation in missing)
    return allow_if(not missing, f"The limits of confidentiality are not yet acknowledged by {words}.")


def baseline_is_complete(facts: CoachingFacts, by: str, at: datetime) -> Verdict:
    most = facts.rules.goals_at_most
    return first_refusal(
        (
            allow_if(facts.gap_rated, "Rate where things are now before the first session."),
            allow_if(1 <= len(facts.goals) <= most, f"Write down one to {most} goals first."),
            allow_if(
                all(goal.levels == LEVELS_PER_GOAL for goal in facts.goals),
                "Each goal needs its five levels in words.",
            ),
            allow_if(
                all(goal.frozen for goal in facts.goals), "The levels of the goals are not yet confirmed."
            ),
            allow_if(facts.readiness_asked, "The questions about readiness have not been asked yet."),
        )
    )


def a_session_is_left(facts: CoachingFacts, by: str, at: datetime) -> Verdict:
    return allow_if(
        facts.sessions_held < facts.sessions_agreed,
        f"All {facts.sessions_agreed} agreed sessions are held. The final review comes next.",
    )


def no_review_is_due(facts: CoachingFacts, by: str, at: datetime) -> Verdict:
    return allow_if(
        not facts.mid_review_is_due,
        f"{facts.sessions_held} of {facts.sessions_agreed} sessions are held. "
        "Have the mid-review before the next one.",
    )


def before_the_hard_stop(facts: CoachingFacts, by: str, at: datetime) -> Verdict:
    months = facts.rules.hard_stop_month
    return allow_if(
        facts.work_began_at is None or at < after_months(facts.work_began_at, months),
        f"The work began more than {months} months ago. Close it, or ask for new help.",
    )


def mid_review_is_due(facts: CoachingFacts, by: str, at: datetime) -> Verdict:
    if facts.mid_review_done:
        return Refused("The mid-review has been held.")
    return allow_if(facts.mid_review_is_due, f"The mid-review comes after session {facts.mid_review_after}.")


def pause_is_short(facts: CoachingFacts, by: str, at: datetime) -> Verdict:
    most = facts.rules.pause_days_at_most
    if facts.pause_until is None:
        return ALLOWED
    return allow_if(days_between(at, facts.pause_until) <= most, f"A pause can last {most} days at most.")


def pause_is_not_over(facts: CoachingFacts, by: str, at: datetime) -> Verdict:
    most = facts.rules.pause_days_at_most
    return allow_if(
        not _pause_lapsed(facts, at),
        f"The pause has lasted more than {most} days. Close this one; you can ask again at any time.",
    )


def pause_is_over(facts: CoachingFacts, by: str, at: datetime) -> Verdict:
    return allow_if(_pause_lapsed(facts, at), "The pause may still go on.")


def _pause_lapsed(facts: CoachingFacts, at: datetime) -> bool:
    began = facts.paused_at or facts.entered_at
    return days_between(began, at) > facts.rules.pause_days_at_most


def all_held_or_goals_met(facts: CoachingFacts, by: str, at: datetime) -> Verdict:
    return allow_if(
        facts.goals_met or facts.sessions_held >= facts.sessions_agreed,
        f"{facts.sessions_held} of {facts.sessions_agreed} sessions are held and the goals are not marked as "
        "met. You can close early if you wish.",
    )


def final_review_is_complete(facts: CoachingFacts, by: str, at: datetime) -> Verdict:
    return first_refusal(
        (
            allow_if(facts.goals_scored, "Say for each goal which level was reached."),
            allow_if(facts.final_questions_asked, "The closing questions have not been asked yet."),
        )
    )


def both_signed_off(facts: CoachingFacts, by: str, at: datetime) -> Verdict:
    """The person who presses the button signs off by it."""
    missing = {"client", "coach"} - facts.signed_off_by - {by}
    return allow_if(not missing, "The other has not signed off yet.")


def not_extended_before(facts: CoachingFacts, by: str, at: datetime) -> Verdict:
    return allow_if(
        facts.extensions < facts.rules.extensions_at_most,
        "This engagement has been extended once. More help would be a new one.",
    )


def more_sessions_agreed(facts: CoachingFacts, by: str, at: datetime) -> Verdict:
    return allow_if(
        facts.sessions_agreed > facts.sessions_held,
        "The amendment must name a number of sessions greater than those already held.",
    )


def first_follow_up_has_come(facts: CoachingFacts, by: str, at: datetime) -> Verdict:
    first, _ = facts.rules.follow_up_months
    closed = facts.closed_at or facts.entered_at
    return allow_if(
        at >= after_months(closed, first), f"The first follow-up is {first} months after closing."
    )


def follow_up_is_over(facts: CoachingFacts, by: str, at: datetime) -> Verdict:
    _, last = facts.rules.follow_up_months
    closed = facts.closed_at or facts.entered_at
    return allow_if(at >= after_months(closed, last), f"The last follow-up is {last} months after closing.")
