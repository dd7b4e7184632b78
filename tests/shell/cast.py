"""One cast with lives, the same in every test of the shell.

Harbour Trust: amara runs the programme, ben looks for a mentor, carla coaches, dev is her client, edda mentors,
femi is her mentee, grace pays for dev's coaching, hamid is dev's line manager, ines is the safeguarding lead,
jon administers the organisation, kemi reviews needs, lotte supervises, mo is a colleague who takes no part.
Quarry Ltd is another organisation on the same install: otto is in it, petra runs its programme.
"""

from dataclasses import dataclass

from alongside.models import CoachingEngagement, Mentorship, Organisation, Part, Person, Programme
from tests.shell.makers import (
    NOW,
    Office,
    appoint,
    enrol,
    make_engagement,
    make_mentorship,
    make_organisation,
    make_person,
    make_programme,
)


@dataclass(frozen=True)
class Cast:
    harbour: Organisation
    quarry: Organisation
    programme: Programme
    elsewhere: Programme
    amara: Person
    ben: Person
    carla: Person
    dev: Person
    edda: Person
    femi: Person
    grace: Person
    hamid: Person
    ines: Person
    jon: Person
    kemi: Person
    lotte: Person
    mo: Person
    otto: Person
    petra: Person
    engagement: CoachingEngagement
    mentorship: Mentorship

    def people(self) -> dict[str, Person]:
        """Everybody by first name."""
        return {name: value for name, value in vars(self).items() if isinstance(value, Person)}


def make_cast() -> Cast:
    harbour, quarry = make_organisation("Harbour Trust"), make_organisation("Quarry Ltd")
    names = [
        "Amara",
        "Ben",
        "Carla",
        "Dev",
        "Edda",
        "Femi",
        "Grace",
        "Hamid",
        "Ines",
        "Jon",
        "Kemi",
        "Lotte",
        "Mo",
    ]
    people = {name.lower(): make_person(harbour, f"{name} Harbour") for name in names}
    strangers = {name.lower(): make_person(quarry, f"{name} Quarry") for name in ("Otto", "Petra")}
    programme = make_programme(harbour)
    elsewhere = make_programme(quarry, "Quarry mentoring")
    people["dev"].line_manager = people["hamid"]
    people["dev"].save()
    for name, part in (
        ("ben", Part.MENTEE),
        ("carla", Part.COACH),
        ("dev", Part.CLIENT),
        ("edda", Part.MENTOR),
        ("femi", Part.MENTEE),
    ):
        enrol(programme, people[name], part)
    enrol(elsewhere, strangers["otto"], Part.MENTEE)
    appoint(people["amara"], Office.PROGRAMME_MANAGER, programme)
    appoint(people["kemi"], Office.REVIEWER, programme)
    appoint(people["ines"], Office.SAFEGUARDING_LEAD)
    appoint(people["jon"], Office.ORG_ADMIN)
    appoint(people["lotte"], Office.SUPERVISOR)
    appoint(strangers["petra"], Office.PROGRAMME_MANAGER, elsewhere)
    engagement = make_engagement(
        programme,
        people["dev"],
        coach=people["carla"],
        sponsor=people["grace"],
        state="active",
        started_at=NOW,
        is_self_referred=False,
    )
    mentorship = make_mentorship(
        programme, people["femi"], people["edda"], state="cultivation", accepted_at=NOW
    )
    return Cast(
        harbour,
        quarry,
        programme,
        elsewhere,
        **people,
        **strangers,
        engagement=engagement,
        mentorship=mentorship,
    )
