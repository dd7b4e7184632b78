"""The guild in a programme of its own, its people imported and its rules in use."""

import pytest

from alongside.core.imports import Table
from alongside.core.matching import RuleSet, read_toml
from alongside.core.verdicts import Refused
from alongside.imports import read_table
from alongside.models import Part, Programme
from alongside.queries.viewers import viewer_as
from alongside.services.imports import check_import, keep_upload, start_import
from alongside.services.matching.rules import save_rules
from tests.shell.cast import Cast
from tests.shell.makers import NOW, appoint, make_programme
from tests.shell.matching import guild


@pytest.fixture
def guild_programme(cast: Cast) -> Programme:
    """The guild's people in a programme of Harbour Trust that Amara runs, with the guild's rules."""
    programme = make_programme(cast.harbour, "Guild", "mentoring")
    appoint(cast.amara, "programme_manager", programme)
    viewer = viewer_as(cast.amara)
    for part, text in ((Part.MENTEE, guild.MENTEES), (Part.MENTOR, guild.MENTORS)):
        table = read_table(text.encode())
        assert isinstance(table, Table)
        batch = keep_upload(viewer, programme.pk, part, "guild.csv", table, NOW)
        assert not isinstance(batch, Refused)
        check_import(viewer, batch.pk)
        assert not isinstance(start_import(viewer, batch.pk, NOW), Refused)
    rules = read_toml(guild.RULES.read_text())
    assert isinstance(rules, RuleSet)
    assert not isinstance(save_rules(viewer, programme.pk, rules, NOW), Refused)
    return programme
