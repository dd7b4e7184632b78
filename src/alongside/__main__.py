"""`alongside VERB`: the product's one command. Every verb has --help with an example."""

import os
import sys

# Work is spread over processes, not threads: in small matrices threads would mostly wait for one another.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from django.core.management import execute_from_command_line

from alongside.config.demo import enter_demo

VERBS = {
    "demo": "set up a demo organisation and serve it on this machine",
    "serve": "answer web requests",
    "worker": "run background jobs and send the outbox",
    "migrate": "bring the database to this version",
    "check": "look for mistakes in settings, database and files",
    "import": "read people from a CSV or XLSX file into a programme",
    "triage": "say which kind of help a need calls for",
    "match": "find the best set of pairs, from files or for a programme",
}


def usage() -> str:
    lines = [f"  {verb:<9} {words}" for verb, words in VERBS.items()]
    return "\n".join(
        [
            "alongside VERB [options]",
            "",
            *lines,
            "",
            "Each verb explains itself, with an example: alongside VERB --help",
            "All of Django's own commands work too: alongside createcachetable, alongside shell, ...",
        ]
    )


def main() -> None:
    """Run one verb. An unknown one is answered by Django with a suggestion and a non-zero exit."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")
    if len(sys.argv) < 2 or sys.argv[1] in {"help", "-h", "--help"}:
        sys.stdout.write(usage() + "\n")
        return
    if sys.argv[1] == "demo":
        enter_demo(sys.argv[2:], os.environ)
    try:
        execute_from_command_line(sys.argv)
    except BrokenPipeError:  # whoever read our lines has had enough, as with "| head"
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


if __name__ == "__main__":
    main()
