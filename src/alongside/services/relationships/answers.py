"""What people answer to the short questions: one row for each time somebody was asked."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from alongside.models import Moment, Person, Response
from alongside.queries.relationships.two_sides import Relationship, owned_by


@transaction.atomic
def keep_answers(
    relationship: Relationship,
    author: Person,
    instrument: str,
    moment: Moment,
    answers: Mapping[str, int | str],
    at: datetime,
    version: int = 1,
) -> Response:
    """Keep the answers of one moment; asked again within the same moment, the newer ones count.

    An empty mapping is kept too: it says that the person was asked and chose not to answer.
    """
    response, _ = Response.objects.update_or_create(
        **owned_by(relationship),
        author=author,
        instrument=instrument,
        moment=moment,
        defaults={"answers": dict(answers), "answered_at": at, "instrument_version": version},
    )
    return response
