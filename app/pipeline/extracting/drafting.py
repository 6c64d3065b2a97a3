"""Drafts of the mentions of one sentence: for each of its triggers, and for each date that no trigger took."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.domain.event import PassedOver, Status
from app.domain.text import Stretch
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.knowledge.extracting_rows import STATING
from app.pipeline.extracting.acting import is_told, open_triggers
from app.pipeline.extracting.contents import contents_of
from app.pipeline.extracting.drafts import PHRASE, Draft
from app.pipeline.extracting.entries import begins_entry, entry_trigger, is_left_over
from app.pipeline.extracting.governing import Governed, find_date, govern
from app.pipeline.extracting.grounds import Ground, begins_with_pronoun
from app.pipeline.extracting.objecting import is_by_party, reason_against, reason_to_pass
from app.pipeline.extracting.offsets import by_offset
from app.pipeline.extracting.scene import Scene, Trigger
from app.pipeline.extracting.speaking import find_speech
from app.pipeline.extracting.standing import find_standing
from app.pipeline.extracting.statements import statement_triggers
from app.pipeline.extracting.tying import find_tie

_DEFINITE = re.compile(r"(?:^|\s)(?:the|both|this|that|these|those|his|her|their)\s", re.IGNORECASE)


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
    if not is_told(scene):
        yield PassedOver(scene.sentence.paragraph, scene.span, "a label of the page, not a sentence")
        return
    for draft in found:
        reason = reason_to_pass(draft, knowledge) or reason_against(draft, knowledge)
        yield PassedOver(scene.sentence.paragraph, scene.span, reason) if reason else draft


def _draft_triggers(scene: Scene, ground: Ground, knowledge: ExtractingKnowledge) -> Iterator[Draft]:
    """What triggers tell; then what is told of the dates left over; of neither, what somebody says."""
    known, looked_at = _draft_known(scene, ground, knowledge), scene.triggers
    if contents := list(contents_of(known, knowledge)):
        scene = replace(scene, triggers=tuple(one for one in scene.triggers if one not in contents))
        known = _draft_known(scene, ground, knowledge)
    yield from known
    told = [draft for draft in known if not reason_against(draft, knowledge)]
    taken = {draft.governed.words: draft.trigger for draft in told if draft.governed}
    telling = scene if len(told) == len(known) else replace(scene, triggers=tuple(draft.trigger for draft in told))
    for trigger, expression in open_triggers(telling, looked_at, taken, knowledge):
        draft = _draft(scene, ground, trigger, govern(scene, trigger, expression), knowledge)
        told.append(draft)
        yield draft
    if begins_entry(scene, ground) and (not told or is_left_over(scene, told, knowledge)):
        yield _draft(scene, ground, entry_trigger(scene), find_date(scene, entry_trigger(scene), knowledge), knowledge)
    elif all(_is_recalled(draft) for draft in told):
        yield from _statements(scene, ground, told, knowledge)


def _draft_known(scene: Scene, ground: Ground, knowledge: ExtractingKnowledge) -> list[Draft]:
    """A draft for each trigger that a row knows."""
    dates = [by_offset(scene, one) or find_date(scene, one, knowledge) for one in scene.triggers]
    return [_draft(scene, ground, one, date, knowledge) for one, date in zip(scene.triggers, dates, strict=True)]


def _is_recalled(draft: Draft) -> bool:
    """Is it told as the past, with a date of its own?"""
    is_fact = draft.standing.status is Status.ASSERTED and draft.trigger.row != STATING
    return is_fact and draft.is_dated and not draft.is_news


def _statements(scene: Scene, ground: Ground, told: Sequence[Draft], knowledge: ExtractingKnowledge) -> Iterator[Draft]:
    """What somebody says; a side that recalls what is told of the past behind its verb does so on another day."""
    for trigger in statement_triggers(scene, knowledge):
        draft = _draft(scene, ground, trigger, find_date(scene, trigger, knowledge), knowledge)
        is_before = all(trigger.span < other.trigger.span for other in told)
        is_apart = not any(other.governed == draft.governed for other in told)
        if not told or (is_before and is_apart and is_by_party(draft, knowledge)):
            yield draft


def _draft(
    scene: Scene, ground: Ground, trigger: Trigger, governed: Governed | None, knowledge: ExtractingKnowledge
) -> Draft:
    speech = find_speech(scene, trigger, ground.person, knowledge)
    if ground.is_by_commentator and speech.speaker is None and knowledge.grammar["one_person"].match(scene.words):
        speech = replace(speech, voice="commentator")
    tie, kind = find_tie(scene, trigger, ground, speech, knowledge), knowledge.kinds[trigger.row.kind]
    is_dated = governed is not None and not governed.is_report
    is_known = trigger.row.form == "noun" and _is_definite(scene, trigger) and not tie.is_on_both
    return Draft(
        scene=scene,
        trigger=trigger,
        family=kind.family,
        quote=_quote(scene, trigger, governed),
        speech=speech,
        standing=find_standing(scene, trigger, speech, knowledge),
        governed=governed,
        tie=tie,
        actors=_actors_near(scene, trigger) if trigger.row.is_background else _actors(scene, ground.before, knowledge),
        is_reference=trigger.row.is_continuing
        or (is_known and not (is_dated and tie.holds(trigger.row, kind, is_dated=True))),
    )


def _quote(scene: Scene, trigger: Trigger, governed: Governed | None) -> Stretch:
    """The sentence; of what an anniversary only recalls the words that recall it."""
    is_recalled = trigger.row.is_background and governed is not None and governed.is_recalled
    if governed is None or not is_recalled:
        return scene.span
    return Stretch(min(trigger.span.start, governed.words.start), max(trigger.span.end, governed.words.end))


def _is_definite(scene: Scene, trigger: Trigger) -> bool:
    """Is the happening spoken of as known ("the letters were exchanged")?"""
    text = scene.article.text
    words = text[max(scene.span.start, trigger.span.start - 5) : trigger.span.end]
    return trigger.row.form == "noun" and _DEFINITE.search(words) is not None


def _actors_near(scene: Scene, trigger: Trigger) -> tuple[str, ...]:
    """The states that background tells of, in its phrase or right before it; who speaks of it has no part in it."""
    around = Stretch(trigger.span.start - PHRASE, trigger.span.end)
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
