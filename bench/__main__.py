"""Run one benchmark, or say which there are."""

import sys

from bench import core_speed, first_start, matching, pages, whole_path

BENCHMARKS = {
    "pages": (
        pages.main,
        "the main pages under 8 connections with the demo data, and what a first visit weighs",
    ),
    "first-start": (first_start.main, "a demo from an empty folder: until the first page answers"),
    "matching": (matching.main, "the best pairs against peers; also: all, scoring, growth"),
    "whole-path": (whole_path.main, "5,000 people from database rows to a published proposal"),
    "core": (core_speed.main, "core tests a second; triage and matching against doing nothing"),
}


def main(words: list[str]) -> int:
    if not words or words[0] not in BENCHMARKS:
        for name, (_, what) in BENCHMARKS.items():
            print(f"{name:12} {what}")
        return 0 if not words else 2
    BENCHMARKS[words[0]][0](words[1:])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
