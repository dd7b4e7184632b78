"""What can be done to programmes and to places in them."""

from alongside.services.programmes.enrolments import (
    bring_back,
    decide_enrolment,
    join_programme,
    leave_programme,
    set_places,
    set_requests_most,
)
from alongside.services.programmes.inviting import (
    add_person,
    invite_everyone,
    invite_to_programme,
    withdraw_letter,
)
from alongside.services.programmes.programmes import (
    change_programme,
    close_programme,
    create_programme,
    open_programme,
)

__all__ = [
    "add_person",
    "bring_back",
    "change_programme",
    "close_programme",
    "create_programme",
    "decide_enrolment",
    "invite_everyone",
    "invite_to_programme",
    "join_programme",
    "leave_programme",
    "open_programme",
    "set_places",
    "set_requests_most",
    "withdraw_letter",
]
