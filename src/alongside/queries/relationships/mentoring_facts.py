"""What the mentoring table needs to know, gathered from the records of one mentorship."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from uuid import UUID

from django.db.models import Count

from alongside.core.calendar_days import after_months
from alongside.core.relationships.cadence import USUAL_CADENCE, CadenceRules, Pause
from alongside.core.relationships.load import may_take_another
from alongside.core.relationships.mentoring import Form, MentoringFacts, MentoringRules, MentoringState
from alongside.models import (
    Enrolment,
    EnrolmentState,
    LookBack,
    Meeting,
    MeetingState,
    Mentorship,
    MentorshipAgreement,
    MentorshipForm,
    Part,
    Programme,
    RelationshipEvent,
)
from alongside.queries.matching.running import CARRIED, MENTORING_PLACES, load_rules_of


def programme_rules(programme: Programme, cadence_days: int | None = None) -> MentoringRules:
    """The programme's settings; `cadence_days` is the interval that two people agreed on."""
    return MentoringRules(
        requests_at_once=programme.requests_at_once,
        requests_per_mentor=programme.requests_per_mentor,
        answer_days=programme.answer_days,
        more_time_days=programme.answer_days,
        window_months=programme.window_months,
        cadence=CadenceRules(every_days=cadence_days or programme.cadence_days or USUAL_CADENCE.every_days),
    )


def rules_of(mentorship: Mentorship) -> MentoringRules:
    """The rules for these two."""
    return programme_rules(mentorship.programme, mentorship.cadence_days)


@dataclass(frozen=True, slots=True)
class Looks:
    """Who looked back how and when: (author, kind, moment), the words left out."""

    rows: tuple[tuple[UUID, str, datetime], ...]

    def checked_by(self, person_id: UUID, since: datetime | None = None) -> bool:
        return any(
            author == person_id and kind == "check" and (since is None or moment >= since)
            for author, kind, moment in self.rows
        )

    def checked_by_all(self, people: dict[UUID, str]) -> bool:
        return all(self.checked_by(person_id) for person_id in people)

    def checked_late_by_all(self, people: dict[UUID, str], mentorship: Mentorship) -> bool:
        since = late_check_from(mentorship)
        return since is not None and all(self.checked_by(person_id, since) for person_id in people)

    def last_look_back_at(self, person_id: UUID | None = None) -> datetime | None:
        """When somebody (or this person) last looked back and ahead."""
        moments = (
            moment
            for author, kind, moment in self.rows
            if kind == "look_back" and person_id in (None, author)
        )
        return max(moments, default=None)


def load_mentoring_facts(mentorship: Mentorship) -> MentoringFacts:
    """All facts of one mentorship, with whether the mentor has room and the mentee still asks."""
    return replace(
        load_facts_of((mentorship,))[mentorship.pk],
        mentor_has_room=has_room(mentorship),
        mentee_still_asks=still_asks(mentorship),
    )


def load_facts_of(mentorships: Iterable[Mentorship]) -> dict[UUID, MentoringFacts]:
    """The facts of many, by id, in five reads. Room and asking are left at their defaults: answers need them."""
    them = tuple(mentorships)
    said, looks, agreed, held = read_said(them), load_looks(them), read_agreed(them), _read_held(them)
    return {
        one.pk: _facts(one, said[one.pk], looks[one.pk], agreed[one.pk], held.get(one.pk, 0)) for one in them
    }


def _facts(
    mentorship: Mentorship, said: dict[str, frozenset[str]], looks: Looks, agreed: frozenset[str], held: int
) -> MentoringFacts:
    people = sides(mentorship)
    return MentoringFacts(
        ref=str(mentorship.pk),
        state=MentoringState(mentorship.state),
        entered_at=mentorship.state_since,
        rules=rules_of(mentorship),
        form=Form(mentorship.form),
        requested_at=mentorship.requested_at,
        asked_for_time=mentorship.asked_more_time,
        limits_acknowledged_by=said["LimitsAcknowledged"],
        first_meeting_held=held > 0,
        meetings_held=held,
        expectations_agreed_by=agreed,
        direction_shared=bool(mentorship.direction.strip()),
        began_at=mentorship.first_met_at,
        last_contact_at=mentorship.last_contact_at,
        pauses=pauses_of(mentorship),
        checked_after_meetings=looks.checked_by_all(people),
        checked_at_months=looks.checked_late_by_all(people, mentorship),
        last_look_back_at=looks.last_look_back_at(),
        ending_conversation_offered=bool(said["EndingConversationOffered"]),
        redefine_wanted_by=said["RedefinitionWished"],
        window_ends_at=window_end(mentorship),
    )


def sides(mentorship: Mentorship) -> dict[UUID, str]:
    """Which of the two is what."""
    return {mentorship.mentee_id: "mentee", mentorship.mentor_id: "mentor"}


