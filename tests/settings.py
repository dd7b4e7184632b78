"""The product's own settings, with a data folder that goes away, and hashing that takes no time."""

import os
import tempfile

os.environ.setdefault("ALONGSIDE_DATA_DIR", tempfile.mkdtemp(prefix="alongside-test-"))
os.environ.setdefault("ALONGSIDE_SECRET_KEY", "for-tests-only-for-tests-only-for-tests-only")
os.environ.setdefault("ALONGSIDE_BASE_URL", "http://testserver")

from alongside.config.settings import *  # noqa: F403 - settings extend settings by star, after the environment is set

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
WHITENOISE_AUTOREFRESH = True
