"""How an account can be signed in to."""

from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.usersessions.models import UserSession

from alongside.models import Account
from alongside.queries.access import NotVisible
from alongside.queries.viewers import Viewer


@dataclass(frozen=True, slots=True)
class WaysIn:
    """The ways into one account, and where it is signed in."""

    address: str
    has_password: bool
    has_app: bool
    passkeys: int
    codes_left: int
    sessions: int


def get_ways_in(viewer: Viewer) -> WaysIn:
    """The viewer's own account."""
    account = Account.objects.filter(pk=viewer.account_id or 0).first()
    if account is None:
        raise NotVisible
    authenticators = list(Authenticator.objects.filter(user=account))
    kinds = [each.type for each in authenticators]
    codes = next((each for each in authenticators if each.type == Authenticator.Type.RECOVERY_CODES), None)
    return WaysIn(
        address=account.email,
        has_password=account.has_usable_password(),
        has_app=Authenticator.Type.TOTP in kinds,
        passkeys=kinds.count(Authenticator.Type.WEBAUTHN),
        codes_left=len(RecoveryCodes(codes).get_unused_codes()) if codes else 0,
        sessions=UserSession.objects.filter(user=account).count(),
    )
