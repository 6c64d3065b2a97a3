"""CLEAN: a page becomes an article with numbered paragraphs, furniture set aside, and sentences."""

from app.domain.article import Article, ParagraphKind, RawPage, Sentence
from app.knowledge.cleaning_rows import CleaningKnowledge
from app.pipeline.cleaning.furniture import Furniture, cut_prefixes, mark_furniture
from app.pipeline.cleaning.head import find_head
from app.pipeline.cleaning.paragraphs import split_paragraphs
from app.pipeline.cleaning.publisher import find_address, find_credits, find_publisher
from app.pipeline.cleaning.sentences import split_sentences
from app.pipeline.cleaning.title import find_title

# What joins a headline to the outlet's name, and is left behind where that is missing.
_EDGES = " -–—|\u00a0"


def clean_page(page: RawPage, rows: CleaningKnowledge) -> Article:
    """Find the parts of a page.

    Args:
        page: What was read; its text is not changed.
        rows: Furniture, publishers, abbreviations.

    Returns:
        The article. Known metadata win over what the text says. The headline is a body paragraph without sentences:
        it repeats the story in the present tense, and is no witness of its own.
    """
    text = page.text
    hits = rows.scan.read(text)
    furniture = Furniture(text, hits, rows)
    spans = list(cut_prefixes(text, split_paragraphs(text), furniture))
    head = find_head(text, spans, furniture)
    title = find_title(text, head, furniture, rows)
    paragraphs = mark_furniture(text, spans, title, furniture)
    url = page.known.url or find_address(text, paragraphs)
    sentences = [
        Sentence(paragraph.number, span)
        for paragraph in paragraphs
        if paragraph.kind is ParagraphKind.BODY and paragraph.span != title
        for span in split_sentences(text, paragraph.span, rows.abbreviations)
    ]
    credited = find_credits(text, paragraphs, hits, rows)
    publisher = page.known.publisher or find_publisher(text, head, credited, url, rows)
    return Article(
        page=page,
        title=page.known.title or (title.of(text).strip(_EDGES) if title else None),
        title_span=title,
        publisher=publisher,
        url=url,
        paragraphs=tuple(paragraphs),
        sentences=tuple(sentences),
        house=rows.house_of(publisher),
    )
