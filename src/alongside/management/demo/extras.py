"""What belongs to nobody's engagement: paths, journals, a helpful contact, a concern that was dealt with."""

from typing import Final

from alongside.management.demo.world import World, must
from alongside.models import HelpContact, HelpKind, Mentorship
from alongside.services.confidentiality import answer_concern, raise_concern, resolve_concern, take_concern
from alongside.services.relationships.journal import release_entry, write_entry
from alongside.services.relationships.mentoring.choosing import Choosing, rank_mentors
from alongside.services.relationships.mentoring.path import WayMarkWords, add_way_mark, finish_way_mark
from alongside.services.relationships.searching.acts import ask_for_a_look

# Kind, words, skill, years from now (negative: behind), whether the mentor may read it.
ISLAS_PATH: Final = (
    ("role", "Deckhand, MV Petrel", "", -8, True),
    ("milestone", "Officer of the watch: certificate", "", -3, True),
    ("role", "Second officer, MV Curlew", "", -3, True),
    ("talent", "Calm when it is loud", "", None, True),
    ("talent", "Reading weather and people", "", None, True),
    ("to_build", "Being heard by senior people", "executive-presence", None, True),
    ("to_build", "Knowing who decides what ashore", "reading-the-organisation", None, True),
    ("experience", "Six weeks as acting chief officer", "", 0, True),
    ("milestone", "Chief mate’s ticket", "", 1, True),
    ("role", "Chief officer", "", 2, True),
    ("milestone", "Decide: a command, or ashore", "", 4, False),
    ("role", "Master", "", 7, True),
    ("role", "Marine superintendent", "", 12, True),
    ("person", "Ruaridh, for what he does not say", "", None, True),
    ("person", "Eilidh, for how she did it with children", "", None, True),
)
SHEILAS_LIST: Final = ("eilidh.munro", "aisha.rahman")
SHEILA_WRITES: Final = (
    "I have sold tickets for eleven years and know every sailing by heart. I would like to plan them, and do not "
    "know how one gets to that desk."
)
JOURNAL: Final = (
    (
        "isla.drummond",
        "Berthed her alone in a cross wind. Nobody said anything. That is how I know it was good.",
        40,
    ),
    ("isla.drummond", "Said yes to the six weeks. Rang mother first, Ruaridh second. He only said: good.", 9),
    ("tom.ashworth", "Four minutes. I had dreaded it for three weeks and it took four minutes.", 8),
    ("priya.raman", "Last talk with Yusuf as a mentee. Lunch on Thursday, as whatever we are now.", 33),
)


def add_extras(world: World) -> None:
    _paths(world)
    _journals(world)
    _contacts(world)
    _concerns(world)
    _looking(world)


def _looking(world: World) -> None:
    """Sheila has a list of two; Kofi, after a no, would rather that a person looks."""
    fairway, sheila = world.programmes["fairway"], world.person("sheila.munday")
    mentors = [world.person(key) for key in SHEILAS_LIST]
    choosing = Choosing(SHEILA_WRITES, limits_read=True, asks_on=True)
    must(rank_mentors(fairway, sheila, mentors, choosing, world.ago(2)))
    must(ask_for_a_look(fairway, world.person("kofi.darko"), world.ago(1)))


def _paths(world: World) -> None:
    isla, year = world.person("isla.drummond"), world.at.year
    for kind, text, skill, years, shared in ISLAS_PATH:
        words = WayMarkWords(
            kind,
            text,
            world.skills[skill] if skill else None,
            None if years is None else year + years,
            shared,
        )
        item = must(add_way_mark(isla, words))
        if years is not None and years < 0:
            finish_way_mark(item, world.ago(-365 * years).date())


def _journals(world: World) -> None:
    for key, text, days in JOURNAL:
        must(write_entry(world.person(key), text, world.ago(days, 21)))
    mentorship = Mentorship.objects.get(mentee=world.person("isla.drummond"), state="cultivation")
    newest = world.person("isla.drummond").journal.first()
    assert newest is not None  # noqa: S101 - written just above
    must(release_entry(newest, mentorship, world.ago(8, 7)))


def _contacts(world: World) -> None:
    checked = world.ago(40).date()
    HelpContact.objects.bulk_create(
        HelpContact(
            organisation=world.organisation,
            kind=kind,
            name=name,
            reach=reach,
            hours=hours,
            checked_on=checked,
            position=number,
        )
        for number, (kind, name, reach, hours) in enumerate(
            (
                (HelpKind.EAP, "Crew and family support line", "Extension 4400", "day and night"),
                (HelpKind.HR, "People team, Port Ellery", "Extension 4410", "weekdays, 8 to 6"),
                (
                    HelpKind.SPEAK_UP,
                    "Speak-up line, run by an outside firm",
                    "Extension 4499",
                    "day and night",
                ),
            )
        )
    )


def _concerns(world: World) -> None:
    """One that was raised, taken on and dealt with; and one from yesterday that nobody has taken yet."""
    helen = world.person("helen.carrick")
    text = (
        "A colleague of mine has been sleeping on board between double shifts for a week. I worry about the "
        "night run."
    )
    concern = must(raise_concern(world.person("kirsty.lamont"), text, world.ago(21, 22)))
    take_concern(concern, helen, world.ago(20, 8))
    answer_concern(
        concern,
        "Thank you for saying so. I have spoken with the person, who is resting now. You did the right "
        "thing.",
        "Spoke with both. Rota changed for two weeks; occupational health offered and accepted.",
    )
    must(resolve_concern(concern, world.ago(18, 16)))
    new = (
        "A boy of about twelve rides the last boat alone four nights a week. He asked me whether he could sleep in the "
        "lounge. I do not know whom to tell."
    )
    must(raise_concern(world.person("rachel.bloom"), new, world.ago(1, 20)))
