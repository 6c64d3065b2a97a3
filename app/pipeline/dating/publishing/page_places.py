"""Where on a page a paragraph stands: above the story, in it, or beside it, where dates are those of other things."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile

from app.domain.article import Article, Paragraph, ParagraphKind
from app.domain.text import Stretch
from app.knowledge.publication_rows import PageRole
from app.pipeline.dating.publishing.segments import Marks, pieces_of, without_opening_marks
from app.pipeline.dating.publishing.stamps import is_stamp

_ENDS_SENTENCE = re.compile(r"(?:[.!?…。][\"'”’»)\]]*(?:\s?\[[^\]\n]{1,24}\])*|:)$")  # footnotes may stand behind it
_WORD = re.compile(r"[^\W\d_]\w*")
_FEWEST_WORDS = 6  # of a line that tells
_LOOKED_AT = 240  # characters at either end of a paragraph
_BY_LINE = "by-line"  # the reason of its row of furniture.toml
_LONGEST_STANDFIRST = 2  # paragraphs
_WRITTEN_BY = re.compile(r"\W*(?i:by)\s+([A-Z][\w’'-]*(?:\s+[A-Z][\w.’'-]*){1,3})\b")
_NOTE = 60  # characters at the beginning of a paragraph in which a note on the original says so
_EDGE = 3  # paragraphs from the last one of the story in which the page may speak of itself
_LONGEST_END = 80  # characters of marks and footnotes at the end of a sentence
_LONGEST_MASTHEAD = 120  # characters
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_FIGURE = re.compile(r"\d")
_DEEPEST_NAMEPLATE = 10  # paragraphs
_NAMEPLATE = re.compile(
    r"\b(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY,? (?:[A-Z]{3,9}\.? \d{1,2}|\d{1,2} [A-Z]{3,9}),? (?:1[89]|20)\d\d"
)
_LONGEST_DAY_LINE = 80  # characters
_DAY_FIRST = re.compile(
    r"\W*(?:[^\W\d_]{3,}day,? )?(?:\d{1,2}(?:st|nd|rd|th)?\.? [^\W\d_]{3,9}\.?|[^\W\d_]{3,9}\.? \d{1,2})"
    r",? (?:19|20)\d\d\b"
)
# "Thursday 25 April 2019 13:01, UK", in a line of its own.
_DAY_AND_MINUTE = re.compile(r"(?=[^\n]*\b(?:19|20)\d\d\b)(?=[^\n]*\b\d{1,2}[:.h]\d\d)[^\n]{10,100}")
_TOP = 12  # paragraphs from the top in which it can stand
_LABEL_ENDS = (":", "|")


class Place(StrEnum):
    """Where a paragraph stands."""

    HEAD = "head"
    STORY = "story"
    BESIDE = "beside"


@dataclass(frozen=True)
class Places:
    """The place of each paragraph by its number, and the paragraphs that tell in sentences."""

    of: Mapping[int, Place]
    telling: tuple[Paragraph, ...]

    @property
    def first_of_story(self) -> int:
        """Number of the first paragraph that tells in sentences; 0 where none does."""
        return self.telling[0].number if self.telling else 0


def find_places(article: Article, marks: Marks) -> Places:
    """Tell the story from the page around it.

    Args:
        article: A cleaned page; what CLEAN knows as furniture stays outside the story.
        marks: The rows of `[[mark]]`, compiled.
    """
    of_page = frozenset(p.number for p in article.paragraphs if _opens_as_page(p.span.of(article.text), marks))
    story_tells = _telling_numbers(article, marks, of_page)
    places = dict(_walk(article, marks, story_tells, of_page))
    story = [p for p in article.paragraphs if places[p.number] is Place.STORY]
    authors = tuple(_authors(article))
    for paragraph in story[-_EDGE:]:
        words = paragraph.span.of(article.text)
        if len(story) > _EDGE and (words.startswith(authors) or _speaks_of_page(words, marks)):
            places[paragraph.number] = Place.BESIDE
    telling = [p for p in story if places[p.number] is Place.STORY and p.number in story_tells]
    below = [p for p in story if telling and p.number > telling[-1].number]
    if len(below) <= len(telling):  # more of them are a chronology in lines
        places.update({paragraph.number: Place.BESIDE for paragraph in below})
    return Places(places, tuple(telling))


def _authors(article: Article) -> Iterator[str]:
    """The names of the by-lines: a paragraph at the end that begins with one says who wrote, then or years later."""
    for paragraph in article.paragraphs:
        if paragraph.reason == _BY_LINE and (found := _WRITTEN_BY.match(paragraph.span.of(article.text))):
            yield found[1]


def _telling_numbers(article: Article, marks: Marks, of_page: frozenset[int]) -> frozenset[int]:
    """The numbers of the paragraphs that tell in sentences; of a page of short ones all that end as a sentence does."""
    found = {
        paragraph.number: _words_of_sentence(paragraph, article)
        for paragraph in article.paragraphs
        if paragraph.number not in of_page
    }
    fewest = min(_FEWEST_WORDS, max((1, *found.values())))
    telling = [p for p in article.paragraphs if found.get(p.number, 0) >= fewest]
    nameplate = _nameplate(article)
    above = takewhile(lambda p: p.number <= nameplate or _is_of_page(p.span.of(article.text), marks), telling)
    return frozenset(p.number for p in telling) - {p.number for p in (*above, *_standfirst(article, telling))}


def _nameplate(article: Article) -> int:
    """The number of the last paragraph at the top with a day in capitals, as papers print under their name; or 0."""
    top = article.paragraphs[:_DEEPEST_NAMEPLATE]
    found = [p.number for p in top if _NAMEPLATE.search(p.span.of(article.text)[:_LOOKED_AT])]
    return found[-1] if found else 0


def _standfirst(article: Article, telling: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The sentences between a headline and its by-line or day, which announce the story that begins below."""
    by_line = next((p.number for p in article.paragraphs if p.reason == _BY_LINE), 0) or _day_line(article)
    above = [paragraph for paragraph in telling if paragraph.number < by_line]
    is_short = len(above) <= _LONGEST_STANDFIRST and len(telling) > len(above) + _LONGEST_STANDFIRST
    return above if is_short else ()


