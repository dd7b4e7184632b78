"""Letters about accounts and invitations."""

from alongside.core.notices.notice import Notice

NOTICES = (
    Notice(
        "invitation",
        "You are invited to Alongside",
        "Your organisation has kept a place for you. The link below opens it, for you alone, for 14 days.",
        "See the invitation",
        "accept_invitation",
    ),
)
