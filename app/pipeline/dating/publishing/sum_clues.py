"""Clues that are sums of years: a year that the text names, and a number of years since then."""

import re
from collections.abc import Iterator

from app.domain.text import Stretch
from app.knowledge.publication_rows import ClueKind, PageRole, SumRow
from app.pipeline.dating.calendar import same_day_in
from app.pipeline.dating.publishing.evidence import Evidence, PlacedForm
from app.pipeline.dating.publishing.puzzle import LAST_DAY, Constraint, between, year_days
from app.pipeline.dating.surroundings import sentence_after, sentence_before

_UNDER = re.compile(r"\b(?:nearly|almost|just under)\s+$", re.IGNORECASE)
_OVER = re.compile(r"\b(?:more than|over)\s+$", re.IGNORECASE)
_BORN = re.compile(r"\bborn (?:[^.;,\d]{0,30}\b)?(?:in|on)?\s*(?:the )?$", re.IGNORECASE)
_AGED = re.compile(
    r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3})(?:, | \(| [–—-] )(?:aged )?"
    r"(?P<age>[1-9]\d)(?=[,;.)]| [–—-]| years old)"
)
_AGED_NOW = re.compile(
    r"\b(?:(?:[Ss]?[Hh]e|[Ww]ho)(?: is|[’']s)(?: now)?|is now"
    r"|(?:died|dies|dead)\b[^.;\n]{0,60}?\b(?:aged|at the age of|at))"
    r" (?P<age>[1-9]\d)(?: now)?(?=[,;.)]| and | years old)"
)
_NAME = re.compile(r"[A-Z][\w’'-]+")
_THIS_YEAR = "this year"
_FEWEST_YEARS = 2
_FEWEST_LETTERS, _MOST_NAMES = 2, 4
_LEAST_ROUND, _ROUNDING = 20, 2
_LEAD = 2  # paragraphs
_REACH = 20  # characters before a number that tell whether it is rounded


def sum_clues(evidence: Evidence) -> Iterator[Constraint]:
    """All clues of this kind that an article has."""
    text = evidence.article.text
    telling = {paragraph.number for paragraph in evidence.places.telling}
    lines = [p.span for p in evidence.article.paragraphs if p.number not in telling]
    for pattern, row in evidence.dating.publication.sums:
        if not evidence.may_hold(pattern):
            continue
        for region in lines if row.is_line else _story_regions(evidence):
            for found in pattern.finditer(text, region.start, region.end):
                yield from _sum(found, row, evidence)
    yield from _ages(evidence)


def _story_regions(evidence: Evidence) -> Iterator[Stretch]:
    """The story in one piece, with its headline where that stands above it."""
    spans = evidence.story_spans
    if not spans:
        return
    title = evidence.article.title_span
    start = title.start if title and title.start < spans[0].start else spans[0].start
    yield Stretch(start, spans[-1].end)


def _sum(found: re.Match[str], row: SumRow, evidence: Evidence) -> Iterator[Constraint]:
    text = evidence.article.text
    span = Stretch(*found.span())
    told = found.groupdict()
    count = _count(told["count"], evidence) if "count" in told else 0
    if count is None:
        return
    named = int(told.get("year", 0))
    year = named + count + row.plus
    sentence = sentence_before(text, span) + found[0] + sentence_after(text, span)
    is_now = is_of_now(span, sentence, evidence) and not is_of_other_year(sentence, year, evidence)
    if row.clue is ClueKind.ANNIVERSARY and not is_now:
        return
    before = text[max(0, span.start - _REACH) : found.start("count") if count else span.start]
    first, last = year - bool(_UNDER.search(before)), year + bool(_OVER.search(before))
    is_ahead = evidence.marks(PageRole.TO_COME, sentence_before(text, span)) and not is_of_this_year(sentence)
    if row.clue is ClueKind.ANNIVERSARY and is_ahead:
        first -= 1  # it may be next year's
    if row.clue is ClueKind.YEARS_SINCE:
        rounding = _rounding(count) if row.is_rough else 0
        first, last = first - rounding, last + rounding + bool(told.get("month"))
    if row.clue is ClueKind.AGE:
        last += 1  # the birthday may be still to come
    first, last = first - row.slack, last + row.slack
    if last > LAST_DAY.year:
        return
    reckoning = " + ".join(str(number) for number in (named, count, row.plus) if number)
    says = f"“{' '.join(found[0].split())}”: {reckoning} = {year}."
    yield evidence.constraint(row.clue, span, says, year_days(first, last))


