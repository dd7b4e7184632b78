"""Keeping the answers to a mentorship's short questionnaires: a new row each time somebody is asked."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from alongside.core.outcomes.instruments import Instrument
from alongside.core.verdicts import Refused
from alongside.models import Mentorship, Moment, Person, Response
from alongside.services.relationships.mentoring.conversations import NOT_NOW
from alongside.services.relationships.mentoring.moving import NOBODY_HERE, side_of


@transaction.atomic
def keep_mentoring_answers(
    mentorship: Mentorship,
    author: Person,
    instrument: Instrument,
    moment: Moment,
    answers: Mapping[str, int | str],
    at: datetime,
) -> Response | Refused:
    """Keep what was answered; an empty answer says that the person was asked and chose not to."""
    if side_of(mentorship, author) == NOBODY_HERE:
        return NOT_NOW
    if problems := instrument.problems(answers):
        return Refused(" ".join(problems))
    return Response.objects.create(
        mentorship=mentorship,
        author=author,
        instrument=instrument.key,
        instrument_version=instrument.version,
        moment=moment,
        answers=dict(answers),
        answered_at=at,
    )
