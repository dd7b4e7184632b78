"""Bringing people in: a table, its columns, a dry run, and then everybody or nobody."""

import csv
import io
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.core.imports import fields_for
from alongside.core.verdicts import Refused
from alongside.imports import read_table
from alongside.jobs.imports import begin_import
from alongside.queries.access import Sight
from alongside.queries.imports import (
    get_import,
    get_programme_to_import,
    list_imports,
    list_parts,
    sample_columns,
    table_of,
)
from alongside.services.imports import abandon_import, check_import, choose_columns, keep_upload
from alongside.web.answers import see_other, sent, show_again
from alongside.web.declare import shows
from alongside.web.forms.imports import ColumnsForm, UploadForm
from alongside.web.programmes.tabs import programme_tabs
from alongside.web.requests import HouseRequest

PROBLEMS_PER_PAGE = 50
FOUND = ("new", "changed", "unchanged", "bad_lines")


@shows("import", "create")
@require_http_methods(["GET", "POST"])
def edit_upload(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Choose who is in the table, and the table."""
    sight = get_programme_to_import(request.viewer, pk)
    parts = list_parts(sight.record)
    initial = {"part": request.GET.get("part", "") or (parts[0] if len(parts) == 1 else "")}
    form = UploadForm(parts, sent(request), request.FILES or None, initial=initial)
    context = {
        "programme": sight.record,
        "tabs": programme_tabs(sight, pk, "programme_people"),
        "form": form,
        "earlier": list_imports(sight),
    }
    if request.method != "POST":
        return render(request, "matching/imports/upload.html", context)
    if form.is_valid():
        file = form.cleaned_data["file"]
        table = read_table(file.read())
        if not isinstance(table, Refused):
            part = form.cleaned_data["part"]
            batch = keep_upload(request.viewer, pk, part, file.name, table, timezone.now())
            if not isinstance(batch, Refused):
                return see_other("import_batch", batch.pk)
            table = batch
        form.add_error("file", table.because)
    return show_again(request, "matching/imports/upload.html", context)


@shows("import", "edit")
@require_http_methods(["GET", "POST"])
def edit_import(request: HouseRequest, pk: UUID) -> HttpResponse:
    """One import, wherever it is: its columns, its dry run, under way, or done. A POST chooses the columns."""
    sight = get_import(request.viewer, "edit", pk)
    batch = sight.record
    if request.method == "POST":
        return _choose(request, sight)
    if batch.state == "running":
        return _show(request, sight, "running", {}, part=request.htmx)
    if request.htmx:
        return HttpResponse(headers={"HX-Refresh": "true"})
    if batch.state == "done":
        return _show(request, sight, "done", {})
    if batch.state == "uploaded" or request.GET.get("step") == "columns":
        return _show(request, sight, "columns", _columns(batch, _columns_form(batch)))
    return _show(request, sight, "checked", _checked(request, batch))


def _show(
    request: HouseRequest, sight: Sight[Any], name: str, more: dict[str, Any], part: object = False
) -> HttpResponse:
    template = f"matching/imports/{'_' if part else ''}{name}.html"
    return render(request, template, _page(sight) | more)


def _page(sight: Sight[Any]) -> dict[str, Any]:
    batch = sight.record
    return {
        "programme": batch.programme,
        "tabs": programme_tabs(sight, batch.programme_id, "programme_people"),
        "batch": batch,
        "lines": int(batch.options.get("lines", len(batch.rows))),
        "found": {name: int(batch.options.get(name, 0)) for name in FOUND},
        "helps": batch.part in ("coach", "mentor"),
    }


def _columns_form(batch: Any, data: Any = None) -> ColumnsForm:
    usual = int(batch.options.get("usual_places", 1))
    return ColumnsForm(batch.header, batch.part, batch.mapping, usual, data)


def _columns(batch: Any, form: ColumnsForm) -> dict[str, Any]:
    rows = zip(sample_columns(table_of(batch)), form.rows(), strict=True)
    return {"form": form, "rows": list(rows), "fields": fields_for(batch.part)}


def _choose(request: HouseRequest, sight: Sight[Any]) -> HttpResponse:
    batch = sight.record
    form = _columns_form(batch, request.POST)
    if form.is_valid():
        usual = form.cleaned_data.get("usual_places", 1)
        done = choose_columns(request.viewer, batch.pk, form.mapping(), usual)
        done = done if isinstance(done, Refused) else check_import(request.viewer, batch.pk)
        if not isinstance(done, Refused):
            return see_other("import_batch", batch.pk)
        form.add_error(None, done.because)
    return show_again(request, "matching/imports/columns.html", _page(sight) | _columns(batch, form))


def _checked(request: HouseRequest, batch: Any) -> dict[str, Any]:
    page = Paginator(batch.problems, PROBLEMS_PER_PAGE).get_page(request.GET.get("page", "1"))
    good = sum(int(batch.options.get(name, 0)) for name in FOUND[:3])
    return {"page": page, "good": good, "again": urlencode({"part": batch.part})}


@shows("import", "read")
@require_GET
def show_problems_file(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Every problem as a CSV file: line, column, reason."""
    batch = get_import(request.viewer, "read", pk).record
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow([_("Line"), _("Column"), _("What is wrong")])
    rows.writerows([line, harmless(column), because] for line, column, because in batch.problems)
    return HttpResponse(
        "\ufeff" + text.getvalue(),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="problems-{pk}.csv"'},
    )


def harmless(text: str) -> str:
    """A text that a spreadsheet does not take for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t")) else text


@shows("import", "run")
@require_POST
def edit_start_import(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Import everybody, or everybody but the lines with problems where that was chosen."""
    leave_out = request.POST.get("lines") == "good"
    refused = begin_import(request.viewer, pk, timezone.now(), leave_out=leave_out)
    if refused is not None:
        messages.error(request, refused.because)
    return see_other("import_batch", pk)


@shows("import", "close")
@require_POST
def edit_abandon_import(request: HouseRequest, pk: UUID) -> HttpResponse:
    """Throw an upload away."""
    programme = get_import(request.viewer, "close", pk).record.programme_id
    refused = abandon_import(request.viewer, pk)
    if refused is not None:
        messages.error(request, refused.because)
        return see_other("import_batch", pk)
    messages.success(request, _("Thrown away. Nobody was imported from it."))
    return see_other("programme_import", programme)
