"""What a person is about here."""

from dataclasses import dataclass

from alongside.models import PRACTITIONER_PARTS, CoachingEngagement, Enrolment, EnrolmentState, Need
from alongside.queries.viewers import Viewer


@dataclass(frozen=True, slots=True)
class Parts:
    """What a person is about here: helps others, is helped, pays for somebody's coaching."""

    helps: bool = False
    is_helped: bool = False
    sponsors: bool = False


def count_parts(viewer: Viewer) -> Parts:
    """What the viewer takes part in (three small reads)."""
    if viewer.person is None:
        return Parts()
    enrolled = set(
        Enrolment.objects.filter(person=viewer.person, state=EnrolmentState.APPROVED).values_list(
            "part", flat=True
        )
    )
    practitioner = {str(part) for part in PRACTITIONER_PARTS}
    return Parts(
        helps=bool(enrolled & practitioner),
        is_helped=bool(enrolled - practitioner) or Need.objects.filter(person=viewer.person).exists(),
        sponsors=CoachingEngagement.objects.filter(sponsor=viewer.person).exists(),
    )
