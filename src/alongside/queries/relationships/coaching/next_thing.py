"""The one next thing for somebody in an engagement, in words. Without a button it is a waiting, not a doing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from alongside.core.relationships.coaching import COACHING, CoachingFacts, CoachingState
from alongside.core.relationships.lifecycle import Due
from alongside.models import CoachingEngagement, CoachOffer, CoachOfferState, Meeting, MeetingState
from alongside.queries.relationships.coaching.facts import latest_offers
from alongside.queries.todo import Todo

S = CoachingState
URGENT, USUAL, WAITING = 3, 2, 0


@dataclass(frozen=True, slots=True)
class Scene:
    """What a row of the table below looks at. `who` is client, coach, sponsor or programme_manager."""

    engagement: CoachingEngagement
    facts: CoachingFacts
    who: str
    now: datetime

    def do(
        self,
        words: str,
        button: str,
        page: str,
        due_at: datetime | None = None,
        *more: str,
        weight: int = USUAL,
    ) -> Todo:
        return Todo(words, button, page, (str(self.engagement.pk), *more), due_at, "coaching", weight)

    def wait(self, words: str) -> Todo:
        return Todo(words, "", "engagement", (str(self.engagement.pk),), None, "coaching", WAITING)


def next_thing(engagement: CoachingEngagement, facts: CoachingFacts, who: str, now: datetime) -> Todo | None:
    """What this person does next, or waits for; None when nothing is left. Needs `with_records`."""
    row = NEXT.get(facts.state)
    return row(Scene(engagement, facts, who, now)) if row else None


def what_is_due(facts: CoachingFacts, who: str, now: datetime) -> tuple[Due, ...]:
    """The timers that have fallen due and concern this person."""
    return tuple(item for item in COACHING.due(facts, now) if who in item.tells)


def _enquiry(scene: Scene) -> Todo:
    if scene.who == "client":
        return scene.do(_("Coaching was proposed to you. Does it fit?"), _("Look at it"), "engagement")
    return scene.wait(_("The person has not said yet whether coaching fits."))


def _triaged(scene: Scene) -> Todo:
    if scene.who == "programme_manager":
        return scene.do(
            _("Offer two or three coaches."), _("Choose coaches to offer"), "coaches_to_offer", weight=URGENT
        )
    if scene.facts.acknowledged_at:
        return scene.wait(_("Your request has been seen. You will be offered two or three coaches."))
    return scene.wait(_("Your request is with the programme manager."))


def _matching(scene: Scene) -> Todo:
    open_offers = [o for o in latest_offers(scene.engagement) if o.state == CoachOfferState.OFFERED]
    ready = [offer for offer in open_offers if offer.has_conflict is False]
    if scene.who == "client" and ready:
        return scene.do(_("Choose a coach to talk to."), _("See your coaches"), "coach_choice", weight=URGENT)
    if scene.who == "programme_manager" and not open_offers:
        return scene.do(
            _("No coach is left on offer. Offer others."), _("Choose coaches to offer"), "coaches_to_offer"
        )
    if open_offers:
        return scene.wait(_("The coaches are being asked whether they can take this on."))
    return scene.wait(_("The programme manager looks for other coaches."))


def _chemistry(scene: Scene) -> Todo:
    offer = talk_of(scene.engagement)
    if offer is None or scene.who not in {"client", "coach"}:
        return scene.wait(_("Client and coach get to know each other."))
    if offer.state == CoachOfferState.TALK_PLANNED:
        words = _("First talk on %(when)s") % {"when": _when(offer.talk_at)}
        return _talk(scene, offer, words, _("Look at it"), offer.talk_at)
    if scene.who in scene.facts.said_yes:
        return scene.wait(_("You said yes. The other has not answered yet."))
    return _talk(scene, offer, _("You have talked. Do you want to work together?"), _("Answer"), None)


def _talk(scene: Scene, offer: CoachOffer, words: str, button: str, due_at: datetime | None) -> Todo:
    if scene.who == "client":
        return scene.do(words, button, "coach_choice", due_at, weight=URGENT)
    return Todo(words, button, "coach_offer", (str(offer.pk),), due_at, "coaching", URGENT)


def talk_of(engagement: CoachingEngagement) -> CoachOffer | None:
    """The offer whose coach the client is talking to."""
    talking = (CoachOfferState.TALK_PLANNED, CoachOfferState.TALK_HELD)
    return next((offer for offer in latest_offers(engagement) if offer.state in talking), None)


def _agreement(scene: Scene) -> Todo:
    if scene.who in scene.facts.signers - scene.facts.signed_this_version:
        return scene.do(
            _words_to_sign(scene),
            _("Open the agreement"),
            "coaching_agreement",
            weight=URGENT,
        )
    if (
        scene.facts.has_sponsor
        and not scene.facts.three_way_meeting_held
        and scene.facts.state == S.AGREEMENT
    ):
        return scene.do(
            _("The three of you meet before the agreement is concluded."),
            _("Record the meeting"),
            "coaching_agreement",
        )
    return scene.wait(_("You have signed. The agreement waits for the others."))


def _words_to_sign(scene: Scene) -> str:
    """Only the two can change the text; a sponsor reads and signs, or says what does not fit when the three meet."""
    if scene.facts.state == S.EXTENDED:
        words = _("More sessions are proposed, %(total)s in all. Read the agreement and sign it.")
        return words % {"total": scene.facts.sessions_agreed}
    if scene.who == "sponsor":
        return _("Read the agreement and sign it.")
    return _("Read the agreement, change what does not fit, and sign it.")


def _agreed(scene: Scene) -> Todo:
    if scene.who in {"client", "coach"}:
        return scene.do(_("Write down where you start."), _("Begin"), "coaching_gap", weight=URGENT)
    return scene.wait(_("The agreement is signed."))


def _baseline(scene: Scene) -> Todo:
    facts = scene.facts
    if not facts.gap_rated:
        return scene.do(_("Say where you are, skill by skill."), _("Open the gap"), "coaching_gap")
    if not facts.goals or not all(goal.frozen and goal.levels == 5 for goal in facts.goals):
        return scene.do(
            _("Write one to three goals, and confirm their levels."), _("Open the goals"), "coaching_goals"
        )
    if not facts.readiness_asked:
        if scene.who == "client":
            return scene.do(_("Eight short statements before you start."), _("Answer"), "readiness")
        return scene.wait(_("Eight short statements wait for the client. Then the sessions begin."))
    return _session(scene)


def _active(scene: Scene) -> Todo:
    if scene.facts.mid_review_is_due:
        return scene.do(
            _("Half of the sessions are held. Look together at how it is going."),
            _("Begin the mid-review"),
            "coaching_review",
            weight=URGENT,
        )
    if scene.facts.sessions_held >= scene.facts.sessions_agreed or scene.facts.goals_met:
        return scene.do(
            _("The sessions are held. Look back together."),
            _("Begin the final review"),
            "coaching_review",
            weight=URGENT,
        )
    return _session(scene)


def _session(scene: Scene) -> Todo:
    meeting = next_meeting(scene.engagement)
    number = scene.facts.sessions_held + 1
    if meeting is None:
        words = _("Find a time for session %(number)s of %(total)s.") % {
            "number": number,
            "total": scene.facts.sessions_agreed,
        }
        return scene.do(words, _("Plan it"), "plan_session")
    args = (str(meeting.pk),)
    if meeting.starts_at <= scene.now:
        words = _("Session %(number)s was on %(when)s. Was it held?")
        return scene.do(
            words % {"number": number, "when": _when(meeting.starts_at)},
            _("Record it"),
            "coaching_session",
            meeting.starts_at,
            *args,
            weight=URGENT,
        )
    words = _("Session %(number)s is on %(when)s.") % {"number": number, "when": _when(meeting.starts_at)}
    return scene.do(words, _("Prepare"), "coaching_session", meeting.starts_at, *args)


def next_meeting(engagement: CoachingEngagement) -> Meeting | None:
    """The earliest session still planned."""
    planned = (m for m in engagement.meetings.all() if m.state == MeetingState.PLANNED)
    return min(planned, key=lambda meeting: meeting.starts_at, default=None)


def _mid_review(scene: Scene) -> Todo:
    return scene.do(
        _("Write the mid-review and decide how to go on."), _("Open the review"), "coaching_review"
    )


def _paused(scene: Scene) -> Todo:
    if scene.facts.pause_until is None:
        return scene.do(_("The work is on hold."), _("Take it up again"), "leave_coaching")
    words = _("The work is on hold until %(when)s.") % {"when": _day(scene.facts.pause_until)}
    return scene.do(words, _("Take it up again"), "leave_coaching", scene.facts.pause_until)


def _final_review(scene: Scene) -> Todo:
    facts = scene.facts
    if not facts.goals_scored:
        return scene.do(_("Say which level each goal has reached."), _("Open the review"), "coaching_review")
    if not facts.final_questions_asked:
        if scene.who == "client":
            return scene.do(_("The closing questions."), _("Answer"), "closing_questions")
        return scene.wait(_("The closing questions wait for the client."))
    if scene.who in facts.signed_off_by:
        return scene.wait(_("You have signed off. The other has not yet."))
    return scene.do(_("Sign off what you did together."), _("Open the review"), "coaching_review")


def _after(scene: Scene) -> Todo | None:
    due_names = {item.name for item in what_is_due(scene.facts, scene.who, scene.now)}
    asked = {"first_follow_up", "second_follow_up"} & due_names
    if scene.who == "client" and (asked or scene.facts.state == S.FOLLOW_UP) and not _answered(scene):
        return scene.do(_("Three questions on how it went on."), _("Answer"), "follow_up")
    return None


def _answered(scene: Scene) -> bool:
    """Answered since the last follow-up fell due: each of the two is asked once."""
    fell = [item.due_at for item in COACHING.due(scene.facts, scene.now) if "follow_up" in item.name]
    since = max(fell, default=scene.facts.entered_at)
    answers = [one for one in scene.engagement.responses.all() if one.instrument == "follow_up"]
    return any(one.answered_at >= since for one in answers)


def _when(moment: datetime | None) -> str:
    return date_format(localtime(moment), "j F, H:i") if moment else ""


def _day(moment: datetime) -> str:
    return date_format(localtime(moment), "j F")


NEXT: dict[CoachingState, Callable[[Scene], Todo | None]] = {
    S.ENQUIRY: _enquiry,
    S.TRIAGED: _triaged,
    S.MATCHING: _matching,
    S.CHEMISTRY: _chemistry,
    S.AGREEMENT: _agreement,
    S.AGREED: _agreed,
    S.BASELINE: _baseline,
    S.ACTIVE: _active,
    S.MID_REVIEW: _mid_review,
    S.PAUSED: _paused,
    S.FINAL_REVIEW: _final_review,
    S.EXTENDED: _agreement,
    S.CLOSED: _after,
    S.FOLLOW_UP: _after,
}
