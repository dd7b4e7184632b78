"""Session templates: ordered lists of things to talk about, each with a question. Everyone may edit their copy.

The names of the models are common property of the field; the questions are our own.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a session: a heading, a question to open it, and a rough share of the time in percent."""

    heading: str
    question: str
    percent: int


@dataclass(frozen=True, slots=True)
class SessionTemplate:
    """An ordered list of parts. `key` is stored with the session that used it."""

    key: str
    name: str
    good_for: str
    parts: tuple[Part, ...]

    def minutes(self, total: int) -> tuple[int, ...]:
        """Whole minutes for each part; together exactly `total` (the last part takes the rest)."""
        if not self.parts:
            return ()
        shares = [total * part.percent // 100 for part in self.parts]
        shares[-1] += total - sum(shares)
        return tuple(shares)


TEMPLATES: Final = (
    SessionTemplate(
        "grow",
        "GROW",
        "A goal that is clear enough to start on.",
        (
            Part("Goal", "What would make this session worth your time?", 15),
            Part("Reality", "What happens now, and what have you already tried?", 30),
            Part("Options", "What could you do, if nothing were settled yet?", 30),
            Part("Way forward", "What will you do, by when, and how will you notice that it worked?", 25),
        ),
    ),
    SessionTemplate(
        "clear",
        "CLEAR",
        "A new subject, or one that needs to be heard before it is sorted.",
        (
            Part("Contract", "What do you want from today, and how shall we work?", 15),
            Part("Listen", "Tell the story as it is for you.", 25),
            Part("Explore", "What does it do to you and to others, and what else might be true?", 25),
            Part("Action", "Which step would be yours to take?", 20),
            Part("Review", "What was useful, and what should be different next time?", 15),
        ),
    ),
    SessionTemplate(
        "oskar",
        "OSKAR",
        "Building on what already works.",
        (
            Part("Outcome", "Suppose it went well. What would others see you do?", 20),
            Part("Scale", "From 0 to 10, where are you today, and what put you there?", 20),
            Part("Know-how", "When did it go a little better? What did you do then?", 25),
            Part("Affirm and act", "What strength showed there, and what is one small next step?", 20),
            Part("Review", "What has got better since last time?", 15),
        ),
    ),
    SessionTemplate(
        "free",
        "Free",
        "Your own order.",
        (Part("What matters today", "Where would you like to begin?", 100),),
    ),
)

DEFAULT_TEMPLATE: Final = TEMPLATES[0]


def get_template(key: str) -> SessionTemplate:
    """The template of that key; the default for an unknown or empty one."""
    return next((template for template in TEMPLATES if template.key == key), DEFAULT_TEMPLATE)


def rearranged(parts: tuple[Part, ...], order: tuple[int, ...]) -> tuple[Part, ...]:
    """The parts in a new order; an index left out drops its part. Indices outside the list are a bug."""
    return tuple(parts[index] for index in order)
