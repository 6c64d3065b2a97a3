"""No pattern takes long on any text: a page that repeats itself must not hang an ingest (catastrophic backtracking)."""

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

import pytest

import app
from app.knowledge.load import load_knowledge

# What pages repeat: crumbs, menus, capitals, rows of numbers, blanks, names, quotes, addresses; no row's own words.
PUMPED = (
    "a", "A", "1", " ", "\t", ".", "-", "(", "'", "’s ", "a ", "A ", "1 ", "a-", "A.", "1,", "1-", "1/", "Ab ",
    "AB, ", "Аб ", "러시아 ", "2019 ", "2019-", "1 May ", "May 1, ", "12 May 2019, ", "1 and ", "of the ", "Monday, ",
    "two years ", "Home / ", "Home | ", "News > ", "a · ", "a » ", "3d. to ", "4 months ago · ", "[1] ", "“Aye.” ",
    "(AP) ", "AP - ", "www.a.b/", "a@b.c ", "Kim Il Sung ", "Mr. Kim, ", "North Korea’s ", "Soviet Union and ",
    "MOSCOW, ", "said, ", "to be ", "had to ", "10", "Ab-", "RIA/",
)  # fmt: skip
COUNTS = (4, 6, 8, 10, 12, 16, 20, 26, 34, 50)  # rising so that what doubles at each is slow, and never endless
HEADS, ENDS = ("", "Ab:", "A."), ("", "!")
SLOW_SECONDS = 0.1  # of processor time; the slowest of those that are fine takes a fiftieth


def patterns_in(held: object, seen: set[int]) -> Iterator[re.Pattern[str]]:
    """Every pattern in rows, tables and dataclasses, however deep."""
    if id(held) in seen:
        return
    seen.add(id(held))
    if isinstance(held, re.Pattern):
        yield held
    elif isinstance(held, Mapping):
        for value in held.values():
            yield from patterns_in(value, seen)
    elif isinstance(held, tuple | list | set | frozenset):
        for value in held:
            yield from patterns_in(value, seen)
    elif is_dataclass(held) and not isinstance(held, type):
        for field in fields(held):
            yield from patterns_in(getattr(held, field.name), seen)


def patterns_of_modules() -> Iterator[re.Pattern[str]]:
    for module in pkgutil.walk_packages(app.__path__, "app."):
        yield from patterns_in(vars(importlib.import_module(module.name)), set())


PATTERNS = {pattern: pattern.pattern for pattern in (*patterns_in(load_knowledge(), set()), *patterns_of_modules())}


def test_all_rows_and_modules_are_looked_through() -> None:
    assert len(PATTERNS) > 1000
    assert any("home|news|world" in written for written in PATTERNS.values())


@pytest.mark.parametrize("pumped", PUMPED)
def test_no_pattern_is_slow_on_what_repeats(pumped: str) -> None:
    for text in (head + pumped * count + end for count in COUNTS for head in HEADS for end in ENDS):
        for pattern in PATTERNS:
            began = time.thread_time()
            pattern.search(text)
            pattern.fullmatch(text)
            assert time.thread_time() - began < SLOW_SECONDS, (pattern.pattern, text)
