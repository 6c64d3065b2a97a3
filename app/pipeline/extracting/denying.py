"""Denials: tied to the claim that they deny, wherever in the article that stands."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from app.domain.edtf import EdtfDate, Precision, not_later_than, span_date
from app.domain.event import Mention, Status
from app.domain.text import Stretch
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.knowledge.extracting_rows import TriggerRow
from app.pipeline.extracting.governing import find_date
from app.pipeline.extracting.naming import Named
from app.pipeline.extracting.scene import Scene, Trigger

_CLAUSE = re.compile(r"\s[—–]\s|;|,\s+(?=(?:a|an|the)\s+(?:claim|charge|allegation|accusation|report))")
_WORD = re.compile(r"[^\W\d_]{4,}|\d[\d,.]*")
_BY = re.compile(r"\bby\s+(?:the\s+)?")
DENYING = TriggerRow(kind="denial", pattern="", finds=[], ignores=[], source="rows of [[denial]]")
# So many claims to either side are looked at.
_NEAR = 40
# What a plain claim, one close before (in characters), and one whose own deed is named count, in shared words.
_PLAIN, _CLOSE, _REACH, _NAMED = 2, 2, 500, 4
_BESIDE = 2  # paragraphs
_DELEGATE = re.compile(r"\brepresentatives?\b")
_OFFICE = 40  # characters behind "Danish" in which an office is that of a Dane
_CLAIMS = {Status.CLAIMED, Status.PLANNED}


def find_denials(
    scenes: Sequence[Scene], mentions: Sequence[Mention], knowledge: ExtractingKnowledge
) -> Iterator[Mention]:
    """A mention for each sentence, or clause, that denies a claim of the article.

    Args:
        scenes: The sentences of the article.
        mentions: What they tell, claims among them.
        knowledge: The rows.

    Yields:
        Mentions with status denied, of the kind of the claim. A denial of nothing that the article tells is left out.
    """
    claims = sorted((m for m in mentions if m.status in _CLAIMS), key=_place)
    for scene in scenes if claims else ():
        text, span = scene.article.text, scene.span
        denials = (denial.pattern.search(text, span.start, span.end) for denial in scene.likely(knowledge.denials))
        found = next((one for one in denials if one), None)
        if not found or scene.in_quotation(Stretch(*found.span())) or scene.first(knowledge.passes):
            continue
        here = bisect_left(claims, scene.span.start, key=_place)
        if _is_by_others(scene, found.start(), knowledge):
            continue
        if claim := _claim_meant(scene, claims[max(0, here - _NEAR) : here + _NEAR]):
            yield _denial(scene, Stretch(*found.span()), claim, knowledge)


def _is_by_others(scene: Scene, at: int, knowledge: ExtractingKnowledge) -> bool:
    """Does the clause of a denial begin with a state that is neither side ("Japan has never sold …")?"""
    clause = _clause(scene, Stretch(at, at))
    first = next((actor.side for actor in scene.actors if clause.holds(actor.span)), None)
    return first is not None and first not in {*knowledge.subject.sides, *knowledge.subject.neutral}


def _place(mention: Mention) -> int:
    return mention.quote.start


def _claim_meant(scene: Scene, claims: Sequence[Mention]) -> Mention | None:
    """The claim whose deed the denial names, that shares most words with it, or stands close before it.

    A plan needs a shared word.
    """
    text, mine = scene.article.text, _content(scene.words)

    def shared(claim: Mention) -> int:
        return len(mine & _content(claim.quote.of(text)))

    def rank(claim: Mention) -> tuple[bool, int, bool, int]:
        gap = scene.span.start - claim.quote.start
        weight = shared(claim) + _PLAIN * (claim.status is Status.CLAIMED) + _CLOSE * (0 < gap < _REACH)
        weight += _NAMED * bool(mine & _content(claim.trigger.of(text)))
        return claim.quote == scene.span, weight, gap > 0, -abs(gap)

    meant = max(claims, key=rank, default=None)
    is_meant = meant and (meant.quote == scene.span or meant.status is Status.CLAIMED or shared(meant))
    return meant if is_meant else None


def _content(words: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(words))


def _denial(scene: Scene, trigger: Stretch, claim: Mention, knowledge: ExtractingKnowledge) -> Mention:
    quote = _clause(scene, trigger) if claim.quote == scene.span else scene.span
    own = find_date(scene, Trigger(trigger, DENYING), knowledge)
    dated = own if own and quote.holds(own.words) else None
    return Mention(
        article_id=scene.article.id,
        paragraph=scene.sentence.paragraph,
        quote=quote,
        trigger=trigger,
        kind=claim.kind,
        topic=claim.topic,
        status=Status.DENIED,
        status_reason=None,
        speaker=_speaker(scene, trigger, knowledge),
        date=dated.date if dated else _date(scene, trigger, claim, knowledge),
        date_words=dated.words if dated else None,
        reasoning=dated.reasoning
        if dated
        else f"A denial of the claim in paragraph {claim.paragraph}: made after it, not later than publication.",
        actors=claim.actors,
        places=claim.places,
        headline=claim.headline,
        sources=(),
    )


def _clause(scene: Scene, trigger: Stretch) -> Stretch:
    """The clause of a sentence that denies, where another clause of it claims."""
    text, start, end = scene.article.text, scene.span.start, scene.span.end
    for cut in _CLAUSE.finditer(text, scene.span.start, scene.span.end):
        if cut.end() <= trigger.start:
            start = cut.end()
        elif cut.start() >= trigger.end:
            end = cut.start()
            break
    while text[start].isspace():
        start += 1
    return Stretch(start, end)


def _date(scene: Scene, trigger: Stretch, claim: Mention, knowledge: ExtractingKnowledge) -> EdtfDate:
    """From the day of the claim on; where the sentence looks back, or stands far from the claim, with no such bound."""
    claimed, published = claim.date, scene.publication.date
    is_near = abs(scene.sentence.paragraph - claim.paragraph) <= _BESIDE
    is_answer = is_near and not knowledge.grammar["looks_back"].search(
        scene.article.text, scene.span.start, trigger.end
    )
    if is_answer and claimed.precision is Precision.DAY and claimed.earliest:
        latest = published.latest if published.precision is Precision.DAY else None
        if latest is None or latest >= claimed.earliest:
            return span_date(claimed.earliest, latest)
    return not_later_than(published.latest)


def _speaker(scene: Scene, trigger: Stretch, knowledge: ExtractingKnowledge) -> str | None:
    """Who denies: the one after "by", else the first one named before the verb, in its clause or else its sentence."""
    text, clause = scene.article.text, _clause(scene, trigger)
    if by := _BY.search(text, trigger.end, scene.span.end):
        named = [actor for actor in scene.actors if actor.span.start >= by.end()]
    else:
        before = [actor for actor in scene.actors if actor.span.end <= trigger.start]
        beside = [actor for actor in before if clause.holds(actor.span)]
        named = list(_who_may_deny(beside or before, text, knowledge))
    if named:
        people = (actor for actor in named if actor.kind == "person" and actor.side == named[0].side)
        return next(people, named[0]).name
    voice = next(
        (found for v in knowledge.voices if (found := v.pattern.search(text, scene.span.start, trigger.start))), None
    )
    return voice[0] if voice else None


def _who_may_deny(named: Sequence[Named], text: str, knowledge: ExtractingKnowledge) -> Iterator[Named]:
    """Those named themselves, or by their office as "a Danish envoy" is.

    Where another is named too, a body of many states is where it was denied: "a Danish envoy at the United Nations".
    """
    states = [actor for actor in named if actor.side not in knowledge.subject.neutral]
    for actor in states or named:
        behind = text[actor.span.end : actor.span.end + _OFFICE]
        if not actor.is_adjective or knowledge.grammar["office"].search(behind) or _DELEGATE.search(behind):
            yield actor
    yield from states
