"""The style sheets, fonts and scripts a server hands out: gathered once per version of them."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

STAMP = "gathered.txt"
NOT_NEEDED = ["htmx-2*", "htmax*"]  # pages use htmx 4, and pressing the others takes seconds


def gather_assets() -> bool:
    """Bring the assets into STATIC_ROOT when any of them has changed; whether there was anything to do."""
    stamp, now = Path(settings.STATIC_ROOT) / STAMP, state_of_assets()
    if stamp.exists() and stamp.read_text() == now:
        return False
    call_command("collectstatic", interactive=False, verbosity=0, clear=True, ignore_patterns=NOT_NEEDED)
    stamp.write_text(now)
    return True


def state_of_assets() -> str:
    """A hash over every asset's name, size and time of change."""
    seen = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            seen.update(f"{name} {storage.size(name)} {storage.get_modified_time(name)}\n".encode())
    return seen.hexdigest()
