"""What can be done to an organisation's catalogue of skills."""

from datetime import datetime

from django.db import transaction

from alongside.core.skills import load_catalogue
from alongside.models import Organisation, Skill


@transaction.atomic
def stock_skills(organisation: Organisation, *, at: datetime) -> int:
    """Add the skills of the catalogue that ships which are not there yet (by key or name); how many."""
    there = Skill.objects.filter(organisation=organisation).values_list("key", "name")
    keys, names = {key for key, _ in there}, {name.lower() for _, name in there}
    new = [
        Skill(
            organisation=organisation,
            key=skill.key,
            name=skill.name,
            category=skill.category,
            description=skill.description[:400],
            created_at=at,
        )
        for skill in load_catalogue()
        if skill.key not in keys and skill.name.lower() not in names
    ]
    return len(Skill.objects.bulk_create(new))
