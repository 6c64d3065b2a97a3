"""Days as only lines of a page write them, "7.7.61", "PWS-MS-11-05-90 1427EST", as forms among those of DATE."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from app.domain.article import Article
from app.domain.text import Stretch
from app.knowledge.compact_day_rows import CompactDay
from app.knowledge.dating_rows import DatingKnowledge, FormRow
from app.pipeline.dating.matching import FoundForm
from app.pipeline.dating.publishing.page_places import Place, Places

_LONGEST_LINE = 400  # characters: a longer one is prose
_FIGURE = re.compile(r"\d")  # every such day has one
_YEARLESS = "XXXX-"


@dataclass(frozen=True)
class SentForm(FoundForm):
    """A form that only who sends a text writes: a wire's stamp with its minute."""


def compact_forms(article: Article, places: Places, dating: DatingKnowledge) -> Iterator[FoundForm]:
    """All such days of an article in order: in lines that tell no story, and stamps of wires in any."""
    found: list[FoundForm] = []
    for paragraph in article.paragraphs:
        span = paragraph.span
        if span.end - span.start > _LONGEST_LINE or not _FIGURE.search(article.text, span.start, span.end):
            continue
        is_page = places.of[paragraph.number] is not Place.STORY
        for compact in dating.publication.compact_days:
            if is_page or compact.row.is_sent:
                found.extend(_read(compact, article.text, span, dating))
    found.sort(key=lambda form: (form.span.start, -form.span.end))
    yield from (form for before, form in pairwise((None, *found)) if form and not (before and _overlap(before, form)))


def with_compact(forms: Iterable[FoundForm], compact: Iterable[FoundForm]) -> list[FoundForm]:
    """The forms of DATE and the days that only lines write; of two at one place the longer, of equals the latter."""
    kept = list(forms)
    for form in compact:
        rivals = [one for one in kept if _overlap(one, form)]
        if not isinstance(form, SentForm) and any(one.span == form.span and one.row.reads == "day" for one in rivals):
            continue  # "April 28, 2025" is of several languages, and DATE reads more of it
        if all(_length(one.span) <= _length(form.span) for one in rivals):
            kept = [one for one in kept if one not in rivals]
            kept.append(form)
    return sorted(kept, key=lambda form: form.span.start)


def _read(compact: CompactDay, text: str, span: Stretch, dating: DatingKnowledge) -> Iterator[FoundForm]:
    shape = SentForm if compact.row.is_sent else FoundForm
    parts: dict[str, int | str]
    for hit in compact.pattern.finditer(text, span.start, span.end):
        day = compact.read(hit)
        if day.startswith(_YEARLESS):
            month, number = map(int, day.removeprefix(_YEARLESS).split("-"))
            reads, parts = "day", {"month": month, "day": number}
        elif day:
            reads, parts = "whole_day", {"day": day}
        else:
            continue
        if weekday := compact.weekday(hit):
            parts["weekday"] = weekday
        yield shape(Stretch(*hit.span()), _row(reads, dating), parts)


def _row(reads: str, dating: DatingKnowledge) -> FormRow:
    """The first row of DATE with that reader."""
    return next(row for row in dating.form_rows if row.reads == reads)


def _overlap(one: FoundForm, other: FoundForm) -> bool:
    return one.span.start < other.span.end and other.span.start < one.span.end


def _length(span: Stretch) -> int:
    return span.end - span.start
