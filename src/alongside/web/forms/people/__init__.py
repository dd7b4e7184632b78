"""Forms of the topic people."""

from alongside.web.forms.people.organisation import (
    AppointmentForm,
    FoundingForm,
    JoiningForm,
    OrganisationForm,
)
from alongside.web.forms.people.profile import (
    AboutForm,
    FreeTimeForm,
    LanguagesForm,
    MeetingForm,
    QualificationForm,
    RoleForm,
    SkillForm,
)

__all__ = [
    "AboutForm",
    "AppointmentForm",
    "FoundingForm",
    "FreeTimeForm",
    "JoiningForm",
    "LanguagesForm",
    "MeetingForm",
    "OrganisationForm",
    "QualificationForm",
    "RoleForm",
    "SkillForm",
]
