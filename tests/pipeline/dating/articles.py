"""Small articles built by hand, so that DATE is tested without CLEAN."""

import re

from app.domain.article import Article, KnownMetadata, Paragraph, ParagraphKind, RawPage, Sentence
from app.domain.text import Stretch


def article(
    text: str,
    *,
    furniture: tuple[str, ...] = (),
    title: str | None = None,
    url: str | None = None,
    published: str | None = None,
) -> Article:
    """Every line is a paragraph; those that begin like one of `furniture` are the page around the story."""
    paragraphs, sentences = [], []
    for number, line in enumerate(re.finditer(r"[^\n]+", text), start=1):
        span = Stretch(*line.span())
        kind = ParagraphKind.FURNITURE if line[0].strip().startswith(furniture or ("\0",)) else ParagraphKind.BODY
        paragraphs.append(Paragraph(number, span, kind, None))
        if kind is ParagraphKind.BODY:
            sentences.append(Sentence(number, span))
    page = RawPage("page.txt", text, known=KnownMetadata(url=url, published=published))
    title_span = Stretch(text.index(title), text.index(title) + len(title)) if title else None
    return Article(page, title, title_span, None, url, tuple(paragraphs), tuple(sentences))
