"""Rules to try the workbench with, and a version in use."""

from collections.abc import Callable

from django.test import Client

from alongside.core.needs.drafting import FamilyText, numbers_of, with_new_family, with_numbers
from alongside.core.needs.rules_file import default_rules_text
from alongside.models import (
    Person,
    TriageRulesUse,
    TriageRulesVersion,
)
from tests.shell.cast import Cast
from tests.shell.makers import NOW

SignIn = Callable[[Person], Client]
TEXT = default_rules_text()
# Words that say nothing under the rules that ship, and send to a course under these.
BANANA = "The banana hour is what I think about. The banana split is on my list as well."
# The second reader is never sure enough here, so that the organisation's own phrases decide.
OWN = with_new_family(
    with_new_family(
        with_numbers(TEXT, {"thresholds": {"read_sure": 2.0}}),
        FamilyText(
            "own_hour",
            "dimension",
            "D1",
            "training",
            because="You wrote “{quote}”.",
            phrases="the banana hour",
        ),
    ),
    FamilyText(
        "own_split", "dimension", "D5", "training", because="You wrote “{quote}”.", phrases="the banana split"
    ),
)
HEARING = [key for key in numbers_of(TEXT)["thresholds"] if key.startswith(("gate", "read_"))]
DEAF = with_numbers(TEXT, {"thresholds": dict.fromkeys(HEARING, 90.0)})


def published(cast: Cast, text: str = OWN, name: str = "Harbour 1") -> TriageRulesVersion:
    """A version of the harbour's in use, put there without the checks of publishing."""
    version = TriageRulesVersion.objects.create(
        organisation=cast.harbour, name=name, text=text.replace('"triage-1"', f'"{name}"', 1), created_at=NOW
    )
    TriageRulesUse.objects.create(organisation=cast.harbour, version=version, created_at=NOW)
    return version
