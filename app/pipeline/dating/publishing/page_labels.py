"""Words that label a date of the page: a word for publication, a stamp, the name of an original."""

import re

from app.knowledge.publication_rows import PageRole
from app.pipeline.dating.publishing.evidence import Evidence, PlacedForm
from app.pipeline.dating.publishing.page_lines import is_credit, is_month
from app.pipeline.dating.publishing.page_lists import is_how_to_cite
from app.pipeline.dating.publishing.page_places import Place
from app.pipeline.dating.publishing.segments import segment_after, segment_before
from app.pipeline.dating.publishing.stamps import is_handled

# "(Evening Star, March 3, 1959, p. 2.)", in digests of the press behind a headline in capitals and the writer's name.
_SOURCE = re.compile(r"(?:[^()\[\]\na-zа-яё]{3,100}\s)?[(\[](?:By [^()\[\],]{2,60}\. )?[A-Z][^()\[\],]{1,40},\s*$")
_SOURCE_PAGE = re.compile(r",?\s*(?:pp?\.\s*\d|page \d)")
_SOURCE_END = re.compile(r",?\s*(?:pp?\.\s*\d|page \d|[)\]])")
_WORD = re.compile(r"[^\W\d_]{3,}")
# What may stand between a label and its date: "on" in any language, a weekday, a time with its zone.
_GAP = re.compile(
    r"[\s:：|=»>.,\"'–—-]*(?:(?:(?i:on|at|in|le|am|el|il|em)|[A-Za-z]{3,9}day,?|\d{1,2}[:.]\d{2}|[ap]\.?m\.?|[A-Z]{2,4}(?:[+-]\d{1,2})?)[\s,:–—-]+){0,4}"
)
_LETTER = re.compile("[A-Za-z]")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_MOST_WORDS_OF_LINE, _MOST_WORDS_OF_BYLINE = 2, 8
_NEXT_FIELD = '","'  # of data that a page carries
_OF_A_TITLE = re.compile(r"[”\"»]\s*[,–—-]\s*$")  # “What he wanted in Wonsan” — 14 July 2025
_MOST_WORDS_OF_STAMP = 10
# "2024年6月21日 9時10分更新": Japanese, Chinese and Korean may say so behind the day.
_CHANGED_BEHIND = re.compile(r"\W{0,3}(?:\d{1,2}\s?[:時时시]\s?\d{2}(?:分|분)?)?\s*(?:更新|수정)(?!\s*[:：\d日時时시])")
_LONGEST_LABEL = 60  # characters of a label in a line of its own


def label_above(placed: PlacedForm) -> str:
    """The short line above a date that stands in a line of its own in the head: "FOR IMMEDIATE RELEASE"."""
    if placed.place is not Place.HEAD or len(_WORD.findall(placed.line_after)) > _MOST_WORDS_OF_LINE:
        return ""
    lines = placed.text[max(0, placed.span.start - _LONGEST_LABEL) : placed.span.start].rstrip("\n").split("\n")
    return lines[-1] if len(lines) > 1 else ""


def is_stamped(placed: PlacedForm, evidence: Evidence) -> bool:
    """Does the page say that it was copied, changed or read then? A whole sentence around the date says more."""
    line = placed.line_before.rpartition(_NEXT_FIELD)[2]
    before, after = segment_before(line or label_above(placed)), segment_after(placed.line_after)
    is_reference = (
        _YEAR.search(line) is not None or _OF_A_TITLE.search(line) is not None
    )  # "Amur Gazette, 4 November 2022. Retrieved …"
    if is_how_to_cite(placed):
        return True
    if placed.explicit and not is_reference and is_handled(before, evidence.dating.publication.marks):
        return True
    if _stands_right_before(PageRole.CHANGED, line, evidence):  # also behind another day: "5 March 2014 Updated …"
        return True
    if _CHANGED_BEHIND.match(placed.line_after):
        return True
    words_behind = len(_WORD.findall(after))
    is_sentence = after.rstrip().endswith((".", "!", "?")) and words_behind > _MOST_WORDS_OF_LINE
    is_short = max(len(_WORD.findall(before)), words_behind) <= _MOST_WORDS_OF_STAMP
    return is_short and not is_sentence and not is_reference and evidence.begins(PageRole.COPIED, before)


def is_changed(placed: PlacedForm, evidence: Evidence) -> bool:
    """Does a word for a change stand right before it? Copies are made at any time later, changes mostly at once."""
    return _stands_right_before(PageRole.CHANGED, placed.line_before or label_above(placed), evidence)


def is_original(placed: PlacedForm, evidence: Evidence, *, is_beside: bool) -> bool:
    """Read "First published in The Lantern, 6 May 1978", "(Evening Star, March 3, 1959, p. 2.)"."""
    before = placed.line_before
    segment = segment_before(before)
    is_in_head = placed.paragraph.number <= evidence.last_of_head
    # "Source:" above a text names its paper; below it, where a figure is from.
    if is_credit(placed):
        return False
    is_named = evidence.begins(PageRole.ORIGINAL, segment) or (is_in_head and evidence.begins(PageRole.SOURCE, segment))
    if is_beside and is_named and is_month(placed) and not _YEAR.search(segment):
        return True
    ends = _SOURCE_END if is_in_head else _SOURCE_PAGE  # below a story other things stand in brackets too
    is_cited = _SOURCE.match(before) is not None and ends.match(placed.line_after) is not None
    return is_cited and (is_in_head or is_beside) and not evidence.begins(PageRole.PICTURED, before)


def is_labelled(before: str, evidence: Evidence, *, is_all: bool) -> bool:
    """Does a word for publication stand right before? `is_all`: and nothing else, so that it was glued to the story."""
    line = before.lstrip(" \ufeff")
    if is_all:
        only = evidence.dating.publication.marks[PageRole.PUBLISHED].match(line)
        return only is not None and _GAP.fullmatch(line[only.end() :]) is not None
    return _stands_right_before(PageRole.PUBLISHED, line, evidence)


def is_day_first(line: str, evidence: Evidence) -> bool:
    """Is the label before a date of a language that writes the day before the month, in figures too?"""
    return _is_right_before(evidence.dating.publication.day_first, line)


def _stands_right_before(role: PageRole, line: str, evidence: Evidence) -> bool:
    return _is_right_before(evidence.dating.publication.marks[role], line)


def _is_right_before(labels: re.Pattern[str], line: str) -> bool:
    """Does a label close the words before a date, but for what may stand between a label and its date?"""
    return any(
        _GAP.fullmatch(line[label.end() :])
        for label in labels.finditer(line)
        if label.start() == 0 or not line[label.start() - 1].isalpha()
        if not _LETTER.match(line, label.end())  # as behind "date" in "DATELINE: HULL, Sept. 30, 1990"
    )
