"""A search for a mentor or a coach that found nobody: a named person looks at it, until it is settled."""

from django.db import models
from django.db.models import Q

from alongside.models.people import Person
from alongside.models.programmes import Programme
from alongside.models.record import Record
from alongside.models.relationships.coaching import CoachingEngagement


class StuckSearch(Record):
    """Somebody who looked and found nobody. What may be in `because` and `outcome` is in core/relationships/searching.

    `words` are the owner's own to the person. `due_at` is when the owner looks (again) at the latest.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="stuck_searches")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="stuck_searches")
    kind = models.CharField(max_length=9, choices=[("coaching", "coaching"), ("mentoring", "mentoring")])
    engagement = models.ForeignKey(
        CoachingEngagement, on_delete=models.CASCADE, null=True, blank=True, related_name="stuck_searches"
    )
    because = models.CharField(max_length=16)
    owner = models.ForeignKey(
        Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="searches_owned"
    )
    opened_at = models.DateTimeField()
    due_at = models.DateTimeField()
    words = models.TextField(max_length=2000, blank=True)
    wants_talk = models.BooleanField(default=False)
    outcome = models.CharField(max_length=12, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["opened_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "person", "kind"],
                condition=Q(closed_at__isnull=True),
                name="one_open_search_per_person_and_kind_here",
            ),
            models.CheckConstraint(
                condition=Q(owner__isnull=True) | ~Q(owner=models.F("person")),
                name="nobody_looks_after_their_own_search",
            ),
        ]
        indexes = [models.Index(fields=["owner", "closed_at"])]

    def __str__(self) -> str:
        return f"stuck search {self.pk}"


class HandSuggestion(Record):
    """A mentor whom the owner of a search suggests by hand. The mentee still reaches out."""

    search = models.ForeignKey(StuckSearch, on_delete=models.CASCADE, related_name="suggestions")
    mentor = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="suggested_by_hand")

    class Meta:
        ordering = ["created_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["search", "mentor"], name="a_mentor_is_suggested_once_a_search")
        ]

    def __str__(self) -> str:
        return f"suggestion by hand {self.pk}"
