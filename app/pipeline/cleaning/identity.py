"""What a page says of itself: its headline, publisher and address."""

import re
from collections import Counter
from collections.abc import Sequence
from urllib.parse import urlsplit

from app.domain.article import Paragraph
from app.domain.text import Stretch
from app.knowledge.cleaning_rows import CleaningKnowledge
from app.pipeline.cleaning.furniture import furniture_reason
from app.pipeline.cleaning.sentences import split_sentences

_ADDRESS = re.compile(r"https?://[^\s<>\"]{4,2000}")
_ENDS_SENTENCE = re.compile(r"[.!…。][\"'”’»)\]]*(?:\s*\([^)]{1,40}\))?$")
_WORD = re.compile(r"[^\W_]+")
# A headline stands among the first lines, and is neither a label nor a paragraph.
_LINES_SEARCHED, _FEWEST_WORDS, _LONGEST = 12, 3, 220
_STORY_SEARCHED, _SHORT_WORD = 20_000, 3


def find_title(text: str, spans: Sequence[Stretch], rows: CleaningKnowledge) -> Stretch | None:
    """The headline: of the lines before the story, the one whose words the story uses most; the first of equals.

    None where the story begins at once.
    """
    candidates = []
    for span in spans[:_LINES_SEARCHED]:
        line = span.of(text)
        if furniture_reason(line, rows):
            continue
        if (
            len(line) > _LONGEST
            or _ENDS_SENTENCE.search(line)
            or len(list(split_sentences(text, span, rows.abbreviations))) > 1
        ):
            break
        if len(_WORD.findall(line)) >= _FEWEST_WORDS:
            candidates.append(span)
    if not candidates or candidates[-1] == spans[-1]:  # nothing behind it: the line is the story
        return None
    story = Counter(_WORD.findall(text[candidates[-1].end :][:_STORY_SEARCHED].casefold()))
    return max(candidates, key=lambda span: (_uses(span.of(text), story), -span.start))


def _uses(line: str, story: Counter[str]) -> int:
    """How often a story uses the words of a line; short words are everywhere and say nothing."""
    return sum(story[word] for word in set(_WORD.findall(line.casefold())) if len(word) > _SHORT_WORD)


def find_address(text: str, paragraphs: Sequence[Paragraph]) -> str | None:
    """The address of the page: the first that stands on a line of its own."""
    for paragraph in paragraphs:
        if paragraph.reason == "address line" and (found := _ADDRESS.search(paragraph.span.of(text))):
            return found[0]
    return None


def find_publisher(text: str, paragraphs: Sequence[Paragraph], url: str | None, rows: CleaningKnowledge) -> str | None:
    """Who published the page: by its address, its rights notice, or the credit behind its lead."""
    return _publisher_by_address(url, rows) or _publisher_by_credit(text, paragraphs, rows)


def _publisher_by_address(url: str | None, rows: CleaningKnowledge) -> str | None:
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:  # a bracket in the wrong place: the address names nobody
        return None
    labels = host.split(".")
    domains = (".".join(labels[i:]) for i in range(len(labels)))
    return next((rows.publisher_by_domain[domain] for domain in domains if domain in rows.publisher_by_domain), None)


def _publisher_by_credit(text: str, paragraphs: Sequence[Paragraph], rows: CleaningKnowledge) -> str | None:
    for pattern, row in rows.credits:
        for paragraph in paragraphs:
            line = paragraph.span.of(text)
            # A long paragraph can hold a credit only at its ends.
            window = line if len(line) < 2 * _LONGEST else f"{line[:_LONGEST]} {line[-_LONGEST:]}"
            if found := pattern.search(window):
                name = found["name"].strip()
                known = rows.publisher_by_alias.get(name.casefold())
                if known or row.name not in {"in brackets after the lead", "dateline"}:
                    return known or name
    return None
