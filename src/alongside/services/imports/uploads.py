"""Before anything is imported: keep the upload, choose its columns, try it dry, or throw it away."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import transaction

from alongside.core.imports import Changes, Table, find_mapping_problems, guess_mapping
from alongside.core.imports.cells import MOST_PLACES
from alongside.core.verdicts import Refused
from alongside.models import ImportBatch, ImportState
from alongside.queries.access import Viewer
from alongside.queries.imports import (
    find_batch_changes,
    get_import,
    get_programme_to_import,
    list_parts,
    recall_mapping,
)

DONE_ALREADY: Final = Refused("This import is under way or done already.")
MOST_PROBLEMS_KEPT: Final = 5_000


@transaction.atomic
def keep_upload(
    viewer: Viewer, programme_id: UUID, part: str, file_name: str, table: Table, at: datetime
) -> ImportBatch | Refused:
    """Keep a table that was read, with a first proposal for its columns. Nobody is imported by this."""
    programme = get_programme_to_import(viewer, programme_id).record
    if part not in list_parts(programme):
        return Refused("This programme has no such part.")
    header, rows = table.to_plain()
    return ImportBatch.objects.create(
        programme=programme,
        part=part,
        file_name=file_name[:200],
        header=header,
        rows=rows,
        mapping=guess_mapping(table.header, part, recall_mapping(programme, part)),
        options={"lines": len(rows), "usual_places": 1},
        made_by=viewer.person,
        created_at=at,
    )


@transaction.atomic
def choose_columns(
    viewer: Viewer, batch_id: UUID, mapping: Mapping[str, str], usual_places: int = 1
) -> ImportBatch | Refused:
    """Say what each column becomes. Wrong choices are kept too, so that nothing chosen is lost."""
    batch = _open_batch(viewer, batch_id)
    if isinstance(batch, Refused):
        return batch
    if not 0 <= usual_places <= MOST_PLACES:
        return Refused(f"The usual number of places is 0 to {MOST_PLACES}.")
    batch.mapping = dict(mapping)
    batch.options = batch.options | {"usual_places": usual_places}
    batch.state = ImportState.UPLOADED
    batch.save(update_fields=["mapping", "options", "state"])
    if problems := find_mapping_problems(batch.header, mapping, batch.part):
        return Refused(" ".join(problems))
    return batch


@transaction.atomic
def check_import(viewer: Viewer, batch_id: UUID) -> ImportBatch | Refused:
    """The dry run: find out what would change and what cannot be. Only the batch itself is written."""
    batch = _open_batch(viewer, batch_id)
    if isinstance(batch, Refused):
        return batch
    if problems := find_mapping_problems(batch.header, batch.mapping, batch.part):
        return Refused(" ".join(problems))
    keep_findings(batch, find_batch_changes(batch))
    return batch


def _open_batch(viewer: Viewer, batch_id: UUID) -> ImportBatch | Refused:
    batch = get_import(viewer, "edit", batch_id).record
    closed = batch.state in (ImportState.DONE, ImportState.RUNNING)
    return DONE_ALREADY if closed else batch


def keep_findings(batch: ImportBatch, found: Changes) -> None:
    batch.problems = [[one.line, one.column, one.because] for one in found.problems[:MOST_PROBLEMS_KEPT]]
    batch.options = batch.options | {
        "new": found.count("new"),
        "changed": found.count("changed"),
        "unchanged": found.count("unchanged"),
        "bad_lines": len({one.line for one in found.problems}),
    }
    batch.state = ImportState.CHECKED
    batch.save(update_fields=["problems", "options", "state"])


@transaction.atomic
def abandon_import(viewer: Viewer, batch_id: UUID) -> Refused | None:
    """Throw an upload away."""
    batch = get_import(viewer, "close", batch_id).record
    if batch.state == ImportState.RUNNING:
        return Refused("This import is under way.")
    batch.delete()
    return None