def _read_held(mentorships: Iterable[Mentorship]) -> dict[UUID, int]:
    rows = Meeting.objects.filter(mentorship__in=mentorships, state=MeetingState.HELD)
    counted = rows.order_by().values("mentorship_id").annotate(held=Count("pk"))
    return {row["mentorship_id"]: row["held"] for row in counted}


def has_room(mentorship: Mentorship) -> bool:
    """Whether the mentor has a free place here and may carry one more. A single conversation needs neither."""
    if mentorship.form == MentorshipForm.FLASH:
        return True
    carried = list(
        Mentorship.objects.filter(mentor_id=mentorship.mentor_id, state__in=CARRIED)
        .exclude(form=MentorshipForm.FLASH)
        .exclude(pk=mentorship.pk)
        .values_list("programme_id", "state")
    )
    here = sum(
        programme_id == mentorship.programme_id and state in MENTORING_PLACES
        for programme_id, state in carried
    )
    enrolment = Enrolment.objects.filter(
        programme=mentorship.programme_id,
        person=mentorship.mentor_id,
        part=Part.MENTOR,
        state=EnrolmentState.APPROVED,
    ).first()
    fits = may_take_another([state for _, state in carried], rules=load_rules_of(mentorship.programme))
    return enrolment is not None and here < enrolment.places and fits.allowed


def still_asks(mentorship: Mentorship) -> bool:
    """Whether the mentee still takes part and has not been taken on by another mentor since they asked."""
    takes_part = Enrolment.objects.filter(
        programme=mentorship.programme_id,
        person=mentorship.mentee_id,
        part=Part.MENTEE,
        state=EnrolmentState.APPROVED,
    )
    elsewhere = Mentorship.objects.filter(
        programme=mentorship.programme_id,
        mentee=mentorship.mentee_id,
        state__in=MENTORING_PLACES,
        accepted_at__gte=mentorship.requested_at,
    ).exclude(form=MentorshipForm.FLASH)
    return takes_part.exists() and not elsewhere.exclude(pk=mentorship.pk).exists()


SAID = ("LimitsAcknowledged", "EndingConversationOffered", "RedefinitionWished")


def read_said(mentorships: Iterable[Mentorship]) -> dict[UUID, dict[str, frozenset[str]]]:
    """Who of the two said what: limits read, an ending talk offered, going on as colleagues wished."""
    people = {one.pk: sides(one) for one in mentorships}
    rows = RelationshipEvent.objects.filter(mentorship__in=people, name__in=SAID)
    found = list(rows.values_list("mentorship_id", "name", "actor_id"))
    return {
        pk: {
            name: frozenset(
                who_is[who] for of, said, who in found if of == pk and said == name and who in who_is
            )
            for name in SAID
        }
        for pk, who_is in people.items()
    }


def read_agreed(mentorships: Iterable[Mentorship]) -> dict[UUID, frozenset[str]]:
    """Who has said yes to the newest version of the expectations, as it stands."""
    people = {one.pk: sides(one) for one in mentorships}
    agreements = MentorshipAgreement.objects.filter(mentorship__in=people).prefetch_related("signatures")
    newest = {agreement.mentorship_id: agreement for agreement in agreements.order_by("version")}
    return {pk: _yes(newest.get(pk), who_is) for pk, who_is in people.items()}


def _yes(agreement: MentorshipAgreement | None, who_is: dict[UUID, str]) -> frozenset[str]:
    if agreement is None:
        return frozenset()
    signed = (one for one in agreement.signatures.all() if one.content_hash == agreement.content_hash)
    return frozenset(who_is[one.person_id] for one in signed if one.person_id in who_is)


def pauses_of(mentorship: Mentorship) -> tuple[Pause, ...]:
    """The agreed quiet days since the last contact, as one stretch that begins with it."""
    since = mentorship.last_contact_at
    if since is None or not mentorship.paused_days:
        return ()
    return (Pause(since, since + timedelta(days=mentorship.paused_days)),)


def window_end(mentorship: Mentorship) -> datetime | None:
    """The end of the programme's time with these two, or None when there is none or they carry on."""
    ends_on = mentorship.window_ends_on
    return datetime.combine(ends_on, time(), UTC) if ends_on else None


def late_check_from(mentorship: Mentorship) -> datetime | None:
    """From when on a check counts as the one at some months."""
    if mentorship.first_met_at is None:
        return None
    return after_months(mentorship.first_met_at, rules_of(mentorship).no_fault_check_month)


def load_looks(mentorships: Iterable[Mentorship]) -> dict[UUID, Looks]:
    """The looks back of many, by mentorship."""
    ids = [one.pk for one in mentorships]
    rows = LookBack.objects.filter(mentorship__in=ids)
    found = list(rows.values_list("mentorship_id", "author_id", "kind", "created_at"))
    return {pk: Looks(tuple(row[1:] for row in found if row[0] == pk)) for pk in ids}
