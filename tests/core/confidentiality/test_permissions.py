"""The page people read is the table the product obeys."""

from pathlib import Path

from alongside.core.confidentiality import RESOURCES
from alongside.core.confidentiality.never import NEVER
from alongside.core.confidentiality.permissions import render_permissions

PAGE = Path(__file__).parents[3] / "docs" / "permissions.md"


def test_the_committed_page_is_current():
    assert PAGE.read_text(encoding="utf-8") == render_permissions(), (
        "docs/permissions.md is out of date. The command to write it again is at its top."
    )


def test_the_page_speaks_of_every_resource_and_every_invariant():
    page = render_permissions()
    assert all(f"(`{name}`)" in page for name in RESOURCES)
    assert all(never.sentence in page for never in NEVER)


def test_the_page_says_under_which_condition_a_sponsor_counts_sessions():
    assert (
        "| the sponsor | list | count | the signed agreement says so (attendance) |" in render_permissions()
    )
