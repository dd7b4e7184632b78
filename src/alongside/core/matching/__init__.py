"""Matching: the best set of pairs under a programme's rules, with reasons and a proof.

A plain library: `match(pool, rules)` for everybody, `suggest(pool, key, rules)` for one person who chooses.
"""

from alongside.core.matching.criteria import CRITERIA
from alongside.core.matching.criterion import Criterion, Finding
from alongside.core.matching.defaults import DEFAULTS
from alongside.core.matching.engine.market import Certified
from alongside.core.matching.engine.propose import match, recheck
from alongside.core.matching.engine.result import MODES, MatchRun, Pair, RuleFinding, Unmatched
from alongside.core.matching.engine.suggest import Suggestion, Suggestions, suggest
from alongside.core.matching.free_time import FreeSpan, week_bits
from alongside.core.matching.pool import ClientFacts, Pool, PractitionerFacts, SkillWanted
from alongside.core.matching.pool_checks import find_gaps_in_pool
from alongside.core.matching.rules import Rule, RuleSet, read_json, read_rules, read_toml

__all__ = [
    "CRITERIA",
    "DEFAULTS",
    "MODES",
    "Certified",
    "ClientFacts",
    "Criterion",
    "Finding",
    "FreeSpan",
    "MatchRun",
    "Pair",
    "Pool",
    "PractitionerFacts",
    "Rule",
    "RuleFinding",
    "RuleSet",
    "SkillWanted",
    "Suggestion",
    "Suggestions",
    "Unmatched",
    "find_gaps_in_pool",
    "match",
    "read_json",
    "read_rules",
    "read_toml",
    "recheck",
    "suggest",
    "week_bits",
]
