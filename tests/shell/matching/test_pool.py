"""The pool says what people told, the same number of reads for few and for many."""

from datetime import date, time
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alongside.core.matching import DEFAULTS, Suggestions, suggest
from alongside.models import (
    ConflictOfInterest,
    FreeTime,
    Need,
    NeedSkill,
    Part,
    PathItem,
    Person,
    PrivateReason,
    RoleHeld,
)
from alongside.queries.matching.pool import load_pool
from tests.shell.cast import Cast
from tests.shell.makers import (
    NOW,
    enrol,
    make_engagement,
    make_mentorship,
    make_person,
    make_skill,
    offer_skill,
)

ON = date(2026, 3, 4)


def facts_of(pool: Any, person: Person) -> Any:
    return next(one for one in (*pool.clients, *pool.practitioners) if one.key == str(person.pk))


def test_those_who_have_somebody_do_not_wait(cast: Cast) -> None:
    pool = load_pool(cast.programme, "mentoring", on=ON)
    assert [one.key for one in pool.clients] == [str(cast.ben.pk)]
    assert [one.key for one in pool.practitioners] == [str(cast.edda.pk)]
    assert facts_of(pool, cast.edda).load == 1


def test_a_client_in_coaching_does_not_wait_and_the_coach_has_one_place_less(cast: Cast) -> None:
    pool = load_pool(cast.programme, "coaching", on=ON)
    assert pool.clients == ()
    assert (facts_of(pool, cast.carla).places, facts_of(pool, cast.carla).load) == (2, 1)


def test_skills_roles_lines_and_conflicts_are_facts(cast: Cast) -> None:
    skill = make_skill(cast.harbour, "Chairing")
    offer_skill(cast.edda, skill, 4)
    need = Need.objects.create(person=cast.ben, rules_version="1", route="mentor")
    NeedSkill.objects.create(need=need, skill=skill, current=1, required=3)
    RoleHeld.objects.create(person=cast.edda, title="Harbour master")
    ConflictOfInterest.objects.create(one=cast.edda, other=cast.mo)
    cast.ben.line_manager = cast.dev  # and dev reports to hamid
    cast.ben.save()
    pool = load_pool(cast.programme, "mentoring", on=ON)
    ben, edda = facts_of(pool, cast.ben), facts_of(pool, cast.edda)
    assert [(one.skill, one.gap) for one in ben.skills_wanted] == [("Chairing", 2)]
    assert edda.skills_offered == {"Chairing": 4}
    assert edda.roles_held == {"Harbour master"}
    assert edda.conflicts == {str(cast.mo.pk)}
    assert ben.managers_above == {str(cast.dev.pk), str(cast.hamid.pk)}


def test_not_again_holds_from_either_side(cast: Cast) -> None:
    past = make_mentorship(cast.programme, cast.ben, cast.edda, state="unwound")
    PrivateReason.objects.create(
        mentorship=past, author=cast.edda, about=cast.ben, not_together_again=True, created_at=NOW
    )
    pool = load_pool(cast.programme, "mentoring", on=ON)
    assert facts_of(pool, cast.ben).not_again == {str(cast.edda.pk)}
    assert facts_of(pool, cast.edda).not_again == {str(cast.ben.pk)}


def test_a_coach_of_before_was_together_but_one_who_was_only_asked_was_not(cast: Cast) -> None:
    make_engagement(cast.programme, cast.ben, coach=cast.edda, state="closed")
    make_mentorship(cast.programme, cast.mo, cast.edda, state="declined")
    edda = facts_of(load_pool(cast.programme, "mentoring", on=ON), cast.edda)
    assert edda.together_before == {str(cast.femi.pk), str(cast.ben.pk)}


def test_free_time_lies_on_the_dated_week_in_utc(cast: Cast) -> None:
    cast.ben.time_zone = "Europe/Berlin"
    cast.ben.save()
    FreeTime.objects.create(person=cast.ben, weekday=0, starts=time(1, 0), ends=time(2, 0))
    ben = facts_of(load_pool(cast.programme, "mentoring", on=ON), cast.ben)
    assert ben.free_time == 0b11  # Monday 00:00 and 00:30 UTC, in winter


def test_the_path_is_read_only_for_the_person_themselves(cast: Cast) -> None:
    PathItem.objects.create(person=cast.ben, kind="role", text="Head of port")
    assert facts_of(load_pool(cast.programme, "mentoring", on=ON), cast.ben).roles_wanted == frozenset()
    own = load_pool(cast.programme, "mentoring", on=ON, only=cast.ben)
    assert facts_of(own, cast.ben).roles_wanted == {"Head of port"}


def test_a_mentor_who_carries_enough_is_full(cast: Cast) -> None:
    cast.programme.load_cap = 1
    cast.programme.save()
    pool = load_pool(cast.programme, "mentoring", on=ON, only=cast.ben)
    found = suggest(pool, str(cast.ben.pk), DEFAULTS["mentoring"])
    assert facts_of(pool, cast.edda).full_for_now
    assert isinstance(found, Suggestions)
    assert found.found == ()


@pytest.mark.parametrize("kind", ["mentoring", "coaching"])
def test_thirty_people_cost_no_more_reads_than_one(cast: Cast, kind: Any) -> None:
    def reads() -> int:
        with CaptureQueriesContext(
            connection,
        ) as caught:
            load_pool(cast.programme, kind, on=ON)
        return len(caught)

    before = reads()
    for number in range(30):
        person = make_person(cast.harbour, f"N{number} Harbour")
        enrol(cast.programme, person, [Part.MENTOR, Part.MENTEE, Part.COACH, Part.CLIENT][number % 4])
    assert reads() == before <= 12
