"""Who published a page, and at which address."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from urllib.parse import urlsplit

from app.domain.article import Paragraph
from app.domain.text import Stretch
from app.knowledge.cleaning_rows import CleaningKnowledge
from app.knowledge.needle_scan import Hits

_ADDRESS = re.compile(r"https?://[^\s<>\"]{4,2000}")
# A line is the name of an outlet, or one of its parts is: beside a menu, a date, the number of a page.
_PARTS = re.compile(
    r"\s{2,}|\s*[|·•»›>▸:;()\[\]]\s*|\s+[/—–-]+\s+|\b(?:clipped|reprinted) from\s+"
    r"|,?\s+(?=(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)|,?\s*(?=\b\d)",
    re.IGNORECASE,
)
_LONGEST_MASTHEAD, _FEWEST_WORDS, _MOST_WORDS = 200, 2, 9
_SMALL = frozenset({"&", "and", "de", "des", "du", "for", "in", "of", "on", "the", "und", "y", "и"})
_GOES_ON = frozenset({"of", "for", "on"})
_CREDIT_WINDOW = 220  # characters at either end of a long paragraph, where a credit can stand
_ACRONYM = 3  # letters up to which a word in capitals is left as it is
_LEGAL_FORM = re.compile(
    r",?\s+(?:ltd|limited|inc|llc|plc|gmbh|ag|bv|b\.v|a/s|pvt|dac|co|corp|ivzw|s\.a)\.?$", re.IGNORECASE
)


def find_address(text: str, paragraphs: Sequence[Paragraph]) -> str | None:
    """The address of the page: the first that stands on a line of its own."""
    for paragraph in paragraphs:
        if paragraph.reason == "address line" and (found := _ADDRESS.search(paragraph.span.of(text))):
            return found[0]
    return None


def find_publisher(
    text: str, head: Sequence[Stretch], credited: Iterable[str], url: str | None, rows: CleaningKnowledge
) -> str | None:
    """Who published the page: by its address, its masthead, or else a credit, in the order of the rows.

    Args:
        text: The kept text.
        head: The lines above the story.
        credited: The names that its credits give.
        url: The address, where it is known.
        rows: Outlets, and how pages name them.

    Returns:
        The name as the rows have it, else as the page does, words in capitals set as names; None where nobody is named.
    """
    names = chain(_by_address(url, rows), _by_masthead(text, head, rows), credited)
    return next((_as_name(name, rows) for name in names if not _is_common(name.casefold().split(), rows)), None)


def find_credits(text: str, paragraphs: Sequence[Paragraph], hits: Hits[str], rows: CleaningKnowledge) -> Iterator[str]:
    """The names that the credits of a page give, in the order of the rows; `hits` are the needles in its text."""
    lines = [(_window(one.span.of(text)), hits.likely(one.span.start, one.span.end)) for one in paragraphs]
    anywhere = frozenset[str]().union(*(likely for _, likely in lines))
    for pattern, row in (one for one in rows.credits if one[0].pattern in anywhere):
        for line, likely in lines:
            found = pattern.search(line) if pattern.pattern in likely else None
            if found and (not row.is_known_only or found["name"].strip().casefold() in rows.publisher_by_alias):
                yield found["name"].strip()


def _window(line: str) -> str:
    """Of a long paragraph its two ends."""
    return line if len(line) <= 2 * _CREDIT_WINDOW else f"{line[:_CREDIT_WINDOW]} {line[-_CREDIT_WINDOW:]}"


def outlet_names(line: str, rows: CleaningKnowledge) -> Iterator[str]:
    """The names of outlets that a short line consists of, or that are parts of it."""
    if len(line) > _LONGEST_MASTHEAD:
        return
    parts = [part for raw in _PARTS.split(line) if (part := raw.strip(" \ufeff,.-–—"))]
    if parts and parts[0].casefold() not in rows.sections:  # "SECTION: Weekend Review", "News | Asia Daily" are menus
        yield from (part for part in parts if is_outlet(part, rows))


def is_outlet(name: str, rows: CleaningKnowledge) -> bool:
    """Is it built as outlets are called: words in capitals, a noun for outlets at its end, and more than sections?"""
    if name.casefold() in rows.publisher_by_alias:
        return True
    words = name.split()
    folded = [word.casefold() for word in words]
    return (
        _FEWEST_WORDS <= len(words) <= _MOST_WORDS
        and _begins_large(words[0])
        and all(_begins_large(word) or fold in _SMALL for word, fold in zip(words, folded, strict=True))
        and _has_noun(folded, rows)
        and not _is_section(folded, rows)
    )


def _is_common(words: Sequence[str], rows: CleaningKnowledge) -> bool:
    """Is it the name of a part of a page, or a noun that any outlet may be called by?"""
    return _is_section(words, rows) or (len(words) == 1 and words[0] in rows.outlet_nouns)


def _is_section(words: Sequence[str], rows: CleaningKnowledge) -> bool:
    return rows.sections.issuperset(words)


def _begins_large(word: str) -> bool:
    """Does it begin with a capital, or is it of a script without capitals or a language that spares them in names?"""
    return word[0].isalpha() and not (word[0].islower() and word.isascii())


def _has_noun(words: Sequence[str], rows: CleaningKnowledge) -> bool:
    """Does a noun for an outlet end the name, stand before "of" and the like, or begin it?"""
    first = words[1] if words[0] == "the" else words[0]
    if first in rows.beginnings:
        return True
    ends = (word for word, following in zip(words, [*words[1:], "of"], strict=True) if following in _GOES_ON)
    return (words[0] in rows.opening_nouns and words[1] in _GOES_ON) or not rows.outlet_nouns.isdisjoint(ends)


def _by_address(url: str | None, rows: CleaningKnowledge) -> Iterator[str]:
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:  # a bracket in the wrong place: the address names nobody
        return
    labels = host.split(".")
    domains = (".".join(labels[i:]) for i in range(len(labels)))
    yield from (rows.publisher_by_domain[domain] for domain in domains if domain in rows.publisher_by_domain)


def _by_masthead(text: str, head: Sequence[Stretch], rows: CleaningKnowledge) -> Iterator[str]:
    for span in head:
        yield from outlet_names(span.of(text), rows)


def _as_name(name: str, rows: CleaningKnowledge) -> str:
    if known := rows.publisher_by_alias.get(name.casefold()):
        return known
    name = _LEGAL_FORM.sub("", name)
    if name.isupper() and " " in name:
        name = " ".join(_capitalised(word) for word in name.split())
    return rows.publisher_by_alias.get(name.casefold(), name[0].upper() + name[1:])


def _capitalised(word: str) -> str:
    if word.casefold() in _SMALL:
        return word.lower()
    return word if len(word) <= _ACRONYM else word.capitalize()
