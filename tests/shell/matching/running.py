"""Asking for a run and carrying it out, as a manager and the worker do."""

from typing import Any
from uuid import UUID

from alongside.jobs.matching import begin_run, run_match
from alongside.models import MatchRun as RunRow
from alongside.models import Programme
from alongside.queries.viewers import Viewer, viewer_as
from tests.shell.cast import Cast
from tests.shell.makers import NOW


def run(viewer: Viewer, programme: Programme, kind: Any = "mentoring", **more: Any) -> RunRow:
    begun = begin_run(viewer, programme.pk, kind, NOW, **more)
    assert isinstance(begun, UUID)
    run_match.call(str(begun))
    return RunRow.objects.get(pk=begun)


def manager(cast: Cast) -> Viewer:
    return viewer_as(cast.amara)
