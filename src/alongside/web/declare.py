"""Every view says which resource it shows and what it does with it. What says nothing is not there (404)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.http import HttpResponseBase

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


@dataclass(frozen=True, slots=True)
class Declaration:
    """What a view does: an action on a resource of the policy table, and whether one must be signed in.

    `anonymous` views are for everybody. `needs_person` views also need a place in an organisation.
    """

    resource: str
    action: str
    anonymous: bool = False
    needs_person: bool = True


def shows(
    resource: str, action: str = "read", *, anonymous: bool = False, needs_person: bool = True
) -> Callable[[View], View]:
    """Declare a view: `@shows("mentorship", "read")`. A house test holds each against the policy table."""
    declaration = Declaration(resource, action, anonymous, needs_person and not anonymous)

    def mark(view: View) -> View:
        view.declaration = declaration  # type: ignore[attr-defined]  # functions take attributes; mypy has no word for it
        return view

    return mark


# Views of libraries, by the module they live in: they cannot carry the mark themselves.
LIBRARY_VIEWS: tuple[tuple[str, Declaration], ...] = (
    ("allauth.account", Declaration("account", "edit", anonymous=True, needs_person=False)),
    ("allauth.mfa", Declaration("account", "edit", anonymous=True, needs_person=False)),
    ("allauth.usersessions", Declaration("account", "edit", anonymous=True, needs_person=False)),
    ("django.views.i18n", Declaration("public_page", "read", anonymous=True, needs_person=False)),
)


def declaration_of(view: Any) -> Declaration | None:
    """The view's own declaration, or the one of the library it comes from, or nothing."""
    own = getattr(view, "declaration", None)
    if isinstance(own, Declaration):
        return own
    origin = getattr(getattr(view, "view_class", view), "__module__", "")
    return next((said for module, said in LIBRARY_VIEWS if origin.startswith(module)), None)
