"""Clues from the birthdays of people whose birth is known: "the 105th birth anniversary of the President"."""

import re
from collections.abc import Iterator
from datetime import date

from app.domain.edtf import day_date
from app.domain.showing import date_to_people
from app.domain.text import Stretch
from app.knowledge.people_rows import Birth
from app.knowledge.publication_rows import ClueKind, PageRole
from app.pipeline.dating.calendar import same_day_in
from app.pipeline.dating.publishing.evidence import Evidence
from app.pipeline.dating.publishing.named_day_clues import days_of_anniversary
from app.pipeline.dating.publishing.puzzle import LAST_DAY, Constraint
from app.pipeline.dating.publishing.recalled_days import seen_of, stand_together
from app.pipeline.dating.publishing.sum_clues import count_told, is_of_now, is_of_other_year
from app.pipeline.dating.surroundings import is_quoted, sentence_after, sentence_before

_BIRTHDAY = re.compile(
    r"\b(?P<count>\d{2,3}(?=st|nd|rd|th)|[a-z]+(?:-[a-z]+)?)(?:st|nd|rd|th)?\s"
    r"(?:birth\s(?:anniversary|jubilee)|birthday|(?:anniversary|jubilee)\sof\s(?:the\s|his\s|her\s)?birth)\b",
    re.IGNORECASE,
)
_BIRTH = "birth"
_OF_TITLE = re.compile(
    r"\sof\sthe\s(?:great\s|late\s)?(?P<title>president|leader|marshal|chairman|general)\b", re.IGNORECASE
)
_OWNER = re.compile(r"['’]s?\s(?:own\s)?$")
_NEAR = 60  # characters from "birthday of" to the name
_FEWEST_YEARS = 10


def birthday_clues(evidence: Evidence) -> Iterator[Constraint]:
    """All clues of this kind that an article has."""
    text = evidence.article.text
    if _BIRTH not in text.lower():  # a word that every form has: the pattern, which may begin anywhere, is slow
        return
    for region in evidence.story_spans:
        for found in _BIRTHDAY.finditer(text, region.start, region.end):
            count = count_told(found["count"], evidence)
            if count is None or count < _FEWEST_YEARS or is_quoted(text, found.start()):
                continue
            for birth in _born(Stretch(*found.span()), evidence):
                yield from _birthday(Stretch(*found.span()), count, birth, evidence)


def _born(span: Stretch, evidence: Evidence) -> list[Birth]:
    """Whose birthday it is: who is named right behind or, as its owner, before; or by a title that only one bears."""
    text = evidence.article.text
    births = [one for one in evidence.dating.publication.people.births if one.pattern.pattern in evidence.likely]
    before, after = text[max(0, span.start - _NEAR) : span.start], text[span.end : span.end + _NEAR]
    owners = [one for one in births for hit in one.pattern.finditer(before) if _OWNER.fullmatch(before[hit.end() :])]
    named = [
        (hit.start(), one) for one in births if (hit := one.pattern.search(after)) and "." not in after[: hit.start()]
    ]
    if owners or named:
        return owners[:1] or [min(named, key=lambda hit: hit[0])[1]]
    title = _OF_TITLE.match(after)
    bearers = [one for one in births if title and re.search(rf"\b{title['title']}\s{one.pattern.pattern}", text)]
    return bearers if len(bearers) == 1 else []


def _birthday(span: Stretch, count: int, birth: Birth, evidence: Evidence) -> Iterator[Constraint]:
    text = evidence.article.text
    sentence = f"{sentence_before(text, span)}{span.of(text)}{sentence_after(text, span)}"
    days = [same_day_in(first, first.year + count) for first, last in birth.days if first == last]
    if not days or days[0].year > LAST_DAY.year or is_of_other_year(sentence, days[0].year, evidence):
        return
    says = f"“{span.of(text)}” of {birth.name} is {date_to_people(day_date(days[0]))}."
    if is_of_now(span, sentence, evidence):
        before = sentence_before(text, span)
        is_ahead = evidence.marks(PageRole.TO_COME, before)
        allows = days_of_anniversary(before, sentence, days[0], days[0].year, is_ahead=is_ahead)
        yield evidence.constraint(ClueKind.ANNIVERSARY, span, says, allows)
    yield from _seen(span, days[0], says, evidence)


def _seen(span: Stretch, day: date, says: str, evidence: Evidence) -> Iterator[Constraint]:
    """Read "on Saturday celebrated the 105th birthday": that Saturday is the day itself."""
    text = evidence.article.text
    start = span.start - len(sentence_before(text, span))
    end = span.end + len(sentence_after(text, span))
    for placed in evidence.story:
        gap = text[min(span.end, placed.span.end) : max(span.start, placed.span.start)]
        is_beside = start <= placed.span.start < end and stand_together(gap) and not placed.is_quoted
        if is_beside and (allows := seen_of(placed, day)):
            where = Stretch(min(span.start, placed.span.start), max(span.end, placed.span.end))
            yield evidence.constraint(ClueKind.RECALLED_DAY, where, f"{says} “{placed.words}” tells from when.", allows)
            return
