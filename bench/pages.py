"""The main pages of the demo under 8 connections, beside two peers served by the same processes in the same run.

The peers say what the machine can do at all: a static file from memory, and the plainest page the product has.
"""

import re
import statistics
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPConnection

import django

from bench.demo_server import Served, serve_demo
from bench.table import print_table

CONNECTIONS, SECONDS = 8, 6.0
LINKED = re.compile(rb'(?:href|src)="(/static/[^"]+)"')


@dataclass(frozen=True)
class Page:
    name: str
    path: str
    cookie: str = ""


def main(words: list[str]) -> None:
    with serve_demo() as served:
        django.setup()
        from bench.demo_pages import main_pages  # noqa: PLC0415 - records can be read only once the settings are set

        pages = [
            Page("a static file (peer)", static_file(served)),
            Page("the plainest page (peer)", "/help/now/"),
        ]
        pages += [Page(*found) for found in main_pages()]
        measured = [(page, load(served, page)) for page in pages]
        plain = statistics.median(measured[1][1])
        print_table(
            ("page", "p50 ms", "p95 ms", "pages/s", "p50 against the plainest"),
            [
                (
                    page.name,
                    f"{p(times, 50):.1f}",
                    f"{p(times, 95):.1f}",
                    f"{len(times) / SECONDS:.0f}",
                    f"{statistics.median(times) / plain:.2f}",
                )
                for page, times in measured
            ],
        )
        print()
        print_table(("first visit", "requests", "kB compressed"), [weigh(served, page) for page in pages[1:]])


def p(times: list[float], percent: int) -> float:
    return statistics.quantiles(times, n=100)[percent - 1] * 1000


def load(served: Served, page: Page) -> list[float]:
    """The time of each answer that came while 8 connections asked again and again for six seconds."""
    times: list[float] = []
    until = time.monotonic() + SECONDS

    def ask() -> None:
        connection = HTTPConnection(served.host, served.port, timeout=30)
        while time.monotonic() < until:
            began = time.perf_counter()
            connection.request(
                "GET", page.path, headers={"Cookie": page.cookie, "Accept-Encoding": "br, gzip"}
            )
            answer = connection.getresponse()
            answer.read()
            if answer.status != 200:
                raise AssertionError(f"{page.path} answered {answer.status}")
            times.append(time.perf_counter() - began)

    run_together([ask] * CONNECTIONS)
    return times


def run_together(acts: list[Callable[[], None]]) -> None:
    threads = [threading.Thread(target=act) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def static_file(served: Served) -> str:
    return next(link for link in linked(served, Page("", "/help/now/")) if link.endswith(".css"))


def linked(served: Served, page: Page) -> list[str]:
    body, _ = fetch(served, page, encoding="identity")
    return list(dict.fromkeys(link.decode() for link in LINKED.findall(body)))


def fetch(served: Served, page: Page, encoding: str = "br, gzip") -> tuple[bytes, int]:
    connection = HTTPConnection(served.host, served.port, timeout=30)
    connection.request("GET", page.path, headers={"Cookie": page.cookie, "Accept-Encoding": encoding})
    body = connection.getresponse().read()
    return body, len(body)


def weigh(served: Served, page: Page) -> tuple[str, int, str]:
    """The page and everything it links from this site, as sent to a browser that has nothing yet."""
    parts = [page, *(Page("", link) for link in linked(served, page))]
    return page.name, len(parts), f"{sum(fetch(served, part)[1] for part in parts) / 1024:.0f}"
