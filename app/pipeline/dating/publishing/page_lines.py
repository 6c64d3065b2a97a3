"""What a date of the page without a label is, by the line in which it stands."""

import re
from datetime import date

from app.knowledge.publication_rows import ClueKind, PageRole
from app.pipeline.dating.publishing.evidence import Evidence, PlacedForm
from app.pipeline.dating.publishing.page_lists import is_in_list
from app.pipeline.dating.publishing.page_places import Place

_UPPER = r"[^\W\d_a-zа-яё]"  # a letter that opens a name, in scripts with capitals and in those without
_SIGNED = re.compile(rf"\W{{0,3}}(?:{_UPPER}[\w.’'-]+ ){{0,2}}{_UPPER}[\w.’'-]+,\s(?:on |the )*")
_BYLINE = re.compile(r"\b(?:[Bb]y|BY)\b|[|•·]|\s[—–-]\s")
_IN_PROSE = re.compile(r"\b(?:on|in|of|since|from|until|by|after|before|the|and|to)\s+$", re.IGNORECASE)
# "On Apr 25, 2019", "By Ann Low on April 25, 2019".
_ON_DAY = re.compile(r"\W*(?:by\s[^\n]{3,60}\s)?on\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}")
# "June 19, 2024 5:41 AM UTC Updated 2 months ago": what stands behind the day is no title and no sentence.
_AT = r"(?:(?:at|à|um|a las|alle(?: ore)?|ore|às)\s)?"
_TIME_AND_CHANGE = re.compile(
    rf"^\W{{0,4}}{_AT}\d{{1,2}}\s?[:.h時时]\s?\d{{2}}(?:\s?Uhr|分)?"
    r"(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{1,4}?(?=\b|updated)(?:[+-]\d+)?)?"
    r"(?:\s*\(\d{4} ?(?:GMT|UTC)\))?"
    r"|\([^()\n]{0,40}更新\)"
    r"|(?-i:(?<![a-z]))(?:last\s)?(?:updated|modified)\b.*$"  # also "9:12 AM UTCUpdated 2 days ago"
    r"|^,?\s*(?:mon|tues|wednes|thurs|fri|satur|sun)day\b,?"
    r"|\b(?:[AP]M cycle|(?:late |early |city |final |home )*(?:final|edition))\b",
    re.IGNORECASE,
)
_RIGHTS = "copyright line"  # the reason of its row of furniture.toml
# "9591st meeting", in the line above the day of a record.
_SITTING = re.compile(r"\b\d+(?:st|nd|rd|th) (?:\w+ )?(?:meeting|session|sitting)\b[^\n]{0,40}\n+\W*$", re.IGNORECASE)
_SALUTATION = re.compile(
    r"\s*(?:(?:my |our )?(?:dear(?:est)?|beloved)\b|(?:sirs?|madam|gentlemen|comrades?)\W*\n)", re.IGNORECASE
)
# "Template (c) 2004 WireFrame": the rights of who made the site.
_OF_MAKER = re.compile(
    r"\b(?:designs?|templates?|themes?|fonts?|software|layout|pdf|(?:made|built|created|powered) (?:with|by))\b",
    re.IGNORECASE,
)
_MINUTE = re.compile(rf"\W{{1,4}}{_AT}\d{{1,2}}\s?[:.h時]\s?\d{{2}}(?!\d)", re.IGNORECASE)
# "www.harbour.example (2024.06.20.)": who publishes signs with the address of the site.
_SITE = re.compile(r"\W*(?:https?://)?(?:www\.)[\w-]+(?:\.[\w-]+)+/?\s*\(\s*", re.IGNORECASE)
_CREDIT = re.compile(r"\W*\((?:source|photo|image|credit)\s*:", re.IGNORECASE)
_FIELD = re.compile(r"\W*dateline\s*:", re.IGNORECASE)
_LINE_ABOVE = 120  # characters
_MOST_WORDS_OF_LINE, _MOST_WORDS_OF_BYLINE = 2, 8
_LONGEST_ISSUE_DAYS = 100  # an issue of a season
_FIRST_VISIT = date(1996, 1, 1)  # no page of a site was stamped earlier
_OLD_DAYS = 8 * 365


