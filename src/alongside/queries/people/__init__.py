"""Reads about people: what they take part in, their profiles, their places in organisations, what waits for them."""

from alongside.queries.people.appointments import (
    HeldOffice,
    list_colleagues,
    list_offices,
    list_programmes_to_run,
)
from alongside.queries.people.doors import Door, get_account_behind, list_doors, list_things_to_say
from alongside.queries.people.own_data import KeptKind, export_own_data, list_kept_kinds
from alongside.queries.people.parts import Parts, count_parts
from alongside.queries.people.places import (
    OpenPlace,
    Place,
    WaitingInvitation,
    get_organisation,
    is_anything_founded,
    list_open_places,
    list_places,
    list_waiting_invitations,
    verified_addresses,
)
from alongside.queries.people.profiles import (
    Profile,
    get_person,
    get_profile,
    get_qualification,
    list_skills_to_offer,
)
from alongside.queries.people.todos import list_todos
from alongside.queries.people.ways_in import WaysIn, get_ways_in

__all__ = [
    "Door",
    "HeldOffice",
    "KeptKind",
    "OpenPlace",
    "Parts",
    "Place",
    "Profile",
    "WaitingInvitation",
    "WaysIn",
    "count_parts",
    "export_own_data",
    "get_account_behind",
    "get_organisation",
    "get_person",
    "get_profile",
    "get_qualification",
    "get_ways_in",
    "is_anything_founded",
    "list_colleagues",
    "list_doors",
    "list_kept_kinds",
    "list_offices",
    "list_open_places",
    "list_places",
    "list_programmes_to_run",
    "list_skills_to_offer",
    "list_things_to_say",
    "list_todos",
    "list_waiting_invitations",
    "verified_addresses",
]
