"""Suggestions are spread: nobody is the first of everybody, and no place is suggested twice."""

from alongside.models import Person
from alongside.queries.relationships.mentoring_search import find_mentors
from alongside.queries.viewers import viewer_as
from tests.shell.cast import Cast
from tests.shell.makers import NOW, enrol, make_mentorship, make_person


def test_sixty_mentees_and_twelve_mentors(cast: Cast) -> None:
    """Nobody is the first suggestion of more than a fair share of those who look, a star included."""
    cast.programme.enrolments.filter(person=cast.edda).delete()
    mentors = [make_person(cast.harbour, f"M{n} Harbour", headline=f"Number {n}") for n in range(12)]
    for mentor in mentors:
        enrol(cast.programme, mentor, "mentor", places=3)
    mentees = [cast.ben, *(make_person(cast.harbour, f"L{n} Harbour") for n in range(59))]
    for mentee in mentees[1:]:
        enrol(cast.programme, mentee, "mentee")
    for person in (mentors[0], *mentees):
        person.about, person.place, person.function = "leading wards quietly", "Kiel", "care"
        person.save()
    firsts: dict[Person, int] = {}
    for mentee in mentees:
        found = find_mentors(viewer_as(mentee), cast.programme, "", 1, NOW.date())
        assert 1 <= len(found.suggested) <= 5
        first = found.suggested[0].person
        firsts[first] = firsts.get(first, 0) + 1
    assert max(firsts.values()) <= 8  # 1.5 times 60 / 12, rounded up
    assert len(firsts) >= 8


def test_a_place_that_somebody_asks_for_is_not_suggested_to_the_next(cast: Cast) -> None:
    cast.programme.enrolments.filter(person=cast.edda).update(places=2)  # femi has one of them
    enrol(cast.programme, cast.mo, "mentee")

    def suggested(person: Person) -> list[Person]:
        found = find_mentors(viewer_as(person), cast.programme, "", 1, NOW.date())
        return [card.person for card in found.suggested]

    assert suggested(cast.mo) == [cast.edda]
    make_mentorship(cast.programme, cast.ben, cast.edda, state="requested")
    assert suggested(cast.mo) == []
