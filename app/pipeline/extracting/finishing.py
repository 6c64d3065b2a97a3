"""A mention from its draft."""

from app.domain.edtf import EdtfDate
from app.domain.event import Mention
from app.knowledge.actor_rows import NEAR_OFFICE, ActorRow
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.knowledge.extracting_rows import STATING
from app.pipeline.extracting.carrying import date_draft
from app.pipeline.extracting.drafts import Draft
from app.pipeline.extracting.fingerprints import fingerprints_of
from app.pipeline.extracting.headlines import write_headline
from app.pipeline.extracting.naming import sure_names
from app.pipeline.extracting.told import Told


def finish_mention(draft: Draft, told: Told, knowledge: ExtractingKnowledge) -> Mention:
    """A draft with its date and actors, some of them lent by other sentences of its article."""
    kind = knowledge.kinds[STATING.kind if draft.is_said_beside else draft.trigger.row.kind]
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
        actors=_of_their_time(
            _carried_actors(draft, told, knowledge), dated.date, draft.quote.of(article.text), knowledge
        ),
        places=tuple(dict.fromkeys(place.name for place in draft.scene.places if draft.quote.holds(place.span))),
        headline=write_headline(draft.scene, draft.trigger, told.beside(draft), dated.words, knowledge.grammar),
        sources=draft.speech.sources,
        fingerprints=fingerprints_of(draft.scene.words),
        is_background=draft.trigger.row.is_background,
    )


def _of_their_time(
    actors: tuple[str, ...], when: EdtfDate, quote: str, knowledge: ExtractingKnowledge
) -> tuple[str, ...]:
    """Actors as they were then: what Moscow did in 1961, the Soviet Union did, and "Kim" was he who led."""
    rows = ((name, knowledge.actors.get(name)) for name in actors)
    return tuple(dict.fromkeys(_then(row, when, quote, knowledge) if row else name for name, row in rows))


def _then(row: ActorRow, when: EdtfDate, quote: str, knowledge: ExtractingKnowledge) -> str:
    if row.forerunner and row.since and when.latest and when.latest < row.since:
        return row.forerunner
    if row.surname is None or not _is_long_out_of_office(row, when):
        return row.name
    if any(row.name in sure_names(found[0], knowledge) for found in knowledge.names.pattern.finditer(quote)):
        return row.name
    others = [
        other.name
        for other in knowledge.actors.values()
        if other.surname == row.surname and other.side == row.side and other.led_on(when.bounds)
    ]
    return others[0] if len(others) == 1 else row.name


def _is_long_out_of_office(row: ActorRow, when: EdtfDate) -> bool:
    """Did he lead, but neither then nor within some years of it?"""
    return bool(row.offices) and all(when.bounds) and not row.led_on(when.bounds, NEAR_OFFICE)


def _carried_actors(draft: Draft, told: Told, knowledge: ExtractingKnowledge) -> tuple[str, ...]:
    """Its own actors; where it goes on about something, the parties of the one that told of it come first."""
    introduced = told.introduced(draft) if draft.is_reference and not draft.is_said_beside else None
    lent = introduced.actors if introduced else ()
    parties = (
        name for name in lent if name in knowledge.actors and knowledge.actors[name].side in knowledge.subject.sides
    )
    return tuple(dict.fromkeys((*parties, *draft.actors)))
