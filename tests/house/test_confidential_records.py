"""Confidential records are met through queries/access.py: nobody else asks the database for them."""

import re
from pathlib import Path

from alongside import models
from tests.house.test_architecture import ROOT, python_files, short

# The floors that may name a confidential record: reads (which begin with the viewer), writes (which begin with a
# sight of it), the reading of files, and the operator's commands.
OPEN_FLOORS = ("queries", "services", "imports", "management", "models")

# A form may turn rows that a query chose for this viewer into choices, by their ids.
CHOICES = re.compile(r"\.(none\(\)|filter\(pk__in=)")

CONFIDENTIAL = (
    "ActionItem",
    "Attainment",
    "Circumstances",
    "CoachOffer",
    "CoachingAgreement",
    "CoachingEngagement",
    "Consent",
    "GapSkill",
    "Goal",
    "GoalLevels",
    "HandSuggestion",
    "JournalEntry",
    "LookBack",
    "Meeting",
    "MeetingTopic",
    "MentorRanking",
    "Mentorship",
    "MentorshipAgreement",
    "Message",
    "MindsetShift",
    "Moment",
    "Need",
    "NeedFollowUp",
    "NeedSkill",
    "NeedTalk",
    "PathItem",
    "Person",
    "PracticeEntry",
    "PrivateNote",
    "PrivateReason",
    "ProposalPair",
    "RankedMentor",
    "RelationshipEvent",
    "Release",
    "Response",
    "Review",
    "SafetyConcern",
    "SharedNote",
    "SkillRating",
    "Step",
    "StepUnlock",
    "StuckSearch",
)


def test_the_list_names_records_that_exist() -> None:
    assert not [name for name in CONFIDENTIAL if not hasattr(models, name)]


def test_only_the_open_floors_ask_for_confidential_records() -> None:
    asking = re.compile(rf"\b({'|'.join(CONFIDENTIAL)})\.(_default_manager|_base_manager|objects)\b")
    found = [
        f"{short(file)}: {call.group()}"
        for file in python_files("src")
        if floor_of(file) not in OPEN_FLOORS
        for call in asking.finditer(file.read_text())
        if not (is_form(file) and CHOICES.match(file.read_text(), call.end()))
    ]
    assert not found, "\n".join(found)


def is_form(file: Path) -> bool:
    return file.is_relative_to(ROOT / "src" / "alongside" / "web" / "forms")


def floor_of(file: Path) -> str:
    return file.relative_to(ROOT / "src" / "alongside").parts[0]
