"""Skills: the organisation's catalogue, and what practitioners offer."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from alongside.models.people import Organisation, Person
from alongside.models.record import Record


class Skill(Record):
    """A skill in an organisation's catalogue (seeded from the one that ships)."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="skills")
    key = models.SlugField(max_length=80)
    name = models.CharField(max_length=120)
    description = models.CharField(max_length=400, blank=True)
    category = models.CharField(max_length=80, blank=True)
    is_retired = models.BooleanField(default=False)

    class Meta:
        ordering = ["category", "name"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "key"], name="one_skill_per_key_here"),
            models.UniqueConstraint("organisation", Lower("name"), name="one_skill_per_name_here"),
        ]

    def __str__(self) -> str:
        return self.name


class SkillOffered(Record):
    """A practitioner helps with this skill, at this level (0-5) of their own."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="skills_offered")
    skill = models.ForeignKey(Skill, on_delete=models.CASCADE, related_name="offers")
    level = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["-level", "skill__name"]
        constraints = [
            models.UniqueConstraint(fields=["person", "skill"], name="one_offer_per_skill"),
            models.CheckConstraint(condition=Q(level__lte=5), name="an_offered_level_is_0_to_5"),
        ]

    def __str__(self) -> str:
        return f"{self.skill} at {self.level}"
