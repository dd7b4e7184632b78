"""How a place is reached, taken apart: the numbers in "Call 999 or 112" become links a telephone can dial."""

import re
from dataclasses import dataclass

_LINKS = re.compile(
    r"(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<web>https?://[^\s,;)]+[^\s,;).])"
    r"|(?P<number>(?<![\w/.:-])\+?\(?\d[\d()\s-]*\d(?![\w/:]))"
)
_INSIDE_ONLY = re.compile(r"\b(?:extension|ext\.?|room|floor|building|desk|option|press)\s*$", re.IGNORECASE)
_CALLS = re.compile(r"\b(?:call|phone|ring|dial|telephone)\b", re.IGNORECASE)
_TEXTS = re.compile(r"\b(?:text|sms)\b", re.IGNORECASE)
FEWEST_DIGITS = 3


@dataclass(frozen=True, slots=True)
class ReachPart:
    """A piece of the text; `href` where it leads somewhere (tel:, sms:, mailto:, https:)."""

    text: str
    href: str = ""


def reach_parts(reach: str) -> tuple[ReachPart, ...]:
    """The text in pieces, in order; joined they give the text again.

    A number after "extension", "room" and the like is left as it is: no telephone outside can dial it. A number
    that one is asked to text, and not to call, opens a message.
    """
    parts: list[ReachPart] = []
    at = 0
    for found in _LINKS.finditer(reach):
        href = _href(found, reach[at : found.start()])
        if href:
            parts += [ReachPart(reach[at : found.start()]), ReachPart(found[0], href)]
            at = found.end()
    parts.append(ReachPart(reach[at:]))
    return tuple(part for part in parts if part.text)


def _href(found: re.Match[str], before: str) -> str:
    if found["mail"]:
        return f"mailto:{found['mail']}"
    if found["web"]:
        return found["web"]
    digits = re.sub(r"[^\d+]", "", found["number"].replace("(0)", ""))
    if len(digits) < FEWEST_DIGITS or _INSIDE_ONLY.search(before):
        return ""
    return f"sms:{digits}" if _TEXTS.search(before) and not _CALLS.search(before) else f"tel:{digits}"
