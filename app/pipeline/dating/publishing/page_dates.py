"""Dates on the page around a story: what each of them is, by the words beside it and by where it stands."""

import re
from dataclasses import dataclass
from datetime import date

from app.domain.edtf import edtf
from app.knowledge.publication_rows import ClueKind, PageRole
from app.pipeline.dating.publishing.evidence import Evidence, PlacedForm
from app.pipeline.dating.publishing.page_lists import is_comment, is_in_list, is_reference
from app.pipeline.dating.publishing.page_places import Place
from app.pipeline.dating.publishing.puzzle import NO_DAYS, Days, between, weekday_days, yearly_days
from app.pipeline.dating.publishing.segments import segment_after, segment_before
from app.pipeline.dating.publishing.stamps import is_handled

_UPPER = r"[^\W\d_a-zа-яё]"  # a letter that opens a name, in scripts with capitals and in those without
_SIGNED = re.compile(rf"\W{{0,3}}(?:{_UPPER}[\w.’'-]+ ){{0,2}}{_UPPER}[\w.’'-]+,\s(?:on |the )*")
# "(Evening Star, March 3, 1959, p. 2.)", in digests of the press behind a headline in capitals and the writer's name.
_SOURCE = re.compile(r"(?:[^()\[\]\na-zа-яё]{3,100}\s)?[(\[](?:By [^()\[\],]{2,60}\. )?[A-Z][^()\[\],]{1,40},\s*$")
_SOURCE_END = re.compile(r",?\s*(?:pp?\.\s*\d|page \d|[)\]])")
_BYLINE = re.compile(r"\b[Bb]y\b|[|•·]|\s[—–-]\s")
_IN_PROSE = re.compile(r"\b(?:on|in|of|since|from|until|by|after|before|the|and|to)\s+$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}")
# "June 19, 2024 5:41 AM UTC Updated 2 months ago": what stands behind the day is no title and no sentence.
_TIME_AND_CHANGE = re.compile(
    r"^\W{0,4}(?:at\s)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{1,4}\b(?:[+-]\d+)?)?"
    r"|\b(?:last\s)?(?:updated|modified)\b.*$",
    re.IGNORECASE,
)
# What may stand between a label and its date: "on", a weekday, a time with its zone.
_GAP = re.compile(
    r"[\s:|=»>.,\"'–—-]*(?:(?:on|at|in|[A-Za-z]{3,9}day,?|\d{1,2}[:.]\d{2}|[ap]\.?m\.?|[A-Z]{2,4})[\s,:–—-]+){0,4}"
)
_BY_SITE = re.compile(r"\b(?:posted|created|submitted|added|date)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_FIGURES = re.compile(r"(\d{1,2})([-./])(\d{1,2})\2\d{2,4}")
_NUMBER_OF_ISSUE = re.compile(r"\b(?:[Nn][or]s?|[Ii]ssue|[Nn]umber|[Vv]ol(?:ume)?|№)\.?\s*$")
_MOST_WORDS_OF_LINE, _MOST_WORDS_OF_BYLINE = 2, 8
_MOST_WORDS_OF_STAMP = 10
_LONGEST_LABEL = 60  # characters of a label in a line of its own
_LONGEST_ISSUE_DAYS = 100  # an issue of a season
_LAST_MONTH = 12
_FIRST_VISIT = date(1996, 1, 1)  # no page of a site was stamped earlier
_OLD_DAYS = 8 * 365
_MIDNIGHT = re.compile(r"\W{0,3}(?:at )?(?:12[:.]00\s?a|0?0[:.]00\b)", re.IGNORECASE)
_FROM_TO = re.compile(r"\b(?:from|between)\s[^.;|]{4,24}\d\s(?:to|until|till|and|[–—-])\s$", re.IGNORECASE)
_FROM, _UNTIL = re.compile(r"\b(?:from|between)\s+$", re.IGNORECASE), re.compile(r"\s*(?:to|until|till|and|[–—-])\s")
_UNSET_CLOCK = (1, 1)  # 1 January: what clocks say that nobody has set
_ZEROES = frozenset({date(1900, 1, 1), date(1969, 12, 31), date(1970, 1, 1), date(1980, 1, 1)})  # day 0 of computers


@dataclass(frozen=True)
class PageDate:
    """A date of the page, what it is, and the days that it names."""

    placed: PlacedForm
    kind: ClueKind
    allows: Days


def page_date(placed: PlacedForm, evidence: Evidence) -> PageDate | None:
    """What a date says of the page; None for one that the story tells, and for words that name no date."""
    is_in_head = placed.paragraph.number <= evidence.last_of_head
    if (placed.place is Place.STORY and not is_in_head) or not (allows := days_named(placed, evidence)):
        return None
    is_numbered = _NUMBER_OF_ISSUE.search(placed.line_before) is not None and placed.words[0].isdigit()
    kind = ClueKind.ISSUE if is_numbered and placed.day else _kind(placed, evidence)
    if kind is ClueKind.ISSUE and placed.explicit:
        allows = _days_of_issue(*placed.explicit)
    return PageDate(placed, kind, allows) if kind else None


def _days_of_issue(first: date, last: date) -> Days:
    """When an issue came out: "No. 5 May 1984" is the fifth, of May; a winter is that of either end of the year."""
    if first == last:
        return between(*edtf(f"{first:%Y-%m}").bounds)
    is_winter = first.month == _LAST_MONTH != last.month
    return between(date(first.year, 1, 1) if is_winter else first, last)


def days_named(placed: PlacedForm, evidence: Evidence) -> Days:
    """The days that a date names: one, all of a month, or the same day of every year when its year is not told."""
    if placed.reads == "whole_day" and placed.day is None:
        return _either_day(placed, evidence)
    if placed.explicit:
        return NO_DAYS if placed.reads == "named_day" else between(*placed.explicit)
    return yearless_days(placed)


def yearless_days(placed: PlacedForm) -> Days:
    """The days of all years that "Friday, 13 October" can be; none for other forms."""
    if placed.reads != "day" or placed.explicit:
        return NO_DAYS
    days = yearly_days(placed.number("month"), placed.number("day"))
    for name in ("weekday", "weekday_after"):
        if placed.has(name):
            days &= weekday_days(placed.number(name))
    return days


def _either_day(placed: PlacedForm, evidence: Evidence) -> Days:
    """Read "07/04/2003" as the other dates of the page are written; as one of two days where they do not tell."""
    either = [date.fromisoformat(day) for day in str(placed.form.parts["day"]).strip("[]").split(",")]
    orders = {order for form in evidence.forms if (order := _order(form.words))}
    if len(orders) != 1:
        return sum(between(day, day) for day in either)
    figures = _FIGURES.fullmatch(placed.words)
    month = int(figures[3 if orders == {"day first"} else 1]) if figures else 0
    return sum(between(day, day) for day in either if day.month == month)


def _order(words: str) -> str | None:
    """In what order a date in figures can only be read."""
    figures = _FIGURES.fullmatch(words)
    if figures is None or figures[2] == ".":  # dots are never American
        return None
    if int(figures[1]) > _LAST_MONTH:
        return "day first"
    return "month first" if int(figures[3]) > _LAST_MONTH else None


def _kind(placed: PlacedForm, evidence: Evidence) -> ClueKind | None:
    """What a date is by the words that label it, or else by its line; None for one that the story tells."""
    is_beside = placed.place is not Place.STORY
    if is_beside and (placed.day in _ZEROES or _is_of_span(placed)):
        return ClueKind.ON_PAGE
    if is_beside and (_is_day(placed) or _is_month(placed)) and _is_stamp(placed, evidence):
        is_of_other = _is_unset(placed) or is_reference(placed, evidence)
        return ClueKind.ON_PAGE if is_of_other else ClueKind.COPIED
    if placed.day and is_comment(placed, evidence):
        return ClueKind.COMMENTED
    if _is_original(placed, evidence, is_beside=is_beside):
        return ClueKind.ORIGINAL
    if _is_labelled(placed.line_before or _label_above(placed), evidence, is_all=not is_beside):
        return _kind_of_labelled(placed, evidence)
    return _kind_of_line(placed, evidence) if is_beside else None


def _label_above(placed: PlacedForm) -> str:
    """The short line above a date that stands in a line of its own in the head: "FOR IMMEDIATE RELEASE"."""
    if placed.place is not Place.HEAD or len(_WORD.findall(placed.line_after)) > _MOST_WORDS_OF_LINE:
        return ""
    lines = placed.text[max(0, placed.span.start - _LONGEST_LABEL) : placed.span.start].rstrip("\n").split("\n")
    return lines[-1] if len(lines) > 1 else ""


def _kind_of_labelled(placed: PlacedForm, evidence: Evidence) -> ClueKind:
    """A day behind a word for publication; below the story it may be that of another, or of its coming to the site."""
    if is_in_list(placed, evidence):
        return ClueKind.ON_PAGE
    if _is_unset(placed) and _MIDNIGHT.match(placed.line_after):
        return ClueKind.COPIED  # what an import gives to all that has no day
    is_of_site = placed.place is Place.BESIDE and _BY_SITE.search(placed.line_before) is not None
    return ClueKind.COPIED if is_of_site and placed.explicit else ClueKind.LABELLED


def _kind_of_line(placed: PlacedForm, evidence: Evidence) -> ClueKind:
    """What a date without a label is, by its line."""
    before, after = placed.line_before, placed.line_after
    if evidence.begins(PageRole.PICTURED, before):
        return ClueKind.ON_PAGE
    if placed.day and (evidence.marks(PageRole.VISITED, before) or evidence.marks(PageRole.VISITED, after)):
        return ClueKind.VISITED
    is_numbered = any(evidence.marks(PageRole.ISSUE, words) for words in (before, after))
    if _says_more(placed, evidence, is_numbered=is_numbered):
        return ClueKind.PERHAPS_OWN if _may_be_own(placed, evidence) else ClueKind.ON_PAGE
    if not _is_day(placed):
        is_issue = placed.place is Place.HEAD and _is_month(placed)
        return ClueKind.ISSUE if is_issue else ClueKind.ON_PAGE
    if placed.place is Place.BESIDE:
        return _kind_below(placed, evidence)
    return ClueKind.LINE_IN_HEAD if is_numbered else _kind_above(placed, evidence)


def _says_more(placed: PlacedForm, evidence: Evidence, *, is_numbered: bool) -> bool:
    """Does its line tell of something else than the page: a headline, a right, a label that is not known, an event?"""
    before = placed.line_before
    title = evidence.article.title_span
    is_headline = title is not None and title.holds(placed.span) and not is_numbered
    is_entry = placed.place is Place.HEAD and evidence.opens_with_entries and not before.strip()
    is_other = not (placed.explicit or placed.reads == "day") or placed.paragraph.reason == "copyright line" or is_entry
    is_label = before.rstrip().endswith(":") or evidence.marks(PageRole.EVENT, before)
    is_named = any(evidence.marks(PageRole.PAPER, words) for words in (before, placed.line_after))
    is_head = is_numbered or is_named or _is_masthead(placed)
    return is_headline or is_other or is_label or not _is_own_line(before, placed.line_after, is_head=is_head)


def _may_be_own(placed: PlacedForm, evidence: Evidence) -> bool:
    """Is it a day in the head of which no word says that it is of something else?"""
    is_of_other = placed.paragraph.reason == "copyright line" or evidence.marks(PageRole.EVENT, placed.line_before)
    is_in_head = placed.place is Place.HEAD and not evidence.opens_with_entries
    return placed.day is not None and is_in_head and not is_of_other


def _kind_below(placed: PlacedForm, evidence: Evidence) -> ClueKind:
    if is_in_list(placed, evidence):
        return ClueKind.ON_PAGE
    is_signed = _SIGNED.fullmatch(placed.line_before) is not None and not placed.line_after.strip()
    is_alone = not placed.line_before.strip() and not _WORD.search(_TIME_AND_CHANGE.sub("", placed.line_after))
    return ClueKind.SIGNED if is_signed else ClueKind.PERHAPS_OWN if is_alone else ClueKind.ON_PAGE


def _kind_above(placed: PlacedForm, evidence: Evidence) -> ClueKind:
    """A line in the head; sites print the day of the visit there too, with its weekday, also over old stories."""
    if placed.explicit is None or placed.explicit[1] < _FIRST_VISIT:
        return ClueKind.LINE_IN_HEAD
    title = evidence.article.title_span
    is_above = title is not None and placed.span.end <= title.start
    if placed.has("weekday") and (is_above or title is None or _is_story_older(placed, evidence)):
        return ClueKind.VISITED
    return ClueKind.LINE_ABOVE if is_above else ClueKind.LINE_IN_HEAD


def _is_story_older(placed: PlacedForm, evidence: Evidence) -> bool:
    """Does the lead tell of a day or a month that was years before this date?"""
    told = (form.explicit for form in evidence.story if form.paragraph.number in evidence.lead and _is_month(form))
    first = placed.explicit[0] if placed.explicit else date.max
    return any(span is not None and (first - span[1]).days > _OLD_DAYS for span in told)


def _is_unset(placed: PlacedForm) -> bool:
    """Is it the first day of a year, as clocks say that nobody has set?"""
    return placed.day is not None and (placed.day.month, placed.day.day) == _UNSET_CLOCK


def _is_of_span(placed: PlacedForm) -> bool:
    """Is it an end of "from 3 May 2021 to 5 June 2025"? Such a span is that of a collection."""
    begins = _FROM.search(placed.line_before) and _UNTIL.match(placed.line_after)
    return bool(begins or _FROM_TO.search(placed.line_before))


def _is_day(placed: PlacedForm) -> bool:
    return placed.day is not None or placed.reads in ("day", "whole_day")


def _is_month(placed: PlacedForm) -> bool:
    """Is it a day, a month or a season with its year?"""
    first, last = placed.explicit or (date.min, date.max)
    return (last - first).days < _LONGEST_ISSUE_DAYS


def _is_stamp(placed: PlacedForm, evidence: Evidence) -> bool:
    """Does the page say that it was copied, changed or read then? A whole sentence around the date says more."""
    before, after = segment_before(placed.line_before or _label_above(placed)), segment_after(placed.line_after)
    is_reference = _YEAR.search(placed.line_before) is not None  # "Amur Gazette, 4 November 2022. Retrieved …"
    if placed.explicit and not is_reference and is_handled(before, evidence.dating.publication.marks):
        return True
    words_behind = len(_WORD.findall(after))
    is_sentence = after.rstrip().endswith((".", "!", "?")) and words_behind > _MOST_WORDS_OF_LINE
    is_short = max(len(_WORD.findall(before)), words_behind) <= _MOST_WORDS_OF_STAMP
    return is_short and not is_sentence and not is_reference and evidence.begins(PageRole.COPIED, before)


def _is_original(placed: PlacedForm, evidence: Evidence, *, is_beside: bool) -> bool:
    """Read "First published in The Lantern, 6 May 1978", "(Evening Star, March 3, 1959, p. 2.)"."""
    before = placed.line_before
    segment = segment_before(before)
    is_in_head = placed.paragraph.number <= evidence.last_of_head
    # "Source:" above a text names its paper; below it, where a figure is from.
    is_named = evidence.begins(PageRole.ORIGINAL, segment) or (is_in_head and evidence.begins(PageRole.SOURCE, segment))
    if is_beside and is_named and _is_month(placed) and not _YEAR.search(segment):
        return True
    is_cited = _SOURCE.match(before) is not None and _SOURCE_END.match(placed.line_after) is not None
    return is_cited and is_in_head and not evidence.begins(PageRole.PICTURED, before)


def _is_labelled(before: str, evidence: Evidence, *, is_all: bool) -> bool:
    """Does a word for publication stand right before? `is_all`: and nothing else, so that it was glued to the story."""
    line = before.lstrip(" \ufeff")
    for label in evidence.dating.publication.marks[PageRole.PUBLISHED].finditer(line):
        is_word = label.start() == 0 or (not line[label.start() - 1].isalpha() and not is_all)
        if is_word and _GAP.fullmatch(line[label.end() :]):
            return True
    return False


def _is_masthead(placed: PlacedForm) -> bool:
    """Does it stand with its weekday in a line of capitals, or of words that all have one?"""
    words = _WORD.findall(f"{placed.line_before} {placed.line_after}")
    return placed.has("weekday") and all(word[0].isupper() for word in words)  # of a script that has capitals


def _is_own_line(before: str, after: str, *, is_head: bool) -> bool:
    """A date with at most a place, a time, a paper and its issue or a by-line beside it; a heading says more."""
    after = _TIME_AND_CHANGE.sub("", after)
    words = len(_WORD.findall(before)) + len(_WORD.findall(after))
    is_byline = is_head or _BYLINE.search(before) is not None or _BYLINE.search(after) is not None
    is_sentence = after.rstrip().endswith((".", "?", "!")) and any(word[0].islower() for word in _WORD.findall(after))
    is_prose = is_sentence or _IN_PROSE.search(before) is not None
    return words <= (_MOST_WORDS_OF_BYLINE if is_byline else _MOST_WORDS_OF_LINE) and not is_prose
