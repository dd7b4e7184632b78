"""Suggestions for one who chooses themselves."""

from alongside.core.matching import DEFAULTS, Pool, suggest
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

    def test_whoever_has_none_is_told_why(self):
        found = suggest(Pool("mentoring", (client(),), (practitioner(places=0),)), "ines", MENTORING)
        assert found.found == ()
        assert "A free place: 1" in found.nobody.because

    def test_a_stranger_is_refused(self):
        assert isinstance(suggest(PAIR, "nobody", MENTORING), Refused)
