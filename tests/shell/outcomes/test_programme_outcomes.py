"""The outcomes of a programme: nobody is to be picked out, and no sensitive route is to be worked out."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alongside.core.needs.routes import Route
from alongside.core.outcomes.small_groups import Hidden
from alongside.models import Need, Person, Programme, RelationshipEvent
from alongside.queries.access import NotVisible
from alongside.queries.outcomes import get_outcomes
from alongside.queries.viewers import viewer_as
from tests.shell.cast import Cast
from tests.shell.makers import NOW, Office, appoint, make_programme
from tests.shell.outcomes.many import main_of, make_coached, make_mentored

SignIn = Callable[[Person], Client]
PAGES = ("programme_outcomes", "outcomes_file")


@pytest.fixture
def programme(cast: Cast) -> Programme:
    """Another programme that amara runs, with nobody in it yet."""
    made = make_programme(cast.harbour, "Second round")
    appoint(cast.amara, Office.PROGRAMME_MANAGER, made)
    return made


def texts(client: Client, programme: Programme) -> list[bytes]:
    """What page and file say."""
    answers = [client.get(reverse(page, args=[programme.pk])) for page in PAGES]
    assert [answer.status_code for answer in answers] == [200, 200]
    return [main_of(answer.content) for answer in answers]


# Who sees it


@pytest.mark.parametrize(
    "name", ["jon", "carla", "dev", "edda", "femi", "grace", "hamid", "ines", "mo", "petra"]
)
def test_only_those_who_manage_the_programme_see_it(cast: Cast, signed_in: SignIn, name: str) -> None:
    client = signed_in(cast.people()[name])
    for page in PAGES:
        assert client.get(reverse(page, args=[cast.programme.pk])).status_code == 404
    with pytest.raises(NotVisible):
        get_outcomes(viewer_as(cast.people()[name]), cast.programme.pk, NOW)


# Nobody is picked out


def test_four_people_are_too_few_for_any_figure(cast: Cast, programme: Programme) -> None:
    for number in range(4):
        make_coached(programme, cast.carla, number)
        make_mentored(programme, cast.edda, number)
    report = get_outcomes(viewer_as(cast.amara), programme.pk, NOW).report
    for part in report.kinds:
        assert all(isinstance(line.people, Hidden) for line in part.funnel)
        assert all(isinstance(line.days, Hidden) or line.days is None for line in part.funnel)
        for measure in part.measures:
            assert not measure.shown
            assert all(isinstance(line.asked, Hidden) for line in measure.lines)


def test_four_people_and_nobody_look_the_same(cast: Cast, signed_in: SignIn, programme: Programme) -> None:
    client = signed_in(cast.amara)
    nobody = texts(client, programme)
    for number in range(4):
        make_coached(programme, cast.carla, number)
        make_mentored(programme, cast.edda, number)
    assert texts(client, programme) == nobody


def test_the_sixth_to_the_ninth_change_nothing_and_the_tenth_does(
    cast: Cast, signed_in: SignIn, programme: Programme
) -> None:
    client = signed_in(cast.amara)
    for number in range(5):
        make_coached(programme, cast.carla, number)
    five = texts(client, programme)
    for number in range(5, 9):
        make_coached(programme, cast.carla, number)
        assert texts(client, programme) == five
    make_coached(programme, cast.carla, 9)
    assert texts(client, programme) != five


def test_five_people_give_a_funnel_and_measures(cast: Cast, programme: Programme) -> None:
    for number in range(5):
        make_coached(programme, cast.carla, number)
    coaching = get_outcomes(viewer_as(cast.amara), programme.pk, NOW).report.kinds[0]
    assert [line.people for line in coaching.funnel][:6] == [5] * 6
    assert [line.days for line in coaching.funnel][1:6] == [2, 10, 8, 60, 80]
    gap, goals, recommend = coaching.measures
    assert gap.lines[0].before is not None
    assert round(gap.lines[0].before, 3) == 0.9  # levels 0, 1, 0, 1, 0 of 4
    assert round(gap.lines[0].after or 0, 3) == 0.3  # levels 2, 3, 4, 2, 3 of 4
    assert gap.lines[1].value is None  # no coach has rated anything
    assert round(goals.lines[0].value or 0, 1) == 48.0  # -1, 0, 1, -1, 0
    assert recommend.lines[0].value is None  # five are too few for this one


def test_early_endings_and_non_starters_stay_among_those_asked(cast: Cast, programme: Programme) -> None:
    for number in range(5):
        make_coached(programme, cast.carla, number)
    for number, state in enumerate(
        ("withdrawn", "closed_early", "referred_out", "terminated", "withdrawn"), 5
    ):
        make_coached(programme, cast.carla, number, stages=2, state=state)
    gap = get_outcomes(viewer_as(cast.amara), programme.pk, NOW).report.kinds[0].measures[0]
    assert (gap.lines[0].asked, gap.lines[0].answered) == (10, 5)


def test_mentor_functions_are_read_part_by_part_and_called_our_own(
    cast: Cast, signed_in: SignIn, programme: Programme
) -> None:
    for number in range(5):
        make_mentored(programme, cast.edda, number)
    functions = get_outcomes(viewer_as(cast.amara), programme.pk, NOW).report.kinds[1].measures[0]
    assert [round(line.value or 0, 2) for line in functions.lines] == [3.5, 3.4, 3.6]
    assert functions.consistency is None
    page = texts(signed_in(cast.amara), programme)[0].decode()
    assert "our own and have not been validated" in page
    assert "from 30 full answers on" in page


# No sensitive route can be worked out


@pytest.mark.parametrize("route", [Route.CRISIS, Route.THERAPY_EAP, Route.MANAGER_HR])
def test_where_needs_led_changes_not_one_byte(
    cast: Cast, signed_in: SignIn, programme: Programme, route: Route
) -> None:
    client = signed_in(cast.amara)
    needs = [
        Need.objects.create(person=cast.dev, rules_version="1", route="coach", chosen_route="coach")
        for _ in range(12)
    ]
    for number, need in enumerate(needs):
        make_coached(programme, cast.carla, number, need=need)
    before = texts(client, programme)
    Need.objects.update(route=route.value, chosen_route=route.value)
    assert texts(client, programme) == before
    Need.objects.all().delete()
    assert texts(client, programme) == before


def test_a_way_out_to_other_help_looks_like_any_other_way_out(
    cast: Cast, signed_in: SignIn, programme: Programme
) -> None:
    client = signed_in(cast.amara)
    engagements = [make_coached(programme, cast.carla, n, stages=3, state="withdrawn") for n in range(7)]
    before = texts(client, programme)
    for engagement in engagements:
        engagement.state = "referred_out"
        engagement.save()
        RelationshipEvent.objects.create(
            engagement=engagement, name="CoachingReferredOut", to_state="referred_out", happened_at=NOW
        )
    assert texts(client, programme) == before


def test_no_word_says_that_the_help_brought_it_about(
    cast: Cast, signed_in: SignIn, programme: Programme
) -> None:
    for number in range(12):
        make_coached(programme, cast.carla, number)
        make_mentored(programme, cast.edda, number)
    said = b" ".join(texts(signed_in(cast.amara), programme)).decode().lower()
    for word in ("because of", "led to", "caused", "thanks to", "effect", "impact", "improved"):
        assert word not in said


def test_the_page_and_the_file_say_the_same(cast: Cast, signed_in: SignIn, programme: Programme) -> None:
    for number in range(12):
        make_coached(programme, cast.carla, number)
    file = texts(signed_in(cast.amara), programme)[1].decode()
    assert "coaching,How far people came,Finished,,,10,,,,,median days from before: 80" in file
    assert "Too few people to say." in file
    assert "Client 3" not in file


def test_the_page_asks_the_database_as_often_for_thirty_as_for_one(
    cast: Cast, signed_in: SignIn, programme: Programme
) -> None:
    client = signed_in(cast.amara)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("programme_outcomes", args=[programme.pk]))
        return len(queries)

    make_coached(programme, cast.carla, 0)
    make_mentored(programme, cast.edda, 0)
    asked()
    one = asked()
    for number in range(1, 30):
        make_coached(programme, cast.carla, number)
        make_mentored(programme, cast.edda, number)
    assert asked() == one
