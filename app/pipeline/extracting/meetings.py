"""What two people did together: who agree, sign or speak to each other on a day have met on it."""

from datetime import date
from itertools import pairwise

from app.domain.edtf import Precision
from app.domain.event import Status
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.pipeline.extracting.contradicting import is_gainsaid, looks_back, people_of
from app.pipeline.extracting.drafts import Draft
from app.pipeline.extracting.told import Told

_FEWEST_PEOPLE = 2  # of a dealing
_FROM_AFAR = {"letter", "call"}  # families: who write or telephone have not met


def dealing_of_the_same(draft: Draft, told: Told, knowledge: ExtractingKnowledge) -> Draft | None:
    """The news that two people made together, for "the talks": who agree or sign on a day have met on it."""
    people = people_spoken_of(draft, told, knowledge)
    if not draft.is_reference or len(people) < _FEWEST_PEOPLE:
        return None
    dealings = [
        other
        for other in told.dated_before(draft)
        if other.standing.status is Status.ASSERTED and other.is_news and people <= people_of(other, knowledge)
        if not is_gainsaid(draft, other, knowledge)
    ]
    of_nearest = [other for other in dealings if other.scene.span == dealings[0].scene.span]
    return of_nearest[-1] if of_nearest else None  # what its sentence tells first


def meeting_of_the_two(draft: Draft, told: Told, knowledge: ExtractingKnowledge) -> Draft | None:
    """What two people did together, for what they, named or called "the two leaders", do without a date.

    The news must tell of one day only on which they met, and of nothing newer unless it had just come to that day.
    """
    scene, people = draft.scene, people_of(draft, knowledge)
    is_pair = not people and not draft.tie.others and scene.first(knowledge.pairs) is not None
    if not (is_pair or len(people) >= _FEWEST_PEOPLE) or not _is_done(draft, knowledge):
        return None
    if knowledge.grammar["recalled"].search(scene.words):
        return None
    happened = [one for one in told.facts_near(draft) if one.standing.status is Status.ASSERTED]
    said = [one for one in told.reported_near(draft) if _is_told_to_face(one, knowledge)]
    facts = sorted((one for one in (*happened, *said) if one.is_news), key=lambda one: one.place_in_text)
    met = [one for one in facts if people <= people_of(one, knowledge) and _is_face_to_face(one, knowledge)]
    if len({_day(one) for one in met}) != 1 or looks_back(met[0], draft, told) or is_gainsaid(draft, met[0], knowledge):
        return None
    before = [one for one in facts if one.place_in_text < draft.place_in_text]
    return met[0] if _day(met[0]) in (max(map(_day, facts)), _day(before[-1]) if before else None) else None


def people_spoken_of(draft: Draft, told: Told, knowledge: ExtractingKnowledge) -> set[str]:
    """The people of a happening that it goes on about, too."""
    introduced = told.introduced(draft) if draft.is_reference else None
    return people_of(draft, knowledge) | (people_of(introduced, knowledge) if introduced else set())


def _day(dated: Draft) -> date:
    """The last day of a dated draft."""
    return dated.governed.date.latest or date.max if dated.governed else date.max


def _is_done(draft: Draft, knowledge: ExtractingKnowledge) -> bool:
    """Is it what two do or say together, told as done or as agreed to be done?"""
    row, kind = draft.trigger.row, knowledge.kinds[draft.trigger.row.kind]
    if row.is_open or row.is_continuing or not (kind.is_mutual or kind.is_telling):
        return False
    words = draft.trigger.span.of(draft.scene.article.text)
    is_agreed = kind.is_mutual and knowledge.grammar["agreed"].search(words) is not None
    return draft.standing.status is Status.ASSERTED or (is_agreed and draft.standing.status is Status.PLANNED)


def _is_told_to_face(one: Draft, knowledge: ExtractingKnowledge) -> bool:
    """Is it what one told another of the other side, on the day that is named ("Bo told the king on Monday that …")?"""
    people = [actor for actor in one.scene.actors if actor.kind == "person"]
    return any(
        speaker.side != hearer.side
        and knowledge.grammar["told_to_face"].search(one.scene.article.text[speaker.span.end : hearer.span.start])
        for speaker, hearer in pairwise(people)
    )


def _is_face_to_face(draft: Draft, knowledge: ExtractingKnowledge) -> bool:
    """Is it of a day, and what people of two sides did or said to each other, and not from afar?"""
    sides = {knowledge.actors[name].side for name in people_of(draft, knowledge)}
    is_of_day = draft.governed is not None and draft.governed.date.precision is Precision.DAY
    return is_of_day and draft.family not in _FROM_AFAR and len(sides) > 1
