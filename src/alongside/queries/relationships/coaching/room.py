"""The way into an engagement and what lives in it: one sight of the engagement, and children looked up through it."""

from uuid import UUID

from alongside.core.confidentiality.relations import Relation
from alongside.core.confidentiality.words import who_can_see
from alongside.models import (
    CoachingEngagement,
    CoachOffer,
    GapSkill,
    Goal,
    MindsetShift,
    NeedSkill,
    Release,
    Review,
    Skill,
    Step,
)
from alongside.queries.access import NotVisible, Sight, get_visible, require
from alongside.queries.relationships.coaching.facts import with_records
from alongside.queries.viewers import Viewer

THE_TWO = (Relation.CLIENT, Relation.COACH)
EARLIER_WORK = "earlier_work"


def get_engagement(
    viewer: Viewer, pk: UUID, resource: str = "engagement", action: str = "read"
) -> Sight[CoachingEngagement]:
    """An engagement as the viewer may see it, with its records; NotVisible else."""
    rows = with_records(CoachingEngagement.objects.all()).select_related(
        "programme__organisation",
        "client__line_manager",
        "client__organisation",
        "coach__organisation",
        "sponsor__organisation",
        "need",
    )
    return get_visible(viewer, resource, action, rows, pk)


def get_room(
    viewer: Viewer, pk: UUID, resource: str = "engagement", action: str = "read"
) -> Sight[CoachingEngagement]:
    """The same for the two whose room it is; NotVisible for everybody else."""
    sight = get_engagement(viewer, pk, resource, action)
    if not sight.is_any(*THE_TWO):
        raise NotVisible
    return sight


def side_of(sight: Sight[CoachingEngagement]) -> str:
    """What the viewer is to the life-cycle: client, coach, sponsor, programme_manager or nothing of these."""
    names = (Relation.CLIENT, Relation.COACH, Relation.SPONSOR, Relation.PROGRAMME_MANAGER)
    return next((relation.value for relation in names if relation in sight.relations), "")


def who_sees(sight: Sight[CoachingEngagement], resource: str, field: str | None = None) -> str:
    """One sentence: who can see this, as things stand in this engagement."""
    me = next((relation for relation in (*THE_TWO, Relation.SPONSOR) if sight.is_any(relation)), None)
    return who_can_see(resource, field, sight.facts, viewer=me, present=people_present(sight.record))


def people_present(engagement: CoachingEngagement) -> frozenset[Relation]:
    """The relations somebody stands in to this engagement, so that nobody is named who is not there."""
    there = {Relation.CLIENT, Relation.PROGRAMME_MANAGER, Relation.ORG_ADMIN}
    if engagement.coach_id:
        there.add(Relation.COACH)
    if engagement.sponsor_id:
        there.add(Relation.SPONSOR)
    if engagement.client.line_manager_id:
        there.add(Relation.LINE_MANAGER)
    return frozenset(there)


def sees_earlier_work(sight: Sight[CoachingEngagement]) -> bool:
    """A second coach sees the gap, the goals and the plan of before only once the client hands them over."""
    engagement = sight.record
    if not sight.is_any(Relation.COACH) or engagement.started_at is None or engagement.coach_since is None:
        return True
    if engagement.started_at >= engagement.coach_since:
        return True
    return Release.objects.filter(
        engagement=engagement, resource=EARLIER_WORK, to_relation=Relation.COACH, withdrawn_at__isnull=True
    ).exists()


def had_another_coach(engagement: CoachingEngagement) -> bool:
    """Whether the present coach came after the work had begun."""
    began, since = engagement.started_at, engagement.coach_since
    return began is not None and since is not None and began < since


def get_gap_skill(sight: Sight[CoachingEngagement], pk: UUID) -> GapSkill:
    """A skill of this engagement's gap."""
    found = sight.record.gap_skills.select_related("skill", "engagement__programme").filter(pk=pk).first()
    if found is None or not sees_earlier_work(sight):
        raise NotVisible
    return found


