"""How a happening stands: told as fact, planned, claimed, or denied."""

import re
from dataclasses import dataclass

from app.domain.event import Status
from app.domain.text import Stretch
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.knowledge.extracting_rows import STATING, StatusRow
from app.pipeline.extracting.scene import Scene, Trigger, count_words
from app.pipeline.extracting.speaking import Speech

# What weighs more when several hold: a denial of a claim of a plan is a denial.
_WEIGHT = {Status.DENIED: 3, Status.CLAIMED: 2, Status.PLANNED: 1}
_BEFORE_NOUN = 4
_CLAUSE_END = re.compile(
    r";|\s[—–]\s|,\s+(?:and|but|while|who|which)\s|\b(?:that|which|who)\s+(?:was|were|had)\b|\b(?:after|following|before|since|based\s+on|when|while)\b"
)


@dataclass(frozen=True)
class Standing:
    """A status, with the reason where the status alone does not say it."""

    status: Status
    reason: str | None = None


def find_standing(scene: Scene, trigger: Trigger, speech: Speech, knowledge: ExtractingKnowledge) -> Standing:
    """The status that the words around a trigger, and the voice that tells it, give it."""
    if trigger.row.is_background or trigger.row.is_continuing:
        return Standing(Status.ASSERTED)
    is_past = knowledge.grammar["told_as_past"].search(trigger.span.of(scene.article.text)) is not None
    standings = [
        Standing(status.row.status, status.row.reason)
        for status in scene.likely(knowledge.statuses)
        if not (is_past and status.row.status is Status.PLANNED) and _holds(scene, trigger, status.pattern, status.row)
    ]
    words = trigger.span.of(scene.article.text)
    if trigger.row.status and not (trigger.row.is_open and knowledge.grammar["past_duty"].search(words)):
        standings.append(Standing(trigger.row.status))
    best = max(standings, key=lambda s: _WEIGHT[s.status], default=Standing(Status.ASSERTED))
    if trigger.row == STATING and scene.first(knowledge.denials) is not None:
        best = Standing(Status.DENIED)
    return best if _is_beside(scene, trigger, speech, knowledge) else _by_voice(best, speech)


def _holds(scene: Scene, trigger: Trigger, pattern: re.Pattern[str], row: StatusRow) -> bool:
    """Do the row's words stand where they reach the trigger, in its clause?"""
    text = scene.article.text
    if row.reach == "anywhere":
        return any(
            count_words(_between(text, trigger.span, Stretch(*found.span()))) <= row.within_words
            for found in pattern.finditer(text, scene.span.start, scene.span.end)
        )
    if row.reach == "after":
        found = pattern.search(text, trigger.span.end, scene.span.end)
        return found is not None and count_words(text[trigger.span.end : found.start()]) <= row.within_words
    # A noun is planned or denied by the words right before it ("the planned visit"), not by the verb of its sentence.
    reach = min(row.within_words, _BEFORE_NOUN) if trigger.row.form == "noun" else row.within_words
    # The trigger's own words count: "promised" is in "promised 100 volunteers".
    before = list(pattern.finditer(text, scene.span.start, trigger.span.end))
    return any(
        count_words(text[found.end() : trigger.span.start]) <= reach
        and not (found.end() < trigger.span.start and _CLAUSE_END.search(text, found.end(), trigger.span.start))
        for found in before
    )


def _between(text: str, one: Stretch, other: Stretch) -> str:
    first, second = sorted((one, other))
    return text[first.end : max(first.end, second.start)]


def _is_beside(scene: Scene, trigger: Trigger, speech: Speech, knowledge: ExtractingKnowledge) -> bool:
    """Does the speech leave out what is told: "Rome accused him, a month after he had come"?"""
    if speech.span is None or speech.span.overlaps(trigger.span):
        return False
    first, second = sorted((speech.span, trigger.span))
    return knowledge.grammar["clause_beside"].search(scene.article.text, first.end, second.start) is not None


def _by_voice(standing: Standing, speech: Speech) -> Standing:
    """What others say that a party did is their claim; what outlets and the parties themselves say is a report."""
    is_distant = speech.is_claiming or speech.voice in {"commentator", "third party"}
    if is_distant and speech.verb and standing.status in {Status.ASSERTED, Status.PLANNED}:
        return Standing(Status.CLAIMED)
    return standing
