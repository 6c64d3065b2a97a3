"""Clues from the beginning of an office: "who took office in May", "in power for three years next month"."""

import re
from collections.abc import Iterator
from datetime import date

from app.domain.edtf import day_date
from app.domain.showing import date_to_people
from app.domain.text import Stretch
from app.knowledge.people_rows import Terms
from app.knowledge.publication_rows import ClueKind
from app.pipeline.dating.calendar import same_day_in
from app.pipeline.dating.publishing.evidence import Evidence, PlacedForm
from app.pipeline.dating.publishing.fact_clues import days_seen
from app.pipeline.dating.publishing.pair_clues import any_of
from app.pipeline.dating.publishing.puzzle import LAST_DAY, NO_DAYS, Constraint, Days
from app.pipeline.dating.publishing.recalled_days import seen_of
from app.pipeline.dating.surroundings import Direction, is_quoted, sentence_before

_TOOK = re.compile(
    r"\b(?:(?:took|taken|takes|assumed|assumes) (?:office|over|power|the oath)"
    r"|(?:was|were|been|is) (?:sworn in|inaugurated)"
    r"|(?:came|come|rose) to (?:power|office)"
    r"|bec[ao]me (?:the )?(?:\w+ )?(?:president|leader|prime minister|premier|general secretary|foreign minister))\b",
    re.IGNORECASE,
)
_FOR = re.compile(r"\bin (?:power|office) (?:for )?(?:just |exactly )?$", re.IGNORECASE)
_NEAR = 32  # characters between the words for the beginning of an office and those that say when
_OF_OTHERS = re.compile(
    r"[.;]|\b(?:said|told|since|after|before|that|which|who|when|while|until|and|but|again|re-?elected)\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"\b(?:again|second|third|fourth|fifth|re-?elected|returned|back)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_FEWEST_LETTERS = 3
_NAME = re.compile(r"[A-Z][\w’'-]+")


def term_clues(evidence: Evidence) -> Iterator[Constraint]:
    """All clues of this kind that an article has."""
    likely = evidence.likely_in_story
    every = (terms for terms in evidence.dating.publication.people.terms if terms.pattern.pattern in likely)
    named = [(at, terms) for terms in every for at in evidence.where_told(terms.pattern)]
    if not named:
        return
    text = evidence.article.text
    for part in evidence.story_spans:
        for took in _TOOK.finditer(text, part.start, part.end):
            yield from _took_office(Stretch(*took.span()), named, evidence)
    for length, placed in zip(evidence.story, evidence.story[1:], strict=False):
        yield from _years_in_office(length, placed, named, evidence)


def _subject(span: Stretch, named: list[tuple[Stretch, Terms]], evidence: Evidence) -> list[Terms]:
    """Who is said to be in office: whom its sentence names before it, and the story with a title."""
    before = sentence_before(evidence.article.text, span)
    if is_quoted(evidence.article.text, span.start) or _AGAIN.search(before) or _YEAR.search(before):
        return []
    names = _NAME.findall(before)
    words = {name.removesuffix("'s").removesuffix("’s") for name in names if len(name) >= _FEWEST_LETTERS}
    told = [(at, terms) for at, terms in named if at.start < span.start and words & _words_of(terms)]
    if not told:
        return []
    name = max(told, key=lambda one: one[0].start)[1].name
    subject = [terms for _, terms in told if terms.name == name]
    return subject if all(len(terms.held) == 1 for terms in subject) else []  # who came back took office twice


def _words_of(terms: Terms) -> set[str]:
    return {word for word in re.split(r"[\s-]", terms.name) if len(word) >= _FEWEST_LETTERS} | {terms.name}


def _took_office(took: Stretch, named: list[tuple[Stretch, Terms]], evidence: Evidence) -> Iterator[Constraint]:
    text = evidence.article.text
    for placed in evidence.story:
        gap = text[took.end : placed.span.start]
        if placed.span.start < took.end or len(gap) > _NEAR:
            continue
        subject = [] if _OF_OTHERS.search(gap) or placed.looks is Direction.AHEAD else _subject(took, named, evidence)
        firsts = {first for terms in subject for first, _ in terms.held}
        if allows := any_of(days_seen(placed, first, evidence, is_past=True) for first in firsts):
            where = Stretch(took.start, placed.span.end)
            says = f"“{where.of(text)}”, of {subject[0].name}: the day is known, and it tells from when."
            yield evidence.constraint(ClueKind.FACT_SEEN, where, says, allows)
        return


def _years_in_office(
    length: PlacedForm, placed: PlacedForm, named: list[tuple[Stretch, Terms]], evidence: Evidence
) -> Iterator[Constraint]:
    """Read "Kim, who will have been in power for three years next month"."""
    is_length = length.reads == "duration" and length.is_counted and length.form.parts.get("units") == "Y"
    gap = length.text[length.span.end : placed.span.start]
    if not is_length or len(gap) > _NEAR or _OF_OTHERS.search(gap) or not _FOR.search(length.before):
        return
    firsts = {first for terms in _subject(length.span, named, evidence) for first, _ in terms.held}
    if allows := any_of(_seen_later(placed, first, length.number("count")) for first in firsts):
        where = Stretch(length.span.start, placed.span.end)
        says = f"“{where.of(length.text)}” in an office that began on {date_to_people(day_date(min(firsts)))}."
        yield evidence.constraint(ClueKind.FACT_SEEN, where, says, allows)


def _seen_later(placed: PlacedForm, first: date, years: int) -> Days:
    year = first.year + years
    return seen_of(placed, same_day_in(first, year)) if year <= LAST_DAY.year else NO_DAYS