def kind_of_line(placed: PlacedForm, evidence: Evidence) -> ClueKind:
    """What a date without a label is, by its line."""
    before, after = placed.line_before, placed.line_after
    is_listed = is_in_list(placed, evidence) and placed.paragraph.reason != _RIGHTS
    if is_listed or is_credit(placed) or evidence.begins(PageRole.PICTURED, before):
        return ClueKind.ON_PAGE
    can_visit = placed.day is not None and placed.day >= _FIRST_VISIT
    if can_visit and (evidence.marks(PageRole.VISITED, before) or evidence.marks(PageRole.VISITED, after)):
        return ClueKind.VISITED
    is_numbered = any(evidence.marks(PageRole.ISSUE, words) for words in (before, after))
    if _says_more(placed, evidence, is_numbered=is_numbered):
        return ClueKind.PERHAPS_OWN if _may_be_own(placed, evidence) else ClueKind.ON_PAGE
    return _kind_of_own_line(placed, evidence, is_numbered=is_numbered)


def is_year_of_rights(placed: PlacedForm) -> bool:
    """Is it the year, or the years, from which who publishes a page claims the rights in it?"""
    is_years = placed.explicit is not None and placed.reads in ("year", "years")
    line = f"{placed.line_before} {placed.line_after}"
    return is_years and placed.paragraph.reason == _RIGHTS and not _OF_MAKER.search(line)


def _kind_of_own_line(placed: PlacedForm, evidence: Evidence, *, is_numbered: bool) -> ClueKind:
    """What a date in a line of its own is: in the head the day of the page or the month of its issue."""
    if not is_day(placed):
        is_issue = placed.place is Place.HEAD and is_month(placed)
        return ClueKind.ISSUE if is_issue else ClueKind.ON_PAGE
    if placed.place is Place.BESIDE:
        return _kind_below(placed, evidence, is_numbered=is_numbered)
    if _is_of_letter(placed):
        return ClueKind.PERHAPS_OWN
    is_headed = is_numbered or _SITTING.search(placed.text, max(0, placed.span.start - _LINE_ABOVE), placed.span.start)
    return ClueKind.LINE_IN_HEAD if is_headed else _kind_above(placed, evidence)


def _is_of_letter(placed: PlacedForm) -> bool:
    """Does a letter begin below it? It may be one that the story tells of, a hundred years later."""
    return (
        not placed.has("weekday")
        and _SALUTATION.match(placed.text, placed.span.end + len(placed.line_after)) is not None
    )


def _says_more(placed: PlacedForm, evidence: Evidence, *, is_numbered: bool) -> bool:
    """Does its line tell of something else than the page: a headline, a right, a label that is not known, an event?"""
    before = placed.line_before
    title = evidence.article.title_span
    is_timed = has_minute(placed) and not _WORD.search(f"{before} {_TIME_AND_CHANGE.sub('', placed.line_after)}")
    is_headline = title is not None and title.holds(placed.span) and not (is_numbered or is_timed)
    is_entry = placed.paragraph.number in evidence.entries_of_head
    is_rights = placed.paragraph.reason == _RIGHTS and not (is_numbered and placed.has("weekday"))
    is_other = not (placed.explicit or placed.reads == "day") or is_rights or is_entry
    is_label = before.rstrip().endswith(":") or is_in_field(placed) or evidence.marks(PageRole.EVENT, before)
    is_named = any(evidence.marks(PageRole.PAPER, words) for words in (before, placed.line_after))
    is_head = is_numbered or is_named or _is_masthead(placed) or _is_behind_site(placed)
    return is_headline or is_other or is_label or not _is_own_line(before, placed.line_after, is_head=is_head)


def _may_be_own(placed: PlacedForm, evidence: Evidence) -> bool:
    """Is it a day in the head of which no word says that it is of something else?"""
    is_of_other = (
        placed.paragraph.reason == _RIGHTS or is_in_field(placed) or evidence.marks(PageRole.EVENT, placed.line_before)
    )
    is_in_head = placed.place is Place.HEAD and not evidence.entries_of_head
    return placed.day is not None and is_in_head and not is_of_other


