"""What ties a sentence to the relation: the sides that it names, and those that its paragraph and story are about."""

from dataclasses import dataclass

from app.domain.event import Topic
from app.domain.text import Stretch
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.knowledge.extracting_rows import STATING, KindRow, TriggerRow
from app.pipeline.extracting.bystanders import bystanders
from app.pipeline.extracting.grounds import Ground, begins_with_pronoun, named_sides, others_of
from app.pipeline.extracting.scene import Scene, Trigger
from app.pipeline.extracting.speaking import Speech


@dataclass(frozen=True)
class Tie:
    """The sides that a sentence speaks of, and what else ties it to the relation."""

    parties: frozenset[str]  # of the subject
    named: frozenset[str]  # of these, the ones that it names
    heard: frozenset[str]  # of these, the ones that were named before it in its paragraph
    others: frozenset[str]  # sides that have affairs of their own, whoever says so among them
    is_of_story: bool  # does it stand in a story on both?
    is_of_concern: bool
    is_on_matter: bool  # does it speak of what the two did, as known ("the pact")?
    has_pronoun: bool  # which stands for somebody named before
    is_meant: bool  # and that is one of the sides, or somebody of one

    @property
    def is_on_both(self) -> bool:
        """Does the sentence itself speak of both sides?"""
        return self.parties <= self.named

    def holds(
        self, row: TriggerRow, kind: KindRow, *, is_dated: bool, is_said: bool = False, is_to_come: bool = False
    ) -> bool:
        """Is what the sentence tells a matter of the relation?

        Where it names one side, or none, the story and the paragraph must supply the other; where it names others, only
        what is done with or to others, and what both are concerned with. What a side says or plans, and what words
        tell that are known to tell of the relations of states, needs no date.
        """
        if self.is_on_both:
            return True
        if not self.is_of_story:
            return False
        if self.others and not (is_said and kind.is_telling):
            return self._holds_with_others(row, kind, is_dated=is_dated)
        is_deed = row.form == "verb" and not row.is_open and row != STATING
        if self.named:
            is_deed &= kind.topic is not Topic.TREATIES  # which a side has with many
            is_tied = is_deed or is_to_come or self.is_of_concern or self.parties <= self.named | self.heard
            return is_dated or is_said or is_tied
        is_supplied = self.parties <= self.heard or self.is_meant
        if not is_dated:
            return is_deed and is_supplied
        is_known = (kind.is_impersonal or kind.topic is Topic.TREATIES) and not row.is_open
        is_known = is_known or self.is_of_concern or bool(self.heard and self.has_pronoun)
        return is_supplied or is_known

    def _holds_with_others(self, row: TriggerRow, kind: KindRow, *, is_dated: bool) -> bool:
        """What others say of what both are concerned with, and what they do to one side for it, counts with a date."""
        is_on_concern = self.is_of_concern and (row.is_open or kind.is_telling) and not kind.is_mutual
        if kind.is_telling and is_dated and (len(self.others) == 1 or self.is_on_matter):
            return self.is_of_concern or self.is_on_matter or bool(self.named and not row.is_open and row != STATING)
        is_tied = self.named or (is_dated and self.heard)
        return (kind.is_shared or is_on_concern) and bool(is_tied)


