"""A hasher that takes its time, as the real ones do, but always the same."""

import time

from django.contrib.auth.hashers import MD5PasswordHasher


class SlowHasher(MD5PasswordHasher):
    algorithm = "slow"

    def encode(self, password: str, salt: str) -> str:
        time.sleep(0.15)
        return super().encode(password, salt)
