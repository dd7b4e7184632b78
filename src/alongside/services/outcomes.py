"""Keeping answers to the short questionnaires, and opening them to the one who helps."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from alongside.core.outcomes.asking import KEPT_UNDER, may_show_to_practitioner
from alongside.core.outcomes.instruments import INSTRUMENT
from alongside.core.verdicts import Refused
from alongside.models import Release, Response
from alongside.queries.outcomes.answers import PRACTITIONER_OF, get_own_response, get_question, side_in
from alongside.queries.relationships.two_sides import Relationship, helping_side, owned_by
from alongside.queries.viewers import Viewer

PASSED = Refused("The time for these questions has passed. What you answered stays as it is.")
IN_GROUPS_ONLY = Refused("These answers are passed on only together with those of others.")
NOBODY_THERE = Refused("There is nobody to open them to at present.")


@transaction.atomic
def answer_instrument(
    viewer: Viewer,
    kind: str,
    pk: UUID,
    key: str,
    moment: str,
    answers: Mapping[str, int | str],
    at: datetime,
) -> Response | Refused:
    """Keep what was answered, or put right what was answered in the same moment.

    An empty answer is kept too: it says that the person was asked and chose not to.
    """
    question = get_question(viewer, kind, pk, key, moment, at)
    asked = question.asked
    if asked.window is None:
        return PASSED
    if problems := asked.instrument.problems(answers):
        return Refused(" ".join(problems))
    if asked.response is not None:
        return _put_right(asked.response, answers, at)
    return Response.objects.create(
        **owned_by(question.relationship),
        author=question.me,
        instrument=key,
        instrument_version=asked.instrument.version,
        moment=KEPT_UNDER[moment],
        answers=dict(answers),
        answered_at=at,
        created_at=at,
    )


def _put_right(response: Response, answers: Mapping[str, int | str], at: datetime) -> Response:
    response.answers, response.answered_at = dict(answers), at
    response.save(update_fields=["answers", "answered_at"])
    return response


@transaction.atomic
def show_answers(viewer: Viewer, pk: UUID, at: datetime) -> Release | Refused:
    """Open one's own answers, these alone, to one's coach or mentor."""
    response = get_own_response(viewer, pk).record
    relationship = _relationship(response)
    side = side_in(relationship, response.author)
    instrument = INSTRUMENT.get(response.instrument)
    if instrument is None or not may_show_to_practitioner(instrument, side):
        return IN_GROUPS_ONLY
    if helping_side(relationship) is None:
        return NOBODY_THERE
    release, _ = Release.objects.get_or_create(
        **owned_by(relationship),
        resource="response",
        item_id=response.pk,
        to_relation=PRACTITIONER_OF[side].value,
        withdrawn_at=None,
        defaults={"released_by": response.author, "released_at": at},
    )
    return release


@transaction.atomic
def hide_answers(viewer: Viewer, pk: UUID, at: datetime) -> None:
    """Close them again. What was read was read; from now on they are not shown."""
    response = get_own_response(viewer, pk).record
    running = Release.objects.filter(resource="response", item_id=response.pk, withdrawn_at__isnull=True)
    running.update(withdrawn_at=at)


def _relationship(response: Response) -> Relationship:
    found = response.engagement or response.mentorship
    assert found is not None  # noqa: S101 - every questionnaire is asked within a relationship
    return found
