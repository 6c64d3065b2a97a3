"""Citations as files: of the articles of a whole view, or of the quotes of one event."""

from collections.abc import Callable, Iterable, Iterator

from app.domain.showing import date_to_people
from app.exporting.citations import Citation, bibtex, csl, plain_text
from app.exporting.view import View
from app.queries.export import json_items
from app.queries.lines import EventLine
from app.queries.quotes import EvidenceQuote
from app.queries.sources import Source
from app.queries.told import ToldEvent


def cite_article(view: View, source: Source) -> Citation:
    """The citation of an article as a whole."""
    return Citation(source.article_id, source, view.article(source.article_id))


def cite_quote(view: View, line: EventLine, source: Source, quote: EvidenceQuote) -> Citation:
    """The citation of a quote that proves an event; its key is the quote's id."""
    link = view.quote(source.article_id, quote.id, quote.paragraph)
    return Citation(quote.id, source, link, quote, f"{line.title} ({date_to_people(line.date)})")


def cite_quotes(view: View, event: ToldEvent) -> list[Citation]:
    """A citation for each quote of an event, in the order in which they are shown."""
    return [cite_quote(view, event.line, source, quote) for source, quote in event.quotes()]


def text_of(citations: Iterable[Citation]) -> str:
    """A line for each citation."""
    return "".join(f"{plain_text(citation)}\n" for citation in citations)


def bibtex_of(citations: Iterable[Citation]) -> str:
    """A BibTeX file of these citations."""
    return "\n".join(map(bibtex, citations))


def csl_of(citations: Iterable[Citation]) -> str:
    """A CSL-JSON file of these citations, an item a line."""
    return "".join(("[", *json_items(map(csl, citations)), "]\n"))


# By the ending of an address: the media type, and what writes it.
CITATION_FILES: dict[str, tuple[str, Callable[[Iterable[Citation]], str]]] = {
    "txt": ("text/plain", text_of),
    "bib": ("application/x-bibtex", bibtex_of),
    "json": ("application/vnd.citationstyles.csl+json", csl_of),
}


def write_bibtex(view: View, sources: Iterable[Source]) -> Iterator[str]:
    """An entry for each article, in pieces of text."""
    for number, source in enumerate(sources):
        yield ("\n" if number else "") + bibtex(cite_article(view, source))


def write_csl(view: View, sources: Iterable[Source]) -> Iterator[str]:
    """An item for each article, in pieces of text."""
    yield "["
    yield from json_items(csl(cite_article(view, source)) for source in sources)
    yield "]\n"
