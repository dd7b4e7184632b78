"""What can be done to organisations, people, offices, invitations and profiles."""

from alongside.services.people.appointments import appoint, end_appointment
from alongside.services.people.invitations import (
    accept_invitation,
    accept_waiting_invitation,
    invite,
    withdraw_invitations,
)
from alongside.services.people.organisations import (
    change_organisation,
    create_organisation,
    found_organisation,
    join_organisation,
)
from alongside.services.people.profile import (
    add_role,
    change_profile,
    offer_skill,
    remove_role,
    set_free_time,
    set_full_for_now,
    withdraw_skill,
)
from alongside.services.people.qualifications import (
    claim_qualification,
    remove_qualification,
    verify_qualification,
)

__all__ = [
    "accept_invitation",
    "accept_waiting_invitation",
    "add_role",
    "appoint",
    "change_organisation",
    "change_profile",
    "claim_qualification",
    "create_organisation",
    "end_appointment",
    "found_organisation",
    "invite",
    "join_organisation",
    "offer_skill",
    "remove_qualification",
    "remove_role",
    "set_free_time",
    "set_full_for_now",
    "verify_qualification",
    "withdraw_invitations",
    "withdraw_skill",
]
