"""The work itself: where it starts, the plan, sessions, practice, reviews, the end and what comes after."""

from datetime import timedelta

from alongside.core.confidentiality.relations import Relation
from alongside.core.outcomes.instruments.alliance import ALLIANCE
from alongside.core.outcomes.instruments.practitioner_check import PRACTITIONER_CHECK
from alongside.core.outcomes.instruments.readiness import READINESS
from alongside.management.demo.coaching_walk import Walk
from alongside.management.demo.world import before_the_weekend, must
from alongside.models import Meeting, Moment
from alongside.services.relationships import notes
from alongside.services.relationships.answers import keep_answers
from alongside.services.relationships.coaching import (
    baseline,
    goals,
    moving,
    plan,
    reviews,
    sessions,
    stopping,
)
from alongside.services.relationships.coaching.releasing import release_item
from alongside.services.relationships.meetings import TopicWords
from alongside.services.relationships.messages import send_message

SUPPORTS = ("guided", "prompted", "alone", "harder")
DUE_AFTER_DAYS = (14, 42, 75, 120)
PASSED_AT = {2: 0, 4: 1, 6: 2}  # after this session, this step of the plan is passed


def begin(walk: Walk) -> None:
    """Readiness, the skill rated by both, mindset and circumstances."""
    it, client, coach, story = walk.it, walk.client, walk.coach, walk.story
    must(baseline.begin_baseline(it, client, walk.now))
    high = {item.key: 3 + (number * 7 + len(story.client)) % 3 for number, item in enumerate(READINESS.items)}
    keep_answers(it, client, READINESS.key, Moment.BASELINE, high, walk.now)
    walk.gap = must(baseline.name_skill(it, walk.world.skills[story.arc.skill], 4, client, walk.now, 3))
    must(baseline.rate_skill(walk.gap, story.results.start, Moment.BASELINE, client, walk.now))
    must(baseline.rate_skill(walk.gap, story.results.start, Moment.BASELINE, coach, walk.later(2)))
    if story.full:
        must(baseline.write_mindset_shift(it, *story.arc.shift, 5, 9, client, walk.now))
        must(baseline.write_circumstances(it, 4, 4, 3, 4, client))
        must(baseline.estimate_alone(it, 300, client))


def set_goals(walk: Walk) -> None:
    """One goal with five levels, confirmed; what comes first; and the plan."""
    arc, client, coach = walk.story.arc, walk.client, walk.coach
    assert walk.gap is not None  # noqa: S101 - the start was written the step before
    words = goals.GoalWords(
        title=arc.goal,
        levels=goals.FiveLevels(*arc.levels),
        is_shared=bool(walk.story.sponsor),
        importance=3,
        difficulty=2,
        gap_skill=walk.gap,
    )
    goal = must(goals.write_goal(walk.it, words, client, walk.now))
    must(goals.freeze_levels(goal, client, walk.later(1)))
    walk.goals = [goal]
    must(baseline.propose_priority(walk.gap, baseline.Figures(3, 2, 3, 2), coach))
    must(baseline.confirm_priority(walk.gap, client, walk.later(2)))
    if walk.story.full:
        _make_plan(walk)


def _make_plan(walk: Walk) -> None:
    assert walk.gap is not None  # noqa: S101 - the start was written the step before
    for number, practice in enumerate(walk.story.arc.steps):
        words = plan.StepWords(
            practice.behaviour,
            practice.situation,
            SUPPORTS[number],
            (walk.now + timedelta(days=DUE_AFTER_DAYS[number])).date(),
            practice.success_count,
            practice.success_of,
            practice.evidence,
        )
        step = must(plan.add_step(walk.gap, words, walk.plan[-1:], walk.coach, walk.later(3)))
        walk.plan.append(step)


def hold_session(walk: Walk) -> None:
    """The next session: planned, held, noted; and what was practised since."""
    number = walk.held + 1
    if walk.story.full:
        _practise(walk, number)
    words = TopicWords(_turn(walk.story.arc.topics, number), place="The small room above the ticket hall")
    starts = before_the_weekend(walk.now).replace(minute=0)
    meeting = must(
        sessions.plan_session(walk.it, walk.client, starts, starts - timedelta(days=2), words=words)
    )
    must(sessions.hold_session(meeting, walk.coach, walk.later(1.2)))
    walk.held = number
    if walk.story.full:
        _write_down(walk, number, meeting)


def _turn(lines: tuple[str, ...], number: int) -> str:
    return lines[(number - 1) % len(lines)]


