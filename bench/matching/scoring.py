"""How many pairs a CPU-second are scored: every mentoring criterion as delivered, over a pool that is made up.

People differ as they would: 60 skills, 40 roles, 7 languages, 6 places, free hours in 4 time zones, 30 words of their
own; a few managers, conflicts, earlier pairs and choices. The same seed makes the same pool.
"""

import time
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import numpy as np

from alongside.core.matching import (
    DEFAULTS,
    ClientFacts,
    FreeSpan,
    Pool,
    PractitionerFacts,
    SkillWanted,
    week_bits,
)
from alongside.core.matching.engine.blocks import BLOCK, Scorer
from bench.matching.apart import Found, apart, peak_mb
from bench.matching.instances import SEED
from bench.table import print_table

SIZES: Final = ("1000 300", "10000 3000")
MONDAY: Final = date(2026, 1, 5)
LANGUAGES: Final = ("en", "gd", "pl", "no", "fr", "de", "es")
PLACES: Final = ("Port Ellery", "Skerry", "Northhaven", "Ravensby", "Firth", "Quay")
FUNCTIONS: Final = ("Deck", "Engine", "Office", "Shore", "Care", "Freight", "Tickets", "Kitchen")
ZONES: Final = ("Europe/London", "Europe/Berlin", "Europe/Oslo", "America/Halifax")
WEEKS: Final = 500  # different weeks of free hours; drawing one takes milliseconds, so people share them
SHARE: Final = "share of all"


def main() -> None:
    rows: list[tuple[str, ...]] = []
    parts: list[tuple[str, ...]] = []
    for size in SIZES:
        found = apart("scoring", size)
        clients, practitioners = (f"{int(n):,}" for n in size.split())
        if isinstance(found, str):
            rows.append((clients, practitioners, found, "", "", "", ""))
            continue
        figures = (f"{found['cpu']:.2f}", f"{found['pairs'] / found['cpu'] / 1e6:.2f} million")
        allowed = f"{found['allowed'] / found['pairs']:.0%}"
        rows.append(
            (clients, practitioners, f"{found['pairs']:,}", allowed, *figures, f"{found['peak_mb']:,}")
        )
        parts = _parts(found["criteria"])
    head = ("mentees", "mentors", "pairs", "allowed", "CPU s", "pairs a CPU-second", "peak MB")
    print_table(head, rows)
    print(f"\nBy criterion, {BLOCK} mentees against the mentors of the last row:")
    print_table(("criterion", "ms", SHARE), parts)


def _parts(criteria: dict[str, float]) -> list[tuple[str, ...]]:
    whole = sum(criteria.values())
    dearest = sorted(criteria.items(), key=lambda one: -one[1])
    return [(name, f"{cpu * 1000:.1f}", f"{cpu / whole:.0%}") for name, cpu in dearest]


def measure(size: str) -> Found:
    """All pairs of a pool scored once, in this process; making the pool is not counted, reading its facts is."""
    pool = make_pool(*map(int, size.split()))
    began = time.process_time()
    scorer = Scorer(DEFAULTS["mentoring"].in_force(), pool.practitioners)
    allowed = sum(int((~block.refused).sum()) for block in scorer.blocks(pool.clients))
    cpu, peak = time.process_time() - began, peak_mb()
    return {
        "pairs": len(pool.clients) * len(pool.practitioners),
        "allowed": allowed,
        "cpu": cpu,
        "peak_mb": peak,
        "criteria": _by_criterion(scorer, pool.clients[:BLOCK]),
    }


def _by_criterion(scorer: Scorer, clients: Sequence[ClientFacts]) -> dict[str, float]:
    taken, block = {}, scorer.block(clients)
    for view in scorer.views:
        began = time.process_time()
        view.add_to(block, clients)
        taken[view.rule.criterion.key] = time.process_time() - began
    return taken


def make_pool(clients: int, practitioners: int) -> Pool:
    """Keys are c0, c1 … and p0, p1 …; every tenth mentor manages somebody."""
    chance = np.random.default_rng(SEED)
    weeks = [_week(chance) for _ in range(WEEKS)]
    mentees = tuple(
        ClientFacts(
            key=f"c{n}",
            skills_wanted=frozenset(
                SkillWanted(f"skill {k}", 1, int(chance.integers(2, 6))) for k in _some(chance, 60, 2)
            ),
            roles_wanted=frozenset(f"role {k}" for k in _some(chance, 40, 2)),
            same_path_essential=bool(chance.random() < 0.1),
            **_person(chance, weeks, "p", practitioners),
        )
        for n in range(clients)
    )
    mentors = tuple(
        PractitionerFacts(
            key=f"p{n}",
            skills_offered={f"skill {k}": int(chance.integers(2, 6)) for k in _some(chance, 60, 6)},
            places=int(chance.integers(1, 6)),
            load=int(chance.integers(0, 2)),
            **_person(chance, weeks, "c", clients),
        )
        for n in range(practitioners)
    )
    return Pool("mentoring", mentees, mentors)


def _person(chance: np.random.Generator, weeks: list[int], other: str, others: int) -> dict[str, Any]:
    """What both sides state; `other` begins the keys of the other side."""
    return {
        "languages": frozenset(LANGUAGES[k] for k in _some(chance, len(LANGUAGES), 3)),
        "free_time": weeks[chance.integers(WEEKS)],
        "place": PLACES[chance.integers(len(PLACES))],
        "formats": frozenset({"remote"} if chance.random() < 0.7 else {"remote", "in_person"}),
        "line_manager": f"p{chance.integers(10 * others)}" if other == "p" else None,
        "conflicts": _few(chance, other, others, 0.02),
        "together_before": _few(chance, other, others, 0.1),
        "not_again": _few(chance, other, others, 0.02),
        "roles_held": frozenset(f"role {k}" for k in _some(chance, 40, 4)),
        "career_stage": int(chance.integers(1, 8)),
        "function": FUNCTIONS[chance.integers(len(FUNCTIONS))],
        "text": " ".join(_word(k) for k in _some(chance, 400, 30)),
        "choices": tuple(sorted(_few(chance, other, others, 0.3))),
    }


def _week(chance: np.random.Generator) -> int:
    hours = [(day, 60 * hour) for day in range(5) for hour in (8, 10, 12, 14, 16)]
    spans = [FreeSpan(hours[k][0], hours[k][1], hours[k][1] + 120) for k in _some(chance, len(hours), 6)]
    return week_bits(spans, ZONES[chance.integers(len(ZONES))], MONDAY)


def _some(chance: np.random.Generator, among: int, many: int) -> list[int]:
    """`many` numbers below `among`, or a few fewer where one is drawn twice."""
    return sorted(set(chance.integers(0, among, many).tolist()))


def _few(chance: np.random.Generator, other: str, others: int, share: float) -> frozenset[str]:
    """One or two people of the other side, with this share of people; else nobody."""
    if chance.random() >= share:
        return frozenset()
    return frozenset(f"{other}{chance.integers(others)}" for _ in range(2))


def _word(number: int) -> str:
    """A word of letters alone, as the criterion reads words: one for each number below 456,976."""
    return "".join(chr(ord("a") + number // 26**place % 26) for place in range(4))
