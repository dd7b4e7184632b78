import pytest

from alongside.core.relationships.scope import SCOPE_WORDS, ScopeChoice, Topic, may_choose, scope_choices
from alongside.core.relationships.sessions import (
    DEFAULT_TEMPLATE,
    TEMPLATES,
    SessionTemplate,
    get_template,
    rearranged,
)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.key)
def test_the_parts_of_a_template_fill_the_session(template: SessionTemplate) -> None:
    assert sum(part.percent for part in template.parts) == 100
    for total in (45, 60, 75, 90):
        assert sum(template.minutes(total)) == total
    assert all(part.question.endswith(("?", ".")) for part in template.parts)


def test_grow_is_the_default() -> None:
    assert DEFAULT_TEMPLATE.key == "grow"
    assert get_template("").key == "grow"
    assert get_template("oskar").name == "OSKAR"


def test_parts_can_be_put_in_another_order_and_left_out() -> None:
    parts = DEFAULT_TEMPLATE.parts
    assert [part.heading for part in rearranged(parts, (1, 0, 3))] == ["Reality", "Goal", "Way forward"]


@pytest.mark.parametrize(
    ("topic", "choices"),
    [
        (Topic(touches_agreed_outcome=True), ()),
        (Topic(False), (ScopeChoice.PARK, ScopeChoice.PUT_IN_SCOPE, ScopeChoice.REFER)),
        (Topic(False, needs_decision_of_others=True), (ScopeChoice.REFER, ScopeChoice.PARK)),
        (Topic(True, is_about_health_or_safety=True), (ScopeChoice.REFER,)),
    ],
)
def test_a_subject_outside_the_scope_has_its_ways(topic: Topic, choices: tuple[ScopeChoice, ...]) -> None:
    assert scope_choices(topic) == choices
    assert all(may_choose(topic, choice).allowed == (choice in choices) for choice in ScopeChoice)
    assert set(SCOPE_WORDS) == set(ScopeChoice)