def _practise(walk: Walk, number: int) -> None:
    """Two occasions on the step open just now."""
    open_steps = [step for index, step in enumerate(walk.plan) if index == (number - 1) // 2]
    for step in open_steps:
        if step.status in {"passed", "dropped"}:
            continue
        for days, well in ((12, False), (5, True)):
            occasion = plan.Occasion(
                practised_on=(walk.now - timedelta(days=days if number > 1 else 1)).date(),
                went_well=well,
                aspect=step.situation[:120],
                feedback_source="A colleague" if well else "",
                feedback_delay_days=0 if well else None,
                next_time="" if well else "Begin sooner, and say less.",
            )
            must(plan.log_practice(step, occasion, walk.client, walk.now))
        if number in PASSED_AT:
            must(plan.pass_step(step, walk.coach, walk.later(1)))


def _write_down(walk: Walk, number: int, meeting: Meeting) -> None:
    arc, it = walk.story.arc, walk.it
    must(notes.write_shared_note(it, walk.client, _turn(arc.shared_notes, number), walk.later(3), meeting))
    if number % 2:
        must(
            notes.write_private_note(
                it, walk.coach, _turn(arc.private_notes, number // 2 + 1), walk.later(4), meeting
            )
        )
    action = must(
        notes.agree_action(
            it,
            walk.client,
            _turn(arc.actions, number),
            walk.later(2),
            (walk.now + timedelta(days=9)).date(),
            meeting,
        )
    )
    if walk.now + timedelta(days=8) < walk.world.at:
        notes.finish_action(action, walk.now + timedelta(days=8))
    if number == 2:
        keep_answers(it, walk.client, ALLIANCE.key, Moment.BASELINE, _alliance(walk, 0), walk.later(30))


def _alliance(walk: Walk, more: int) -> dict[str, int | str]:
    level = min(10, walk.story.results.alliance + more)
    return {item.key: max(0, min(10, level - number % 2)) for number, item in enumerate(ALLIANCE.items)}


def review_middle(walk: Walk) -> None:
    """Half of the sessions are held: begin the mid-review and measure."""
    it = walk.it
    must(reviews.begin_review(it, "mid", walk.client, walk.now))
    if walk.story.full:
        assert walk.gap is not None  # noqa: S101 - the start was written long before
        must(
            baseline.rate_skill(
                walk.gap, min(5, walk.story.results.start + 1), Moment.MID, walk.client, walk.later(1)
            )
        )
        must(goals.score_goal(walk.goals[0], -1, Moment.MID, walk.client, walk.later(1)))
        keep_answers(it, walk.client, ALLIANCE.key, Moment.MID, _alliance(walk, 1), walk.later(1))


def carry_on(walk: Walk) -> None:
    words = reviews.ReviewWords(walk.story.arc.helped, walk.story.arc.ahead, walk.story.arc.goal)
    must(reviews.decide_mid_review(walk.it, "continue", words, walk.client, walk.now))


def stop_in_the_middle(walk: Walk) -> None:
    words = reviews.ReviewWords(walk.story.arc.helped, "Enough for now, and that is all right.")
    must(reviews.decide_mid_review(walk.it, "stop", words, walk.client, walk.now))


def review_end(walk: Walk) -> None:
    """The final review: levels scored by both, the closing questions."""
    it, results = walk.it, walk.story.results
    review = must(reviews.begin_review(it, "final", walk.coach, walk.now))
    must(goals.score_goal(walk.goals[0], results.attained, Moment.FINAL, walk.client, walk.later(1)))
    must(goals.score_goal(walk.goals[0], min(2, results.attained), Moment.FINAL, walk.coach, walk.later(1)))
    must(
        reviews.write_review(
            review, reviews.ReviewWords(walk.story.arc.helped, walk.story.arc.ahead), walk.coach
        )
    )


def answer_closing(walk: Walk) -> None:
    assert walk.gap is not None  # noqa: S101 - the start was written long before
    results, it = walk.story.results, walk.it
    answers = reviews.ClosingAnswers(
        now={walk.gap: results.end},
        then={walk.gap: results.then},
        alliance=_alliance(walk, 1),
        recommend=results.recommend,
    )
    must(reviews.answer_closing_questions(it, answers, walk.client, walk.now))
    must(baseline.rate_skill(walk.gap, results.end, Moment.FINAL, walk.coach, walk.later(1)))
    craft = {
        item.key: (1 + len(walk.story.client) % 2 if item.reverse else 4 + (number + results.recommend) % 2)
        for number, item in enumerate(PRACTITIONER_CHECK.items)
    }
    keep_answers(it, walk.client, PRACTITIONER_CHECK.key, Moment.FINAL, craft, walk.now)


def sign_off(walk: Walk) -> None:
    must(reviews.sign_off(walk.it, walk.client, walk.now))
    must(reviews.sign_off(walk.it, walk.coach, walk.later(5)))


def show_the_sponsor(walk: Walk) -> None:
    """The client opens to the sponsor how far the goal was reached; the agreement allows it, and asks for it."""
    for goal in walk.goals:
        must(release_item(walk.it, "attainment", goal.pk, Relation.SPONSOR, walk.client, walk.now))


def ask_how_it_went_on(walk: Walk) -> None:
    """Three months later the calendar asks, and the client answers."""
    must(moving.move(walk.it, "begin_follow_up", None, walk.now))
    answers = {
        "still_there": 6 + walk.story.results.recommend % 4,
        "right_help": "yes" if walk.story.results.recommend > 7 else "partly",
        "in_words": walk.story.arc.lasting,
    }
    must(reviews.answer_follow_up(walk.it, answers, walk.client, walk.later(20)))


def archive(walk: Walk) -> None:
    must(stopping.archive(walk.it, None, walk.now))


def pause(walk: Walk) -> None:
    must(stopping.pause(walk.it, walk.client, walk.now + timedelta(days=45), walk.now))


def withdraw(walk: Walk) -> None:
    must(stopping.withdraw(walk.it, walk.client, walk.now))


def refer_out(walk: Walk) -> None:
    must(stopping.refer_out(walk.it, walk.coach, walk.now))


def terminate(walk: Walk) -> None:
    must(stopping.terminate(walk.it, walk.world.person("moira.sinclair"), walk.now))


def write_to_coach(walk: Walk) -> None:
    """A word between sessions, and an answer."""
    text = "It worked, and it was over in four minutes. I will tell you more when we meet."
    must(send_message(walk.it, walk.client, text, walk.now))
    must(send_message(walk.it, walk.coach, "Four minutes. Bring the four minutes with you.", walk.later(2)))
