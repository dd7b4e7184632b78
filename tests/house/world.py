"""The cast with one of everything an address can name, for tests that walk over all addresses."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Model

from alongside.core.matching import DEFAULTS
from alongside.core.needs.rules_file import default_rules_text
from alongside.models import (
    ActionItem,
    CoachOffer,
    Enrolment,
    FreeTime,
    GapSkill,
    Goal,
    GoalLevels,
    HelpContact,
    ImportBatch,
    Invitation,
    JournalEntry,
    MatchRun,
    Meeting,
    MindsetShift,
    Need,
    NeedSkill,
    NeedTalk,
    PairWish,
    Part,
    PathItem,
    PrivateNote,
    ProposalPair,
    Qualification,
    Response,
    RuleSetVersion,
    SafetyConcern,
    SharedNote,
    Skill,
    Step,
    StuckSearch,
    TriageRulesVersion,
    TriageTrial,
)
from tests.shell.cast import Cast, make_cast
from tests.shell.makers import NOW, make_engagement, make_mentorship, make_skill


@dataclass(frozen=True)
class World:
    """The cast, and for each beginning of a route (longest first) the record its id names."""

    cast: Cast
    records: tuple[tuple[str, dict[str, Model]], ...]

    def named_by(self, route: str) -> dict[str, Model] | None:
        """The records for the ids of a route, by the name of the id; None where nobody said."""
        wanted = re.findall(r"<uuid:(\w+)>", route)
        known: dict[str, Model] = {}
        for beginning, records in self.records:
            if route.startswith(beginning):
                known = {**records, **known}
        return {name: known[name] for name in wanted} if all(name in known for name in wanted) else None


def make_world() -> World:
    cast = make_cast()
    skill = make_skill(cast.harbour)
    coaching, mentoring = _coaching(cast, skill), _mentoring(cast)
    programme: dict[str, Model] = {"pk": cast.programme, "programme_pk": cast.programme}
    need = Need.objects.create(
        person=cast.ben, statement="words", rules_version="t", route="coach", recommendation={"reasons": []}
    )
    talk = NeedTalk.objects.create(need=need, programme=cast.programme, reviewer=cast.kemi)
    enrolment = Enrolment.objects.get(programme=cast.programme, person=cast.ben, part=Part.MENTEE)
    qualification = Qualification.objects.create(person=cast.carla, title="Certificate")
    rules = RuleSetVersion.objects.create(
        programme=cast.programme, kind="mentoring", number=1, rules=DEFAULTS["mentoring"].to_dict()
    )
    run = MatchRun.objects.create(programme=cast.programme, kind="mentoring", rule_set=rules, state="done")
    batch = ImportBatch.objects.create(programme=cast.programme, part=Part.MENTEE, file_name="people.csv")
    entry = JournalEntry.objects.create(author=cast.femi, text="words")
    item = PathItem.objects.create(person=cast.femi, kind="milestone", text="words")
    concern = SafetyConcern.objects.create(organisation=cast.harbour, author=cast.dev, text="words")
    invitation = Invitation.objects.create(
        person=cast.mo, token_hash="x", expires_at=NOW + timedelta(days=9999), invited_by=cast.amara
    )
    mentor = Enrolment.objects.get(programme=cast.programme, person=cast.edda, part=Part.MENTOR)
    wish = PairWish.objects.create(
        programme=cast.programme, kind="lock", client=enrolment, practitioner=mentor
    )
    pair = ProposalPair.objects.create(run=run, client=enrolment, practitioner=mentor, fit=5000)
    asked = make_mentorship(cast.programme, cast.ben, cast.edda, state="requested")
    response = Response.objects.create(
        mentorship=cast.mentorship,
        author=cast.femi,
        instrument="mentor_functions",
        moment="mid",
        answers={},
        answered_at=NOW,
    )
    own_note = PrivateNote.objects.create(mentorship=cast.mentorship, author=cast.edda, text="words")
    slot = FreeTime.objects.create(person=cast.edda, weekday=1, starts="09:00", ends="10:00")
    version = TriageRulesVersion.objects.create(
        organisation=cast.harbour, name="Harbour 1", text=default_rules_text()
    )
    trial = TriageTrial.objects.create(
        organisation=cast.harbour, draft_hash="x", against="triage-1", state="failed", problem="words"
    )
    contact = HelpContact.objects.create(
        organisation=cast.harbour, kind="hr", name="People team", reach="Extension 1", checked_on=NOW.date()
    )
    search = StuckSearch.objects.create(
        programme=cast.programme,
        person=cast.ben,
        kind="mentoring",
        because="asked",
        owner=cast.amara,
        opened_at=NOW,
        due_at=NOW + timedelta(days=3),
    )
    table: dict[str, dict[str, Model]] = {
        "coaching/": coaching,
        "coaching/offers/": {"pk": coaching["offer_pk"]},
        "mentoring/": mentoring,
        **{f"mentoring/<uuid:pk>/{page}/": {"pk": asked} for page in ("answer", "decline", "take-back")},
        "mentoring/<uuid:pk>/notes/private/": {"note_pk": own_note},
        "searches/": {"pk": search},
        "mentors/": {"programme_pk": cast.programme, "pk": cast.edda},
        "programmes/": programme,
        "programmes/<uuid:pk>/matching/": {"wish": wish},
        "join/": programme,
        "needs/": {"pk": need},
        "talks/": {"pk": talk},
        "triage/versions/": {"pk": version},
        "triage/trials/": {"pk": trial},
        "enrolments/": {"pk": enrolment},
        "people/": {"pk": cast.edda},
        "qualifications/": {"pk": qualification},
        "organisation/help/": {"pk": contact},
        "organisation/appointments/": {"pk": cast.kemi.appointments.get()},
        "welcome/join/": {"pk": cast.harbour},
        "welcome/invitation/": {"pk": invitation},
        "matching/": {"pk": run, "pair": pair, "person": enrolment, "other": mentor},
        "imports/": {"pk": batch},
        "journal/": {"pk": entry, "relationship_pk": cast.mentorship},
        "path/": {"pk": item},
        "path/open/": {"pk": cast.mentorship},
        "concerns/": {"pk": concern},
        "me/places/": {"pk": enrolment},
        "me/remove/": {"pk": slot},
        "skills/": {"pk": skill},
        "demo/": {"pk": cast.amara},
        "answers/": {"pk": cast.mentorship},
        "answers/<uuid:pk>/": {"pk": response},
    }
    ordered = sorted(table.items(), key=lambda each: len(each[0]))
    return World(cast, tuple(ordered[::-1]))


def _coaching(cast: Cast, skill: Skill) -> dict[str, Model]:
    engagement = cast.engagement
    gap = GapSkill.objects.create(
        engagement=engagement,
        skill=skill,
        required=4,
        proposed_by=cast.carla,
        confirmed_by=cast.dev,
        confirmed_at=NOW,
        is_active=True,
    )
    goal = Goal.objects.create(engagement=engagement, title="words", gap_skill=gap)
    GoalLevels.objects.create(
        goal=goal, much_less="a", less="b", expected="c", more="d", much_more="e", frozen_at=NOW
    )
    step = Step.objects.create(
        gap_skill=gap,
        position=1,
        behaviour="words",
        situation="words",
        support="guided",
        due_on=date(2026, 3, 10),
    )
    need = Need.objects.create(
        person=cast.dev, statement="words", rules_version="t", route="coach", chosen_route="coach"
    )
    named = NeedSkill.objects.create(need=need, skill=make_skill(cast.harbour, "Words in a need"))
    engagement.need = need
    engagement.save(update_fields=["need"])
    waiting = make_engagement(cast.programme, cast.ben, state="matching")
    offer = CoachOffer.objects.create(engagement=waiting, coach=cast.carla)
    return {
        "pk": engagement,
        "skill_pk": gap,
        "goal_pk": goal,
        "step_pk": step,
        "offer_pk": offer,
        "meeting_pk": Meeting.objects.create(
            engagement=engagement, number=1, starts_at=NOW + timedelta(days=7)
        ),
        "shift_pk": MindsetShift.objects.create(
            engagement=engagement, from_text="a", to_text="b", confidence=5, importance=5
        ),
        "action_pk": ActionItem.objects.create(engagement=engagement, owner=cast.dev, text="words"),
        "note_pk": SharedNote.objects.create(engagement=engagement, author=cast.dev, text="words"),
        "named_pk": named,
    }


def _mentoring(cast: Cast) -> dict[str, Model]:
    mentorship = cast.mentorship
    return {
        "pk": mentorship,
        "meeting_pk": Meeting.objects.create(
            mentorship=mentorship, number=1, starts_at=NOW + timedelta(days=7)
        ),
        "note_pk": SharedNote.objects.create(mentorship=mentorship, author=cast.femi, text="words"),
        "action_pk": ActionItem.objects.create(mentorship=mentorship, owner=cast.femi, text="words"),
    }


def most_specific(records: dict[str, Any]) -> Any:
    """The record an address is about: the one named last in it."""
    return list(records.values())[-1]
