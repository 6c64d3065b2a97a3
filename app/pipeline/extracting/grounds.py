"""What stands around a sentence: the sides that it, its paragraph and its story are about, and whom a pronoun means."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from app.domain.text import Stretch
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.pipeline.extracting.naming import Located, Named
from app.pipeline.extracting.scene import Scene

# How many sentences say what a story is about.
_LEAD = 3
# A side that so many sentences, and such a share of them, name is what a story is about.
_FEWEST_NAMINGS, _SHARE_OF_STORY = 3, 0.12
# What the two have to do with each other is the matter of a story where such a share of its sentences speaks of it.
_SHARE_OF_CONCERN = 0.25


@dataclass(frozen=True)
class Ground:
    """The sides that a sentence names, and what was said before it in its paragraph."""

    named: frozenset[str]
    before: Scene | None  # the sentence before it, whatever its paragraph: what "he" and "they" refer to
    named_before: frozenset[str]  # the sides that this one names
    heard: frozenset[str]  # the sides of the subject that were named before it in its paragraph
    is_of_concern: bool  # it speaks of what the two have to do with each other
    was_of_concern: bool  # a sentence before it there does
    is_story_of_concern: bool  # the story is mostly about that
    is_of_story: bool  # it stands in a story on both sides, and in no section on others
    person: Named | None  # whom "he" or "she" is, if that was somebody known
    is_by_commentator: bool  # or was that somebody who only comments?


def lay_grounds(scenes: Sequence[Scene], knowledge: ExtractingKnowledge) -> Iterator[Ground]:
    """For each sentence what was said before it, in order."""
    parties = frozenset(knowledge.subject.sides)
    every = [named_sides(scene, knowledge) for scene in scenes]
    story = _story_sides(scenes, every, knowledge)
    concerned = [scene.first(knowledge.concerns) is not None for scene in scenes]
    is_story_of_concern = sum(concerned) >= max(_FEWEST_NAMINGS, len(scenes) * _SHARE_OF_CONCERN)
    before: Scene | None = None
    named_before: frozenset[str] = frozenset()
    heard: frozenset[str] = frozenset()
    was_of_concern, person, is_by_commentator = False, None, False
    asides = _asides(scenes, every, knowledge)
    for scene, named, is_of_concern, is_aside in zip(scenes, every, concerned, asides, strict=True):
        is_new = before is None or before.sentence.paragraph != scene.sentence.paragraph
        if is_new and not goes_on(scene.words, knowledge):
            heard = frozenset()
        is_of_story = parties <= story
        was_of_concern &= not is_new
        yield Ground(
            named,
            before,
            named_before,
            heard,
            is_of_concern,
            was_of_concern,
            is_story_of_concern,
            is_of_story and not is_aside,
            person,
            is_by_commentator,
        )
        heard |= named & parties
        was_of_concern |= is_of_concern
        before, named_before = scene, named
        person, is_by_commentator = _meant_behind(scene, person, knowledge, was_comment=is_by_commentator)


def _asides(scenes: Sequence[Scene], named: Sequence[frozenset[str]], knowledge: ExtractingKnowledge) -> Iterator[bool]:
    """For each sentence whether its part of the article is headed by others, and has not told of both sides yet."""
    parties = frozenset(knowledge.subject.sides)
    left: frozenset[str] | None = None  # what heads the part, once it has: "SEOUL" only says where it was written
    for scene, sides in zip(scenes, named, strict=True):
        if parties <= sides:
            left = scene.section_sides
        elif scene.section_sides != left:
            left = None
        is_on_others = bool(others_of(scene.section_sides, knowledge)) and not scene.section_sides & parties
        yield is_on_others and left is None


def _meant_behind(
    scene: Scene, last: Named | None, knowledge: ExtractingKnowledge, *, was_comment: bool
) -> tuple[Named | None, bool]:
    """Whom a pronoun behind this sentence means: the first that it names, or the last; nobody if a stranger spoke.

    And whether that is somebody who only comments: by the words for what he is, or as "he" of whom they were said.
    """
    if people := [actor for actor in scene.actors if actor.kind == "person" and not scene.in_quotation(actor.span)]:
        return people[0], False
    if not knowledge.speech.search(scene.words):
        return last, False
    if knowledge.grammar["one_person"].search(scene.words):
        return last, last is None and was_comment
    comments = (voice.pattern for voice in knowledge.voices if voice.row.voice == "commentator")
    return None, any(pattern.search(scene.words) for pattern in comments)


def _story_sides(
    scenes: Sequence[Scene], named: Sequence[frozenset[str]], knowledge: ExtractingKnowledge
) -> frozenset[str]:
    """What a story is about: what its headline and first sentences name, and what a fair share of all of them do."""
    if not scenes:
        return frozenset()
    first = scenes[0]
    title = first.article.title_span
    in_title = _sides_in(title, first.title_actors, first.title_places, knowledge) if title else frozenset()
    fewest = max(_FEWEST_NAMINGS, len(scenes) * _SHARE_OF_STORY)
    often = (side for side, times in Counter(chain.from_iterable(named)).items() if times >= fewest)
    return frozenset([*_with_neutral(in_title, knowledge), *chain.from_iterable(named[:_LEAD]), *often])


def named_sides(scene: Scene, knowledge: ExtractingKnowledge, part: Stretch | None = None) -> frozenset[str]:
    """The sides that a sentence, or a part of it, names: by name, as "the two countries", or by a place of one."""
    span, text = part or scene.span, scene.article.text
    sides = _sides_in(span, scene.actors, scene.places, knowledge)
    if any(pair.pattern.search(text, span.start, span.end) for pair in scene.likely(knowledge.pairs)):
        sides |= set(knowledge.subject.sides)
    return _with_neutral(sides, knowledge)


def _sides_in(
    span: Stretch, actors: Sequence[Named], places: Sequence[Located], knowledge: ExtractingKnowledge
) -> frozenset[str]:
    by_place = (knowledge.side_by_place.get(place.name) for place in places if span.holds(place.span))
    by_name = (actor.side for actor in actors if span.holds(actor.span))
    return frozenset([*by_name, *(side for side in by_place if side)])


def _with_neutral(sides: frozenset[str], knowledge: ExtractingKnowledge) -> frozenset[str]:
    """Sides with the one that a neutral one stands for, where no others are named: "the Korean guests"."""
    if others_of(sides, knowledge):
        return sides
    return sides | {party for side, party in knowledge.subject.stands_for.items() if side in sides}


def others_of(sides: frozenset[str], knowledge: ExtractingKnowledge) -> frozenset[str]:
    """The sides that have affairs of their own."""
    return sides - {*knowledge.subject.sides, *knowledge.subject.neutral}


def goes_on(words: str, knowledge: ExtractingKnowledge) -> bool:
    """Does a sentence begin with a word for what was named before it, or with a thing that is known ("The pact …")?"""
    return begins_with_pronoun(words, knowledge) or knowledge.grammar["begins_with_known"].search(words) is not None


def begins_with_pronoun(words: str, knowledge: ExtractingKnowledge) -> bool:
    """Does a sentence begin with a word for what was named before it?"""
    return knowledge.grammar["begins_with_pronoun"].search(words) is not None
