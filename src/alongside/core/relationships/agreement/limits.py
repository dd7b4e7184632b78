"""Where confidentiality ends. Shown and acknowledged before the first meeting, in both kinds of relationship."""

from typing import Final

LIMITS_OF_CONFIDENTIALITY: Final = (
    "What you say here stays between the two of you, with these limits.",
    "If somebody is in danger, or a child or a vulnerable adult is at risk, help may have to be called.",
    "If the law or a court requires it, something may have to be disclosed.",
    "What the agreement lists may be passed on, and nothing more.",
    "A coach or mentor may talk to a supervisor about their own work, without saying who you are, "
    "if you consent.",
)
