"""A mention in the making: what its own sentence says of it, before other sentences lend it a date."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from app.domain.event import PassedOver, Status
from app.domain.text import Stretch
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.pipeline.extracting.governing import Governed, find_date
from app.pipeline.extracting.naming import find_places
from app.pipeline.extracting.scene import Scene, Trigger
from app.pipeline.extracting.speaking import Speech, find_speech
from app.pipeline.extracting.standing import Standing, find_standing
from app.pipeline.extracting.statements import STATING, statement_triggers

# How far before background words an actor of theirs stands, in characters.
_PHRASE = 24
# A happening is in the news for so long.
FRESH = timedelta(days=62)
_TEMPORAL = re.compile(
    r"\b(?:before|after|ahead\s+of|prior\s+to|since|during|following|on\s+the\s+eve\s+of)\s+(?:the\s+)?$", re.IGNORECASE
)
_DEFINITE = re.compile(r"(?:^|\s)(?:the|both|this|that|these|those|his|her|their)\s", re.IGNORECASE)


@dataclass(frozen=True)
class Draft:
    """What one sentence says of one happening."""

    scene: Scene
    trigger: Trigger
    family: str
    quote: Stretch
    speech: Speech
    standing: Standing
    governed: Governed | None
    sides: frozenset[str]
    actors: tuple[str, ...]
    is_reference: bool  # goes on about a happening that another sentence of the article must have told of

    @property
    def place_in_text(self) -> int:
        """Where its trigger stands: drafts of one article are told apart, and ordered, by it."""
        return self.trigger.span.start

    @property
    def is_news(self) -> bool:
        """Is it what the article reports, and not its past? Undated, or of the two months before publication."""
        latest = self.governed.date.latest if self.governed else None
        published = self.scene.publication.date.latest
        return latest is None or published is None or published - latest <= FRESH

    @property
    def is_dated(self) -> bool:
        """Does its own sentence say when it happened?"""
        return self.governed is not None and not self.governed.is_report


def draft_scene(scene: Scene, before: Scene | None, knowledge: ExtractingKnowledge) -> Iterator[Draft | PassedOver]:
    """A draft for each trigger of a sentence, or the reason why there is none.

    Args:
        scene: The sentence.
        before: The sentence before it in the same article: what "he" and "they" refer to.
        knowledge: The rows.
    """
    triggers = scene.triggers or tuple(statement_triggers(scene, knowledge))
    if not triggers:
        return
    reason = next((row.reason for pattern, row in knowledge.passes if pattern.search(scene.words)), None)
    if reason:
        yield PassedOver(scene.sentence.paragraph, scene.span, reason)
        return
    for trigger in triggers:
        yield _draft(scene, before, trigger, knowledge)


def _draft(scene: Scene, before: Scene | None, trigger: Trigger, knowledge: ExtractingKnowledge) -> Draft | PassedOver:
    speech, sides = find_speech(scene, trigger, knowledge), _sides(scene, before, knowledge)
    standing = find_standing(scene, trigger, speech, knowledge)
    draft = Draft(
        scene=scene,
        trigger=trigger,
        family=knowledge.kinds[trigger.row.kind].family,
        quote=scene.span,
        speech=speech,
        standing=standing,
        governed=find_date(scene, trigger, knowledge),
        sides=sides,
        actors=_actors_near(scene, trigger) if trigger.row.is_background else _actors(scene, before, knowledge),
        is_reference=trigger.row.is_continuing or (not _is_on_both(sides, knowledge) and _is_definite(scene, trigger)),
    )
    reason = _reason_against(draft, knowledge)
    return PassedOver(scene.sentence.paragraph, scene.span, reason) if reason else draft


def _reason_against(draft: Draft, knowledge: ExtractingKnowledge) -> str | None:
    return next((reason for holds, reason in _objections(draft, knowledge) if holds), None)


def _objections(draft: Draft, knowledge: ExtractingKnowledge) -> Iterator[tuple[bool, str]]:
    """What may speak against a draft, each with whether it does; the first that does is the reason."""
    row, status = draft.trigger.row, draft.standing.status
    if row.is_background:
        yield not draft.is_dated, "background that no date governs"
        return
    if draft.speech.voice == "commentator":
        yield status is not Status.CLAIMED or (row.form == "noun" and not draft.is_dated), "commentary"
    is_anchor = row.form == "noun" and not draft.is_dated and _dates_something_else(draft)
    yield is_anchor, "names it only to date something else"
    if draft.is_reference:
        yield _is_on_others(draft.scene, knowledge), "other countries' affairs"
        return
    is_on_relation = _is_on_both(draft.sides, knowledge) or _is_understood(draft, knowledge)
    yield not is_on_relation, "off the relation: does not tell of both sides"
    yield not draft.actors, "names nobody who did it"
    if row == STATING:
        yield not _is_by_party(draft, knowledge), "not said by one of the two sides"


def _is_by_party(draft: Draft, knowledge: ExtractingKnowledge) -> bool:
    return draft.speech.side in knowledge.subject.sides and draft.speech.voice == "party"


def _is_understood(draft: Draft, knowledge: ExtractingKnowledge) -> bool:
    """Is the other side a matter of course? In a story about the two, where something dated names one and no third."""
    sides, parties = draft.sides, set(knowledge.subject.sides)
    is_story_about_both = parties <= draft.scene.story_sides
    # A third side that only says so has no part in it.
    names_one_only = bool(sides & parties) and not sides - parties - {draft.speech.side}
    return draft.is_dated and is_story_about_both and names_one_only


def _is_on_both(sides: frozenset[str], knowledge: ExtractingKnowledge) -> bool:
    return set(knowledge.subject.sides) <= sides


def _dates_something_else(draft: Draft) -> bool:
    """Does the noun stand behind a preposition of time ("shortly before the meeting")?"""
    start = draft.trigger.span.start
    return _TEMPORAL.search(draft.scene.article.text[max(draft.scene.span.start, start - 30) : start]) is not None


def _is_on_others(scene: Scene, knowledge: ExtractingKnowledge) -> bool:
    """Does the sentence name actors, and none of them of the two sides?"""
    sides = {actor.side for actor in scene.actors}
    return bool(sides) and not sides & set(knowledge.subject.sides)


def _is_definite(scene: Scene, trigger: Trigger) -> bool:
    """Is the happening spoken of as known ("the letters were exchanged")?"""
    text = scene.article.text
    words = text[max(scene.span.start, trigger.span.start - 5) : trigger.span.end]
    return trigger.row.form == "noun" and _DEFINITE.search(words) is not None


def _sides(scene: Scene, before: Scene | None, knowledge: ExtractingKnowledge) -> frozenset[str]:
    """The sides that a sentence speaks of: by name, as "the two countries", or by a pronoun for those before it."""
    sides = {actor.side for actor in scene.actors}
    if knowledge.pairs.search(scene.words):
        sides |= set(knowledge.subject.sides)
    if before and _begins_with_pronoun(scene.words):
        sides |= {actor.side for actor in before.actors}
    if scene.heading:
        sides |= {actor.side for actor in scene.title_actors}
    places = find_places(scene.article.text, scene.span.start, scene.span.end, knowledge)
    return frozenset(sides | {knowledge.side_by_place[place] for place in places if place in knowledge.side_by_place})


def _begins_with_pronoun(words: str) -> bool:
    return words.split(" ", 1)[0].strip("“\"'‘,") in {"He", "She", "They", "It", "His", "Her", "Their", "Both"}


def _actors_near(scene: Scene, trigger: Trigger) -> tuple[str, ...]:
    """The states that background tells of, in its phrase or right before it; who speaks of it has no part in it."""
    around = Stretch(trigger.span.start - _PHRASE, trigger.span.end)
    near = [actor for actor in scene.actors if actor.kind != "person" and around.overlaps(actor.span)]
    return tuple(dict.fromkeys(actor.name for actor in near))


def _actors(scene: Scene, before: Scene | None, knowledge: ExtractingKnowledge) -> tuple[str, ...]:
    """People, states and bodies named in the sentence as such; a state where only its adjective, or both, are named.

    A sentence that names nobody and begins with a pronoun has the actors of the one before it.
    """
    if not scene.actors and before and before.actors and _begins_with_pronoun(scene.words):
        return _actors(before, None, knowledge)
    named = [actor for actor in scene.actors if not actor.is_adjective]
    sides = {actor.side for actor in named}
    by_adjective = [actor for actor in scene.actors if actor.is_adjective and actor.side not in sides]
    in_order = [actor.name for actor in sorted([*named, *by_adjective], key=lambda actor: actor.span)]
    if knowledge.pairs.search(scene.words):
        in_order += [state for side, state in knowledge.states.items() if side not in {a.side for a in scene.actors}]
    return tuple(dict.fromkeys(in_order))
