"""Walking about as one person: from page to page by the links on them."""

from collections import Counter, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urldefrag, urlsplit

from django.urls import Resolver404, resolve
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request

# What looks different for everybody is visited by everybody; rooms also differ by how far the two have come.
ALWAYS = {"today", "programmes", "programme", "portfolio", "my_help", "sponsored", "engagement", "mentorship"}
MOST_ROOMS_FOR_ONE = 3
# What has another face on its other side is visited from both sides; of all else one visit by anybody is enough.
TWO_SIDES = {
    *(
        "coaching_agreement",
        "coaching_gap",
        "coaching_goals",
        "coaching_plan",
        "coaching_step",
        "coaching_session",
    ),
    *(
        "coaching_review",
        "conversation",
        "expectations",
        "ending",
        "answers",
        "me",
        "person",
        "skills",
        "need",
    ),
}
NOT_PAGES = {
    "export_mine",
    "outcomes_file",
    "download_rules",
    "download_shipped_triage",
    "download_triage_version",
    "download_triage_draft",
    "import_problems",
    "path_copy",
}  # they are files
LINKS = "() => Array.from(document.querySelectorAll('a[href]:not([download])'), link => link.href)"


@dataclass
class Walk:
    """What was seen on the way: the pages by name, every host asked, what the browser or a look found wrong."""

    pages: list[tuple[str, str]] = field(default_factory=list)
    hosts: Counter[str] = field(default_factory=Counter)
    complaints: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @property
    def names(self) -> set[str]:
        return {name for name, _ in self.pages}

    def note_request(self, request: Request) -> None:
        if not request.url.startswith("data:"):
            self.hosts[urlsplit(request.url).netloc] += 1

    def note_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(f"{message.page.url if message.page else ''}: {message.text}")


def watch(visit: BrowserContext) -> Walk:
    """Write down every request and every complaint of this browser from now on."""
    walk = Walk()
    visit.on("request", walk.note_request)
    visit.on("console", walk.note_console)
    visit.on("weberror", lambda error: walk.complaints.append(str(error.error)))
    return walk


def walk_about(
    page: Page,
    walk: Walk,
    starts: tuple[str, ...],
    look: Callable[[Page], list[str]],
    visited: Counter[str],
) -> None:
    """Follow the links from `starts` and `look` at every page; `visited` counts what all walks have seen."""
    for name, path in ways(page, starts, visited):
        answer = page.goto(path)
        if answer is None or answer.status >= 400:
            walk.faults.append(f"{path} ({name}): answered {answer.status if answer else 'nothing'}")
            continue
        walk.pages.append((name, path))
        walk.faults += [f"{path} ({name}): {fault}" for fault in look(page)]


def ways(page: Page, starts: tuple[str, ...], visited: Counter[str]) -> Iterator[tuple[str, str]]:
    """The next page to go to, and after each visit those that its links name."""
    waiting, known, taken = deque(starts), set(starts), Counter[str]()
    while waiting:
        path = waiting.popleft()
        name = name_of(path)
        if path not in starts and not is_worth_a_visit(name, taken, visited):
            continue
        taken[name] += 1
        yield name, path
        # Who is sent on to sign in, or elsewhere, has not seen the page: somebody else still may.
        visited[name] += urlsplit(page.url).path == path
        fresh = [link for link in own_links(page) if link not in known]
        known.update(fresh)
        waiting.extend(fresh)


def is_worth_a_visit(name: str, taken: Counter[str], visited: Counter[str]) -> bool:
    if not name or name in NOT_PAGES or name == "account_logout":
        return False
    if name in ALWAYS:
        return taken[name] < (MOST_ROOMS_FOR_ONE if name in {"engagement", "mentorship"} else 1)
    return not taken[name] and visited[name] < (2 if name in TWO_SIDES else 1)


def own_links(page: Page) -> list[str]:
    """The paths of this site that the page links to, in order, each once."""
    here = urlsplit(page.url).netloc
    links = [urlsplit(urldefrag(link).url) for link in page.evaluate(LINKS)]
    return list(dict.fromkeys(link.path for link in links if link.netloc == here))


def name_of(path: str) -> str:
    """The name of the address, or nothing for a path that leads nowhere."""
    try:
        return str(resolve(path).view_name)
    except Resolver404:
        return ""
