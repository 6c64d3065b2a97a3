"""Who says so: the speaker of a sentence, the kind of voice, and the outlets that it credits."""

import re
from dataclasses import dataclass
from typing import Literal

from app.domain.text import Stretch
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.pipeline.extracting.scene import Scene, Trigger
from app.pipeline.extracting.statements import STATING

Voice = Literal["party", "commentator", "third party", "media"]

_NAME = re.compile(
    r"(?:[A-Z][\w’'.-]*[\s\u00a0]+(?:of[\s\u00a0]+(?:the[\s\u00a0]+)?)?){0,6}[A-Z][\w’'-]*(?:[\s\u00a0]+(?:agency|ministry|officials?))?"
)
# How far before its verb a speaker is looked for, in characters, and how much of that names the kind of voice.
_REACH = 160
_AFTER_SPEECH = re.compile(r"[\s\u00a0]+(?:to[\s\u00a0]+)?(?:the[\s\u00a0]+)?")


@dataclass(frozen=True)
class Speech:
    """Who says what a sentence tells, how, and by which outlets it came."""

    speaker: str | None
    voice: Voice
    verb: str | None
    is_claiming: bool
    sources: tuple[str, ...]  # families of the outlets credited


def find_speech(scene: Scene, trigger: Trigger, knowledge: ExtractingKnowledge) -> Speech:
    """The speech verb that is nearest to a trigger, with its speaker."""
    text = scene.article.text
    verbs = [
        Stretch(*found.span())
        for found in knowledge.speech.finditer(text, scene.span.start, scene.span.end)
        if _is_other(trigger, Stretch(*found.span())) and not scene.in_quotation(Stretch(*found.span()))
    ]
    sources = _sources(scene, knowledge)
    if not verbs:
        return Speech(None, "party", None, is_claiming=False, sources=sources)
    nearest_first = sorted(verbs, key=lambda span: (_gap(span, trigger.span), span))
    spoken = [(verb.of(text), *_speaker(scene, verb, knowledge)) for verb in nearest_first]
    voices = [_voice(phrase, speaker, knowledge) for _, phrase, speaker in spoken]
    # Who said it comes before the outlet that carried it ("X claimed …, according to the Post").
    first = next((i for i, voice in enumerate(voices) if voice != "media" and spoken[i][2]), 0)
    verb, _, speaker = spoken[first]
    return Speech(speaker, voices[first], verb, verb in knowledge.claiming, sources)


def _is_other(trigger: Trigger, verb: Stretch) -> bool:
    """Is the verb of saying not the happening itself? A statement is its own."""
    return trigger.row == STATING or not trigger.span.overlaps(verb)


def _gap(one: Stretch, other: Stretch) -> int:
    return max(other.start - one.end, one.start - other.end)


def _speaker(scene: Scene, verb: Stretch, knowledge: ExtractingKnowledge) -> tuple[str, str | None]:
    """The words around the speaker, and its name."""
    text = scene.article.text
    if verb.of(text).lower() in {"according to", "citing", "quoted", "cited"}:
        start = _AFTER_SPEECH.match(text, verb.end)
        at = start.end() if start else verb.end
        phrase = re.split(r"[,.;]", text[at : min(scene.span.end, at + _REACH)])[0]
        found = _NAME.search(phrase)
        return phrase, _canonical(found[0], knowledge) if found else phrase.strip() or None
    start_at = max(scene.span.start, verb.start - _REACH)
    phrase = text[start_at : verb.start]
    named = [actor for actor in scene.actors if start_at <= actor.span.start < verb.start and not actor.is_adjective]
    people = [actor for actor in named if actor.kind == "person"]
    unknown = [found for found in _NAME.finditer(phrase) if " " in found[0]]
    if unknown and (not named or named[-1].span.end < start_at + unknown[-1].start()):
        return phrase, _canonical(unknown[-1][0], knowledge)
    chosen = (people or named)[-1:]
    return phrase, chosen[0].name if chosen else None


def _canonical(name: str, knowledge: ExtractingKnowledge) -> str:
    found = knowledge.names.pattern.search(name)
    if found and len(found[0]) > len(name) / 2:
        candidates = knowledge.names.rows(found[0])
        if len(candidates) == 1:
            return candidates[0]
    return re.sub(r"[\s\u00a0]+", " ", name).strip()


def _voice(phrase: str, speaker: str | None, knowledge: ExtractingKnowledge) -> Voice:
    if speaker and knowledge.media.pattern.search(speaker):
        return "media"
    actor = knowledge.actors.get(speaker or "")
    if actor and actor.side in knowledge.subject.sides:
        return "party"
    return next((row.voice for pattern, row in knowledge.voices if pattern.search(phrase)), "party")


def _sources(scene: Scene, knowledge: ExtractingKnowledge) -> tuple[str, ...]:
    """Families of the outlets that a sentence names as its source, in order of letters."""
    text = scene.article.text
    named = knowledge.media.pattern.finditer(text, scene.span.start, scene.span.end)
    return tuple(sorted({knowledge.media.rows(found[0])[0] for found in named}))
