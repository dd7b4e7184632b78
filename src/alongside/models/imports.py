"""Imports: a table somebody brought, how its columns are read, and what came of it."""

from django.db import models

from alongside.models.people import Person
from alongside.models.programmes import Part, Programme
from alongside.models.record import Record


class ImportState(models.TextChoices):
    UPLOADED = "uploaded", "uploaded"
    CHECKED = "checked", "checked"
    RUNNING = "running", "being imported"
    DONE = "done", "imported"
    FAILED = "failed", "not imported"


class ImportBatch(Record):
    """One uploaded table of people for one part of a programme; its rows go once it is done or abandoned."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="imports")
    part = models.CharField(max_length=8, choices=Part.choices)
    file_name = models.CharField(max_length=200)
    header = models.JSONField(default=list)
    rows = models.JSONField(default=list)
    mapping = models.JSONField(default=dict)
    options = models.JSONField(default=dict)
    problems = models.JSONField(default=list)
    state = models.CharField(max_length=8, choices=ImportState.choices, default=ImportState.UPLOADED)
    made_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="imports"
    )
    created_count = models.PositiveIntegerField(default=0)
    changed_count = models.PositiveIntegerField(default=0)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"import {self.pk}"