def find_tie(scene: Scene, trigger: Trigger, ground: Ground, speech: Speech, knowledge: ExtractingKnowledge) -> Tie:
    """What ties what a trigger tells to the relation: others count where they stand in its own clause."""
    parties = frozenset(knowledge.subject.sides)
    clause = clause_of(scene, trigger.span, knowledge)
    in_clause = ground.named if clause == scene.span else named_sides(scene, knowledge, clause)
    others = others_of(in_clause, knowledge)
    if others:
        others -= bystanders(scene, trigger, clause, knowledge)
    is_of_concern = ground.is_of_concern or ground.was_of_concern
    is_claim = is_of_concern and _is_only_source(scene, trigger, others, speech, knowledge)
    if are_aside := is_claim or _is_told_by_party(scene, trigger, clause, knowledge):
        others = frozenset()
    named, heard = ground.named, ground.heard
    if trigger.row != STATING and begins_with_pronoun(scene.words, knowledge):
        named |= ground.named_before
    if len(others) > 1 and not in_clause & parties:
        named, heard = in_clause, frozenset()
    elif others and not in_clause & parties:
        named, heard = in_clause, heard | (named & parties)
    if speech.side and not are_aside:
        others |= others_of(frozenset({speech.side}), knowledge)
    is_telling = knowledge.kinds[trigger.row.kind].is_telling
    is_of_concern |= ground.is_story_of_concern and len(others) == 1 and is_telling
    if trigger.row == STATING and others and _is_on_itself(scene, trigger, knowledge):
        is_of_concern = ground.is_of_concern and bool(in_clause & parties)
    is_entry = scene.heading is not None and ground.is_of_story and not others
    return Tie(
        parties=parties,
        named=named & parties,
        heard=parties if is_entry else heard,
        others=others,
        is_of_story=ground.is_of_story,
        is_of_concern=is_of_concern,
        is_on_matter=knowledge.grammar["known_matter"].search(scene.article.text, clause.start, clause.end) is not None,
        has_pronoun=knowledge.grammar["somebody"].search(scene.words) is not None,
        is_meant=_is_meant(scene, ground, knowledge),
    )


def _is_meant(scene: Scene, ground: Ground, knowledge: ExtractingKnowledge) -> bool:
    """Does a pronoun stand for a side, or for somebody of one, of whom the sentence before tells?"""
    sides, person, before = frozenset(knowledge.subject.sides), ground.person, ground.before
    if not knowledge.grammar["one_person"].search(scene.words):
        return knowledge.grammar["somebody"].search(scene.words) is not None and bool(ground.named_before & sides)
    if person is None or person.side not in sides or before is None:
        return False
    is_there = any(actor.name == person.name for actor in before.actors)
    return is_there or knowledge.grammar["one_person"].search(before.words) is not None


def _is_told_by_party(scene: Scene, trigger: Trigger, clause: Stretch, knowledge: ExtractingKnowledge) -> bool:
    """Does a side speak, thank or condemn, so that others are only where it speaks, or what it speaks of?"""
    if not knowledge.kinds[trigger.row.kind].is_telling:
        return False
    before = [one for one in scene.actors if clause.start <= one.span.start < trigger.span.start and not one.is_place]
    return bool(before) and all(one.side in knowledge.subject.sides for one in before)


def _is_only_source(
    scene: Scene, trigger: Trigger, others: frozenset[str], speech: Speech, knowledge: ExtractingKnowledge
) -> bool:
    """Do others only say what a side did, and not what they do themselves ("Oslo says it will send an envoy")?"""
    if others != {speech.side} or speech.span is None or knowledge.kinds[trigger.row.kind].is_telling:
        return False
    between = scene.article.text[speech.span.end : trigger.span.start]
    return not any(knowledge.grammar[name].search(between) for name in ("somebody", "own_body"))


def clause_of(scene: Scene, span: Stretch, knowledge: ExtractingKnowledge) -> Stretch:
    """The clause of a sentence in which a stretch stands."""
    start, end = scene.span.start, scene.span.end
    for cut in knowledge.grammar["clause_cut"].finditer(scene.article.text, start, end):
        if cut.end() <= span.start:
            start = cut.end()
        elif cut.start() >= span.end:
            return Stretch(start, cut.start())
    return Stretch(start, end)


def _is_on_itself(scene: Scene, trigger: Trigger, knowledge: ExtractingKnowledge) -> bool:
    """Do others speak of what they do themselves ("The king said that his army was holding out")?"""
    return knowledge.grammar["own_body"].search(scene.article.text, trigger.span.end, scene.span.end) is not None
