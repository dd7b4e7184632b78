"""What an import into one programme can neither change nor read of another one."""

from alongside.core.imports.changes import NOT_YOURS_TO_SET, OTHER_MANAGER
from alongside.core.verdicts import Refused
from alongside.models import ImportBatch, Part
from alongside.queries.imports import find_batch_changes, table_of
from alongside.queries.matching.pool import load_pool
from alongside.queries.matching.rules import list_columns
from alongside.queries.viewers import viewer_as
from alongside.services.imports import keep_upload
from tests.shell.cast import Cast
from tests.shell.imports.test_import import MENTORS, run, upload
from tests.shell.makers import NOW, Office, appoint, enrol, make_engagement, make_programme


def test_a_line_manager_is_never_overwritten(cast: Cast) -> None:
    batch = upload(
        cast, f"name,email,line manager email\nDev,{cast.dev.email},{cast.amara.email}\n", "client"
    )
    refused = run(cast, batch)
    assert isinstance(refused, Refused)
    batch.refresh_from_db()
    assert batch.problems == [[2, "line manager email", OTHER_MANAGER]]
    cast.dev.refresh_from_db()
    assert cast.dev.line_manager == cast.hamid


def test_only_an_administrators_import_sets_one_for_somebody_in_another_programme(cast: Cast) -> None:
    """Else a manager here could open, to anybody they like, what an agreement there opens to a line manager."""
    there = make_programme(cast.harbour, "Another one")
    make_engagement(there, cast.mo, coach=cast.carla, state="closed")
    text = f"name,email,line manager email\nMo,{cast.mo.email},{cast.amara.email}\n"
    batch = upload(cast, text, "client")
    assert isinstance(run(cast, batch), Refused)
    batch.refresh_from_db()
    assert batch.problems == [[2, "line manager email", NOT_YOURS_TO_SET]]
    appoint(cast.amara, Office.ORG_ADMIN)
    assert isinstance(run(cast, upload(cast, text, "client")), ImportBatch)
    cast.mo.refresh_from_db()
    assert cast.mo.line_manager == cast.amara


def test_another_programme_reads_none_of_the_columns(cast: Cast) -> None:
    """Neither its rules, nor its list of columns, nor what its own dry run says has changed."""
    run(cast, upload(cast, MENTORS))
    there = make_programme(cast.harbour, "Another one")
    enrol(there, cast.edda, Part.MENTOR)
    assert "profession" in {one.name for one in list_columns(cast.programme, "mentoring")}
    assert "profession" not in {one.name for one in list_columns(there, "mentoring")}
    (here,) = (
        one for one in load_pool(cast.programme, "mentoring").practitioners if one.key == str(cast.edda.pk)
    )
    (elsewhere,) = load_pool(there, "mentoring").practitioners
    assert here.columns["profession"] == "Policy"
    assert "profession" not in elsewhere.columns
    appoint(cast.amara, Office.PROGRAMME_MANAGER, there)
    batch = keep_upload(
        viewer_as(cast.amara), there.pk, "mentor", "x.csv", table_of(upload(cast, MENTORS)), NOW
    )
    assert isinstance(batch, ImportBatch)
    found = {line.email: line for line in find_batch_changes(batch).lines}
    assert found[cast.edda.email].columns == {"organisation": "South", "profession": "Policy"}
