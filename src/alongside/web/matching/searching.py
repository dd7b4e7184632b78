"""Looking for a name in a long list of a run."""

from typing import Any
from urllib.parse import urlencode

from alongside.web.requests import HouseRequest


def search_of(request: HouseRequest, **kept: str) -> dict[str, Any]:
    """What `matching/_search.html` and the pages of the list need; `kept` stays in the address beside the name."""
    search = request.GET.get("q", "").strip()
    query = urlencode({**kept, **({"q": search} if search else {})})
    return {
        "q": search,
        "kept": tuple(kept.items()),
        "all_url": f"{request.path}?{urlencode(kept)}" if kept else request.path,
        "query": f"{query}&" if query else "",
    }
