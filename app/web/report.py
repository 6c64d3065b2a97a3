"""The report: the filtered timeline as one document to print, with its quotes and a numbered list of sources."""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from itertools import islice

from sqlmodel import Session

from app.exporting.bibliography import cite_article
from app.exporting.citations import Citation, described
from app.exporting.formats import Format, Switches
from app.exporting.view import View
from app.queries.sources import sources_by_id
from app.queries.timeline import count_events
from app.queries.told import told_events
from app.web.catalogues import words_in
from app.web.folders import STATIC
from app.web.render import rendered

# The document carries its style inside, so that it can be kept as one file; it may use this style, and nothing else.
STYLE = (STATIC / "report.css").read_text(encoding="utf-8")
_DIGEST = b64encode(sha256(STYLE.encode()).digest()).decode()
_NOTHING_BUT_ITS_STYLE = (
    f"default-src 'none'; style-src 'sha256-{_DIGEST}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
SOURCES_AT_ONCE = 500  # their ids are bound in one statement


class SourceNumbers:
    """The number of each article, counted as they are first cited."""

    def __init__(self) -> None:
        """Nothing is cited yet."""
        self._numbers: dict[str, int] = {}

    def of(self, article_id: str) -> int:
        """The number of an article; a new one the first time."""
        return self._numbers.setdefault(article_id, len(self._numbers) + 1)

    def __iter__(self) -> Iterator[str]:
        """The articles cited so far, by number."""
        return iter(self._numbers)


def report_pieces(session: Session, view: View, _: Switches) -> Iterator[str]:
    """The report as HTML, in pieces of text; memory holds an id for each source, and no more."""
    numbers = SourceNumbers()
    return rendered(
        "report/document.html",
        words_in(view.language),
        style=STYLE,
        view=view,
        wanted=view.wanted,
        count=count_events(session, view.wanted),
        events=told_events(session, view.wanted),
        numbers=numbers,
        sources=_sources(session, view, numbers),
        described=described,
    )


REPORT = Format(
    name="report",
    path="/report",
    media_type="text/html",
    says="A report to print, with every quote and a numbered list of sources.",
    write=report_pieces,
    headers={"Content-Security-Policy": _NOTHING_BUT_ITS_STYLE},
)


def _sources(session: Session, view: View, numbers: SourceNumbers) -> Iterator[Citation]:
    """What was cited, by number; to be asked for when all of it has been."""
    ids = iter(numbers)
    while some := list(islice(ids, SOURCES_AT_ONCE)):
        found = sources_by_id(session, some)
        yield from (cite_article(view, found[article_id]) for article_id in some)