def _rounding(years: int) -> int:
    """How many years off a round number may be: "forty years after" is said of 38 too."""
    return _ROUNDING if years >= _LEAST_ROUND and years % 10 == 0 else 0


def is_of_now(span: Stretch, sentence: str, evidence: Evidence) -> bool:
    """Do words speak of the time of writing? In the lead they do, elsewhere the sentence must say so."""
    starts = [p.span for p in evidence.places.telling if p.number in evidence.lead[:_LEAD]]
    in_lead = bool(starts) and span.start < starts[-1].end
    return in_lead or evidence.marks(PageRole.OF_NOW, sentence)


def is_of_other_year(sentence: str, year: int, evidence: Evidence) -> bool:
    """Does a sentence tell of an anniversary of another year, or of one that it dates itself?"""
    return str(year) in sentence or (
        not is_of_this_year(sentence) and evidence.marks(PageRole.OTHER_YEAR, sentence)
    )  # fmt: skip


def is_of_this_year(sentence: str) -> bool:
    """Does a sentence say that it tells of this year?"""
    return _THIS_YEAR in sentence.lower()


def _count(words: str, evidence: Evidence) -> int | None:
    """A number of years in digits or words; None for words that are none."""
    if words.isdigit():
        return int(words) if int(words) >= _FEWEST_YEARS else None
    total = 0
    for word in words.lower().split("-"):
        known = evidence.dating.lexicon.words.get(word)
        value = (known.values.get("count") or known.values.get("ordinal")) if known else None
        if not isinstance(value, int):
            return None
        total += value
    return total if total >= _FEWEST_YEARS else None


def _ages(evidence: Evidence) -> Iterator[Constraint]:
    """Read "Pak Il-nam, 49" where another sentence says of Pak that he was born in 1941."""
    born = [placed for placed in evidence.story if placed.explicit and _BORN.search(placed.before)]
    if not born:
        return
    text = evidence.article.text
    for span in evidence.story_spans:
        for found in _AGED.finditer(text, span.start, span.end):
            yield from _age(found, [one for one in born if _is_of(found["name"], one)], evidence)
    if len({one.explicit for one in born}) == 1:  # who else can be meant?
        for paragraph in evidence.places.telling[:_LEAD]:
            for found in _AGED_NOW.finditer(text, paragraph.span.start, paragraph.span.end):
                yield from _age(found, born, evidence)


def _is_of(name: str, born: PlacedForm) -> bool:
    """Is it the name of who was born then?"""
    return bool({part for part in name.split() if len(part) >= _FEWEST_LETTERS} & _names_of_born(born))


def _age(found: re.Match[str], born: list[PlacedForm], evidence: Evidence) -> Iterator[Constraint]:
    for placed in born:
        if placed.explicit is None:
            continue
        first, last = (same_day_in(day, day.year + int(found["age"])) for day in placed.explicit)
        end = same_day_in(last, last.year + 1)
        if end > LAST_DAY:
            return
        says = f"“{found[0]}”, born in {placed.explicit[0].year}: so this is {first.year} or {first.year + 1}."
        yield evidence.constraint(ClueKind.AGE, Stretch(*found.span()), says, between(first, end))
        return


def _names_of_born(born: PlacedForm) -> set[str]:
    """The names before "born" in its sentence; where none stands there, those behind the date."""
    return set(_NAME.findall(_BORN.sub("", born.before))) or set(_NAME.findall(born.after)[:_MOST_NAMES])
