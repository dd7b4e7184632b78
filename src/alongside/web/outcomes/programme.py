"""What came of a programme, for those who manage it; the same as a file."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from alongside.queries.outcomes import get_outcomes
from alongside.reports.outcomes import outcomes_csv
from alongside.web.declare import shows
from alongside.web.outcomes.figures import view_of
from alongside.web.programmes.tabs import programme_tabs
from alongside.web.requests import HouseRequest


@shows("outcomes_report", "read")
@require_GET
def show_programme_outcomes(request: HouseRequest, pk: UUID) -> HttpResponse:
    """How far people came and what they answered, as far as groups are large enough."""
    found = get_outcomes(request.viewer, pk, timezone.now())
    context = {
        "programme": found.programme,
        "tabs": programme_tabs(found.sight, pk, "programme_outcomes"),
        "kinds": [view_of(report) for report in found.report.kinds],
    }
    return render(request, "outcomes/programme.html", context)


@shows("outcomes_report", "read")
@require_GET
def show_outcomes_file(request: HouseRequest, pk: UUID) -> HttpResponse:
    """The same figures as a table to download."""
    found = get_outcomes(request.viewer, pk, timezone.now())
    response = HttpResponse(outcomes_csv(found.report), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="outcomes.csv"'
    return response
