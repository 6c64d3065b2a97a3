"""A mention in the making: what its own sentence says of it, before other sentences lend it a date."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from app.domain.event import PassedOver, Status
from app.domain.text import Stretch
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.knowledge.extracting_rows import STATING
from app.pipeline.extracting.acting import open_triggers
from app.pipeline.extracting.governing import Governed, find_date, govern
from app.pipeline.extracting.grounds import Ground, begins_with_pronoun, named_sides, others_of
from app.pipeline.extracting.scene import Scene, Trigger, count_words
from app.pipeline.extracting.speaking import Speech, find_speech
from app.pipeline.extracting.standing import Standing, find_standing
from app.pipeline.extracting.statements import entry_trigger, statement_triggers
from app.pipeline.extracting.tying import Tie, find_tie

# How far before background words an actor of theirs stands, in characters.
_PHRASE = 24
# A happening is in the news for so long.
FRESH = timedelta(days=62)
_TEMPORAL = re.compile(
    r"\b(?:before|after|ahead\s+of|prior\s+to|since|during|following|on\s+the\s+eve\s+of)\s+(?:the\s+)?$", re.IGNORECASE
)
_WITH = re.compile(r"\s+with\s+(?:[\w’'-]+\s+){0,3}[\w’'-]+")
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
    tie: Tie
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


def draft_scene(scene: Scene, ground: Ground, knowledge: ExtractingKnowledge) -> Iterator[Draft | PassedOver]:
    """A draft for each trigger of a sentence, or the reason why there is none.

    Args:
        scene: The sentence.
        ground: What was said before it.
        knowledge: The rows.
    """
    found = list(_draft_triggers(scene, ground, knowledge))
    if not found:
        return
    if passed := scene.first(knowledge.passes):
        yield PassedOver(scene.sentence.paragraph, scene.span, passed.reason)
    else:
        for draft in found:
            objection = _reason_against(draft, knowledge)
            yield PassedOver(scene.sentence.paragraph, scene.span, objection) if objection else draft


def _draft_triggers(scene: Scene, ground: Ground, knowledge: ExtractingKnowledge) -> Iterator[Draft]:
    """What triggers tell; then what is told of the dates left over; of neither, what somebody says."""
    known = [_draft(scene, ground, t, find_date(scene, t, knowledge), knowledge) for t in scene.triggers]
    yield from known
    told = [draft for draft in known if not _reason_against(draft, knowledge)]
    taken = {draft.governed.words: draft.trigger for draft in told if draft.governed}
    is_told = bool(known)
    for trigger, expression in open_triggers(scene, taken, knowledge):
        is_told = True
        yield _draft(scene, ground, trigger, govern(scene, trigger, expression), knowledge)
    if not is_told and _is_entry(scene, ground):
        yield _draft(scene, ground, entry_trigger(scene), find_date(scene, entry_trigger(scene), knowledge), knowledge)
    elif not is_told:
        for trigger in statement_triggers(scene, knowledge):
            yield _draft(scene, ground, trigger, find_date(scene, trigger, knowledge), knowledge)


def _is_entry(scene: Scene, ground: Ground) -> bool:
    """Is it the first sentence behind the date of its line in a chronology?"""
    if scene.heading is None:
        return False
    first = scene if scene.span.holds(scene.heading.span) else ground.before
    is_first = first is not None and first.span.holds(scene.heading.span)
    is_bare = first is not None and count_words(first.words) <= count_words(scene.heading.text)
    return is_first and is_bare != (first is scene)


def _draft(
    scene: Scene, ground: Ground, trigger: Trigger, governed: Governed | None, knowledge: ExtractingKnowledge
) -> Draft:
    speech = find_speech(scene, trigger, ground.person, knowledge)
    tie, kind = find_tie(scene, trigger, ground, speech, knowledge), knowledge.kinds[trigger.row.kind]
    is_dated = governed is not None and not governed.is_report
    is_known = trigger.row.form == "noun" and _is_definite(scene, trigger) and not tie.is_on_both
    return Draft(
        scene=scene,
        trigger=trigger,
        family=kind.family,
        quote=scene.span,
        speech=speech,
        standing=find_standing(scene, trigger, speech, knowledge),
        governed=governed,
        tie=tie,
        actors=_actors_near(scene, trigger) if trigger.row.is_background else _actors(scene, ground.before, knowledge),
        is_reference=trigger.row.is_continuing
        or (is_known and not (is_dated and tie.holds(trigger.row, kind, is_dated=True))),
    )


def _reason_against(draft: Draft, knowledge: ExtractingKnowledge) -> str | None:
    return next((reason for holds, reason in _objections(draft, knowledge) if holds), None)


def _objections(draft: Draft, knowledge: ExtractingKnowledge) -> Iterator[tuple[bool, str]]:
    """What may speak against a draft, each with whether it does; the first that does is the reason."""
    row, status, tie = draft.trigger.row, draft.standing.status, draft.tie
    if row.is_background:
        yield not draft.is_dated, "background that no date governs"
        return
    if draft.speech.voice == "commentator":
        is_claim = status is Status.CLAIMED and not row.is_open and row != STATING
        yield not is_claim or (row.form == "noun" and not draft.is_dated), "commentary"
    is_anchor = row.form == "noun" and not draft.is_dated and _dates_something_else(draft)
    yield is_anchor, "names it only to date something else"
    yield _is_with_others(draft, knowledge), "other countries' affairs"
    if draft.is_reference:
        yield bool(tie.others) and not tie.named, "other countries' affairs"
        return
    is_known = row.form == "verb" and not row.is_open
    is_said = is_known and _is_by_party(draft, knowledge)
    is_to_come = is_known and status is not Status.ASSERTED
    is_timed = draft.governed is not None or draft.scene.first(knowledge.ties) is not None
    yield (
        not tie.holds(row, knowledge.kinds[row.kind], is_dated=is_timed, is_said=is_said or is_to_come),
        "off the relation: does not tell of both sides",
    )
    yield not tie.is_on_both and _is_own_affair(draft, knowledge), "affairs of one side alone"
    is_somebody = draft.actors or draft.speech.speaker or knowledge.grammar["somebody"].search(draft.scene.words)
    yield not is_somebody and not tie.is_on_both and not tie.heard, "names nobody who did it"
    if row == STATING:
        is_by_others = bool(tie.others) and tie.is_on_both and tie.is_of_concern
        is_on_matter = is_by_others or (is_timed and (tie.is_on_both or tie.is_of_concern))
        yield not (is_said or is_on_matter), "not said by one of the two sides"


def _is_with_others(draft: Draft, knowledge: ExtractingKnowledge) -> bool:
    """Does the noun go on with whom it was, and does that name other sides alone ("his meeting with the Pope")?"""
    start = draft.trigger.span.end
    whom = _WITH.match(draft.scene.article.text, start, draft.scene.span.end)
    if draft.trigger.row.form != "noun" or whom is None:
        return False
    sides = named_sides(draft.scene, knowledge, Stretch(*whom.span()))
    return bool(sides) and sides == others_of(sides, knowledge)


def _is_by_party(draft: Draft, knowledge: ExtractingKnowledge) -> bool:
    return draft.speech.side in knowledge.subject.sides and draft.speech.voice == "party"


def _is_own_affair(draft: Draft, knowledge: ExtractingKnowledge) -> bool:
    """Does it tell of what a state does by itself: by words in the trigger, or close to a verb that says no more?"""
    scene, verb, near = draft.scene, draft.trigger.span, _PHRASE if draft.trigger.row.is_open else 0
    around = max(scene.span.start, verb.start - near), min(scene.span.end, verb.end + near)
    found = (own.pattern.search(scene.article.text, scene.span.start) for own in scene.likely(knowledge.own_affairs))
    return any(one.start() < around[1] and around[0] < one.end() for one in found if one)


def _dates_something_else(draft: Draft) -> bool:
    """Does the noun stand behind a preposition of time ("shortly before the meeting")?"""
    start = draft.trigger.span.start
    return _TEMPORAL.search(draft.scene.article.text[max(draft.scene.span.start, start - 30) : start]) is not None


def _is_definite(scene: Scene, trigger: Trigger) -> bool:
    """Is the happening spoken of as known ("the letters were exchanged")?"""
    text = scene.article.text
    words = text[max(scene.span.start, trigger.span.start - 5) : trigger.span.end]
    return trigger.row.form == "noun" and _DEFINITE.search(words) is not None


def _actors_near(scene: Scene, trigger: Trigger) -> tuple[str, ...]:
    """The states that background tells of, in its phrase or right before it; who speaks of it has no part in it."""
    around = Stretch(trigger.span.start - _PHRASE, trigger.span.end)
    near = [actor for actor in scene.actors if actor.kind != "person" and around.overlaps(actor.span)]
    return tuple(dict.fromkeys(actor.name for actor in near))


def _actors(scene: Scene, before: Scene | None, knowledge: ExtractingKnowledge) -> tuple[str, ...]:
    """People, states and bodies named in the sentence as such; a state where only its adjective, or both, are named.

    A sentence that names nobody and begins with a pronoun has the actors of the one before it.
    """
    if not scene.actors and before and before.actors and begins_with_pronoun(scene.words, knowledge):
        return _actors(before, None, knowledge)
    named = [actor for actor in scene.actors if not actor.is_adjective]
    sides = {actor.side for actor in named}
    by_adjective = [actor for actor in scene.actors if actor.is_adjective and actor.side not in sides]
    in_order = [actor.name for actor in sorted([*named, *by_adjective], key=lambda actor: actor.span)]
    if scene.first(knowledge.pairs):
        in_order += [state for side, state in knowledge.states.items() if side not in {a.side for a in scene.actors}]
    return tuple(dict.fromkeys(in_order))
