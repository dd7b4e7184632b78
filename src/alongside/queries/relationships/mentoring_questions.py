"""Which of the short questionnaires a mentorship asks whom, and when. Each may be left alone."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from alongside.core.calendar_days import after_months
from alongside.core.outcomes.instruments import INSTRUMENT, Instrument
from alongside.models import Mentorship, MentorshipForm, Moment, Person, Response
from alongside.queries.access import NotVisible

ASKED_AGAIN_AFTER: Final = timedelta(days=330)
FIRST_MONTHS: Final = 3
YEAR_MONTHS: Final = 12
UNDER_WAY: Final = ("initiation", "cultivation", "separation")
# What is asked of which side, and after how many months the first time; after that once a year.
ASKED: Final = (
    ("mentor_functions", "mentee", FIRST_MONTHS),
    ("benefits_mentee", "mentee", YEAR_MONTHS),
    ("benefits_mentor", "mentor", YEAR_MONTHS),
)


@dataclass(frozen=True, slots=True)
class QuestionsDue:
    """One questionnaire that may be answered now, and the moment it is kept under."""

    instrument: Instrument
    moment: Moment


def list_questions_due(mentorship: Mentorship, person: Person, now: datetime) -> tuple[QuestionsDue, ...]:
    """What this person may be asked now."""
    began = mentorship.first_met_at
    if began is None or mentorship.form == MentorshipForm.FLASH or mentorship.state not in UNDER_WAY:
        return ()
    side = "mentee" if person.pk == mentorship.mentee_id else "mentor"
    answered = dict(
        Response.objects.filter(mentorship=mentorship, author=person)
        .order_by("answered_at")
        .values_list("instrument", "answered_at")
    )
    due = []
    for key, asked_of, months in ASKED:
        last = answered.get(key)
        is_time = now >= after_months(began, months) if last is None else now - last >= ASKED_AGAIN_AFTER
        if asked_of == side and is_time:
            late = now >= after_months(began, YEAR_MONTHS)
            due.append(QuestionsDue(INSTRUMENT[key], Moment.FOLLOW_UP if late else Moment.MID))
    return tuple(due)


def get_questions(mentorship: Mentorship, person: Person, key: str, now: datetime) -> QuestionsDue:
    """The one of that key if it is due; NotVisible else."""
    found = next(
        (one for one in list_questions_due(mentorship, person, now) if one.instrument.key == key), None
    )
    if found is None:
        raise NotVisible
    return found
