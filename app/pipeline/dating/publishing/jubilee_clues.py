"""Clues from the round years of known happenings: "the treaty turned two last week", "seventy years ago on Sunday"."""

import re
from collections.abc import Iterator
from datetime import date

from app.domain.edtf import day_date
from app.domain.showing import date_to_people
from app.domain.text import Stretch
from app.knowledge.publication_rows import ClueKind
from app.pipeline.dating.calendar import same_day_in
from app.pipeline.dating.publishing.evidence import Evidence, PlacedForm
from app.pipeline.dating.publishing.happenings import Happening, happenings_told
from app.pipeline.dating.publishing.page_dates import yearless_days
from app.pipeline.dating.publishing.pair_clues import any_of
from app.pipeline.dating.publishing.puzzle import ALL_DAYS, LAST_DAY, NO_DAYS, Constraint, Days, between, from_day_on
from app.pipeline.dating.publishing.recalled_days import seen_of, so_many_years_after
from app.pipeline.dating.publishing.sum_clues import count_told
from app.pipeline.dating.surroundings import is_quoted, sentence_after, sentence_before

_TURNS = re.compile(
    r"\b(?:(?P<turns>turn(?:s|ed|ing)?)|(?P<is>is|be|becomes?))\s(?P<count>\d{1,3}|[a-z]+(?:-[a-z]+)?)"
    r"(?P<old>\syears?\sold)?\b(?!-)",
    re.IGNORECASE,
)
_BIRTHDAY = re.compile(
    r"\b(?P<count>\d{1,3}(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?)\s(?:birthday|jubilee)\sof\s", re.IGNORECASE
)
_WHO = re.compile(r"\bwho\b")
_SINCE = re.compile(r"\s+(?:since|from\sthe\sday|to\sthe\sday\ssince)\b\s*", re.IGNORECASE)
_FROM_DAY = re.compile(r"\s*(?:со?|после|с\sмомента)?\s*")  # "70 лет со Дня освобождения"
_WILL = re.compile(r"\b(?:will|shall|is to|be)\b", re.IGNORECASE)
_TO_COME = re.compile(r"\bturns\b", re.IGNORECASE)
_HAD = re.compile(r"\bhad\b")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MOVED = frozenset({"moved_day", "moved_unit", "moved_weekday"})
_MOST_TURNS = 10  # of a story are looked at
_YEAR_DAYS, _AHEAD_DAYS = 364, 300  # so long after a day, and before it, it needs no year


def jubilee_clues(evidence: Evidence) -> Iterator[Constraint]:
    """All clues of this kind that an article has."""
    for span, count, told in (*_turned(evidence), *_birthdays(evidence), *_years_since(evidence)):
        yield from _seen_with(span, count, told, evidence)
    for moved in evidence.story:
        if moved.reads in _MOVED and not moved.is_quoted:
            yield from _years_ago(moved, evidence)


def _turned(evidence: Evidence) -> Iterator[tuple[Stretch, int, list[Happening]]]:
    """What turns so many years old, by the words before it in its sentence."""
    text = evidence.article.text
    for part in evidence.story_spans:
        for found, _ in zip(_TURNS.finditer(text, part.start, part.end), range(_MOST_TURNS), strict=False):
            count = count_told(found["count"].lower(), evidence) if found["turns"] or found["old"] else None
            span = Stretch(*found.span())
            if count is None or is_quoted(text, span.start):
                continue
            before = sentence_before(text, span)
            if not _WHO.search(before):  # "Kim, who signed a treaty in Moscow, turned 60"
                yield span, count, list(happenings_told(Stretch(span.start - len(before), span.start), evidence))


def _birthdays(evidence: Evidence) -> Iterator[tuple[Stretch, int, list[Happening]]]:
    """Read "the tenth birthday of the Republic"."""
    text = evidence.article.text
    for part in evidence.story_spans:
        for found, _ in zip(_BIRTHDAY.finditer(text, part.start, part.end), range(_MOST_TURNS), strict=False):
            span, words = Stretch(*found.span()), found["count"].lower()
            count = count_told(words[:-2] if words[0].isdigit() else words, evidence)
            if count is not None and not is_quoted(text, span.start):
                behind = Stretch(span.end, span.end + len(sentence_after(text, span)))
                yield span, count, list(happenings_told(behind, evidence))


