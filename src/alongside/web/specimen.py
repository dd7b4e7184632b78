"""One page with every part and picture, to look at and to measure. It is there in the demo only."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.web.declare import shows


@shows("public_page", anonymous=True)
def show_specimen(request: HttpRequest) -> HttpResponse:
    if not settings.DEMO:
        raise Http404
    mistaken = Specimen({"wrong-email": "nope", "wrong-goal": "I go quiet."}, files={}, prefix="wrong")
    page = {
        "form": Specimen(prefix="right", initial={"wish": "mentor"}),
        "bad_form": mistaken,
        "scale_form": Scales(initial={"ten": 6}),
        "page": Paginator(range(100), 25).page(2),
    }
    return render(request, "specimen.html", {**page, **PICTURES, **LISTS})


class Specimen(forms.Form):
    """A field of every kind."""

    goal = forms.CharField(
        label="What would you like to be able to do?",
        help_text="One sentence is enough. You can change it later.",
        widget=forms.Textarea,
    )
    email = forms.EmailField(label="Email", required=False)
    due_on = forms.DateField(label="By when?", widget=forms.DateInput(attrs={"type": "date"}))
    place = forms.ChoiceField(label="Where do you work?", choices=[("lis", "Lisbon"), ("lcj", "Łódź")])
    wish = forms.ChoiceField(
        label="What would help most right now?",
        help_text="Choose the one that comes closest.",
        widget=forms.RadioSelect,
        choices=[
            ("coach", "Getting better at one thing I can name"),
            ("mentor", "Somebody who has walked this way before me"),
            ("other", "Neither. Something is wrong at work"),
        ],
    )
    days = forms.MultipleChoiceField(
        label="Which days suit you?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("mon", "Monday"), ("tue", "Tuesday")],
    )
    sheet = forms.FileField(label="A spreadsheet", required=False)
    agreed = forms.BooleanField(label="I have read what stays between us and what does not.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, who in (("goal", "you and your coach"), ("wish", "only you")):
            self.fields[name].who_sees = who  # type: ignore[attr-defined]  # read by the tag who_sees


class Scales(forms.Form):
    """A long and a short scale."""

    ten = forms.ChoiceField(
        label="How sure are you that you can do this?",
        widget=forms.RadioSelect,
        choices=[(number, number) for number in range(11)],
    )
    five = forms.ChoiceField(
        label="My mentor listens more than they talk.",
        widget=forms.RadioSelect,
        choices=[(number, number) for number in range(1, 6)],
    )


def _slope(label: str, before: float, after: float, half: float) -> dict[str, Any]:
    ends = {"before": before, "after": after}
    low = {f"{name}_low": round(value - half, 1) for name, value in ends.items()}
    high = {f"{name}_high": round(value + half, 1) for name, value in ends.items()}
    return {"label": label, **ends, **low, **high}


PICTURES: dict[str, Any] = {
    "arc_stages": [
        {"key": "agreement", "label": "Agreement signed", "note": "3 March"},
        {"key": "gap", "label": "Gap and goals", "note": "10 March"},
        {"key": "plan", "label": "Plan", "note": "10 March"},
        {"key": "s1", "label": "Session 1", "note": "17 March", "small": True},
        {"key": "s2", "label": "Session 2 of 6", "note": "7 April", "small": True},
        {"key": "s3", "label": "Session 3", "small": True},
        {"key": "mid", "label": "Mid review"},
        {"key": "s4", "label": "Session 4", "small": True},
        {"key": "s5", "label": "Session 5", "small": True},
        {"key": "s6", "label": "Session 6", "small": True},
        {"key": "final", "label": "Final review"},
        {"key": "closed", "label": "Closed"},
    ],
    "step_nodes": [
        {"id": 1, "label": "Notice when I go quiet", "state": "done"},
        {"id": 2, "label": "Open a meeting with a clear aim", "state": "done"},
        {"id": 3, "label": "Say the tension out loud, once", "state": "doing"},
        {"id": 4, "label": "Chair a small meeting", "state": "doing"},
        {"id": 5, "label": "Chair the budget round with Ines watching", "state": "todo"},
        {"id": 6, "label": "Lead the board meeting in May", "state": "todo"},
    ],
    "step_edges": [(1, 3), (2, 3), (2, 4), (3, 5), (4, 5), (5, 6)],
    "path_items": [
        {"when": "2022", "label": "Joined as a test engineer", "state": "past"},
        {"when": "2024", "label": "Led the brake project", "state": "past"},
        {"when": "Now", "label": "Finding my voice with other teams", "state": "now"},
        {"when": "2027", "label": "Senior engineer, own area", "state": "ahead"},
        {"when": "2029", "label": "Principal, or a year in signalling", "state": "ahead"},
    ],
    "match_rows": [
        {
            "left": "Ada Nowak",
            "right": "Tomasz Zieliński",
            "fit": 0.9,
            "reasons": ["same step"],
            "kind": "mentoring",
        },
        {
            "left": "Ben Adeyemi",
            "right": "Tomasz Zieliński",
            "fit": 0.5,
            "reasons": ["asked for him"],
            "locked": True,
        },
        {
            "left": "Chloé Martin",
            "right": "Grace Liu",
            "fit": 0.8,
            "reasons": ["signalling"],
            "kind": "mentoring",
        },
        {
            "left": "Dev Patel",
            "right": "Ines Duarte",
            "fit": 0.6,
            "reasons": ["meetings"],
            "kind": "coaching",
        },
        {"left": "Elif Kaya", "right": None},
    ],
    "supply_rows": [
        {"skill": "Leading meetings", "need": 34, "supply": 9, "kind": "coaching"},
        {"skill": "Moving into design", "need": 21, "supply": 14, "kind": "mentoring"},
        {"skill": "Giving feedback", "need": 12, "supply": 16, "kind": "coaching"},
        {"skill": "Signalling", "need": 5, "supply": 2, "kind": "mentoring"},
    ],
    "slope_rows": [
        _slope("Stating my view", 2.1, 3.6, 0.4),
        _slope("Asking before answering", 3.0, 3.9, 0.5),
        _slope("Ending on a decision", 2.4, 3.7, 0.5),
        _slope("Writing it up", 3.4, 3.2, 0.5),
    ],
}

LISTS: dict[str, Any] = {
    "history": [
        {"when": "7 April", "title": "Session 2 held", "text": "Next date booked for Thursday."},
        {"when": "17 March", "title": "Session 1 held"},
        {
            "when": "3 March",
            "title": "Everybody signed the agreement",
            "text": "Version 2, after one change.",
        },
    ],
    "facts": [
        {"label": "Began", "text": "12 January 2026"},
        {"label": "You meet", "text": "about every six weeks"},
        {"label": "Stage", "text": "shared direction"},
    ],
    "tabs": [
        {"label": "Mentors", "url": "#", "current": True, "count": 3},
        {"label": "Coaches", "url": "#", "count": 2},
        {"label": "Courses", "url": "#"},
    ],
    "reasons": [
        "The same step, eleven years ago: from testing to design.",
        "You both have Thursday afternoons free.",
        "Not in your reporting line.",
    ],
    "table_columns": ["Who", "Stage", {"label": "Sessions", "number": True}, "Next"],
    "table_rows": [
        [
            {"text": "Amara and Ines", "url": "#"},
            {"text": "Sessions", "kind": "coaching"},
            "2 of 6",
            "Thursday",
        ],
        [
            {"text": "Ada and Tomasz", "url": "#"},
            {"text": "Drifting", "kind": "mentoring", "state": "paused"},
            "9",
            "",
        ],
        [
            {"text": "Dev and Ines", "url": "#"},
            {"text": "Closed", "kind": "coaching", "state": "done"},
            "6 of 6",
            "",
        ],
    ],
    "badge_states": [
        {"text": "Asked", "kind": "mentoring", "state": "waiting"},
        {"text": "Under way", "kind": "mentoring", "state": "running"},
        {"text": "Resting", "kind": "mentoring", "state": "paused"},
        {"text": "Completed", "kind": "mentoring", "state": "done"},
        {"text": "Waiting for signatures", "kind": "coaching", "state": "waiting"},
        {"text": "Session 2 of 6", "kind": "coaching"},
        {"text": "Paused", "kind": "coaching", "state": "paused"},
        {"text": "Closed", "kind": "coaching", "state": "done"},
        {"text": "Ended early", "kind": "coaching", "state": "ended"},
        {"text": "Draft", "state": "waiting"},
        {"text": "Approved", "state": "done"},
        {"text": "No contact for 9 weeks", "tone": "attention"},
    ],
    "confirm_points": ["Your path and your notes stay yours.", "You can ask another mentor at once."],
}
