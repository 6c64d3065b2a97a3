"""Dates that a mention takes from other sentences: from the same happening, or from the one told before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.edtf import EdtfDate, Precision, day_date, not_later_than, span_date
from app.domain.event import Status
from app.domain.showing import date_to_people
from app.domain.text import Stretch
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.knowledge.extracting_rows import STATING, TieRow
from app.pipeline.dating.calendar import days_later
from app.pipeline.extracting.contradicting import is_gainsaid, is_glanced_at, looks_back, people_of
from app.pipeline.extracting.drafts import FRESH, Draft
from app.pipeline.extracting.governing import and_then, is_timed
from app.pipeline.extracting.meetings import dealing_of_the_same, meeting_of_the_two, people_spoken_of
from app.pipeline.extracting.speaking import Speech
from app.pipeline.extracting.told import Told

_HEDGED = {Status.PLANNED, Status.CLAIMED, Status.DENIED}


@dataclass(frozen=True)
class Dated:
    """The date that a draft ends up with."""

    date: EdtfDate
    words: Stretch | None
    reasoning: str


def date_draft(draft: Draft, told: Told, knowledge: ExtractingKnowledge) -> Dated:
    """The date of a draft.

    Args:
        draft: The mention in the making.
        told: All drafts of the article.
        knowledge: The rows.

    Returns:
        In this order: the date of its own words; that of the same happening elsewhere in the article, for "the talks"
        also that of what the same people have agreed or signed before; that of the happening it is tied to ("in
        retaliation"); the day of the report; for what "the two" did, that of their meeting; not later than
        publication. An undated statement never takes the day of publication itself.
    """
    if (day := _day_of_part(draft, told, knowledge)) is not None:
        return day
    if draft.governed and not draft.governed.is_report:
        return Dated(draft.governed.date, draft.governed.words, draft.governed.reasoning)
    if same := _same_happening(draft, told, knowledge):
        return _carried(same, f"the {knowledge.kinds[same.trigger.row.kind].noun} told of in paragraph")
    is_denial = draft.governed is not None and draft.standing.status is Status.DENIED  # made on the day of the report
    if not is_denial and (tied := _tied_to(draft, told, knowledge)):
        return tied
    if draft.governed:
        return _by_report(draft)
    meeting = meeting_of_the_two(draft, told, knowledge)
    return _carried(meeting, "the two did so where they met, as told in paragraph") if meeting else _undated(draft)


def _day_of_part(draft: Draft, told: Told, knowledge: ExtractingKnowledge) -> Dated | None:
    """Of what only a part of a day dates ("in the evening"): the day to which the story has come."""
    governed = draft.governed
    if governed is None or not knowledge.grammar["day_part"].search(governed.words.of(draft.scene.article.text)):
        return None
    return _tied_to(draft, told, knowledge)


def _undated(draft: Draft) -> Dated:
    latest = draft.scene.publication.date.latest
    if latest is None:
        return Dated(not_later_than(None), None, "No words date it, and the day of publication is not known.")
    return Dated(
        not_later_than(latest),
        None,
        f"No words date it: not later than publication, {date_to_people(day_date(latest))}.",
    )


def _by_report(draft: Draft) -> Dated:
    """A claim or an announcement is of the day of its report; what an outlet tells may be of the day before."""
    assert draft.governed  # noqa: S101 (the caller looked)
    reported, words = draft.governed.date, draft.governed.words
    if draft.standing.status in _HEDGED or reported.precision is not Precision.DAY or not _is_by_outlet(draft.speech):
        return Dated(reported, words, draft.governed.reasoning)
    latest = reported.latest or date.max
    earlier = span_date(days_later(latest, -1), latest)
    return Dated(
        earlier, words, and_then(draft.governed.reasoning, "that is the day of the report, at most a day after")
    )


def _is_by_outlet(speech: Speech) -> bool:
    """Is it news that came with a report ("…, state media said on Friday"), and no word of who acts or answers?"""
    verb = (speech.verb or "report").lower()
    return speech.voice == "media" or bool(speech.sources) or verb.startswith("report")


def _same_happening(draft: Draft, told: Told, knowledge: ExtractingKnowledge) -> Draft | None:
    """The dated draft that tells of the same happening: the freshest, then the nearest in the text."""
    published = draft.scene.publication.date.latest
    if draft.trigger.row.is_open or draft.trigger.row == STATING:
        return None  # two statements of one speaker are not the same
    if draft.governed is None and is_timed(draft.scene, draft.trigger, knowledge):
        return None  # it has a day of its own, though nobody can tell which
    candidates = [
        other
        for other in told.dated_near(draft)
        if (_goes_on_about(draft, other, told, knowledge) or _could_be(draft, other, published))
        and not is_gainsaid(draft, other, knowledge)
        and not (other.is_told_by_date and other.scene.span == draft.scene.span)
    ]
    best = min(
        candidates,
        key=lambda other: (_age(other, published), _distance(draft, other), other.place_in_text),
        default=None,
    )
    if best is None or best.place_in_text > draft.place_in_text:
        dealing = dealing_of_the_same(draft, told, knowledge)
        return dealing or (None if best and looks_back(best, draft, told) else best)
    return best


def _goes_on_about(draft: Draft, other: Draft, told: Told, knowledge: ExtractingKnowledge) -> bool:
    """Is it "the talks" of people who were there? A stop that one side made elsewhere is no talks with the other."""
    if not draft.is_reference:
        return False
    people, there = people_spoken_of(draft, told, knowledge), people_of(other, knowledge)
    if there or draft.trigger.row.kind != other.trigger.row.kind:
        return people <= there
    return not draft.actors or not other.actors or bool(set(draft.actors) & set(other.actors))


def _could_be(draft: Draft, other: Draft, published: date | None) -> bool:
    if draft.standing.status is not Status.ASSERTED or other.standing.status is not Status.ASSERTED:
        return False
    if not set(draft.actors) & set(other.actors) or draft.trigger.row.kind != other.trigger.row.kind:
        return False
    return published is not None and _age(other, published) <= FRESH


def _age(draft: Draft, published: date | None) -> timedelta:
    latest = draft.governed.date.latest if draft.governed else None
    if published is None or latest is None:
        return timedelta(0)
    return abs(published - latest)


def _distance(draft: Draft, other: Draft) -> tuple[bool, int]:
    """What stands before counts as nearer than what stands after."""
    gap = draft.place_in_text - other.place_in_text
    return gap < 0, abs(gap)


def _tied_to(draft: Draft, told: Told, knowledge: ExtractingKnowledge) -> Dated | None:
    """What the draft's own words tie it to: the nearest dated happening told before it."""
    row = draft.scene.first(knowledge.ties)
    facts = _facts_for(row, draft, told, knowledge) if row else []
    if row is None or not facts:
        return None
    is_of_day = row.means == "same day"
    tied = min(facts, key=lambda fact: _farness(fact, draft, facts)) if is_of_day else facts[0]  # alike: the nearest
    noun = knowledge.kinds[tied.trigger.row.kind].noun
    same = _carried(tied, f"tied by its words to the {noun} told of in paragraph")
    if row.means == "soon after" and same.date.precision is Precision.DAY:
        return _after(same, draft.scene.publication.date)
    return same


def _facts_for(row: TieRow, draft: Draft, told: Told, knowledge: ExtractingKnowledge) -> Sequence[Draft]:
    """What words such as "in the evening" or "after the talks" can mean, the nearest first."""
    facts = [
        fact
        for fact in told.dated_before(draft)
        if fact.standing.status is Status.ASSERTED and (not row.families or fact.family in row.families)
        if not (row.prefers and is_gainsaid(draft, fact, knowledge))
        if _is_near(fact, draft) or not is_glanced_at(fact, told, knowledge)
    ]
    preferred = [fact for fact in facts if fact.trigger.row.kind == row.prefers]
    if row.prefers and facts and not preferred and (meeting := meeting_of_the_two(draft, told, knowledge)):
        return [meeting]  # who speak to each other are at "the talks", whatever journey was told last
    return preferred or facts


def _is_near(fact: Draft, draft: Draft) -> bool:
    """Do they stand in one paragraph, which may go on from what it glanced at?"""
    return fact.scene.sentence.paragraph == draft.scene.sentence.paragraph


def _farness(fact: Draft, draft: Draft, facts: Sequence[Draft]) -> tuple[bool, bool, bool, bool]:
    """What a sentence ties itself to, the likeliest first: told in it; in its paragraph; as news; to the day."""
    is_first = not any(o.scene.span == fact.scene.span and o.place_in_text < fact.place_in_text for o in facts)
    is_beside = is_first and fact.scene.sentence.paragraph == draft.scene.sentence.paragraph
    is_by_day = fact.governed is not None and fact.governed.date.precision is Precision.DAY
    return fact.scene.span != draft.scene.span, not is_beside, not fact.is_news, not is_by_day


def _after(tied: Dated, published: EdtfDate) -> Dated:
    """From the day of the one on, at most until publication; open where that is no day, or one before it."""
    begins, latest = tied.date.earliest, published.latest if published.precision is Precision.DAY else None
    if begins and latest and latest < begins:  # a plan told as done: the page errs, or its day of publication does
        latest = None
    return Dated(span_date(begins, latest), None, and_then(tied.reasoning, "it followed"))


def _carried(source: Draft, why: str) -> Dated:
    assert source.governed  # noqa: S101 (only dated drafts are carried from)
    paragraph = source.scene.sentence.paragraph
    return Dated(source.governed.date, None, f"{why} {paragraph}: {source.governed.reasoning}")