def _years_since(evidence: Evidence) -> Iterator[tuple[Stretch, int, list[Happening]]]:
    """Read "it will be sixty years since the guns fell silent", "исполняется 70 лет со дня освобождения"."""
    text = evidence.article.text
    for index, placed in enumerate(evidence.story):
        is_length = placed.reads == "duration" and placed.is_counted and placed.form.parts.get("units") == "Y"
        if not is_length or placed.is_quoted:
            continue
        if since := _SINCE.match(text, placed.span.end):
            behind = Stretch(since.end(), since.end() + len(sentence_after(text, Stretch(*since.span()))))
            yield placed.span, placed.number("count"), list(happenings_told(behind, evidence))
        named = next(iter(evidence.story[index + 1 : index + 2]), None)
        if named and named.reads == "named_day" and _FROM_DAY.fullmatch(text, placed.span.end, named.span.start):
            row = evidence.dating.named_days[str(named.form.parts["day"])]
            first = row.first_day
            told = [Happening(first, first, row.title, named.span.end)] if first else []
            yield placed.span, placed.number("count"), told


def _seen_with(span: Stretch, count: int, told: list[Happening], evidence: Evidence) -> Iterator[Constraint]:
    """How far from now a sentence tells such a day; without a word of that, nothing."""
    text = evidence.article.text
    start, end = span.start - len(sentence_before(text, span)), span.end + len(sentence_after(text, span))
    sentence = text[start:end]
    days = _years_later(told, count)
    if not days or _HAD.search(sentence) or any(str(day.year) in sentence for day in days):
        return
    for placed in evidence.story:
        if not start <= placed.span.start < end or placed.span == span:
            continue
        is_ahead = _TO_COME.search(sentence, span.start - start, span.end - start) is not None
        latest = between(None, max(days)) if is_ahead else ALL_DAYS
        if allows := any_of(_seen(placed, day, sentence) for day in days) & latest:
            where = Stretch(min(span.start, placed.span.start), max(span.end, placed.span.end))
            says = f"“{placed.words}” of {date_to_people(day_date(days[0]))}, {count} years after {told[0].title}."
            yield evidence.constraint(ClueKind.RECALLED_DAY, where, says, allows)
            return


def _years_later(told: list[Happening], count: int) -> list[date]:
    """The day so many years after; none where several happenings may be meant, or it lies beyond the puzzle."""
    days = {one.first for one in told if one.first.year + count <= LAST_DAY.year}
    return [same_day_in(day, day.year + count) for day in days] if len(days) == 1 else []


def _seen(placed: PlacedForm, day: date, sentence: str) -> Days:
    """From when one may say so of a day: "last week", "on Sunday"; "on July 6" of one to come or past."""
    if yearless_days(placed) & between(day, day):
        ahead = from_day_on(between(day, day), _AHEAD_DAYS) >> _AHEAD_DAYS
        return ahead if _WILL.search(sentence) else from_day_on(between(day, day), _YEAR_DAYS)
    return NO_DAYS if placed.has("month") else seen_of(placed, day)


def _years_ago(moved: PlacedForm, evidence: Evidence) -> Iterator[Constraint]:
    """Read "Seventy years ago this week the guns fell silent in Korea"."""
    start, end = moved.span.start - len(moved.before), moved.span.end + len(moved.after)
    if _YEAR.search(moved.before + moved.after):
        return
    told = list(happenings_told(Stretch(start, end), evidence))
    if allows := any_of(so_many_years_after(moved, day) for day in {one.first for one in told}):
        says = f"“{moved.words}” of {told[0].title}, {date_to_people(day_date(told[0].first))}, tells from when."
        yield evidence.constraint(ClueKind.RECALLED_DAY, moved.span, says, allows)
