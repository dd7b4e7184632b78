"""Suggestions for one who chooses themselves."""

from collections import Counter

from alongside.core.matching import DEFAULTS, Pool, SkillWanted, suggest
from alongside.core.verdicts import Refused
from tests.core.matching.people import client, practitioner

MENTORING = DEFAULTS["mentoring"]
PAIR = Pool("mentoring", (client(),), (practitioner(),))


class TestSuggestions:
    def test_they_are_the_best_first_with_every_reason(self):
        pool = Pool(
            "mentoring",
            (client(roles_wanted=frozenset({"director"})),),
            (
                practitioner("near"),
                practitioner("ahead", roles_held=frozenset({"director"})),
                practitioner("far"),
            ),
        )
        found = suggest(pool, "ines", MENTORING, 2).found
        assert found[0].practitioner == "ahead"
        assert len(found) == 2
        assert "A role hoped for has been held: director." in [one.because for one in found[0].findings]

    def test_nobody_is_everybodys_first(self):
        everybody = tuple(client(f"c{n}") for n in range(40))
        pool = Pool("mentoring", everybody, tuple(practitioner(f"m{n}") for n in range(8)))
        firsts = [suggest(pool, one.key, MENTORING).found[0].practitioner for one in everybody]
        assert len(set(firsts)) == 8
        assert max(firsts.count(first) for first in firsts) < 15

    def test_a_star_is_not_the_first_of_everybody(self):
        """60 mentees want the same, 2 of 12 mentors offer it by far best: nobody stands first above their share."""
        wanted = frozenset({SkillWanted("leading", 1, 5)})
        everybody = tuple(client(f"c{n}", skills_wanted=wanted) for n in range(60))
        mentors = tuple(
            practitioner(f"m{n}", skills_offered={"leading": 5 if n < 2 else 2}, places=2) for n in range(12)
        )
        pool = Pool("mentoring", everybody, mentors)

        def firsts(spread: bool) -> Counter[str]:
            return Counter(
                suggest(pool, one.key, MENTORING, spread=spread).found[0].practitioner for one in everybody
            )

        assert set(firsts(spread=False)) == {"m0", "m1"}
        spread = firsts(spread=True)
        assert max(spread.values()) <= 8  # 1.5 times 60 mentees over 12 mentors, rounded up
        assert len(spread) >= 8

    def test_spreading_keeps_the_others_in_their_order_and_says_the_same_twice(self):
        everybody = tuple(client(f"c{n}") for n in range(60))
        pool = Pool("mentoring", everybody, tuple(practitioner(f"m{n}") for n in range(12)))
        for one in everybody[:5]:
            plain = [each.practitioner for each in suggest(pool, one.key, MENTORING, 12).found]
            spread = [each.practitioner for each in suggest(pool, one.key, MENTORING, 12, spread=True).found]
            assert spread[1:] == [each for each in plain if each != spread[0]]
            again = suggest(pool, one.key, MENTORING, 12, spread=True)
            assert [each.practitioner for each in again.found] == spread

    def test_a_mentor_with_more_places_may_stand_first_for_more(self):
        everybody = tuple(client(f"c{n}") for n in range(40))
        pool = Pool("mentoring", everybody, (practitioner("many", places=6), practitioner("few", places=2)))
        firsts = Counter(
            suggest(pool, one.key, MENTORING, spread=True).found[0].practitioner for one in everybody
        )
        assert firsts["few"] <= 15

    def test_whoever_has_none_is_told_why(self):
        found = suggest(Pool("mentoring", (client(),), (practitioner(places=0),)), "ines", MENTORING)
        assert found.found == ()
        assert "A free place: 1" in found.nobody.because

    def test_a_stranger_is_refused(self):
        assert isinstance(suggest(PAIR, "nobody", MENTORING), Refused)
