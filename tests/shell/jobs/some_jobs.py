"""Jobs for the tests of the worker: one that works, one that always fails."""

from django_tasks import task

SECRET = "what a person wrote"
ran: list[str] = []


@task()
def note(words: str) -> None:
    ran.append(words)


@task()
def fail() -> None:
    raise ValueError(SECRET)
