"""What is asked of the coverage: a question to the timeline, with the order of its rows and the page of its columns."""

from dataclasses import dataclass, replace
from typing import ClassVar

from app.domain.question import MOST_PAGES, Keys
from app.domain.timeline_filter import TIMELINE_KEYS, TimelineFilter
from app.errors import BadFilter

BY_DATE, BY_PUBLISHERS, BY_PUBLISHER = "date", "publishers", "publisher:"

_KEYS = replace(
    TIMELINE_KEYS,
    all=(*TIMELINE_KEYS.all, "order", "columns"),
    numbers={**TIMELINE_KEYS.numbers, "columns": range(1, MOST_PAGES + 1)},
    unasked={**TIMELINE_KEYS.unasked, "order": BY_DATE, "columns": "1"},
    once=(*TIMELINE_KEYS.once, "order", "columns"),
)


@dataclass(frozen=True)
class CoverageFilter(TimelineFilter):
    """A checked question to the coverage; made by `read`."""

    KEYS: ClassVar[Keys] = _KEYS
    PATH: ClassVar[str] = "/coverage"

    @property
    def is_by_publishers(self) -> bool:
        """Do the events that most publishers tell of come first?"""
        return self.one("order") == BY_PUBLISHERS

    @property
    def led_by(self) -> str | None:
        """The publisher whose events come first; "" for articles that name none, None when not asked."""
        order = self.one("order")
        return order.removeprefix(BY_PUBLISHER) if order.startswith(BY_PUBLISHER) else None

    @property
    def columns(self) -> int:
        """The page of publishers, from 1."""
        return int(self.one("columns"))

    @classmethod
    def _check_value(cls, key: str, value: str) -> None:
        super()._check_value(key, value)
        if key == "order" and value not in (BY_DATE, BY_PUBLISHERS) and not value.startswith(BY_PUBLISHER):
            raise BadFilter(key, value, f"write {BY_DATE}, {BY_PUBLISHERS}, or {BY_PUBLISHER} and a name")
