"""What is asked of the list of articles: one value, read from an address and written back to it."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from app.domain.article import Basis
from app.domain.question import MOST_PAGES, Keys, Question
from app.errors import BadFilter

YEAR_UNKNOWN = "unknown"
_YEAR = re.compile(r"\d{4}", re.ASCII)


class Gave(StrEnum):
    """Did anything in it become an event?"""

    EVENTS = "events"
    NOTHING = "nothing"


class ArticleSort(StrEnum):
    """By what the articles are sorted; a minus turns it round."""

    ID = "id"
    DATE = "date"
    DATE_REVERSED = "-date"
    TITLE = "title"
    TITLE_REVERSED = "-title"
    EVENTS = "events"
    EVENTS_REVERSED = "-events"


LIST_KEYS = ("publisher", "year", "basis", "gave")
_KEYS = Keys(
    all=("q", *LIST_KEYS, "sort", "page"),
    excludable=("q", *LIST_KEYS),
    closed_lists={"basis": Basis, "gave": Gave, "sort": ArticleSort},
    numbers={"page": range(1, MOST_PAGES + 1)},
    unasked={"sort": ArticleSort.DATE.value, "page": "1"},
)


@dataclass(frozen=True)
class ArticleFilter(Question):
    """A checked question to the articles; `ArticleFilter()` asks for all of them. Made by `read`.

    `year` means that the article may have been published in it, or "unknown": nothing bounds its day.
    """

    KEYS: ClassVar[Keys] = _KEYS
    PATH: ClassVar[str] = "/articles"

    @property
    def sort(self) -> ArticleSort:
        """By what the articles are sorted."""
        return ArticleSort(self.one("sort"))

    @classmethod
    def _check_value(cls, key: str, value: str) -> None:
        super()._check_value(key, value)
        if key.removeprefix("-") == "year" and value != YEAR_UNKNOWN and not _YEAR.fullmatch(value):
            raise BadFilter(key, value, f"write a year such as 2022, or {YEAR_UNKNOWN}")
