"""An organisation's own past cases, to try rules on: with their owners' consent, without their names."""

from alongside.core.needs.calibration import HIDDEN_ROUTES
from alongside.core.needs.cases import Case
from alongside.core.needs.following_up import route_found_right
from alongside.core.needs.questions import AnswerProblems, clean_answers
from alongside.models import NeedFollowUp, Organisation


def load_own_cases(organisation: Organisation) -> tuple[Case, ...]:
    """The latest such case of each person: statement, answers, and the route they found right. One read.

    Only needs whose owner lets the rules be tested on them, and who said afterwards what would have been right.
    Those that lead to or from crisis, health or HR are not among them.
    """
    rows = (
        NeedFollowUp.objects.filter(
            need__person__organisation=organisation,
            need__tests_rules_since__isnull=False,
            answered_at__isnull=False,
        )
        .select_related("need")
        .order_by("answered_at")
    )
    by_person: dict[object, Case] = {}
    for row in rows:
        need = row.need
        right = route_found_right(row.answer, need.chosen_route, row.would_have_been)
        answers = clean_answers(need.answers)
        of_this_choice = row.decided_at == need.decided_at
        if not right or not of_this_choice or isinstance(answers, AnswerProblems):
            continue
        if HIDDEN_ROUTES & {right, need.route, need.chosen_route}:
            by_person.pop(need.person_id, None)
            continue
        by_person[need.person_id] = Case(str(len(by_person)), need.statement, answers, right, (right,))
    return tuple(by_person.values())
