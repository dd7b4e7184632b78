"""The eight routes a need can take, in words a person reads."""

from dataclasses import dataclass
from enum import Enum


class Route(Enum):
    """Where a need may lead. The value is the key used in records, imports and the API."""

    COACH = "coach"
    MENTOR = "mentor"
    BOTH_IN_SEQUENCE = "both_in_sequence"
    TRAINING = "training"
    MANAGER_HR = "manager_hr"
    THERAPY_EAP = "therapy_eap"
    CRISIS = "crisis"
    CLARIFY = "clarify"

    @property
    def title(self) -> str:
        return ROUTES[self].title

    @property
    def meaning(self) -> str:
        return ROUTES[self].meaning

    @property
    def offers(self) -> tuple[str, ...]:
        return ROUTES[self].offers

    @property
    def would_change(self) -> str:
        """What would have to be true for this route to be the answer instead."""
        return ROUTES[self].would_change

    @property
    def sensitive(self) -> bool:
        """Sensitive routes never appear in a manager's view, not even as small counts."""
        return self in SENSITIVE


@dataclass(frozen=True, slots=True)
class RouteWords:
    """What the screens say about one route."""

    title: str
    meaning: str
    offers: tuple[str, ...]
    would_change: str


SENSITIVE = frozenset({Route.CRISIS, Route.THERAPY_EAP, Route.MANAGER_HR})

ROUTES: dict[Route, RouteWords] = {
    Route.COACH: RouteWords(
        title="A coach",
        meaning="You largely know what to do, and want to do it. A coach works with you on something specific, "
        "for a fixed time, with practice and somebody to answer to.",
        offers=("Coaching programmes open to you", "Two or three coaches to choose from"),
        would_change="If you want practice on something specific, with an end in sight, a coach would fit better.",
    ),
    Route.MENTOR: RouteWords(
        title="A mentor",
        meaning="You want to learn from somebody who has walked this road: their judgement, what nobody writes "
        "down, the longer view. You call on them when you need to.",
        offers=("Mentors who have been where you are going", "A first message you write yourself"),
        would_change="If what matters most is somebody who has walked the same road, or help over years, "
        "a mentor would fit better.",
    ),
    Route.BOTH_IN_SEQUENCE: RouteWords(
        title="A coach and a mentor, one after the other",
        meaning="You describe two needs with different time spans. They work best as two agreements with two "
        "people, the nearer one first.",
        offers=("Two cards, the nearest first", "Two agreements with two people"),
        would_change="If there is a second need with its own time span, a coach and a mentor one after the "
        "other would fit better.",
    ),
    Route.TRAINING: RouteWords(
        title="A course or a guide",
        meaning="This is something that can be taught: a tool, a rule, a procedure. Learning it directly is "
        "quicker than a coach or a mentor.",
        offers=("Courses and guides", "Come back afterwards if something is left over"),
        would_change="If this is something you were never shown, and could simply be taught, a course would "
        "fit better.",
    ),
    Route.MANAGER_HR: RouteWords(
        title="Your manager or HR",
        meaning="What you describe needs a decision or a proper process, and somebody with the power to act. "
        "It is not something you should have to be coached out of.",
        offers=("How to raise it", "HR and speak-up contacts", "Support alongside, if you want it"),
        would_change="If the cause lies in the role, the workload, the tools or how you are treated, your "
        "manager or HR would be the right door.",
    ),
    Route.THERAPY_EAP: RouteWords(
        title="Somebody to look after your health",
        meaning="What you describe is weighing on your health or your days. That deserves care from somebody "
        "trained for it, in confidence. Other support can follow whenever you like.",
        offers=("Employee assistance and occupational health contacts", "How confidential it is"),
        would_change="If this is affecting your sleep, your health or your daily life, somebody trained in "
        "health should come first.",
    ),
    Route.CRISIS: RouteWords(
        title="Help right now",
        meaning="What you describe may mean that somebody is in danger. Please talk to a person now. You do "
        "not need to be sure.",
        offers=("Emergency and helpline numbers", "Who, if anyone, reads this page"),
        would_change="If you or anybody else is not safe, please get help first.",
    ),
    Route.CLARIFY: RouteWords(
        title="A little more, please",
        meaning="We cannot tell yet which kind of help would fit. A short answer or two would make the "
        "difference, or you can talk it over with a person first.",
        offers=("At most three short questions", "A talk with a person first"),
        would_change="If none of this sounds right, tell us a little more and we will look again.",
    ),
}
