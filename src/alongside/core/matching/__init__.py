"""Matching: the best set of pairs under a programme's rules, with reasons and a proof.

A plain library: `match(pool, rules)` for everybody, `suggest(pool, key, rules)` for one person who chooses.
"""

from alongside.core.matching.criteria import CRITERIA
from alongside.core.matching.criterion import Criterion, Finding
from alongside.core.matching.defaults import DEFAULTS
from alongside.core.matching.engine.differences import CHANGES, ClientChange, Differences, compare_runs
from alongside.core.matching.engine.fairness import FairnessRow, fairness_table
from alongside.core.matching.engine.market import Certified
from alongside.core.matching.engine.propose import match, recheck
from alongside.core.matching.engine.result import (
    MODES,
    MatchRun,
    Pair,
    RuleFinding,
    Shortage,
    Unmatched,
    Waiver,
)
from alongside.core.matching.engine.suggest import Suggestion, Suggestions, suggest
from alongside.core.matching.engine.what_if import RulePrice, WhyNot, one_more_place, price_rules, why_not
from alongside.core.matching.free_time import FreeSpan, week_bits
from alongside.core.matching.pool import ClientFacts, Pool, PractitionerFacts, SkillWanted
from alongside.core.matching.pool_checks import find_gaps_in_pool
from alongside.core.matching.rules import Rule, RuleSet, read_json, read_rules, read_toml

__all__ = [
    "CHANGES",
    "CRITERIA",
    "DEFAULTS",
    "MODES",
    "Certified",
    "ClientChange",
    "ClientFacts",
    "Criterion",
    "Differences",
    "FairnessRow",
    "Finding",
    "FreeSpan",
    "MatchRun",
    "Pair",
    "Pool",
    "PractitionerFacts",
    "Rule",
    "RuleFinding",
    "RulePrice",
    "RuleSet",
    "Shortage",
    "SkillWanted",
    "Suggestion",
    "Suggestions",
    "Unmatched",
    "Waiver",
    "WhyNot",
    "compare_runs",
    "fairness_table",
    "find_gaps_in_pool",
    "match",
    "one_more_place",
    "price_rules",
    "read_json",
    "read_rules",
    "read_toml",
    "recheck",
    "suggest",
    "week_bits",
    "why_not",
]
