"""A need that came with a table: kept as the person's own, with our recommendation, theirs to decide about."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from alongside.core.needs.deciding import as_kept
from alongside.core.needs.questionnaire import Answers, clean_answers
from alongside.core.needs.triage import triage
from alongside.core.verdicts import Refused
from alongside.models import Need, NeedSkill, Person, Skill
from alongside.queries.needs.rules import rules_of


def keep_brought_need(
    person: Person,
    at: datetime,
    *,
    statement: str,
    answers: Mapping[str, Any],
    skills_wanted: Mapping[str, int],
) -> Need:
    """The person's open need, made or brought up to date. It was checked before: a wrong answer is a bug."""
    read = clean_answers(answers)
    assert isinstance(read, Answers)  # noqa: S101 - cells hold only answers of the questionnaire
    found = triage(statement, read, rules_of(person.organisation_id))
    assert not isinstance(found, Refused)  # noqa: S101 - a statement is shorter than the longest one read
    need = Need.objects.filter(person=person, closed_at__isnull=True).order_by("-created_at").first()
    need = need or Need(person=person, created_at=at)
    if statement != need.statement:
        need.tests_rules_since = None  # the consent was to other words
    need.statement, need.answers = statement, dict(answers)
    need.route, need.rules_version = found.route.value, found.rules_version
    need.runner_up = found.runner_up.value if found.runner_up else ""
    need.recommendation = as_kept(found)
    need.save()
    _keep_skills(need, skills_wanted, at)
    return need


def _keep_skills(need: Need, wanted: Mapping[str, int], at: datetime) -> None:
    assert need.person is not None  # noqa: S101 - a brought need always has its person
    here = Skill.objects.filter(organisation_id=need.person.organisation_id, name__in=wanted)
    skills = dict(here.values_list("name", "pk"))
    for name, level in wanted.items():
        NeedSkill.objects.update_or_create(
            need=need,
            skill_id=skills[name],
            defaults={"required": level},
            create_defaults={"required": level, "created_at": at},
        )
