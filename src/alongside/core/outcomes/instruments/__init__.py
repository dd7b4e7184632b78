"""The questionnaires that ship: one file each, one line each in this list."""

from types import MappingProxyType
from typing import Final

from alongside.core.outcomes.instrument import Instrument
from alongside.core.outcomes.instruments.alliance import ALLIANCE
from alongside.core.outcomes.instruments.benefits_mentee import BENEFITS_MENTEE
from alongside.core.outcomes.instruments.benefits_mentor import BENEFITS_MENTOR
from alongside.core.outcomes.instruments.follow_up import FOLLOW_UP
from alongside.core.outcomes.instruments.mentor_functions import MENTOR_FUNCTIONS
from alongside.core.outcomes.instruments.practitioner_check import PRACTITIONER_CHECK
from alongside.core.outcomes.instruments.readiness import READINESS
from alongside.core.outcomes.instruments.recommend import RECOMMEND

INSTRUMENTS: Final = (
    READINESS,
    ALLIANCE,
    MENTOR_FUNCTIONS,
    PRACTITIONER_CHECK,
    RECOMMEND,
    BENEFITS_MENTEE,
    BENEFITS_MENTOR,
    FOLLOW_UP,
)

INSTRUMENT: Final = MappingProxyType({instrument.key: instrument for instrument in INSTRUMENTS})

__all__ = ["INSTRUMENT", "INSTRUMENTS", "Instrument"]
