"""Walking an engagement along the way, step by step, through the services, at moments in the past."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from alongside.core.relationships.agreement import CoachingTerms
from alongside.management.demo.arcs import Arc
from alongside.management.demo.world import World, must, on_a_workday
from alongside.models import (
    CoachingEngagement,
    CoachOffer,
    GapSkill,
    Goal,
    Meeting,
    Mentorship,
    Need,
    Person,
    Step,
)
from alongside.queries.relationships.coaching.offering import list_candidates
from alongside.queries.relationships.coaching.terms import current_version, terms_of
from alongside.services.relationships.coaching import agreement, asking, offers


@dataclass(frozen=True, slots=True)
class Results:
    """How it turned out: the level at the start as the client saw it then and sees it now, and at the end."""

    start: int = 2
    then: int = 1
    end: int = 4
    attained: int = 0
    recommend: int = 9
    alliance: int = 8


@dataclass(frozen=True, slots=True)
class CoachingStory:
    """One engagement: who, about what, how far along the way, and what was said.

    `way` names the steps taken, in order; the last one was taken `last_days_ago`. The first of `coaches` is
    chosen. A `full` story has every note, practice and message; the others only what measures need.
    """

    client: str
    coaches: tuple[str, ...]
    arc: Arc
    way: tuple[str, ...]
    last_days_ago: float
    programme: str = "first-command"
    sponsor: str = ""
    clauses: tuple[str, ...] = ()
    after_mentorship: tuple[str, str] | None = None
    results: Results = field(default_factory=Results)
    full: bool = False
    next_in_days: int | None = None


@dataclass(slots=True)
class Walk:
    """Where a story is just now. Steps fill it in as they go."""

    world: World
    story: CoachingStory
    now: datetime
    engagement: CoachingEngagement | None = None
    gap: GapSkill | None = None
    goals: list[Goal] = field(default_factory=list)
    plan: list[Step] = field(default_factory=list)
    planned: Meeting | None = None
    held: int = 0

    @property
    def client(self) -> Person:
        return self.world.person(self.story.client)

    @property
    def coach(self) -> Person:
        return self.world.person(self.story.coaches[0])

    @property
    def it(self) -> CoachingEngagement:
        assert self.engagement is not None  # noqa: S101 - asking is the first step of every way
        return self.engagement

    @property
    def offer(self) -> CoachOffer:
        return self.it.offers.select_related("engagement__client", "coach").get(coach=self.coach)

    def later(self, hours: float = 0, days: float = 0) -> datetime:
        """A moment after now, for what happens within one step; never later than the demo's own."""
        return min(self.now + timedelta(hours=hours, days=days), self.world.at)

    def workday(self, days: float, hour: int = 10) -> datetime:
        """A workday about so many days after now, at that hour."""
        return on_a_workday((self.now + timedelta(days=days)).replace(hour=hour, minute=0))


def refer(walk: Walk) -> None:
    """The programme manager proposes coaching."""
    programme = walk.world.programmes[walk.story.programme]
    moira = walk.world.person("moira.sinclair")
    walk.engagement = must(asking.refer_to_coaching(programme, walk.client, moira, walk.now))


def ask(walk: Walk) -> None:
    """The client asks, with the need they kept if there is one."""
    story, world = walk.story, walk.world
    need = Need.objects.filter(person=walk.client, chosen_route__in=("coach", "both_in_sequence")).first()
    after = None
    if story.after_mentorship:
        mentee, mentor = story.after_mentorship
        after = Mentorship.objects.get(mentee=world.person(mentee), mentor=world.person(mentor))
    walk.engagement = must(
        asking.ask_for_coaching(
            world.programmes[story.programme],
            walk.client,
            walk.now,
            need=need,
            sponsor=world.person(story.sponsor) if story.sponsor else None,
            after_mentorship=after,
            show_skills=need is not None,
        )
    )


def acknowledge(walk: Walk) -> None:
    asking.acknowledge_enquiry(walk.it, walk.world.person("moira.sinclair"), walk.now)


def offer(walk: Walk) -> None:
    """Two or three coaches, and each says whether there is a conflict of interest."""
    coaches = [walk.world.person(key) for key in walk.story.coaches]
    must(offers.offer_coaches(walk.it, coaches, walk.world.person("moira.sinclair"), walk.now))
    _declare(walk)


def offer_the_best(walk: Walk) -> None:
    """The three coaches the programme's rules put first, each with why."""
    best = [one for one in list_candidates(walk.it, walk.now) if not one.forbidden][:3]
    why = {one.person.pk: one.findings for one in best}
    must(
        offers.offer_coaches(
            walk.it, [one.person for one in best], walk.world.person("moira.sinclair"), walk.now, why
        )
    )
    _declare(walk)


def _declare(walk: Walk) -> None:
    for row in walk.it.offers.select_related("engagement__client", "coach"):
        must(offers.declare_conflict(row, row.coach, False, walk.later(hours=5)))


def choose(walk: Walk) -> None:
    must(offers.choose_coach(walk.offer, walk.client, walk.workday(4, 14), walk.now))


def talk(walk: Walk) -> None:
    must(offers.mark_talk_held(walk.offer, walk.client, walk.now))


def say_yes(walk: Walk) -> None:
    must(offers.say_yes(walk.offer, walk.client, walk.now))
    must(offers.say_yes(walk.offer, walk.coach, walk.later(hours=3)))
    walk.it.refresh_from_db()


def write_terms(walk: Walk) -> None:
    """Both write the agreement together; with a sponsor the three meet, and clauses say what passes on."""
    latest = current_version(walk.it)
    assert latest is not None  # noqa: S101 - a first draft was made when both said yes
    terms: CoachingTerms = replace(terms_of(latest), outcomes=(walk.story.arc.goal,))
    if walk.story.sponsor:
        terms = replace(
            terms,
            information_flow=walk.story.clauses or terms.information_flow,
            fee="Four internal coaching days, from the operations budget.",
        )
        met = walk.later(hours=1)
        must(agreement.record_three_way_meeting(walk.it, walk.coach, met, met))
    must(agreement.change_terms(walk.it, terms, walk.coach, walk.later(hours=2)))


def sign_first(walk: Walk) -> None:
    _sign(walk, walk.client, walk.now)


def sign_rest(walk: Walk) -> None:
    _sign(walk, walk.coach, walk.now)
    if walk.story.sponsor:
        _sign(walk, walk.world.person(walk.story.sponsor), walk.later(hours=4))


def _sign(walk: Walk, who: Person, at: datetime) -> None:
    latest = current_version(walk.it)
    assert latest is not None  # noqa: S101 - the terms were written the step before
    must(agreement.sign_agreement(walk.it, who, latest.content_hash, True, at))


def extend(walk: Walk) -> None:
    """Two more sessions are wanted; the client has signed, the coach not yet."""
    must(agreement.begin_extension(walk.it, walk.client, 2, walk.now))
    _sign(walk, walk.client, walk.later(hours=1))
