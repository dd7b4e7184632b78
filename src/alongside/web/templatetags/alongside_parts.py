"""Tags and filters of the house style: field wiring, small marks, pictures.

How to use each one, with examples: docs/howto/pages.md.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django import template
from django.forms import BoundField, CheckboxInput, CheckboxSelectMultiple, RadioSelect
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from alongside.web.pictures import arc, bars, pairs, path, slope, steps, supply
from alongside.web.pictures.drawing import read

register = template.Library()

KINDS = ("coaching", "mentoring")
_SVG = '<svg class="{}" viewBox="{}" fill="none" aria-hidden="true" focusable="false">{}</svg>'
_ARC = (
    '<path d="M4 18C4 8 10 3 18 3s14 5 14 15" stroke="currentColor" stroke-width="2.5"/>'
    '<circle cx="4" cy="18" r="3.500" fill="currentColor"/><circle cx="32" cy="18" r="3.500" fill="currentColor"/>'
)
_PATH = (
    '<path d="M0 16c6 0 7-9 13-9s7 8 12 8 6-6 11-9" stroke="currentColor" stroke-width="2.500"/>'
    '<path d="M13 1.500 18.500 7 13 12.500 7.500 7z" fill="currentColor"/>'
)
_SHAPES = {
    "coaching": '<circle cx="8" cy="8" r="{r}"{p}/>',
    "mentoring": '<path d="M8 {a} {b} 8 8 {b} {a} 8z"{p}/>',
}


# Words and lists


@register.filter
def initials(name: object) -> str:
    """First letters of the first and the last word: "Ada M. Okafor" → "AO"."""
    words = str(name or "").split()
    return "".join(word[0] for word in dict.fromkeys((words[0], words[-1]))).upper() if words else ""


@register.filter
def label_of(column: Any) -> str:
    """The heading of a table column given as text or with a label."""
    return str(read(column, "label", column if isinstance(column, str) else ""))


@register.filter
def beside(cells: Iterable[Any], columns: Iterable[Any]) -> tuple[tuple[Any, Any], ...]:
    """Cells of a row, each with its column."""
    return tuple(zip(cells, columns, strict=False))


# Fields


@register.simple_tag
def who_sees(field: BoundField, who: object = "") -> str:
    """Who can see an answer: said on the page, or kept with the form field as `who_sees`."""
    return str(who or getattr(field.field, "who_sees", ""))


@register.simple_tag
def field_shape(field: BoundField) -> str:
    """choices (radio or checkbox group), check (one checkbox) or plain."""
    widget = field.field.widget
    if isinstance(widget, RadioSelect | CheckboxSelectMultiple):
        return "choices"
    return "check" if isinstance(widget, CheckboxInput) else "plain"


def _described_by(field: BoundField, who: object) -> str:
    parts = {"helptext": field.help_text, "error": field.errors, "who": who}
    return " ".join(f"{field.auto_id}_{name}" for name, there in parts.items() if there)


@register.simple_tag
def control(field: BoundField, who: object = "") -> SafeString:
    """The control itself, tied to its help, its errors and the line that says who can see it."""
    ids = _described_by(field, who)
    return field.as_widget(attrs={"aria-describedby": ids} if ids else None)


@register.simple_tag
def described_by(field: BoundField, who: object = "") -> SafeString:
    """The aria-describedby attribute for a fieldset."""
    ids = _described_by(field, who)
    return format_html(' aria-describedby="{}"', ids) if ids else mark_safe("")


@register.simple_tag
def scale_width(field: BoundField) -> str:
    """five for short scales, ten for long ones."""
    return "five" if len(list(field)) <= 5 else "ten"


# Marks and motifs


@register.simple_tag
def motif(kind: str) -> SafeString:
    """The small sign of a kind: an arc that ends, or a path that goes on. Decorative; write the word beside it."""
    drawing = {"coaching": _ARC, "mentoring": _PATH}.get(kind)
    return format_html(_SVG, "motif", "0 0 36 22", mark_safe(drawing)) if drawing else mark_safe("")


@register.simple_tag
def mark(kind: str = "", state: str = "") -> SafeString:
    """The shape in a badge: round for coaching, diamond for mentoring; its fill says how far things are."""
    shape = _SHAPES.get(kind or "", '<rect x="{a}" y="{a}" width="{w}" height="{w}" rx="2"{p}/>')
    line = ' stroke="currentColor" stroke-width="2"'
    paint = {
        "waiting": line + ' stroke-dasharray="2.600 2.400"',
        "done": ' fill="currentColor"' + line,
        "paused": line,
        "ended": line + ' stroke-opacity=".7"',
    }.get(state or "running", line)
    body = shape.format(r="5.5", a="2", b="14", w="12", p=paint)
    inner = {
        "": shape.format(r="2.6", a="5", b="11", w="6", p=' fill="currentColor"'),
        "done": '<path class="tick" d="M5.400 8.200l1.900 1.900 3.400-4" stroke-width="1.600"/>',
        "paused": '<path d="M6.600 6v4M9.400 6v4" stroke="currentColor" stroke-width="1.500"/>',
        "ended": '<path d="M5 8h6" stroke="currentColor" stroke-width="1.800"/>',
    }.get("" if state in ("", None, "running") else state, "")
    return format_html(_SVG, "shape", "0 0 16 16", mark_safe(body + inner))


@register.inclusion_tag("parts/pictures/drawing.html")
def drawing(kind: str = "") -> dict[str, Any]:
    """The large motif of an empty page; without a kind, arc and path side by side."""
    return {"kind": kind if kind in KINDS else ""}


# Pictures


@register.inclusion_tag("parts/pictures/coaching_arc.html")
def coaching_arc(stages: Sequence[Any], current: object = None, title: str = "") -> dict[str, Any]:
    """The arc of an engagement. A stage: key, label, note (text such as a date), small (True for a session)."""
    known = arc.read_stages(stages, current)
    here = next((at for at, stage in enumerate(known) if stage.state == "current"), None)
    return {
        "title": title,
        "stages": known,
        "number": None if here is None else here + 1,
        "here": None if here is None else known[here],
        "following": known[here + 1] if here is not None and here + 1 < len(known) else None,
        "drawings": (("wide", arc.draw_wide(known)), ("tall", arc.draw_tall(known))) if known else (),
    }


@register.inclusion_tag("parts/pictures/mentoring_path.html")
def mentoring_path(items: Sequence[Any], title: str = "") -> dict[str, Any]:
    """The path over years. An item: when (text), label, note, state ("past", "now" or "ahead")."""
    wide, tall = path.draw_wide(items), path.draw_tall(items)
    return {
        "title": title,
        "items": tall.marks,
        "now": next((mark for mark in tall.marks if mark.state == "now"), None),
        "ahead": sum(mark.state == "ahead" for mark in tall.marks),
        "drawings": (("wide", wide), ("tall", tall)) if wide else (("only tall", tall),),
    }


@register.inclusion_tag("parts/pictures/step_graph.html")
def step_graph(
    nodes: Sequence[Any], edges: Sequence[tuple[object, object]], title: str = ""
) -> dict[str, Any]:
    """A plan. A node: id, label, note, state ("done", "doing" or "todo"); an edge: (comes first, waits for it)."""
    wide, tall = steps.draw_wide(nodes, edges), steps.draw_tall(nodes, edges)
    return {
        "title": title,
        "steps": tall.steps,
        "done": sum(step.state == "done" for step in tall.steps),
        "doing": [step.label for step in tall.steps if step.state == "doing"],
        "drawings": (("wide", wide), ("tall", tall)) if wide else (("only tall", tall),),
    }


@register.inclusion_tag("parts/pictures/slope_chart.html")
def slope_chart(
    rows: Sequence[Any],
    low: float = 0,
    high: float = 10,
    title: str = "",
    before: str = "",
    after: str = "",
    kind: str = "",
    note: str = "",
    summary: str = "",
) -> dict[str, Any]:
    """Before and after. A row: label, before, after, and optionally before_low, before_high, after_low, after_high.

    `summary` replaces the count of rows that went up and down, where the rows are no people or skills.
    """
    ways = [slope.direction_of(row) for row in rows]
    return {
        "title": title,
        "rows": rows,
        "before": before,
        "after": after,
        "kind": kind,
        "note": note,
        "summary_words": summary,
        "low": low,
        "high": high,
        "count": len(ways),
        "up": ways.count("up"),
        "down": ways.count("down"),
        "intervals": any(read(row, "after_low") is not None for row in rows),
        "drawings": (
            ("wide", slope.draw(rows, low, high, wide=True)),
            ("tall", slope.draw(rows, low, high, wide=False)),
        ),
    }


@register.inclusion_tag("parts/pictures/need_supply.html")
def need_supply(
    rows: Sequence[Any], title: str = "", need: str = "", supply_label: str = ""
) -> dict[str, Any]:
    """Skill by skill, who needs and who can help. A row: skill, need, supply, optionally kind and url."""
    balances = supply.weigh(rows)
    return {
        "title": title,
        "rows": balances,
        "need": need,
        "supply": supply_label,
        "short": max(balances, key=lambda row: row.short, default=None),
        "short_count": sum(row.short > 0 for row in balances),
    }


@register.inclusion_tag("parts/pictures/funnel_chart.html")
def funnel_chart(rows: Sequence[Any], title: str = "", summary: str = "", kind: str = "") -> dict[str, Any]:
    """How far people came. A row: label, people (None where hidden), words (the figure as text), days (text)."""
    return {"title": title, "summary": summary, "kind": kind, "bars": bars.measure_funnel(rows)}


@register.inclusion_tag("parts/pictures/interval_chart.html")
def interval_chart(
    rows: Sequence[Any],
    low: float = 0,
    high: float = 10,
    title: str = "",
    heading: str = "",
    middle: float | None = None,
    kind: str = "",
    note: str = "",
) -> dict[str, Any]:
    """Figures with intervals. A row: label, asked, answered, words (texts), value (None where hidden), low, high."""
    return {
        "title": title,
        "heading": heading,
        "kind": kind,
        "note": note,
        "low": f"{low:g}".replace("-", "−"),
        "high": f"{high:g}",
        "ranges": bars.place_ranges(rows, low, high, middle),
        "shown": any(read(row, "value") is not None for row in rows),
    }


@register.inclusion_tag("parts/pictures/match_picture.html")
def match_picture(
    rows: Sequence[Any], title: str = "", left: str = "", right: str = "", kind: str = ""
) -> dict[str, Any]:
    """Who with whom and why. A row: left, right (None when nobody), fit (0 to 1), reasons (texts), kind, locked."""
    return {
        "title": title,
        "rows": rows,
        "left": left,
        "right": right,
        "kind": kind,
        "paired": len({pairs.key_of(row, "left") for row in rows if read(row, "right")}),
        "kinds": sorted({str(read(row, "kind", "")) for row in rows if read(row, "right")} & set(KINDS)),
        "alone": [read(row, "left") for row in rows if not read(row, "right")],
        "drawings": (("wide", pairs.draw(rows, wide=True)), ("tall", pairs.draw(rows, wide=False))),
    }
