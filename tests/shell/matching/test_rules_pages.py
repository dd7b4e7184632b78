"""A programme's rules in the browser: the product's own, its own, ladders, files and versions."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from alongside.models import Person, Programme, RuleSetVersion
from alongside.queries.matching.rules import get_rules
from alongside.queries.viewers import viewer_as
from tests.shell.cast import Cast
from tests.shell.matching import guild
from tests.shell.matching.running import run

SignIn = Callable[[Person], Client]


@pytest.fixture
def amara(cast: Cast, signed_in: SignIn) -> Client:
    return signed_in(cast.amara)


def page_of(programme: Programme, name: str = "programme_matching", *more: Any) -> str:
    return reverse(name, args=[programme.pk, *more])


def test_criteria_are_switched_weighed_and_explained(
    cast: Cast, amara: Client, guild_programme: Programme
) -> None:
    url = page_of(guild_programme, "match_rules")
    page = amara.get(url).content.decode()
    assert "Neither reports to the other" in page
    said = {name: "0" for name in re.findall(r'<select name="(\w+)"', page) if "__" not in name} | {
        "kind": "mentoring",
        "reporting_line": "on",
        "skill_cover": "4",
        "common_free_time__least_minutes": "60",
        "skill_offered__least_level": "3",
        "career_stage_gap__best": "2",
        "career_stage_gap__tolerance": "2",
        "own_choices__most": "3",
        "own_choices__client_percent": "70",
        **{
            f"{name}": value
            for name, value in {
                "not_together_before__together_before": "refuse",
                "shared_language__when_unknown": "allow",
                "common_free_time__when_unknown": "allow",
                "shared_format__when_unknown": "allow",
                "skill_offered__how_many": "one",
            }.items()
        },
    }
    assert amara.post(url, said).status_code == 303
    rules = get_rules(guild_programme, "mentoring").rules
    assert [(one.criterion, one.weight) for one in rules.rules[:2]] == [
        ("reporting_line", None),
        ("skill_cover", 4),
    ]
    assert len(rules.rules) == 7  # the five on own columns stay
    wrong = amara.post(url, said | {"common_free_time__least_minutes": "1"})
    assert wrong.status_code == 422
    assert RuleSetVersion.objects.filter(programme=guild_programme).count() == 2


def test_a_programmes_own_rules_are_set_up_without_a_file(
    cast: Cast, amara: Client, guild_programme: Programme
) -> None:
    RuleSetVersion.objects.filter(programme=guild_programme).delete()
    url = page_of(guild_programme, "match_rules")
    page = amara.get(url).content.decode()
    said = {name: "0" for name in re.findall(r'<select name="(\w+)"', page) if "__" not in name}
    said |= dict(re.findall(r'<select name="(\w+__\w+)".*?<option value="(\w+)" selected', page, re.DOTALL))
    said |= dict(re.findall(r'<input type="number" name="(\w+)" value="(\d+)"', page))
    assert amara.post(url, said | {"kind": "mentoring"}).status_code == 303
    ladder = {"name": "grade", "steps": "\n".join(guild.LADDER)}
    assert amara.post(page_of(guild_programme, "ladder"), ladder).status_code == 303
    same = {"where_side": "", "kind": "mentoring"}
    for criterion, more in (
        (
            "column_different",
            {"title": "Another organisation", "column": "organisation", "when_empty": "allow"},
        ),
        (
            "column_between",
            {
                "title": "One or two grades above",
                "column": "grade",
                "ladder": "grade",
                "least": "1",
                "most": "2",
                "when_empty": "refuse",
            },
        ),
        (
            "points_by_gap",
            {"title": "Grades apart", "column": "grade", "ladder": "grade", "points_for": "1 = 9\n2: 12\n"},
        ),
        ("points_equal", {"title": "The same profession", "column": "profession", "points": "10"}),
        (
            "points_in_list",
            {
                "title": "The identity asked for",
                "client_column": "identity to match",
                "practitioner_column": "characteristics",
                "separator": ",",
                "quiet": "on",
                "points": "6",
            },
        ),
    ):
        answer = amara.post(page_of(guild_programme, "own_rule", criterion), same | more)
        assert answer.status_code == 303, answer.content.decode()[-4000:]
    done = run(viewer_as(cast.amara), guild_programme)
    assert (done.placed, done.points) == guild.best()
    page = amara.get(url).content.decode()
    assert "10 points where “profession” is the same." in page
    assert "9 for 1, 12 for 2." in page


def test_a_rule_is_changed_and_taken_out_where_it_stands(
    cast: Cast, amara: Client, guild_programme: Programme
) -> None:
    url = page_of(guild_programme, "own_rule", "points_equal")
    page = amara.get(url, {"at": "3"}).content.decode()
    assert 'value="The same profession"' in page
    said = {"title": "Same trade", "column": "profession", "points": "11", "kind": "mentoring"}
    assert amara.post(f"{url}?at=3", said).status_code == 303
    rules = get_rules(guild_programme, "mentoring").rules
    assert (rules.rules[3].title, rules.rules[3].points, len(rules.rules)) == ("Same trade", 11, 5)
    take_out = page_of(guild_programme, "remove_own_rule")
    amara.post(take_out, {"at": "3", "criterion": "points_in_list", "kind": "mentoring"})
    assert len(get_rules(guild_programme, "mentoring").rules.rules) == 5
    amara.post(take_out, {"at": "3", "criterion": "points_equal", "kind": "mentoring"})
    assert len(get_rules(guild_programme, "mentoring").rules.rules) == 4


@pytest.mark.parametrize(
    ("criterion", "said", "words"),
    [
        ("points_equal", {"title": "x", "points": "3"}, "Please fill this in."),
        ("points_equal", {"title": "x", "column": "a", "points": "0"}, "At least 1, please."),
        (
            "points_by_gap",
            {"title": "x", "column": "a", "points_for": "two is twelve"},
            "Write one distance a line",
        ),
        ("points_by_gap", {"title": "x", "column": "a", "points_for": "1 = 0"}, "gives no points"),
        (
            "column_between",
            {"title": "x", "column": "a", "least": "3", "most": "1", "when_empty": "allow"},
            "is larger than",
        ),
        (
            "points_equal",
            {"title": "x", "column": "a", "points": "3", "where_side": "client"},
            "Say which column and which value.",
        ),
        ("points_equal", {"title": "x", "client_column": "a", "points": "3"}, "Please fill this in."),
    ],
)
def test_a_rule_that_cannot_be_is_sent_back_filled_in(
    amara: Client, guild_programme: Programme, criterion: str, said: dict[str, str], words: str
) -> None:
    answer = amara.post(page_of(guild_programme, "own_rule", criterion), said | {"kind": "mentoring"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert words in page
    assert 'value="x"' in page


def test_rules_are_pasted_downloaded_and_brought_back(
    cast: Cast, amara: Client, guild_programme: Programme
) -> None:
    url = page_of(guild_programme, "rules_file")
    wrong = amara.post(url, {"text": 'kind = "mentoring"\nname = "x"\n[[rules]]\ncriterion = "magic"'})
    assert wrong.status_code == 422
    assert "There is no such criterion." in wrong.content.decode()
    down = amara.get(page_of(guild_programme, "download_rules"))
    assert "points_by_gap" in down.content.decode()
    fewer = down.content.decode().replace("points = 10", "points = 5")
    assert amara.post(url, {"text": fewer}).status_code == 303
    assert get_rules(guild_programme, "mentoring").number == 2
    version = page_of(guild_programme, "rules_version", 1)
    assert "10 points where" in amara.get(version).content.decode()
    assert amara.post(version).status_code == 303
    assert get_rules(guild_programme, "mentoring").number == 3
    assert amara.get(page_of(guild_programme, "rules_version", 99)).status_code == 404


def test_a_ladder_that_a_rule_stands_on_stays(amara: Client, guild_programme: Programme) -> None:
    taken = page_of(guild_programme, "remove_ladder")
    amara.post(taken, {"name": "grade", "kind": "mentoring"})
    assert "grade" in get_rules(guild_programme, "mentoring").rules.ladders
    twice = amara.post(page_of(guild_programme, "ladder"), {"name": "band", "steps": "low\nLOW"})
    assert twice.status_code == 422
