"""Every address says which resource it shows and what it does with it, in words the policy knows."""

import pytest

from alongside.core.confidentiality.policy import RESOURCES, is_declared
from alongside.web.declare import declaration_of
from tests.house.addresses import Address, every_address


@pytest.mark.parametrize("address", every_address(), ids=lambda address: address.route or "/")
def test_every_address_is_declared_in_words_the_policy_knows(address: Address) -> None:
    said = declaration_of(address.view)
    assert said is not None, f"{address.view} has no @shows(...): it answers 404"
    assert said.resource in RESOURCES
    assert is_declared(said.resource, said.action), f"no row of the policy opens {said}"


def test_no_two_addresses_bear_the_same_name() -> None:
    names = [address.name for address in every_address() if address.name]
    assert len(names) == len(set(names))
