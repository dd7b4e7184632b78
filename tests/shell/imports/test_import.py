"""From an upload to people: dry, then everybody or nobody, the same however often."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.core.imports import Table, guess_mapping
from alongside.core.verdicts import Refused
from alongside.imports import read_table
from alongside.jobs.imports import import_people
from alongside.models import (
    Enrolment,
    EnrolmentKind,
    EnrolmentState,
    ImportBatch,
    ImportState,
    Need,
    Part,
    Person,
    SkillOffered,
)
from alongside.queries.access import NotVisible
from alongside.queries.imports import recall_mapping
from alongside.queries.viewers import viewer_as
from alongside.services.imports import abandon_import, check_import, choose_columns, keep_upload, start_import
from tests.shell.cast import Cast
from tests.shell.makers import NOW, make_skill, offer_skill

MENTORS = """first name,last name,email address,job title,grade,organisation,profession,places,line manager email
Nia,Reed,nia@harbour-trust.example,Planner,SEO,North,Policy,2,
Oba,Sand,oba@harbour-trust.example,Analyst,Grade 7,South,Data,,nia@harbour-trust.example
Edda,Harbour,EDDA@harbour-trust.example,Pilot,Grade 6,South,Policy,3,
"""


def upload(cast: Cast, text: str, part: str = "mentor") -> ImportBatch:
    table = read_table(text.encode())
    assert isinstance(table, Table)
    batch = keep_upload(viewer_as(cast.amara), cast.programme.pk, part, "people.csv", table, NOW)
    assert isinstance(batch, ImportBatch)
    return batch


def run(cast: Cast, batch: ImportBatch, **more: Any) -> ImportBatch | Refused:
    checked = check_import(viewer_as(cast.amara), batch.pk)
    assert isinstance(checked, ImportBatch), checked
    return start_import(viewer_as(cast.amara), batch.pk, NOW, **more)


def columns_here(cast: Cast, person: Person) -> dict[str, str]:
    return dict(Enrolment.objects.get(programme=cast.programme, person=person, part=Part.MENTOR).columns)


def picture() -> dict[str, Any]:
    """Everything an import could write."""
    return {
        "people": sorted(
            (one.email, one.name, one.grade, str(one.line_manager_id)) for one in Person.objects.all()
        ),
        "enrolments": sorted(
            (row.person.email, row.part, row.state, row.places, sorted(row.columns.items()))
            for row in Enrolment.objects.select_related("person")
        ),
        "skills": sorted(SkillOffered.objects.values_list("person__email", "skill__name", "level")),
        "needs": sorted(Need.objects.values_list("person__email", "statement", "route")),
    }


def test_people_are_made_changed_and_enrolled_without_an_account(cast: Cast) -> None:
    done = run(cast, upload(cast, MENTORS))
    assert isinstance(done, ImportBatch)
    assert (done.state, done.created_count, done.changed_count) == (ImportState.DONE, 2, 1)
    oba = Person.objects.get(email="oba@harbour-trust.example")
    assert (oba.name, oba.grade, oba.account, oba.line_manager and oba.line_manager.name) == (
        "Oba Sand",
        "Grade 7",
        None,
        "Nia Reed",
    )
    assert columns_here(cast, oba) == {"organisation": "South", "profession": "Data"}
    enrolled = dict(cast.programme.enrolments.filter(part=Part.MENTOR).values_list("person__name", "places"))
    assert enrolled == {"Nia Reed": 2, "Oba Sand": 1, "Edda Harbour": 3}
    cast.edda.refresh_from_db()
    assert (cast.edda.grade, columns_here(cast, cast.edda)["profession"]) == ("Grade 6", "Policy")


def test_a_dry_run_writes_nothing_and_says_what_would_be(cast: Cast) -> None:
    before = picture()
    checked = check_import(viewer_as(cast.amara), upload(cast, MENTORS).pk)
    assert isinstance(checked, ImportBatch)
    assert picture() == before
    assert {key: checked.options[key] for key in ("new", "changed", "unchanged", "bad_lines")} == {
        "new": 2,
        "changed": 1,
        "unchanged": 0,
        "bad_lines": 0,
    }


def test_the_same_file_again_changes_nothing(cast: Cast) -> None:
    run(cast, upload(cast, MENTORS))
    before = picture()
    again = run(cast, upload(cast, MENTORS))
    assert isinstance(again, ImportBatch)
    assert (again.created_count, again.changed_count, again.options["unchanged"]) == (0, 0, 3)
    assert picture() == before


def test_one_bad_line_and_nobody_is_imported_unless_it_is_left_out(cast: Cast) -> None:
    batch = upload(cast, MENTORS + "Pim,Tow,not an address,x,y,z,w,many,\n")
    before = picture()
    refused = run(cast, batch)
    assert isinstance(refused, Refused)
    assert picture() == before
    batch.refresh_from_db()
    assert batch.state == ImportState.CHECKED
    assert batch.problems == [
        [5, "email address", "This is not an e-mail address."],
        [5, "places", "This is not a whole number from 0 to 12."],
    ]
    done = run(cast, batch, leave_out=True)
    assert isinstance(done, ImportBatch)
    assert (done.state, done.created_count, done.rows) == (ImportState.DONE, 2, [])


ROWS = st.tuples(
    st.sampled_from(["Ada", "Bo", ""]),
    st.sampled_from(["ada@h.example", "bo@h.example", "ben@harbour-trust.example", "bad", ""]),
    st.sampled_from(["", "2", "many"]),
    st.sampled_from(["", "ada@h.example", "hamid@harbour-trust.example", "who@h.example"]),
)


@given(rows=st.lists(ROWS, min_size=1, max_size=4))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_all_or_nothing_whatever_the_file(cast: Cast, rows: list[tuple[str, ...]]) -> None:
    table = Table.from_plain(
        ("name", "email", "places", "line manager"), [[line, *row] for line, row in enumerate(rows, 2)]
    )
    viewer = viewer_as(cast.amara)
    batch = keep_upload(viewer, cast.programme.pk, "mentor", "x.csv", table, NOW)
    assert isinstance(batch, ImportBatch)
    before = picture()
    checked = check_import(viewer, batch.pk)
    assert isinstance(checked, ImportBatch)
    assert picture() == before
    done = start_import(viewer, batch.pk, NOW)
    if checked.problems:
        assert isinstance(done, Refused)
        assert picture() == before
    else:
        assert isinstance(done, ImportBatch)
        wanted = {row[1] for row in rows}
        here = cast.programme.enrolments.filter(part=Part.MENTOR).values_list("person__email", flat=True)
        assert wanted <= set(here)


def test_mentees_bring_their_needs_and_they_stay_theirs(cast: Cast) -> None:
    make_skill(cast.harbour, "Chairing")
    text = (
        "name,email,statement,asked for,skills\n"
        "Nia Reed,nia@harbour-trust.example,I want somebody who has walked this path,A mentor,Chairing 4\n"
    )
    run(cast, upload(cast, text, "mentee"))
    need = Need.objects.get(person__name="Nia Reed")
    assert (need.statement, need.answers) == (
        "I want somebody who has walked this path",
        {"asked_for": "mentor"},
    )
    assert need.route
    assert need.recommendation["reasons"]
    assert list(need.skills.values_list("skill__name", "required")) == [("Chairing", 4)]
    before = picture()
    run(cast, upload(cast, text, "mentee"))
    assert picture() == before


def test_somebody_with_an_account_keeps_their_own_words(cast: Cast) -> None:
    skill = make_skill(cast.harbour, "Chairing")
    offer_skill(cast.edda, skill, 5)
    cast.edda.about = "My own words"
    cast.edda.save()
    text = "name,email,about,skills,grade\nEdda H,edda@harbour-trust.example,Their words,Chairing 1,SEO\n"
    run(cast, upload(cast, text))
    cast.edda.refresh_from_db()
    assert (cast.edda.name, cast.edda.about, cast.edda.grade) == ("Edda Harbour", "My own words", "SEO")
    assert cast.edda.skills_offered.get().level == 5


def test_nobody_who_left_comes_back_by_a_file(cast: Cast) -> None:
    cast.programme.enrolments.filter(person=cast.edda).update(state=EnrolmentState.LEFT)
    batch = upload(cast, MENTORS)
    assert isinstance(run(cast, batch), Refused)
    batch.refresh_from_db()
    assert [problem[:2] for problem in batch.problems] == [[4, ""]]


def test_where_people_come_by_invitation_they_are_invited(cast: Cast) -> None:
    cast.programme.enrolment_kind = EnrolmentKind.INVITED
    cast.programme.save()
    run(cast, upload(cast, MENTORS))
    assert cast.programme.enrolments.get(person__name="Nia Reed").state == EnrolmentState.INVITED


def test_what_became_of_a_heading_is_remembered_for_the_programme(cast: Cast) -> None:
    batch = upload(cast, MENTORS)
    chosen = batch.mapping | {"profession": "function", "organisation": "own:ministry"}
    assert isinstance(choose_columns(viewer_as(cast.amara), batch.pk, chosen), ImportBatch)
    run(cast, batch)
    remembered = recall_mapping(cast.programme, "mentor")
    assert guess_mapping(("Profession", "organisation"), "mentor", remembered) == {
        "Profession": "function",
        "organisation": "own:ministry",
    }
    assert recall_mapping(cast.programme, "mentee") == {}


def test_a_large_import_is_background_work_and_may_run_twice(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("alongside.services.imports.applying.LARGE_FROM_LINES", 2)
    batch = upload(cast, MENTORS)
    started = run(cast, batch)
    assert isinstance(started, ImportBatch)
    assert (started.state, Person.objects.filter(name="Nia Reed").exists()) == (ImportState.RUNNING, False)
    for _ in range(2):
        import_people.call(str(batch.pk))
    batch.refresh_from_db()
    assert (batch.state, batch.created_count) == (ImportState.DONE, 2)
    assert Person.objects.filter(name="Nia Reed").count() == 1


@pytest.mark.parametrize("name", ["ben", "carla", "grace", "ines", "jon", "petra", "mo"])
def test_nobody_but_the_programme_manager_imports(cast: Cast, name: str) -> None:
    batch = upload(cast, MENTORS)
    viewer = viewer_as(cast.people()[name])
    mapping: Mapping[str, str] = batch.mapping
    for act in (
        lambda: keep_upload(viewer, cast.programme.pk, "mentor", "x", Table((), ()), NOW),
        lambda: choose_columns(viewer, batch.pk, mapping),
        lambda: check_import(viewer, batch.pk),
        lambda: start_import(viewer, batch.pk, NOW),
        lambda: abandon_import(viewer, batch.pk),
    ):
        with pytest.raises(NotVisible):
            act()


def test_an_upload_can_be_thrown_away(cast: Cast) -> None:
    batch = upload(cast, MENTORS)
    assert abandon_import(viewer_as(cast.amara), batch.pk) is None
    assert not ImportBatch.objects.exists()
