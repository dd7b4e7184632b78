"""The forms of the account library in the house's words: what makes a good password is said in one sentence."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, ResetPasswordKeyForm, SetPasswordForm, SignupForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django.utils.translation import gettext_lazy as _

GOOD_PASSWORD = _("At least ten characters. Four or five words in a row are easy to keep and hard to guess.")


class OneSentence:
    """Says once what a good password is, under the first field that asks for a new one."""

    fields: dict[str, Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "password1" in self.fields:
            self.fields["password1"].help_text = GOOD_PASSWORD


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
