"""What the page about one's own privacy says is what is so."""

from alongside.models import Person
from alongside.queries.people import list_kept_kinds
from alongside.queries.viewers import viewer_as
from tests.shell.cast import Cast


def who_sees(person: Person, name: str) -> str:
    return next(kind.who for kind in list_kept_kinds(viewer_as(person)) if kind.name.startswith(name))


def test_it_says_that_a_coach_is_shown_to_everyone_and_a_client_is_not(cast: Cast) -> None:
    assert who_sees(cast.carla, "Your name").startswith("Everyone in your organisation")
    assert who_sees(cast.dev, "Your name") == "You and the programme manager."


def test_it_names_the_sponsor_only_once_the_agreement_says_so(cast: Cast) -> None:
    assert "sponsor" not in who_sees(cast.dev, "That somebody coaches you")
    agreement = cast.engagement.agreements.create(
        version=1, clauses=["existence"], terms={}, content_hash="a" * 64, drafted_by=cast.carla
    )
    for person, role in ((cast.dev, "client"), (cast.carla, "coach"), (cast.grace, "sponsor")):
        agreement.signatures.create(
            person=person, capacity=role, content_hash="a" * 64, signed_at=agreement.created_at
        )
    assert "your sponsor because the agreement says so" in who_sees(cast.dev, "That somebody coaches you")
