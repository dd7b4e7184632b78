"""Which of a pair's findings are worth telling the two."""

from typing import Any

from alongside.core.matching.reasons import telling_findings, telling_reasons


def finding(criterion: str, because: str, points_milli: int = 0, *, refused: bool = False) -> dict[str, Any]:
    return {"criterion": criterion, "because": because, "points_milli": points_milli, "refused": refused}


FOUND = (
    finding("two_different_people", "These are two different people."),
    finding("shared_language", "Both speak Welsh."),
    finding("load_fairness", "Fewer people than others ask this mentor.", 900),
    finding("goals_text", "Their texts have 1 word in common.", 800),
    finding("common_free_time", "One of the two has not said when they are free."),
    finding("skill_complement", "Offered: delegating.", 400),
    finding("skill_depth", "Offered: delegating.", 300),
    finding("seniority", "Two grades apart.", 700),
    finding("same_site", "Not at one place.", 500, refused=True),
)


def test_the_weightiest_comes_first_and_then_how_they_can_meet() -> None:
    assert telling_reasons(FOUND) == ("Two grades apart.", "Offered: delegating.", "Both speak Welsh.")


def test_a_rule_that_is_merely_kept_is_no_reason() -> None:
    assert "two_different_people" not in {one["criterion"] for one in telling_findings(FOUND)}


def test_one_sentence_is_told_once_with_its_weightier_finding() -> None:
    told = [one["criterion"] for one in telling_findings(FOUND) if one["because"] == "Offered: delegating."]
    assert told == ["skill_complement"]


def test_where_only_the_practical_is_known_one_line_says_so() -> None:
    practical = [
        one for one in FOUND if one["criterion"] in ("shared_language", "common_free_time", "shared_format")
    ]
    told = telling_reasons([one | {"points_milli": 0} for one in practical])
    assert len(told) == 1
    assert told[0].startswith("So far only the practical is known: ")
    assert "a language" in told[0]


def test_where_nothing_is_known_nothing_is_told() -> None:
    assert telling_reasons([]) == ()
