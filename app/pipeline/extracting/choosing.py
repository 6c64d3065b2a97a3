"""Which drafts of a sentence tell of something of their own."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from app.domain.event import Status
from app.domain.text import Stretch
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.knowledge.extracting_rows import STATING
from app.pipeline.extracting.drafts import Draft

_OWNS = re.compile(r"['’]s\s")
_AND_THAT = re.compile(r"\band\s+that\b")
_AND = re.compile(r"\b(?:and|but|while)\b")
_APPOSITION = re.compile(
    r",\s+(?:an?|the|his|her|their)\s+(?:[\w-]+\s+){0,3}?(?:visit|trip|meeting|summit|talks|letter|pact|treaty|deal)\b[^,;]*$"
)
_NOT_YET = {Status.PLANNED, Status.CLAIMED}


def one_each(drafts: Iterable[Draft], knowledge: ExtractingKnowledge) -> list[Draft]:
    """One draft for each happening of each sentence."""
    by_sentence = groupby(drafts, key=lambda draft: draft.scene.span)
    return [draft for _, group in by_sentence for draft in _one_each_of_sentence(group, knowledge)]


def _one_each_of_sentence(drafts: Iterable[Draft], knowledge: ExtractingKnowledge) -> Iterator[Draft]:
    """Of words that tell of one happening twice the first: same family, same words for the date; and no mere parts."""
    kept: dict[tuple[str, Stretch | None], Draft] = {}
    for draft in drafts:
        kept.setdefault((draft.family, _words(draft)), draft)
    whole = [
        draft
        for (_, words), draft in kept.items()
        if not any((family, words) in kept for family in knowledge.kinds[draft.trigger.row.kind].part_of)
        and (words or not any(_tells_more(other, draft) for other in kept.values()))
    ]
    whole = [draft for draft in whole if not any(_is_said_in(draft, e) or _says_again(draft, e) for e in whole)]
    of_its_own = [draft for draft in whole if not _is_beside_the_point(draft, whole)]
    yield from (d for i, d in enumerate(of_its_own) if not any(_goes_on_saying(d, e) for e in of_its_own[:i]))


def _is_said_in(draft: Draft, statement: Draft) -> bool:
    """Is it what others claim in a statement with a day of its own ("said in May that the last had left in 2018")?

    Where a row knows what it tells, it is told beside the statement.
    """
    is_statement = statement.trigger.row == STATING and statement.is_dated
    is_of_it = draft.speech.span == statement.trigger.span and statement.trigger.span < draft.trigger.span
    if not (is_statement and is_of_it and draft.trigger.row.is_open and draft.standing.status is Status.CLAIMED):
        return False
    between = draft.scene.article.text[statement.trigger.span.end : draft.trigger.span.start]
    return draft.governed != statement.governed and _AND.search(between) is None


def _says_again(draft: Draft, earlier: Draft) -> bool:
    """Is it a noun behind a comma for what its sentence has just told ("They met in May, a summit that …")?"""
    if draft.family != earlier.family or draft.trigger.span < earlier.trigger.span or draft.is_dated:
        return False
    words = draft.scene.article.text[earlier.trigger.span.end : draft.trigger.span.end]
    return _APPOSITION.search(words) is not None


def _goes_on_saying(draft: Draft, earlier: Draft) -> bool:
    """Is it a further part of one statement ("said that A, and that B"), no part of which is dated or has happened?"""
    between = draft.scene.article.text[earlier.trigger.span.end : draft.trigger.span.start]
    is_one_speech = draft.speech.verb is not None and draft.speech == earlier.speech
    is_news_to_come = {draft.standing.status, earlier.standing.status} <= _NOT_YET
    return (
        is_one_speech
        and is_news_to_come
        and not (draft.is_dated or earlier.is_dated)
        and bool(_AND_THAT.search(between))
    )


def _tells_more(draft: Draft, other: Draft) -> bool:
    """Does the one tell with a date what the other tells, in the same sentence, without?"""
    is_of_it = draft.family == other.family and draft.standing == other.standing
    return is_of_it and draft.is_dated and not draft.is_told_by_date


def _is_beside_the_point(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Does the sentence tell of something else, or is this only what a letter said?

    "The letters praised …" tells of the letters; "The letters follow the recognition" tells of the recognition.
    """
    others = [d for d in drafts if d.family != draft.family]
    if _is_owned_by_day(draft):
        return any(other.is_dated for other in others)
    if draft.is_reference:
        return not draft.is_dated and any(not d.is_reference and not _is_content(d, draft) for d in others)
    return any(d.is_reference and _is_content(draft, d) for d in others)


def _is_owned_by_day(draft: Draft) -> bool:
    """Is it only named by its day, as known ("today's meeting")?"""
    words = _words(draft)
    return (
        words is not None
        and draft.trigger.span.holds(words)
        and _OWNS.match(draft.scene.article.text, words.end) is not None
    )


def _is_content(draft: Draft, reference: Draft) -> bool:
    """Does the trigger's verb follow the reference at once, as its predicate?"""
    text = draft.scene.article.text
    between = text[reference.trigger.span.end : draft.trigger.span.start]
    return reference.trigger.span.end <= draft.trigger.span.start and not between.strip()


def _words(draft: Draft) -> Stretch | None:
    return draft.governed.words if draft.governed else None
