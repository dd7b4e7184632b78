"""`alongside triage`: which kind of help each case calls for, or how well the rules do on labelled ones."""

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from alongside.core.needs.cases import Case, read_cases
from alongside.core.needs.evidence import Evidence
from alongside.core.needs.measure import measure
from alongside.core.needs.questions import AnswerProblems, Answers, clean_answers
from alongside.core.needs.rules_file import default_rules, load_rules
from alongside.core.needs.second_opinion import Reads, no_opinion, opinion_on
from alongside.core.needs.triage import Recommendation, triage
from alongside.core.needs.triage_rules import InvalidRulesError, TriageRules
from alongside.core.verdicts import Refused
from alongside.management.explained import ExplainedCommand
from alongside.management.scores import score_lines


class Command(ExplainedCommand):
    help = (
        "Say which kind of help each case calls for, with reasons. CASES is a file with a case a line, as JSON: "
        "{id, text, answers}; each becomes a line {id, route, then, runner_up, reasons, evidence, safety}. "
        "With --score the cases are labelled (label, acceptable, tags) and a table says how well the rules do. "
        "With --say it is one statement, answered in words. Nothing is kept and nothing leaves this machine."
    )
    example = (
        'triage --say "I know how to give feedback but put it off." --answers \'{"horizon": "1_3_months"}\''
    )

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        # --version is Django's own; here it names a version of the rules.
        return super().create_parser(prog_name, subcommand, conflict_handler="resolve", **kwargs)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "cases", nargs="?", type=Path, help="the file; left out or -, standard input is read"
        )
        parser.add_argument(
            "--score", action="store_true", help="the cases are labelled: measure, don't answer"
        )
        parser.add_argument("--text-only", action="store_true", help="leave the answers unread")
        parser.add_argument(
            "--phrases-only", action="store_true", help="without the second reader: the phrases decide alone"
        )
        parser.add_argument(
            "--version",
            type=Path,
            metavar="FILE",
            help="another version of the rules than the one that ships",
        )
        parser.add_argument("--say", metavar="STATEMENT", help="one statement, answered in words")
        parser.add_argument("--answers", default="{}", metavar="JSON", help="answers that go with --say")

    def handle(self, *args: Any, **options: Any) -> None:
        rules, read = _rules(options["version"]), no_opinion if options["phrases_only"] else opinion_on
        if options["say"] is not None:
            self.say(options["say"], options["answers"], rules, read)
            return
        cases = _cases(options["cases"], labelled=options["score"])
        if options["score"]:
            self.score(cases, rules, (True,) if options["text_only"] else (False, True), read)
            return
        for case in cases:
            answers = Answers() if options["text_only"] else case.answers
            found = triage(case.text, answers, rules, read=read)
            self.stdout.write(json.dumps(_as_line(case, found), ensure_ascii=False))

    def say(self, statement: str, answers: str, rules: TriageRules, read: Reads) -> None:
        found = triage(statement, _answers(answers), rules, read=read)
        if isinstance(found, Refused):
            raise CommandError(found.because)
        self.stdout.write(_in_words(found))

    def score(self, cases: tuple[Case, ...], rules: TriageRules, ways: tuple[bool, ...], read: Reads) -> None:
        for text_only in ways:
            found = measure(cases, rules, text_only=text_only, read=read)
            self.stdout.write("\n".join(score_lines(found)) + "\n")


def _rules(path: Path | None) -> TriageRules:
    if path is None:
        return default_rules()
    try:
        return load_rules(path)
    except OSError as problem:
        raise CommandError(f"{path}: {problem.strerror}.") from problem
    except UnicodeDecodeError as problem:
        raise CommandError(f"{path}: this is not a text in UTF-8.") from problem
    except InvalidRulesError as problem:
        raise CommandError(f"{path}: {problem}") from problem


def _cases(path: Path | None, *, labelled: bool) -> tuple[Case, ...]:
    given = path is not None and str(path) != "-"
    try:
        text = path.read_bytes() if path is not None and given else sys.stdin.buffer.read()
        return read_cases(text.decode("utf-8-sig"), labelled=labelled)
    except OSError as problem:
        raise CommandError(f"{path}: {problem.strerror}.") from problem
    except UnicodeDecodeError as problem:
        raise CommandError(f"{path or '-'}: this is not a text in UTF-8.") from problem
    except ValueError as problem:
        raise CommandError(f"{path or '-'}: {problem}") from problem


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


def _as_line(case: Case, found: Recommendation | Refused) -> dict[str, Any]:
    """What goes out for one case; a statement that is too long is refused in the same shape."""
    if isinstance(found, Refused):
        return {"id": case.id, "route": None, "refused": found.because}
    return {
        "id": case.id,
        "route": found.route.value,
        "then": [step.value for step in found.then],
        "runner_up": found.runner_up.value if found.runner_up else None,
        "reasons": list(found.reasons),
        "evidence": [_as_evidence(piece) for piece in found.evidence],
        "safety": {"raised": found.safety_raised, "soft_check": found.soft_check, "about": found.about},
        "questions": list(found.questions),
        "rules_version": found.rules_version,
    }


def _as_evidence(piece: Evidence) -> dict[str, Any]:
    return {
        "on": piece.on,
        "toward": piece.toward,
        "direction": piece.direction,
        "certainty": piece.certainty,
        "quote": piece.quote,
        "source": piece.source.value,
    }
