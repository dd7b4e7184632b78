import pytest

from alongside.core.verdicts import ALLOWED, Allowed, Refused, allow_if, first_refusal


def test_a_verdict_says_whether_it_allows() -> None:
    assert ALLOWED.allowed
    assert not Refused("It is full.").allowed


@pytest.mark.parametrize("verdict", [Allowed(), Refused("It is full.")])
def test_a_verdict_refuses_to_be_taken_for_a_truth_value(verdict: Allowed | Refused) -> None:
    with pytest.raises(TypeError, match=r"ask `\.allowed`"):
        bool(verdict)


def test_the_first_refusal_wins() -> None:
    found = first_refusal([ALLOWED, Refused("first"), Refused("second")])
    assert found == Refused("first")
    assert first_refusal([]) == ALLOWED


def test_allow_if_keeps_its_reason() -> None:
    assert allow_if(True, "no") == ALLOWED
    assert allow_if(False, "no") == Refused("no")
