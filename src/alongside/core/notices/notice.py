"""One letter of the house."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """The words of a letter. `page` is the name of the address it links to, `button` the link's words.

    There is no place for a name, a topic or a text: a mailbox is read by more people than its owner.
    """

    key: str
    subject: str
    text: str
    button: str
    page: str
