"""The forms of the account library in the house's words: what makes a good password is said in one sentence."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, ResetPasswordKeyForm, SetPasswordForm, SignupForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django.utils.translation import gettext_lazy as _

GOOD_PASSWORD = _("At least ten characters. Four or five words in a row are easy to keep and hard to guess.")

# The library writes its labels as titles.
STOCK_NAMES = ("New Password", "New Password (again)", "Current Password")
NAMES = {
    "password1": _("New password"),
    "password2": _("New password (again)"),
    "oldpassword": _("Current password"),
}


class OneSentence:
    """Says once what a good password is, under the first field that asks for a new one."""

    fields: dict[str, Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "password1" in self.fields:
            self.fields["password1"].help_text = GOOD_PASSWORD
        for name, words in NAMES.items():
            if name in self.fields and self.fields[name].label in STOCK_NAMES:
                self.fields[name].label = words


class HouseSignupForm(OneSentence, SignupForm):  # type: ignore[misc]  # allauth carries no types
    """A new account."""


class HouseNewPasswordForm(OneSentence, ResetPasswordKeyForm):  # type: ignore[misc]  # allauth carries no types
    """A new password by the link of a letter."""


class HouseChangePasswordForm(OneSentence, ChangePasswordForm):  # type: ignore[misc]  # allauth carries no types
    """A new password instead of the old one."""


class HouseSetPasswordForm(OneSentence, SetPasswordForm):  # type: ignore[misc]  # allauth carries no types
    """A first password, for an account that had none."""


class HousePasskeyForm(AddWebAuthnForm):  # type: ignore[misc]  # allauth carries no types
    """A new passkey, which signs in alone unless one says otherwise."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].help_text = _("For yourself, to tell it from others.")
        alone = self.fields["passwordless"]
        alone.label, alone.initial = _("Sign in with this passkey alone"), True
        alone.help_text = _(
            "It then asks for your finger, your face or its PIN. Without this, it comes after your password."
        )
