"""One person in a run: whom they got and why, whom they could be with, and what that would cost the others."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.core.paginator import Page, Paginator

from alongside.core import matching
from alongside.core.matching import ClientFacts, Pool, RuleSet, WhyNot, read_rules, why_not
from alongside.core.matching.engine.choices import Choice, Worth, list_choices
from alongside.core.matching.engine.explain import explain_pair
from alongside.core.matching.engine.fingerprint import fingerprint
from alongside.core.verdicts import Refused
from alongside.models import Enrolment, MatchRun, ProposalPair
from alongside.queries.access import NotVisible, Sight
from alongside.queries.matching.pool import SIDES, load_pool
from alongside.queries.matching.runs import audit_part, kind_of
from alongside.queries.pages import dressed

CHOICES_PER_PAGE: Final = 20
PLACED_AND_FIT: Final = 2  # the columns of prices in *everyone first*
MOST_AT_ONCE: Final = 1_500  # people of both sides for whom a run is done while a page is waited for
NEW_FACTS: Final = Refused(
    "Since this run somebody has said something new, or has found help. Run it again, and ask there."
)
TOO_MANY: Final = Refused(
    "With so many people this is worth a run of its own: put the two together, and compare."
)


@dataclass(frozen=True, slots=True)
class PersonInRun:
    """A person as a run has them. `told` says why nobody was found for a client; empty otherwise."""

    enrolment: Enrolment
    is_client: bool
    pairs: tuple[ProposalPair, ...]
    told: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ChoiceShown:
    """A practitioner a client could be with: what the rules say, and the least it would cost."""

    enrolment: Enrolment
    choice: Choice
    reasons: tuple[str, ...]
    is_theirs: bool


def get_person_in_run(sight: Sight[MatchRun], enrolment_id: UUID) -> PersonInRun:
    """A client or practitioner of the run's programme (three reads)."""
    enrolment = get_enrolment(sight, enrolment_id)
    run, (asking, _) = sight.record, SIDES[kind_of(sight.record)]
    is_client = enrolment.part == asking
    rows = ProposalPair.objects.filter(run=run, **{"client" if is_client else "practitioner": enrolment})
    pairs = rows.select_related("client__person", "practitioner__person").order_by("rank", "-fit", "pk")
    key = str(enrolment.person_id)
    without = audit_part(run, "unmatched") if is_client else ()
    told = next((one for one in without or () if one["client"] == key), None)
    return PersonInRun(enrolment, is_client, tuple(pairs), told or {})


def get_enrolment(sight: Sight[MatchRun], enrolment_id: UUID) -> Enrolment:
    """Somebody on either side of the run's programme (one read)."""
    if not sight.may("proposal_pair", "list"):
        raise NotVisible
    run = sight.record
    rows = Enrolment.objects.filter(programme=run.programme_id, part__in=SIDES[kind_of(run)])
    enrolment = rows.select_related("person").filter(pk=enrolment_id).first()
    if enrolment is None:
        raise NotVisible
    return enrolment


def list_choices_of(
    sight: Sight[MatchRun], client: Enrolment, *, search: str = "", page: int | str = 1
) -> Page[ChoiceShown]:
    """Whom a client could be with by the rules of the run and what people say today, best first."""
    asked = _ask(sight, client)
    if asked is None:
        empty: list[ChoiceShown] = []
        return Paginator(empty, CHOICES_PER_PAGE).get_page(1)
    run, facts, pool, rules = asked
    own, theirs = _prices(run, facts.key)
    found = list_choices(facts, pool.practitioners, rules, own, theirs)
    people = _helping(run)
    if search:
        found = tuple(
            one for one in found if search.casefold() in people[one.practitioner].person.name.casefold()
        )
    wanted = Paginator(found, CHOICES_PER_PAGE).get_page(page)
    with_them = ProposalPair.objects.filter(run=run, client=client).values_list("practitioner_id", flat=True)
    by_key, theirs_now = {one.key: one for one in pool.practitioners}, set(with_them)
    shown = []
    for one in wanted:
        enrolment = people[one.practitioner]
        reasons = _reasons(facts, by_key[one.practitioner], rules, is_refused=one.is_refused)
        shown.append(ChoiceShown(enrolment, one, reasons, enrolment.pk in theirs_now))
    return dressed(wanted, shown)