def list_gap_skills(sight: Sight[CoachingEngagement]) -> tuple[GapSkill, ...]:
    """The skills of the gap with their ratings, where they are open to the viewer."""
    if not sight.may("gap_rating", "list") or not sees_earlier_work(sight):
        return ()
    skills = sight.record.gap_skills.select_related("skill", "proposed_by", "engagement")
    return tuple(skills.prefetch_related("ratings"))


def list_goals(sight: Sight[CoachingEngagement]) -> tuple[Goal, ...]:
    """Shared goals for those they are open to, private ones for the two alone; with levels and attainments."""
    shared, private = sight.may("shared_goal", "list"), sight.may("private_goal", "list")
    if not sees_earlier_work(sight):
        return ()
    goals = sight.record.goals.prefetch_related("levels__attainments__scored_by").select_related("engagement")
    return tuple(goal for goal in goals if (shared if goal.is_shared else private))


def get_goal(sight: Sight[CoachingEngagement], pk: UUID) -> Goal:
    """One goal open to the viewer."""
    found = next((goal for goal in list_goals(sight) if goal.pk == pk), None)
    if found is None:
        raise NotVisible
    return found


def get_step(viewer: Viewer, pk: UUID, action: str = "read") -> tuple[Sight[CoachingEngagement], Step]:
    """A step, and the sight of the engagement it belongs to."""
    rows = Step.objects.select_related("gap_skill__skill", "gap_skill__engagement")
    step = get_visible(viewer, "plan_step", action, rows, pk).record
    sight = get_room(viewer, step.gap_skill.engagement_id, "plan_step", action)
    if not sees_earlier_work(sight):
        raise NotVisible
    return sight, step


def get_offer(viewer: Viewer, pk: UUID, action: str = "read") -> tuple[Sight[CoachingEngagement], CoachOffer]:
    """An offer, for the coach on offer; the client has a page of their own for all of them."""
    rows = CoachOffer.objects.select_related("engagement__client", "engagement__programme", "coach")
    sight_of_offer = get_visible(viewer, "coach_offer", action, rows, pk)
    offer = sight_of_offer.record
    if viewer.person is None or offer.coach_id != viewer.person.pk or offer.state == "lapsed":
        raise NotVisible
    return require(viewer, "coach_offer", action, offer.engagement), offer


def list_mindset_shifts(sight: Sight[CoachingEngagement]) -> tuple[MindsetShift, ...]:
    """The client's from … to … statements."""
    if not sight.may("gap_rating", "list") or not sees_earlier_work(sight):
        return ()
    return tuple(sight.record.mindset_shifts.all())


def get_review(sight: Sight[CoachingEngagement]) -> Review | None:
    """The review now open, or the one held last."""
    return sight.record.reviews.last() if sight.may("review", "read") else None


def list_skills_to_name(engagement: CoachingEngagement) -> tuple[Skill, ...]:
    """The organisation's skills that are not yet in the gap."""
    skills = Skill.objects.filter(organisation=engagement.programme.organisation, is_retired=False)
    return tuple(skills.exclude(gap_skills__engagement=engagement))


def list_skills_of_need(sight: Sight[CoachingEngagement]) -> tuple[NeedSkill, ...]:
    """What the client named in the need they brought and has not taken over yet; for the client alone."""
    need = sight.record.need
    if need is None or not sight.is_any(Relation.CLIENT) or need.person_id != sight.record.client_id:
        return ()
    named = need.skills.filter(skill__is_retired=False).exclude(skill__gap_skills__engagement=sight.record)
    return tuple(named.select_related("skill").order_by("-importance", "skill__name"))


def skills_named_in_need(engagement: CoachingEngagement) -> tuple[str, ...]:
    """Names of the skills in the need the client brought; a page shows them to the client alone."""
    return (
        () if engagement.need is None else tuple(engagement.need.skills.values_list("skill__name", flat=True))
    )


def skills_shown_to_candidates(engagement: CoachingEngagement) -> tuple[str, ...]:
    """Names of the skills in the client's need, if the client opened those to the coaches on offer."""
    if engagement.need is None:
        return ()
    opened = Release.objects.filter(
        engagement=engagement, resource="need_skills", item_id=engagement.need.pk, withdrawn_at__isnull=True
    )
    if not opened.exists():
        return ()
    return skills_named_in_need(engagement)
