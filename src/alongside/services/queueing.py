"""Putting background work in the queue, by name: jobs call services, so services cannot import them."""

from typing import Final

from django.utils.module_loading import import_string

JOBS: Final = {
    "import_people": "alongside.jobs.imports.import_people",
    "run_match": "alongside.jobs.matching.run_match",
}


def enqueue(job: str, *arguments: str) -> None:
    """Queue one of JOBS, in the transaction at hand. Arguments are ids: a queue holds no words."""
    import_string(JOBS[job]).enqueue(*arguments)
