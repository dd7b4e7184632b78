"""A second, small organisation on the same install: its own people, its own programme, and nothing shared."""

from datetime import datetime
from typing import Final

from alongside.management.demo.mentoring_walk import MentoringStory, walk
from alongside.management.demo.peopling import admit, welcome_the_administrator
from alongside.management.demo.world import World, must
from alongside.models import Organisation, Part, Person, Skill
from alongside.services.people import create_organisation, offer_skill
from alongside.services.programmes import create_programme, join_programme, open_programme, set_places

NAME: Final = "Ravensby Museums"
DOMAIN: Final = "ravensby.example"
PROGRAMME: Final = "curators"
PEOPLE: Final = (
    ("Anil Joshi", "Assistant curator", "Collections"),
    ("Margaret Fell", "Senior curator", "Collections"),
    ("Tunde Bakare", "Head of learning", "Learning"),
    ("Sarah Lingard", "Gallery assistant", "Visitors"),
    ("Paul Eastwick", "Conservator", "Collections"),
    ("Hannah Mossop", "Shop manager", "Visitors"),
    ("Dev Chatterjee", "Archivist", "Collections"),
)
MENTORS: Final = ("margaret.fell", "tunde.bakare", "paul.eastwick")
STORY: Final = MentoringStory(
    "anil.joshi",
    "margaret.fell",
    "You have hung more exhibitions than I have visited. I would like to learn how you begin.",
    (
        ("ask", 0),
        ("accept", 2),
        ("meet", 8),
        ("agree", 1),
        ("meet", 35),
        ("check", 3),
        ("deepen", 3),
        ("meet", 40),
    ),
    last_days_ago=17,
    direction="A first exhibition of my own, small and honest.",
    shared=("Begin with the room, she said, not with the objects.",),
    programme=PROGRAMME,
)


def tell_the_museums(at: datetime) -> None:
    world = World(at, Organisation())
    world.organisation = create_organisation(
        name=NAME,
        country="GB",
        admin_name="Clare Whitfield",
        admin_email=f"clare.whitfield@{DOMAIN}",
        at=world.ago(200),
    )
    world.skills = {skill.key: skill for skill in Skill.objects.filter(organisation=world.organisation)}
    _people(world)
    clare = world.viewer("clare.whitfield")
    programme = create_programme(
        clare,
        template_key="career-mentoring",
        name="Curators’ mentoring",
        manager_id=world.person("clare.whitfield").pk,
        at=world.ago(190),
    )
    world.programmes[PROGRAMME] = must(open_programme(world.viewer("clare.whitfield"), programme.pk))
    _take_parts(world)
    walk(world, STORY)


def _people(world: World) -> None:
    rows = [
        Person(
            organisation=world.organisation,
            name=name,
            email=f"{name.lower().replace(' ', '.')}@{DOMAIN}",
            job_title=job,
            function=function,
            place="Ravensby",
            languages=["en"],
        )
        for name, job, function in PEOPLE
    ]
    admit(world, rows, world.ago(198))
    welcome_the_administrator(world, "clare.whitfield")


def _take_parts(world: World) -> None:
    programme = world.programmes[PROGRAMME].pk
    for key in MENTORS:
        place = must(join_programme(world.viewer(key), programme, Part.MENTOR, world.ago(180), places=2))
        must(set_places(world.viewer(key), place.pk, 2))
        offer_skill(world.viewer(key), world.skills["career-planning"].pk, 4, world.ago(180))
    for key in ("anil.joshi", "sarah.lingard", "dev.chatterjee"):
        must(join_programme(world.viewer(key), programme, Part.MENTEE, world.ago(170)))
