"""The catalogue of skills: who reads it, who looks after it, and taking one in."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alongside.core.skills import LEVELS
from alongside.core.verdicts import Refused
from alongside.models import Person, Skill
from alongside.queries.access import NotVisible
from alongside.queries.viewers import viewer_as
from alongside.services.skills import SkillWords, add_skill, change_skill, retire_skill, stock_skills
from tests.shell.cast import Cast
from tests.shell.makers import NOW, make_skill

SignIn = Callable[[Person], Client]
ESCO = (
    "conceptUri,preferredLabel,altLabels,description,broaderConceptPT\n"
    "http://data.europa.eu/esco/skill/a-1,think critically,,Weigh what is said.,thinking\n"
)


def upload(client: Client, text: str) -> tuple[int, str, str]:
    """Status, page, and the sealed table in it."""
    file = SimpleUploadedFile("skills.csv", text.encode(), "text/csv")
    response = client.post(reverse("import_skills"), {"file": file})
    form = response.context.get("form") if response.context else None
    sealed = form["table"].value() if form is not None and "table" in form.fields else ""
    return response.status_code, response.content.decode(), sealed


# Reading it


def test_everybody_here_reads_it_by_group_with_the_whole_scale(cast: Cast, signed_in: SignIn) -> None:
    stock_skills(cast.harbour, at=NOW)
    page = signed_in(cast.mo).get(reverse("skills")).content.decode()
    assert "Giving feedback" in page
    assert "Leading people" in page
    assert all(level.name in page for level in LEVELS)
    assert reverse("new_skill") not in page


def test_it_is_looked_through_by_a_word(cast: Cast, signed_in: SignIn) -> None:
    make_skill(cast.harbour, "Chairing meetings")
    make_skill(cast.harbour, "Writing plainly")
    page = signed_in(cast.mo).get(reverse("skills"), {"q": "chair"}).content.decode()
    assert "Chairing meetings" in page
    assert "Writing plainly" not in page


def test_nobody_sees_the_skills_of_another_organisation(cast: Cast, signed_in: SignIn) -> None:
    theirs = make_skill(cast.quarry, "Blasting")
    assert "Blasting" not in signed_in(cast.amara).get(reverse("skills")).content.decode()
    assert signed_in(cast.amara).get(reverse("skill", args=[theirs.pk])).status_code == 404
    assert signed_in(cast.amara).post(reverse("retire_skill", args=[theirs.pk])).status_code == 404


def test_the_page_asks_the_database_as_often_for_thirty_as_for_one(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.amara)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("skills"))
        return len(queries)

    make_skill(cast.harbour)
    asked()
    one = asked()
    for number in range(30):
        make_skill(cast.harbour, f"Skill {number}")
    assert asked() == one


# Looking after it


@pytest.mark.parametrize("name", ["amara", "jon"])
def test_a_programme_manager_and_an_administrator_look_after_it(
    cast: Cast, signed_in: SignIn, name: str
) -> None:
    client = signed_in(cast.people()[name])
    answer = client.post(reverse("new_skill"), {"name": "Reading a room", "category": "People"})
    assert answer.status_code == 303
    skill = Skill.objects.get(organisation=cast.harbour, name="Reading a room")
    assert skill.key == "reading-a-room"
    changed = client.post(
        reverse("skill", args=[skill.pk]), {"name": "Reading the room", "description": "Sees."}
    )
    assert changed.status_code == 303
    skill.refresh_from_db()
    assert (skill.name, skill.key, skill.description) == ("Reading the room", "reading-a-room", "Sees.")


@pytest.mark.parametrize("name", ["mo", "carla", "dev", "ines"])
def test_nobody_else_does(cast: Cast, signed_in: SignIn, name: str) -> None:
    skill = make_skill(cast.harbour)
    client = signed_in(cast.people()[name])
    assert client.get(reverse("new_skill")).status_code == 404
    assert client.get(reverse("import_skills")).status_code == 404
    assert client.post(reverse("new_skill"), {"name": "Mine"}).status_code == 404
    assert client.post(reverse("skill", args=[skill.pk]), {"name": "Mine"}).status_code == 404
    assert client.post(reverse("retire_skill", args=[skill.pk])).status_code == 404
    with pytest.raises(NotVisible):
        add_skill(viewer_as(cast.people()[name]), SkillWords("Mine"), NOW)


def test_a_name_is_there_once_whatever_its_letters(cast: Cast, signed_in: SignIn) -> None:
    skill, other = make_skill(cast.harbour), make_skill(cast.harbour, "Writing")
    viewer = viewer_as(cast.amara)
    assert isinstance(add_skill(viewer, SkillWords("giving FEEDBACK"), NOW), Refused)
    assert isinstance(change_skill(viewer, other.pk, SkillWords("giving feedback")), Refused)
    assert not isinstance(change_skill(viewer, skill.pk, SkillWords("Giving Feedback")), Refused)
    answer = signed_in(cast.amara).post(
        reverse("new_skill"), {"name": "Writing", "description": "Kept words"}
    )
    assert answer.status_code == 422
    assert "Kept words" in answer.content.decode()


def test_two_names_with_the_same_plain_letters_get_two_keys(cast: Cast) -> None:
    viewer = viewer_as(cast.amara)
    made = [add_skill(viewer, SkillWords(name), NOW) for name in ("Résumé", "Resume", "说")]
    assert [skill.key for skill in made if isinstance(skill, Skill)] == ["resume", "resume-2", "skill"]


def test_a_retired_skill_leaves_the_list_and_can_be_brought_back(cast: Cast, signed_in: SignIn) -> None:
    skill = make_skill(cast.harbour, "Typing")
    retire_skill(viewer_as(cast.amara), skill.pk)
    assert "Typing" not in signed_in(cast.mo).get(reverse("skills")).content.decode()
    manager = signed_in(cast.amara)
    assert "Typing" in manager.get(reverse("skills")).content.decode()
    manager.post(reverse("retire_skill", args=[skill.pk]), {"back": "yes"})
    assert "Typing" in signed_in(cast.mo).get(reverse("skills")).content.decode()


# Taking one in


def test_a_try_writes_nothing_and_shows_where_the_skills_come_from(cast: Cast, signed_in: SignIn) -> None:
    status, page, sealed = upload(signed_in(cast.amara), ESCO)
    assert (status, Skill.objects.count()) == (200, 0)
    assert "This service uses the ESCO classification of the European Commission." in page
    assert "Think critically" in page
    assert sealed


def test_after_the_try_all_of_it_is_taken_in_and_the_catalogue_acknowledges_it(
    cast: Cast, signed_in: SignIn
) -> None:
    old = make_skill(cast.harbour, "Typing")
    client = signed_in(cast.amara)
    sealed = upload(client, ESCO)[2]
    client.post(reverse("take_skills_in"), {"table": sealed, "replaces": "on"})
    skill = Skill.objects.get(key="esco-a-1")
    assert (skill.name, skill.category, skill.organisation) == ("Think critically", "Thinking", cast.harbour)
    old.refresh_from_db()
    assert old.is_retired
    assert "ESCO classification" in signed_in(cast.mo).get(reverse("skills")).content.decode()
    assert "All of it is here already" not in upload(client, ESCO + ",second,,,\n")[1]


def test_taking_it_in_twice_changes_nothing(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.amara)
    sealed = upload(client, ESCO)[2]
    client.post(reverse("take_skills_in"), {"table": sealed})
    client.post(reverse("take_skills_in"), {"table": sealed})
    assert Skill.objects.count() == 1
    assert "All of it is here already" in upload(client, ESCO)[1]


def test_one_bad_line_and_nothing_is_taken_in(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.amara)
    page, sealed = upload(client, "name\nWriting\nwriting\n")[1:]
    assert "is in line 2, too" in page
    client.post(reverse("take_skills_in"), {"table": sealed})
    assert Skill.objects.count() == 0


def test_a_table_that_was_not_sealed_here_is_not_taken(cast: Cast, signed_in: SignIn) -> None:
    answer = signed_in(cast.amara).post(reverse("take_skills_in"), {"table": "made up"})
    assert answer.status_code == 303
    assert Skill.objects.count() == 0


@pytest.mark.parametrize(("text", "told"), [("", "empty"), ("thing\nx\n", "no column with the names")])
def test_a_file_that_is_no_catalogue_says_why(cast: Cast, signed_in: SignIn, text: str, told: str) -> None:
    status, page, _ = upload(signed_in(cast.amara), text)
    assert status == 422
    assert told in page
