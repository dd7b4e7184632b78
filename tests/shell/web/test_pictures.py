"""The pictures say the same in words, in marks and in a table, whatever they are given."""

import re
from itertools import pairwise

import pytest
from django.template import Context, Template
from django.utils import translation

from alongside.web.pictures import arc, pairs, slope, steps, supply
from alongside.web.pictures.drawing import label_lines, spread

STAGES = [
    {"key": "agreement", "label": "Agreement"},
    {"key": "session-1", "label": "Session 1", "small": True},
    {"key": "closed", "label": "Closed"},
]


def show(source: str, **rows: object) -> str:
    return Template("{% load alongside_parts %}" + source).render(Context(rows))


def test_what_lies_before_the_current_stage_is_done_and_the_rest_is_ahead() -> None:
    assert [stage.state for stage in arc.read_stages(STAGES, "session-1")] == ["done", "current", "ahead"]


def test_an_engagement_that_has_not_begun_has_everything_ahead() -> None:
    assert {stage.state for stage in arc.read_stages(STAGES, None)} == {"ahead"}
    assert "Not begun yet" in show("{% coaching_arc stages None %}", stages=STAGES)


def test_the_arc_says_in_words_where_one_is_and_what_comes_next() -> None:
    page = show("{% coaching_arc stages 'session-1' %}", stages=STAGES)
    assert "Now at: Session 1, 2 of 3" in page
    assert "Next: Closed." in page


def test_a_step_stands_right_of_everything_it_waits_for() -> None:
    assert steps.layers_of(["a", "b", "c"], [("a", "b"), ("b", "c"), ("a", "c")]) == {"a": 0, "b": 1, "c": 2}


def test_a_circle_of_steps_is_still_drawn() -> None:
    nodes = [{"id": "a", "label": "A"}, {"id": "b", "label": "B"}]
    assert (
        show("{% step_graph nodes edges %}", nodes=nodes, edges=[("a", "b"), ("b", "a")]).count("<svg") >= 1
    )


def test_an_edge_to_a_step_that_is_not_there_is_left_out() -> None:
    assert steps.draw_tall([{"id": "a", "label": "A"}], [("a", "gone")]).edges == ()


@pytest.mark.parametrize("wanted", [(50.0, 50.0, 50.0), (10.0, 12.0, 300.0), (0.0,), ()])
def test_labels_never_stand_on_each_other_and_keep_their_order(wanted: tuple[float, ...]) -> None:
    placed = spread(wanted, 20, 10, 300)
    heights = sorted(placed)
    assert all(low + 20 <= high + 1e-9 for low, high in pairwise(heights))
    assert sorted(range(len(wanted)), key=lambda at: (wanted[at], at)) == sorted(
        range(len(placed)), key=lambda at: (placed[at], at)
    )


def test_a_long_label_is_broken_and_at_last_cut() -> None:
    lines = label_lines("one two three four five six seven eight nine ten", 0, 0, 10, most=2)
    assert len(lines) == 2
    assert lines[-1].text.endswith("…")


def test_a_figure_is_written_as_people_write_it() -> None:
    with translation.override("de"):
        assert [slope.figure(value) for value in (3.0, 2.5, 10.0)] == ["3", "2,5", "10"]


def test_a_slope_that_falls_says_so_and_a_missing_interval_is_not_drawn() -> None:
    row = {"label": "Writing", "before": 3.4, "after": 3.2}
    assert slope.direction_of(row) == "down"
    assert slope.draw([row], 1, 5, wide=True).slopes[0].before.low == ""


def test_the_longest_bar_is_the_greatest_number_of_either_side() -> None:
    rows = supply.weigh([{"skill": "A", "need": 10, "supply": 40}, {"skill": "B", "need": 20, "supply": 5}])
    assert [(row.need_share, row.supply_share, row.short) for row in rows] == [
        ("25", "100", 0),
        ("50", "12.5", 15),
    ]


def test_two_people_of_one_name_stay_two() -> None:
    rows = [
        {"left": "Ada", "left_id": 1, "right": "Tomasz"},
        {"left": "Ada", "left_id": 2, "right": "Tomasz"},
    ]
    drawn = pairs.draw(rows, wide=True)
    assert (len(drawn.left), len(drawn.right), drawn.right[0].lines) == (2, 1, 2)


def test_somebody_without_a_match_is_named_in_words() -> None:
    rows = [{"left": "Elif Kaya", "right": None}]
    assert "Nobody yet for: Elif Kaya." in show("{% match_picture rows %}", rows=rows)


PICTURES = [
    "{% coaching_arc stages 'session-1' %}",
    "{% mentoring_path items %}",
    "{% step_graph nodes edges %}",
    "{% slope_chart slopes low=1 high=5 %}",
    "{% need_supply supplies %}",
    "{% match_picture pairs %}",
]


@pytest.mark.parametrize("source", PICTURES)
@pytest.mark.parametrize("language", ["en", "de"])
def test_a_picture_has_words_a_table_plain_numbers_and_no_inline_style(source: str, language: str) -> None:
    with translation.override(language):
        page = show(
            source,
            stages=STAGES,
            items=[
                {"when": "2024", "label": "Led <b>it</b>", "state": "now"},
                {"when": "2027", "label": "Ahead"},
            ],
            nodes=[{"id": 1, "label": "One"}, {"id": 2, "label": "Two"}],
            edges=[(1, 2)],
            slopes=[
                {"label": "Speaking", "before": 2.5, "after": 3.5, "before_low": 2.0, "before_high": 3.0}
            ],
            supplies=[{"skill": "Speaking", "need": 3, "supply": 1}],
            pairs=[{"left": "Ada", "right": "Ben", "fit": 0.5, "reasons": ["same step"]}],
        )
    assert "<figcaption>" in page
    assert "<table" in page
    assert "style=" not in page
    assert "<b>it</b>" not in page
    assert not re.search(r'(?:\bd|cx|cy|x|y|width|height|viewBox)="[^"]*\d,\d', page)


@pytest.mark.parametrize("source", [one for one in PICTURES if "need_supply" not in one])
def test_a_picture_with_nothing_to_show_does_not_break(source: str) -> None:
    names = ("stages", "items", "nodes", "edges", "slopes", "supplies", "pairs")
    empty: dict[str, object] = {name: [] for name in names}
    assert "<figure" in show(source, **empty)
