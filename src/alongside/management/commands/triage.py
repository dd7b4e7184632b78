"""`alongside triage`: which kind of help a statement calls for, or how well the rules do on labelled cases."""

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from alongside.core.needs.measure import measure, read_cases
from alongside.core.needs.questions import AnswerProblems, Answers, clean_answers
from alongside.core.needs.rules_file import default_rules, load_rules
from alongside.core.needs.triage import Recommendation, triage
from alongside.core.needs.triage_rules import InvalidRulesError, TriageRules
from alongside.core.verdicts import Refused
from alongside.management.explained import ExplainedCommand


class Command(ExplainedCommand):
    help = (
        "Say which kind of help a statement calls for, with reasons. Nothing is kept and nothing leaves this machine. "
        "The statement is read from standard input when none is given."
    )
    example = 'triage "I know how to give feedback but keep putting it off." --answers \'{"horizon": "1_3_months"}\''

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "statement", nargs="?", help="what somebody said; left out, standard input is read"
        )
        parser.add_argument(
            "--answers", default="{}", help="answers as JSON, keys and options as in the questionnaire"
        )
        parser.add_argument("--rules", type=Path, help="another rules file than the one that ships")
        parser.add_argument(
            "--cases", type=Path, help="a JSON-lines file of labelled cases: measure, don't answer"
        )
        parser.add_argument("--json", action="store_true", help="answer in one line of JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        rules = _rules(options["rules"])
        if options["cases"]:
            self.measure(options["cases"], rules)
            return
        statement = options["statement"] if options["statement"] is not None else sys.stdin.read()
        found = triage(statement, _answers(options["answers"]), rules)
        if isinstance(found, Refused):
            raise CommandError(found.because)
        self.stdout.write(_as_json(found) if options["json"] else _in_words(found))

    def measure(self, path: Path, rules: TriageRules) -> None:
        try:
            cases = read_cases(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as problem:
            raise CommandError(f"{path}: {problem}") from problem
        self.stdout.write("\n".join(measure(cases, rules).lines()))


def _rules(path: Path | None) -> TriageRules:
    if path is None:
        return default_rules()
    try:
        return load_rules(path)
    except (OSError, InvalidRulesError) as problem:
        raise CommandError(f"{path}: {problem}") from problem


def _answers(text: str) -> Answers:
    try:
        raw = json.loads(text)
    except json.JSONDecodeError as problem:
        raise CommandError(f"--answers is not JSON: {problem}") from problem
    read = clean_answers(raw if isinstance(raw, dict) else {"answers": raw})
    if isinstance(read, AnswerProblems):
        raise CommandError("; ".join(f"{each.question}: {each.because}" for each in read.problems))
    return read


def _in_words(found: Recommendation) -> str:
    lines = [f"{found.route.title}", found.route.meaning, ""]
    lines += [f"  {number}. {reason}" for number, reason in enumerate(found.reasons, 1)]
    if found.runner_up:
        lines.append(f"  Runner-up: {found.runner_up.title}")
    lines += [f"  {sentence}" for sentence in found.would_change]
    lines += [f"  Then: {step.title}" for step in found.then]
    lines.append(f"  Rules: {found.rules_version}")
    return "\n".join(lines)


def _as_json(found: Recommendation) -> str:
    return json.dumps(
        {
            "route": found.route.value,
            "reasons": list(found.reasons),
            "runner_up": found.runner_up.value if found.runner_up else None,
            "then": [step.value for step in found.then],
            "questions": list(found.questions),
            "soft_check": found.soft_check,
            "safety_raised": found.safety_raised,
            "rules_version": found.rules_version,
        },
        ensure_ascii=False,
    )
