"""Atom: a feed of newly found events, for those who wait for news.

Source: RFC 4287; XML 1.0, section 2.2, for the characters that may stand in it
"""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from app.domain.event import Status
from app.domain.showing import date_to_people
from app.exporting.view import View, urn_of
from app.queries.found import FoundEvent

PATH = "/export.atom"
_ATOM = "http://www.w3.org/2005/Atom"
_NOT_OF_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BEFORE_ANYTHING = datetime(1970, 1, 1, tzinfo=UTC)  # a feed must say when it changed, even when nothing is in it


def write_atom(view: View, found: Sequence[FoundEvent]) -> Iterator[str]:
    """The feed, whole; the events in the order given."""
    feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": "en"})
    _add(feed, "id", urn_of(view.wanted.with_page(1).href("/feed")))
    _add(feed, "title", view.title)
    _add(feed, "updated", _moment(max((one.updated_at for one in found), default=_BEFORE_ANYTHING)))
    ET.SubElement(feed, "link", rel="self", type="application/atom+xml", href=view.address(PATH))
    ET.SubElement(feed, "link", rel="alternate", type="text/html", href=view.address())
    _add(ET.SubElement(feed, "author"), "name", "Tumen")
    _add(feed, "generator", "Tumen")
    for one in found:
        _add_entry(feed, view, one)
    ET.indent(feed, " ")
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    yield ET.tostring(feed, encoding="unicode") + "\n"


def _add_entry(feed: ET.Element, view: View, one: FoundEvent) -> None:
    line = one.told.line
    mark = "" if line.status == Status.ASSERTED else f" ({line.status_reason or line.status})"
    entry = ET.SubElement(feed, "entry")
    _add(entry, "id", urn_of(one.first_mention_id))
    _add(entry, "title", f"{date_to_people(line.date)}: {line.title}{mark}")
    _add(entry, "published", _moment(one.found_at))
    _add(entry, "updated", _moment(one.updated_at))
    ET.SubElement(entry, "link", rel="alternate", type="text/html", href=view.event(line.id))
    ET.SubElement(entry, "category", term=line.topic)
    quotes = (f"“{quote.text}” – {source.publisher or source.title or source.file}"
              for source, quote in one.told.quotes())  # fmt: skip
    _add(entry, "content", "\n\n".join(quotes), type="text")


def _add(parent: ET.Element, name: str, text: str, **attributes: str) -> None:
    ET.SubElement(parent, name, attributes).text = _NOT_OF_XML.sub("", text)


def _moment(when: datetime) -> str:
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")
