"""The cast, made anew for each test that asks for it, and a browser-like client for each of its people."""

from collections.abc import Callable

import pytest
from django.test import Client

from alongside.models import Person
from tests.shell.cast import Cast, make_cast


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()


@pytest.fixture
def signed_in(db: None) -> Callable[[Person], Client]:
    """A client in which that person has signed in."""

    def sign_in(person: Person) -> Client:
        client = Client()
        assert person.account is not None
        client.force_login(person.account, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return sign_in
