"""The demo organisation."""

from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import transaction

from alongside.models import (
    Account,
    Appointment,
    Office,
    Organisation,
    Person,
    Programme,
    ProgrammeKind,
    ProgrammeState,
)

NAME = "Tidewater Council"


@transaction.atomic
def load_demo(at: datetime) -> None:
    """One organisation with a programme and the person who runs it. Nothing happens when it is there already."""
    organisation, is_new = Organisation.objects.get_or_create(slug="tidewater", defaults={"name": NAME})
    if not is_new:
        return
    account = Account.objects.create_user("amara@tidewater.example", joined_at=at)
    EmailAddress.objects.create(user=account, email=account.email, verified=True, primary=True)
    manager = Person.objects.create(
        organisation=organisation, account=account, name="Amara Osei", email=account.email, created_at=at
    )
    programme = Programme.objects.create(
        organisation=organisation,
        name="Growing together",
        slug="growing-together",
        kind=ProgrammeKind.BOTH,
        state=ProgrammeState.OPEN,
        created_at=at,
    )
    Appointment.objects.create(
        organisation=organisation,
        person=manager,
        office=Office.PROGRAMME_MANAGER,
        programme=programme,
    )
