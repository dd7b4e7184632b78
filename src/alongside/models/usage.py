"""Usage statistics, for those who turned them on: how often a page was opened on a day, by nobody in particular."""

from django.db import models


class UsageCount(models.Model):
    """A day, the name of a page, a number. No person, no session, no address, no time of day."""

    day = models.DateField()
    page = models.SlugField(max_length=80)
    times = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["day", "page"], name="one_count_per_day_and_page")]

    def __str__(self) -> str:
        return f"{self.page} on {self.day}"