def _kind_below(placed: PlacedForm, evidence: Evidence, *, is_numbered: bool) -> ClueKind:
    is_rights = placed.paragraph.reason == _RIGHTS  # it closes the page, not the list above it
    is_of_other = is_in_list(placed, evidence) and not is_rights
    if is_of_other or evidence.marks(PageRole.DEADLINE, placed.line_before):
        return ClueKind.ON_PAGE
    is_signed = _SIGNED.fullmatch(placed.line_before) is not None and not placed.line_after.strip()
    is_signed |= _is_behind_site(placed)
    is_signed |= is_numbered and placed.has("weekday") and placed.day is not None
    is_alone = not placed.line_before.strip() and not _WORD.search(_TIME_AND_CHANGE.sub("", placed.line_after))
    return ClueKind.SIGNED if is_signed else ClueKind.PERHAPS_OWN if is_alone else ClueKind.ON_PAGE


def _kind_above(placed: PlacedForm, evidence: Evidence) -> ClueKind:
    """A line in the head; sites print the day of the visit there too, with its weekday, also over old stories.

    No site shows its visitor the minute too.
    """
    if placed.explicit is None or placed.explicit[1] < _FIRST_VISIT:
        return ClueKind.LINE_IN_HEAD
    title = evidence.article.title_span
    is_above = title is not None and placed.span.end <= title.start
    is_banner = is_above or title is None
    if placed.has("weekday") and (_is_story_older(placed, evidence) or (is_banner and not has_minute(placed))):
        return ClueKind.VISITED
    return ClueKind.LINE_ABOVE if is_above else ClueKind.LINE_IN_HEAD


def is_credit(placed: PlacedForm) -> bool:
    """Does it stand in a bracket that says where a picture is from?"""
    return _CREDIT.match(placed.line_before) is not None


def is_in_field(placed: PlacedForm) -> bool:
    """Does it stand in a field for the dateline, as archives of papers have? The paper came out then or later."""
    return _FIELD.match(placed.line_before) is not None


def has_minute(placed: PlacedForm) -> bool:
    """Does a time of day, with its minute, stand behind it?"""
    return _MINUTE.match(placed.line_after) is not None


def _is_story_older(placed: PlacedForm, evidence: Evidence) -> bool:
    """Does the lead tell of a day or a month that was years before this date?"""
    told = (form.explicit for form in evidence.story if form.paragraph.number in evidence.lead and is_month(form))
    first = placed.explicit[0] if placed.explicit else date.max
    return any(span is not None and (first - span[1]).days > _OLD_DAYS for span in told)


def _is_masthead(placed: PlacedForm) -> bool:
    """Does it stand with its weekday in a line of capitals, or of words that all have one?"""
    words = _WORD.findall(f"{placed.line_before} {placed.line_after}")
    return placed.has("weekday") and all(word[0].isupper() for word in words)  # of a script that has capitals


def _is_behind_site(placed: PlacedForm) -> bool:
    return _SITE.fullmatch(placed.line_before) is not None


def _is_own_line(before: str, after: str, *, is_head: bool) -> bool:
    """A date with at most a place, a time, a paper and its issue or a by-line beside it; a heading says more."""
    after = _TIME_AND_CHANGE.sub("", after)
    words = len(_WORD.findall(before)) + len(_WORD.findall(after))
    is_byline = is_head or _BYLINE.search(before) is not None or _BYLINE.search(after) is not None
    is_small = any(word[0].islower() for word in _WORD.findall(after))
    is_sentence = after.rstrip().endswith((".", "?", "!")) and is_small and not is_head
    is_prose = is_sentence or (_IN_PROSE.search(before) is not None and not _ON_DAY.fullmatch(before))
    return words <= (_MOST_WORDS_OF_BYLINE if is_byline else _MOST_WORDS_OF_LINE) and not is_prose


def is_day(placed: PlacedForm) -> bool:
    """Is it a day, with its year or without?"""
    return placed.day is not None or placed.reads in ("day", "whole_day")


def is_month(placed: PlacedForm) -> bool:
    """Is it a day, a month or a season with its year?"""
    first, last = placed.explicit or (date.min, date.max)
    return (last - first).days < _LONGEST_ISSUE_DAYS