def _day_line(article: Article) -> int:
    """The number of the one short line at the top that begins with a day or holds its minute; 0 for none or several."""
    lines = [p.number for p in article.paragraphs[:_TOP] if _is_day_line(p, article)]
    return lines[0] if len(lines) == 1 else 0


def _is_day_line(paragraph: Paragraph, article: Article) -> bool:
    words = paragraph.span.of(article.text)
    if len(words) <= _LONGEST_DAY_LINE and _DAY_FIRST.match(words):
        return True
    return _DAY_AND_MINUTE.fullmatch(words) is not None and not _words_of_sentence(paragraph, article)


def _words_of_sentence(paragraph: Paragraph, article: Article) -> int:
    """How many words stand before the end of its last sentence; none where it does not end as a sentence does."""
    if paragraph.kind is ParagraphKind.FURNITURE or paragraph.span == article.title_span:
        return 0
    end = paragraph.span.end
    words = Stretch(max(paragraph.span.start, end - _LOOKED_AT), end).of(article.text).rstrip()
    if not _ENDS_SENTENCE.search(words, max(0, len(words) - _LONGEST_END)) or _is_masthead(words):
        return 0
    return len(_WORD.findall(words))


def _is_masthead(words: str) -> bool:
    """Is it a short line with figures and hardly a small letter, as "No. 618   FRIDAY JULY 7 1961   Price 4d."?"""
    if len(words) >= _LONGEST_MASTHEAD or not _YEAR.search(words):
        return False
    first_letters = "".join(word[0] for word in words.split())
    return first_letters.upper() == first_letters != first_letters.lower()


def _walk(
    article: Article, marks: Marks, telling: frozenset[int], of_page: frozenset[int]
) -> Iterator[tuple[int, Place]]:
    """The place of each paragraph in order, by its own first words and by what came before it."""
    has_begun, has_ended, is_in_list = not telling, False, False
    for paragraph in article.paragraphs:
        words = paragraph.span.of(article.text)
        tells = paragraph.number in telling
        has_begun = has_begun or tells
        has_ended = has_ended or (has_begun and marks[PageRole.END_OF_STORY].match(words) is not None)
        pointer = marks[PageRole.ELSEWHERE].match(words)
        is_pointer = pointer is not None and (not tells or words[pointer.end() :].lstrip().startswith(_LABEL_ENDS))
        is_in_list = is_pointer or (has_begun and is_in_list and not tells)
        is_outside = paragraph.kind is ParagraphKind.FURNITURE or paragraph.number in of_page
        if has_ended or is_in_list or (has_begun and is_outside):
            yield paragraph.number, Place.BESIDE
        else:
            is_story = has_begun and paragraph.span != article.title_span and not is_outside
            yield paragraph.number, Place.STORY if is_story else Place.HEAD


def _opens_as_page(words: str, marks: Marks) -> bool:
    """Is a paragraph a stamp, a note on the original or a caption?"""
    if len(words) > _LOOKED_AT:
        return False
    begins = without_opening_marks(words)
    roles = (PageRole.COPIED, PageRole.ORIGINAL, PageRole.SOURCE, PageRole.PICTURED)
    is_reprint = marks[PageRole.REPRINTED].search(begins[:_NOTE]) is not None
    return is_reprint or any(marks[role].match(begins) for role in roles) or _has_stamp(words, marks)


def _speaks_of_page(words: str, marks: Marks) -> bool:
    """Does the page speak of itself at the end of its story? A long paragraph does not."""
    if len(words) > 2 * _LOOKED_AT:
        return False
    return marks[PageRole.PERHAPS_ABOUT_PAGE].search(words) is not None or _is_of_page(words, marks)


def _is_of_page(words: str, marks: Marks) -> bool:
    """Does the page speak of itself, in a few words?"""
    is_short = len(words) <= 2 * _LOOKED_AT
    return is_short and (marks[PageRole.ABOUT_PAGE].search(words) is not None or _has_stamp(words, marks))


def _has_stamp(words: str, marks: Marks) -> bool:
    """Does one of its sentences begin as a stamp does, and name a time in figures?"""
    if not _FIGURE.search(words):
        return False
    pieces = list(pieces_of(words))
    is_copy = any(marks[PageRole.COPIED].match(piece) and _FIGURE.search(piece) for piece in pieces)
    return is_copy or is_stamp(pieces[0], marks)
