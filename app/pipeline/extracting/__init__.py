"""EXTRACT: an article becomes mentions, one for each happening that a sentence tells of."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, groupby

from app.domain.article import Article, Publication
from app.domain.event import Mention
from app.domain.text import Stretch
from app.domain.timex import TimeExpression
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.pipeline.extracting.carrying import date_draft
from app.pipeline.extracting.denying import find_denials
from app.pipeline.extracting.drafts import Draft, PassedOver, draft_scene
from app.pipeline.extracting.fingerprints import fingerprints_of
from app.pipeline.extracting.headlines import write_headline
from app.pipeline.extracting.naming import find_places
from app.pipeline.extracting.placing import placed_in_talks
from app.pipeline.extracting.scene import view_scenes
from app.pipeline.extracting.told import Told

NO_ANTECEDENT = "goes on about something that the article does not tell of"


@dataclass(frozen=True)
class Extraction:
    """What an article tells, and which of its sentences with a trigger gave no event, with the reasons."""

    mentions: tuple[Mention, ...]
    passed_over: tuple[PassedOver, ...]


def extract_mentions(
    article: Article, publication: Publication, expressions: Sequence[TimeExpression], knowledge: ExtractingKnowledge
) -> Extraction:
    """Find what an article tells.

    Args:
        article: The article with its sentences.
        publication: Its day of publication, as far as it is known.
        expressions: Its time expressions, resolved against that day, in order.
        knowledge: The rows.

    Returns:
        Mentions in the order of the text. Each holds a quote of at least one character at its place in the kept text.
    """
    scenes = view_scenes(article, publication, expressions, knowledge)
    before = [None, *scenes[:-1]] if scenes else []
    found = list(
        chain.from_iterable(draft_scene(scene, last, knowledge) for scene, last in zip(scenes, before, strict=True))
    )
    drafts = placed_in_talks([draft for draft in found if isinstance(draft, Draft)], knowledge)
    families = {draft.family for draft in drafts if not draft.is_reference}
    lost = [draft for draft in drafts if draft.is_reference and draft.family not in families]
    drafts = _one_each([draft for draft in drafts if not draft.is_reference or draft.family in families], knowledge)
    told = Told(drafts)
    mentions = [_mention(draft, told, knowledge) for draft in drafts]
    mentions += find_denials(scenes, mentions, knowledge)
    passed = [one for one in found if isinstance(one, PassedOver)]
    passed += [PassedOver(d.scene.sentence.paragraph, d.scene.span, NO_ANTECEDENT) for d in lost]
    return Extraction(
        tuple(sorted(mentions, key=lambda mention: (mention.trigger, mention.kind))),
        tuple(sorted(passed, key=lambda one: one.span)),
    )


def _one_each(drafts: Iterable[Draft], knowledge: ExtractingKnowledge) -> list[Draft]:
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
    yield from (draft for draft in whole if not _is_beside_the_point(draft, whole))


def _tells_more(draft: Draft, other: Draft) -> bool:
    """Does the one tell with a date what the other tells, in the same sentence, without?"""
    return draft.family == other.family and draft.standing == other.standing and draft.is_dated


def _is_beside_the_point(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Does the sentence tell of something else, or is this only what a letter said?

    "The letters praised …" tells of the letters; "The letters follow the recognition" tells of the recognition.
    """
    others = [d for d in drafts if d.family != draft.family]
    if draft.is_reference:
        return not draft.is_dated and any(not d.is_reference and not _is_content(d, draft) for d in others)
    return any(d.is_reference and _is_content(draft, d) for d in others)


def _is_content(draft: Draft, reference: Draft) -> bool:
    """Does the trigger's verb follow the reference at once, as its predicate?"""
    text = draft.scene.article.text
    between = text[reference.trigger.span.end : draft.trigger.span.start]
    return reference.trigger.span.end <= draft.trigger.span.start and not between.strip()


def _words(draft: Draft) -> Stretch | None:
    return draft.governed.words if draft.governed else None


def _mention(draft: Draft, told: Told, knowledge: ExtractingKnowledge) -> Mention:
    kind = knowledge.kinds[draft.trigger.row.kind]
    dated = date_draft(draft, told, knowledge)
    article = draft.scene.article
    return Mention(
        article_id=article.id,
        paragraph=draft.scene.sentence.paragraph,
        quote=draft.quote,
        trigger=draft.trigger.span,
        kind=kind.name,
        topic=kind.topic,
        status=draft.standing.status,
        status_reason=draft.standing.reason,
        speaker=draft.speech.speaker,
        date=dated.date,
        date_words=dated.words,
        reasoning=dated.reasoning,
        actors=_of_their_time(_carried_actors(draft, told), dated.date.latest, knowledge),
        places=tuple(dict.fromkeys(find_places(article.text, draft.quote.start, draft.quote.end, knowledge))),
        headline=write_headline(draft.scene, draft.trigger),
        sources=draft.speech.sources,
        fingerprints=fingerprints_of(draft.scene.words),
        is_background=draft.trigger.row.is_background,
    )


def _of_their_time(actors: tuple[str, ...], latest: date | None, knowledge: ExtractingKnowledge) -> tuple[str, ...]:
    """Actors by the name that they had then: what Moscow did in 1961, the Soviet Union did."""
    rows = ((name, knowledge.actors.get(name)) for name in actors)
    return tuple(
        dict.fromkeys(
            row.forerunner if row and row.forerunner and row.since and latest and latest < row.since else name
            for name, row in rows
        )
    )


def _carried_actors(draft: Draft, told: Told) -> tuple[str, ...]:
    """Its own actors; where it goes on about something, those of the one that told of it come first."""
    introduced = told.introduced(draft) if draft.is_reference else None
    return tuple(dict.fromkeys((*(introduced.actors if introduced else ()), *draft.actors)))
