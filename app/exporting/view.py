"""What an export is of: a filtered timeline, its name, and the links into it."""

from dataclasses import dataclass
from functools import cached_property
from uuid import UUID, uuid5

from app.domain.timeline_filter import TimelineFilter

_NAMES = UUID("8f0b5c1e-52a5-5f7c-9a55-6d3f1c9e7a40")  # one of our own, drawn once


@dataclass(frozen=True)
class View:
    """A filtered timeline; without a `base_url` its links begin with `/`."""

    wanted: TimelineFilter
    base_url: str = ""
    language: str = "en"  # of what is written for people

    @cached_property
    def title(self) -> str:
        """Its name, with what was asked: `Tumen timeline: topic trade, not status denied`."""
        asked = (f"{'not ' if one.is_excluded else ''}{one.key} {one.value}" for one in self.wanted.active())
        return ": ".join(filter(None, ("Tumen timeline", ", ".join(asked))))

    def address(self, path: str = "/") -> str:
        """The link to a page or an export of exactly this view."""
        return self.base_url + self.wanted.with_page(1).href(path)

    def event(self, event_id: str) -> str:
        """The link to an event, or to the event that holds a mention."""
        return f"{self.base_url}/events/{event_id}"

    def article(self, article_id: str) -> str:
        """The link to the page of an article."""
        return f"{self.base_url}/articles/{article_id}"

    def kept_text(self, article_id: str) -> str:
        """The link to the text in which positions count."""
        return f"{self.base_url}/articles/{article_id}/text"

    def quote(self, article_id: str, quote_id: str, paragraph: int) -> str:
        """The link to a quote, marked in its article."""
        return f"{self.article(article_id)}?quote={quote_id}#p{paragraph}"


def urn_of(name: str) -> str:
    """A URI for what has this name, the same wherever it is served.

    Source: RFC 9562, name-based UUIDs of version 5.
    """
    return f"urn:uuid:{uuid_of(name)}"


def uuid_of(name: str) -> str:
    """The UUID in it."""
    return str(uuid5(_NAMES, name))
