"""Taking a catalogue of skills in: the file, a dry run, then all of it or nothing."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from alongside.core.imports import Table
from alongside.core.skills import SkillsReading
from alongside.core.verdicts import Refused
from alongside.imports import read_table
from alongside.queries.skills import look_after
from alongside.services.skills import check_skills, import_skills
from alongside.web.answers import see_other, sent, show_again
from alongside.web.declare import shows
from alongside.web.forms.skills import SkillsFileForm, TakeInForm, sealed
from alongside.web.requests import HouseRequest

FILE, DRY_RUN = "skills/import.html", "skills/dry_run.html"
PROBLEMS_SHOWN, LINES_SHOWN = 50, 20


@shows("skill", "create")
@require_http_methods(["GET", "POST"])
def edit_skills_file(request: HouseRequest) -> HttpResponse:
    """Choose the file; the answer says what taking it in would do, and nothing is kept."""
    look_after(request.viewer, "create")
    form = SkillsFileForm(sent(request), request.FILES)
    if request.method != "POST":
        return render(request, FILE, {"form": form})
    if form.is_valid():
        table = read_table(form.cleaned_data["file"].read())
        reading = table if isinstance(table, Refused) else check_skills(request.viewer, table)
        if not isinstance(table, Refused) and not isinstance(reading, Refused):
            return render(request, DRY_RUN, dry_run(table, reading))
        form.add_error("file", reading.because if isinstance(reading, Refused) else "")
    return show_again(request, FILE, {"form": form})


@shows("skill", "create")
@require_POST
def take_skills_in(request: HouseRequest) -> HttpResponse:
    """After the dry run: do it."""
    look_after(request.viewer, "create")
    form = TakeInForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Please choose the file again."))
        return see_other("import_skills")
    done = import_skills(
        request.viewer, form.cleaned_data["table"], timezone.now(), replaces=form.cleaned_data["replaces"]
    )
    if isinstance(done, Refused):
        messages.error(request, done.because)
        return see_other("import_skills")
    number = len(done.new) + len(done.changed)
    words = ngettext(
        "%(number)s skill was added or changed.", "%(number)s skills were added or changed.", number
    )
    messages.success(request, words % {"number": number})
    return see_other("skills")


def dry_run(table: Table, reading: SkillsReading) -> dict[str, Any]:
    """What the page of the dry run shows."""
    return {
        "reading": reading,
        "form": TakeInForm(initial={"table": sealed(table)}),
        "problems": reading.problems[:PROBLEMS_SHOWN],
        "problems_left": max(0, len(reading.problems) - PROBLEMS_SHOWN),
        "new": reading.new[:LINES_SHOWN],
        "new_left": max(0, len(reading.new) - LINES_SHOWN),
        "changed": reading.changed[:LINES_SHOWN],
        "changed_left": max(0, len(reading.changed) - LINES_SHOWN),
        "nothing": not (reading.new or reading.changed or reading.leaving),
    }
