"""A mention from its draft."""

from datetime import date

from app.domain.event import Mention
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.pipeline.extracting.carrying import date_draft
from app.pipeline.extracting.drafts import Draft
from app.pipeline.extracting.fingerprints import fingerprints_of
from app.pipeline.extracting.headlines import write_headline
from app.pipeline.extracting.told import Told


def finish_mention(draft: Draft, told: Told, knowledge: ExtractingKnowledge) -> Mention:
    """A draft with its date and actors, some of them lent by other sentences of its article."""
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
        actors=_of_their_time(_carried_actors(draft, told, knowledge), dated.date.latest, knowledge),
        places=tuple(dict.fromkeys(place.name for place in draft.scene.places if draft.quote.holds(place.span))),
        headline=write_headline(draft.scene, draft.trigger, told.beside(draft), dated.words, knowledge.grammar),
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


def _carried_actors(draft: Draft, told: Told, knowledge: ExtractingKnowledge) -> tuple[str, ...]:
    """Its own actors; where it goes on about something, the parties of the one that told of it come first."""
    introduced = told.introduced(draft) if draft.is_reference else None
    lent = introduced.actors if introduced else ()
    parties = (
        name for name in lent if name in knowledge.actors and knowledge.actors[name].side in knowledge.subject.sides
    )
    return tuple(dict.fromkeys((*parties, *draft.actors)))
