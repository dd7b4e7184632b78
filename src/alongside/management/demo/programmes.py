"""The three programmes of the ferries, one in each way of joining, and who takes which part."""

from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from typing import Any, Final

from django.db.models import F

from alongside.management.demo.cast import COACHES, SEEKERS
from alongside.management.demo.crowd import the_crowd
from alongside.management.demo.mentors import MENTORS
from alongside.management.demo.world import World, must
from alongside.models import Enrolment, EnrolmentState, Office, Part
from alongside.queries.viewers import viewer_as
from alongside.services.people import appoint
from alongside.services.programmes import change_programme, create_programme, join_programme, open_programme

FIRST_COMMAND, FAIRWAY, SHIP_AND_SHORE = "first-command", "fairway", "ship-and-shore"


@dataclass(frozen=True, slots=True)
class Plan:
    """A programme as it is set up: the template, the name, and what is changed in it."""

    key: str
    template: str
    name: str
    purpose: str
    changes: dict[str, Any] = field(default_factory=dict)


PLANS: Final = (
    Plan(
        FIRST_COMMAND,
        "first-time-managers",
        "First command: coaching",
        "Six sessions with a coach for people who have begun to lead others, ashore or afloat.",
    ),
    Plan(
        FAIRWAY,
        "career-mentoring",
        "Fairway: mentoring",
        "Somebody who has walked your path, whenever you need them. You ask; nobody is put together.",
        {"load_cap": Decimal("4.0")},
    ),
    Plan(
        SHIP_AND_SHORE,
        "coaching-and-mentoring",
        "Ship and shore",
        "For crews who come ashore and office people who go aboard: coaching for the first months, "
        "mentoring for "
        "the longer way. By invitation.",
        {"enrolment_kind": "invited"},
    ),
)

PLACES: Final = {Part.COACH: 6, Part.MENTOR: 2}
MORE_PLACES: Final = {"ruaridh.macrae": 6, "samuel.okafor": 4, "eilidh.munro": 4, "colin.tweddle": 4}


def open_the_programmes(world: World) -> None:
    """The administrator makes them and names the manager; the manager sets them and opens them."""
    moira, fergus = world.person("moira.sinclair"), world.viewer("fergus.boyle")
    for plan in PLANS:
        programme = create_programme(
            fergus, template_key=plan.template, name=plan.name, manager_id=moira.pk, at=world.ago(556)
        )
        manager = viewer_as(moira)
        must(change_programme(manager, programme.pk, {"purpose": plan.purpose, **plan.changes}))
        world.programmes[plan.key] = must(open_programme(manager, programme.pk))


def name_the_offices(world: World) -> None:
    fergus = world.viewer("fergus.boyle")
    for key, office in (
        ("helen.carrick", Office.SAFEGUARDING_LEAD),
        ("joseph.adeyemi", Office.REVIEWER),
        ("ruth.abelson", Office.SUPERVISOR),
    ):
        must(appoint(fergus, world.person(key).pk, office, None, world.ago(555)))


def take_parts(world: World) -> None:
    """Practitioners and the crowd by rows; a few of the cast by themselves, as people do."""
    crowd = [face.name.lower().replace(" ", ".") for face in the_crowd()]
    seekers = [one.key for one in SEEKERS]
    coaches = [one.key for one in COACHES]
    mentors = [one.key for one in MENTORS]
    _enrol(world, FIRST_COMMAND, Part.COACH, coaches)
    _enrol(world, FIRST_COMMAND, Part.CLIENT, [*seekers[:3], "owen.hartley", *crowd[:68]])
    _enrol(world, FAIRWAY, Part.MENTOR, mentors)
    _enrol(world, FAIRWAY, Part.MENTEE, ["priya.raman", *crowd[60:120]])
    _enrol(world, SHIP_AND_SHORE, Part.COACH, coaches[:3])
    _enrol(world, SHIP_AND_SHORE, Part.MENTOR, mentors[5:])
    _enrol(world, SHIP_AND_SHORE, Part.CLIENT, crowd[110:120])
    _enrol(world, SHIP_AND_SHORE, Part.MENTEE, ["gareth.pugh", *crowd[118:126]])
    _enrol(world, SHIP_AND_SHORE, Part.CLIENT, crowd[126:130], EnrolmentState.INVITED)
    for key, days in (("isla.drummond", 540), ("zainab.malik", 300), ("owen.hartley", 20)):
        must(join_programme(world.viewer(key), world.programmes[FAIRWAY].pk, Part.MENTEE, world.ago(days)))
    for key in crowd[68:71]:
        must(join_programme(world.viewer(key), world.programmes[FIRST_COMMAND].pk, Part.CLIENT, world.ago(3)))


def say_goodbye(world: World, keys: tuple[str, ...]) -> None:
    """Those who are through have left the programme; what they did in it stays."""
    rows = Enrolment.objects.filter(
        programme=world.programmes[FIRST_COMMAND],
        part=Part.CLIENT,
        person__in=[world.person(key) for key in keys],
    )
    rows.update(
        state=EnrolmentState.LEFT, decided_by=F("person"), decided_at=world.ago(4), went_at=world.ago(4)
    )


def _enrol(
    world: World, programme: str, part: Part, keys: list[str], state: EnrolmentState = EnrolmentState.APPROVED
) -> None:
    """Rows for many at once, as an import and a yes of their own leave them."""
    began = world.ago(550)
    Enrolment.objects.bulk_create(
        Enrolment(
            programme=world.programmes[programme],
            person=world.person(key),
            part=part,
            state=state,
            places=MORE_PLACES.get(key, PLACES[part]) if part in PLACES else 0,
            decided_by=world.person("moira.sinclair"),
            decided_at=began,
            created_at=began + timedelta(minutes=number),
            came_at=None if state == EnrolmentState.INVITED else began + timedelta(minutes=number),
        )
        for number, key in enumerate(keys)
    )