def is_possible(sight: Sight[MatchRun], client: Enrolment, practitioner: Enrolment) -> Refused | None:
    """Why the rules of the run do not allow these two, by what people say today."""
    asked = _ask(sight, client)
    if asked is None:
        return NEW_FACTS
    _, facts, pool, rules = asked
    theirs = next((one for one in pool.practitioners if one.key == str(practitioner.person_id)), None)
    if theirs is None:
        return NEW_FACTS
    said = [one.because for one in explain_pair(facts, theirs, rules.in_force()) if one.refused]
    return Refused(" ".join(dict.fromkeys(said))) if said else None


def cost_of(sight: Sight[MatchRun], client: Enrolment, practitioner: Enrolment) -> WhyNot | Refused:
    """What it would cost to put these two together, exactly: the run again with them kept."""
    sides = SIDES[kind_of(sight.record)]
    if Enrolment.objects.filter(programme=sight.record.programme_id, part__in=sides).count() > MOST_AT_ONCE:
        return TOO_MANY
    again = read_again(sight.record)
    if isinstance(again, Refused):
        return again
    return why_not(*again, str(client.person_id), str(practitioner.person_id))


def read_again(run: MatchRun) -> tuple[matching.MatchRun, Pool, RuleSet] | Refused:
    """A run with the facts and rules it was made from; refused where the facts are others by now."""
    rules = read_rules(run.rule_set.rules)
    audit = MatchRun.objects.filter(pk=run.pk).values_list("audit", flat=True).get()
    if audit is None or run.started_at is None or isinstance(rules, Refused):
        return Refused("This run has no result.")
    pool = load_pool(run.programme, kind_of(run), on=run.started_at.date())
    if fingerprint(pool) != audit["facts"]:
        return NEW_FACTS
    return matching.MatchRun.from_dict(audit), pool, rules


def _ask(sight: Sight[MatchRun], client: Enrolment) -> tuple[MatchRun, ClientFacts, Pool, RuleSet] | None:
    run, rules = sight.record, read_rules(sight.record.rule_set.rules)
    if isinstance(rules, Refused):
        return None
    pool = load_pool(run.programme, kind_of(run), among={client.person_id})
    return (run, pool.clients[0], pool, rules) if pool.clients else None


def _reasons(client: ClientFacts, practitioner: Any, rules: RuleSet, *, is_refused: bool) -> tuple[str, ...]:
    """What the rules refuse, without naming the rule (some must not be told apart), or what speaks for the two."""
    findings = explain_pair(client, practitioner, rules.in_force())
    if is_refused:
        return tuple(dict.fromkeys(one.because for one in findings if one.refused))
    speaking = sorted((one for one in findings if one.points_milli > 0), key=lambda one: -one.points_milli)
    return tuple(dict.fromkeys(one.because for one in speaking))[:3]


def _prices(run: MatchRun, client: str) -> tuple[tuple[int, ...] | None, Worth]:
    """The price of the client and those of the practitioners, where the aim was *everyone first*."""
    proof = audit_part(run, "proof") if run.mode == "everyone_first" else None
    best = next((one for one in (proof or {}).get("prices", ()) if one["name"] == "best"), None)
    if best is None:
        return None, {}
    own = next((tuple(one["worth"]) for one in best["clients"] if one["key"] == client), None)
    return own, {one["key"]: tuple(one["worth"]) for one in best["practitioners"]}


def _helping(run: MatchRun) -> dict[str, Enrolment]:
    rows = Enrolment.objects.filter(programme=run.programme_id, part=SIDES[kind_of(run)][1])
    return {str(row.person_id): row for row in rows.select_related("person")}


def worth_of_places(run: MatchRun) -> dict[str, tuple[int, int]]:
    """What one more place with each practitioner (keys) would bring: people placed, fit. Empty for other aims.

    Where pairs of an earlier run should stay, the fit is not told (0): it comes after those.
    """
    _, theirs = _prices(run, "")
    return {key: (one[0], one[1] if len(one) == PLACED_AND_FIT else 0) for key, one in theirs.items()}


def place_worth_of(sight: Sight[MatchRun], practitioner: Enrolment) -> tuple[int, int] | None:
    """What one more place with them would bring: people placed, and fit in all.

    None where the prices of the run do not tell (another aim, or people kept by hand alone).
    """
    return worth_of_places(sight.record).get(str(practitioner.person_id))
