"""Citations of an article, and of a quote in it, as plain text, BibTeX and CSL-JSON.

Dates are as exact as they are known: a month stays a month, and what a format cannot write is put into words.
Source: biblatex manual 2.3.8 (dates are ISO 8601-2); https://docs.citationstyles.org, schema csl-data.json
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote as percent_encoded

from app.domain.edtf import EdtfDate, Precision
from app.domain.showing import date_to_people
from app.domain.web_address import web_address
from app.exporting.days import is_doubted, numbers, span_of
from app.queries.quotes import EvidenceQuote
from app.queries.sources import Source

_LATEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_ENDS, _CLOSING = (".", "!", "?", "…"), "\"”’»') "
_MUST_ESCAPE = re.compile(r"[\\{}$&#%_~^]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
# biblatex reads seasons, decades, centuries and open ends, but no quarters, half-years and choices.
_NOT_OF_BIBLATEX = frozenset({Precision.QUARTER, Precision.HALF})
_OF_CSL = frozenset({Precision.DAY, Precision.MONTH, Precision.YEAR})
_FIRST_SEASON = 20  # EDTF counts spring as 21, CSL as 1


@dataclass(frozen=True)
class Citation:
    """An article that is cited; with a quote of it, and the event that it proves, where one is meant."""

    key: str  # the id of the article or of the quote: the same in every export
    source: Source
    link: str  # to the article or the quote in Tumen
    quote: EvidenceQuote | None = None
    event: str = ""  # what it proves, in a line

    @property
    def title(self) -> str:
        """What the article is called; its file where it has no title."""
        return self.source.title or self.source.file

    @property
    def url(self) -> str:
        """Where it was published, else where we keep it."""
        return web_address(self.source.url) or self.link


def plain_text(citation: Citation) -> str:
    """One line: `The Harbour Post, “Grain ships return to Rajin”, 26 April 2019, ¶ 5: “…”. https://…`."""
    place = citation.url if citation.url == citation.link else f"{citation.url} (kept at {citation.link})"
    return f"{described(citation)} {place}"


def described(citation: Citation) -> str:
    """The same without the addresses."""
    day = date_to_people(citation.source.published) if citation.source.published.text else "no date"
    quote = citation.quote
    parts = [citation.source.publisher, f"“{citation.title}”", day, f"¶ {quote.paragraph}" if quote else None]
    said = f": “{quote.text}”" if quote else ""
    ends = said.rstrip(_CLOSING).endswith(_ENDS)  # a full stop within the marks is one
    return " ".join(f"{', '.join(filter(None, parts))}{said}{'' if ends else '.'}".split())


def bibtex(citation: Citation) -> str:
    """An entry `@online` as biblatex reads it, its texts escaped for LaTeX."""
    source = citation.source
    fields = {
        "title": f"{{{latex(citation.title)}}}",  # in two pairs of braces, so that no style makes letters small
        "author": f"{{{latex(source.publisher)}}}" if source.publisher else "",
        "date": _biblatex_date(source.published),
        "url": _latex_address(citation.url),
        "note": latex(". ".join(filter(None, (_note(citation), *_besides(citation))))),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@online{{{citation.key},\n{lines}}}\n"


def csl(citation: Citation) -> dict[str, Any]:
    """An item of CSL-JSON."""
    source = citation.source
    item = {
        "id": citation.key,
        "type": "article-newspaper",
        "title": citation.title,
        "container-title": source.publisher,
        "issued": csl_date(source.published),
        "URL": citation.url,
        "archive_location": None if citation.url == citation.link else citation.link,
        "note": _note(citation),
    }
    return {name: value for name, value in item.items() if value}


def csl_date(when: EdtfDate) -> dict[str, Any] | None:
    """A date of CSL: `date-parts` as far as known, with `season` and `circa`; else in words; None if unknown."""
    if not when.text:
        return None
    circa = {"circa": True} if is_doubted(when) else {}
    first, last = span_of(when)
    if when.precision in _OF_CSL:
        return {"date-parts": [numbers(first or "")], **circa}
    if when.precision is Precision.SEASON:
        year, season = numbers(when.text.rstrip("~?%"))
        return {"date-parts": [[year]], "season": season - _FIRST_SEASON, **circa}
    if "/" in when.text and not when.text.startswith("[") and first and last:
        return {"date-parts": [numbers(first), numbers(last)]}
    return {"literal": date_to_people(when)}


def latex(text: str) -> str:
    """A text as LaTeX sets it: nothing in it is a command, and it is one line."""
    return _MUST_ESCAPE.sub(lambda found: _LATEX[found[0]], " ".join(_CONTROL.sub(" ", text).split()))


def _latex_address(url: str) -> str:
    """An address in a field that LaTeX does not read, but for its braces."""
    return percent_encoded(url, safe="/:?#[]@!$&'()*+,;=%~-._")


def _biblatex_date(when: EdtfDate) -> str:
    is_foreign = when.precision in _NOT_OF_BIBLATEX or when.text.startswith(("[", "XXXX"))
    return "" if is_foreign else when.text


def _besides(citation: Citation) -> Iterator[str]:
    """What has no field of its own: a date that biblatex cannot read, and our link beside the publisher's."""
    published = citation.source.published
    if published.text and not _biblatex_date(published):
        yield f"Published: {date_to_people(published)}"
    if citation.url != citation.link:
        yield f"Kept at {citation.link}"


def _note(citation: Citation) -> str:
    if not citation.quote:
        return ""
    proves = f"; {citation.event}" if citation.event else ""
    return f"¶ {citation.quote.paragraph}: “{citation.quote.text}”{proves}"
