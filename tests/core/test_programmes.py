from dataclasses import replace
from datetime import date, timedelta

import pytest

from alongside.core.programmes import (
    PROGRAMME_TEMPLATES,
    Enrolling,
    EnrolmentKind,
    ProgrammeKind,
    ProgrammeSettings,
    ProgrammeTemplate,
    coaching_rules,
    get_programme_template,
    load_rules,
    may_enrol,
    mentoring_rules,
    problems_of_settings,
    state_on_enrolling,
)
from alongside.core.relationships.coaching import CoachingRules
from alongside.core.relationships.mentoring import MentoringRules
from alongside.core.verdicts import ALLOWED, Refused

TODAY = date(2026, 3, 2)
JOINING = Enrolling(ProgrammeKind.BOTH, EnrolmentKind.OPEN, "open", "mentee")
USUAL = ProgrammeSettings(ProgrammeKind.BOTH)


@pytest.mark.parametrize("template", PROGRAMME_TEMPLATES, ids=lambda template: template.key)
def test_a_template_has_settings_that_hold_together(template: ProgrammeTemplate) -> None:
    assert problems_of_settings(template.settings) == ()
    assert get_programme_template(template.key) is template
    assert template.purpose.endswith(".")


def test_an_unknown_template_is_a_bug() -> None:
    with pytest.raises(KeyError):
        get_programme_template("everything-for-everyone")


def test_the_usual_settings_are_the_defaults_of_both_tables() -> None:
    assert coaching_rules(USUAL) == CoachingRules()
    assert mentoring_rules(USUAL) == MentoringRules()
    assert load_rules(USUAL).cap == 3.0


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"sessions_total": 0}, "1 to 24"),
        ({"session_minutes": 5}, "15 minutes"),
        ({"interval_days_least": 40}, "longest time"),
        ({"hard_stop_months": 7}, "hard stop comes after"),
        ({"sessions_total": 24}, "do not fit"),
        ({"cadence_days": 0}, "contacts"),
        ({"answer_days": 0}, "a day"),
        ({"load_cap": 0}, "at least one"),
    ],
)
def test_settings_that_do_not_hold_together_say_why(changes: dict[str, int], words: str) -> None:
    problems = problems_of_settings(replace(USUAL, **changes))  # type: ignore[arg-type]  # any setting
    assert [words in problem.because for problem in problems] == [True]


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (replace(JOINING, same_organisation=False), "another organisation"),
        (replace(JOINING, programme_kind=ProgrammeKind.COACHING), "no such part"),
        (replace(JOINING, already_in=True), "already"),
        (replace(JOINING, state="draft"), "not opened"),
        (replace(JOINING, opens_on=TODAY + timedelta(days=1)), "not opened"),
        (replace(JOINING, state="closed"), "nobody new"),
        (replace(JOINING, closes_on=TODAY - timedelta(days=1)), "nobody new"),
        (replace(JOINING, enrolment_kind=EnrolmentKind.INVITED), "invitation"),
    ],
)
def test_joining_is_refused_with_a_reason(facts: Enrolling, words: str) -> None:
    verdict = may_enrol(facts, TODAY)
    assert isinstance(verdict, Refused)
    assert words in verdict.because


def test_joining_is_allowed_up_to_the_last_day_and_with_an_invitation() -> None:
    assert may_enrol(replace(JOINING, opens_on=TODAY, closes_on=TODAY), TODAY) == ALLOWED
    assert may_enrol(replace(JOINING, enrolment_kind=EnrolmentKind.INVITED, invited=True), TODAY) == ALLOWED


@pytest.mark.parametrize(
    ("kind", "invited", "state"),
    [
        (EnrolmentKind.OPEN, False, "approved"),
        (EnrolmentKind.INVITED, True, "approved"),
        (EnrolmentKind.APPROVED, False, "requested"),
        (EnrolmentKind.APPROVED, True, "approved"),
    ],
)
def test_only_a_request_waits_for_a_yes(kind: EnrolmentKind, invited: bool, state: str) -> None:
    assert state_on_enrolling(kind, invited) == state
