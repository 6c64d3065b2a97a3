"""What speaks against a draft: why a happening that a sentence names stays off the timeline."""

import re
from collections.abc import Iterator

from app.domain.event import Status, Topic
from app.domain.text import Stretch
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.knowledge.extracting_rows import STATING
from app.pipeline.extracting.company import is_with_others
from app.pipeline.extracting.drafts import PHRASE, Draft
from app.pipeline.extracting.governing import is_timed
from app.pipeline.extracting.tying import clause_of

_TEMPORAL = re.compile(
    r"\b(?:before|after|ahead\s+of|prior\s+to|since|during|following|on\s+the\s+eve\s+of)\s+(?:the\s+)?$", re.IGNORECASE
)


def reason_against(draft: Draft, knowledge: ExtractingKnowledge) -> str | None:
    """The first thing that speaks against a draft; None where nothing does."""
    return next((reason for holds, reason in _objections(draft, knowledge) if holds), None)


def reason_to_pass(draft: Draft, knowledge: ExtractingKnowledge) -> str | None:
    """Why words in its clause, or at an end of its sentence, keep it off the timeline, if any do."""
    scene = draft.scene
    for signal in scene.likely(knowledge.passes):
        if found := signal.pattern.search(scene.words):
            here = Stretch(scene.span.start + found.start(), scene.span.start + found.end())
            is_at_end = here.start == scene.span.start or here.end == scene.span.end
            if is_at_end or here.overlaps(clause_of(scene, draft.trigger.span, knowledge)):
                return signal.row.reason
    return None


def _objections(draft: Draft, knowledge: ExtractingKnowledge) -> Iterator[tuple[bool, str]]:
    """What may speak against a draft, each with whether it does; the first that does is the reason."""
    row, status, tie = draft.trigger.row, draft.standing.status, draft.tie
    if row.is_background:
        yield not draft.is_dated, "background that no date governs"
        return
    if draft.speech.voice == "commentator":
        is_claim = status is Status.CLAIMED and not row.is_open and row != STATING
        yield not is_claim or (row.form == "noun" and not draft.is_dated), "commentary"
    yield row == STATING and draft.speech.voice == "media", "an outlet reports, and makes no statement of its own"
    yield _is_anchor(draft), "names it only to date something else"
    yield is_with_others(draft, knowledge), "other countries' affairs"
    if draft.is_reference:
        yield bool(tie.others) and not tie.named, "other countries' affairs"
        return
    is_known = row.form == "verb" and not row.is_open
    is_said = is_known and (is_by_party(draft, knowledge) or _is_by_office(draft, knowledge))
    is_to_come = is_known and status is not Status.ASSERTED
    has_time = draft.governed is not None or draft.scene.first(knowledge.ties) is not None
    has_time = has_time or is_timed(draft.scene, draft.trigger, knowledge)
    yield (
        not tie.holds(row, knowledge.kinds[row.kind], is_dated=has_time, is_said=is_said, is_to_come=is_to_come),
        "off the relation: does not tell of both sides",
    )
    is_any = row.kind == "happening"  # a verb of no class: its own clause must tell of the relation
    yield is_any and (not tie.named or bool(tie.others)), "off the relation: does not tell of both sides"
    yield (row.is_open or not tie.is_on_both) and _is_own_affair(draft, knowledge), "affairs of one side alone"
    is_somebody = draft.actors or draft.speech.speaker or knowledge.grammar["somebody"].search(draft.scene.words)
    is_treaty = knowledge.kinds[row.kind].topic is Topic.TREATIES and not row.is_open
    is_tied = tie.is_on_both or tie.heard or tie.is_of_concern or is_treaty
    yield not is_somebody and not is_tied, "names nobody who did it"
    if row == STATING:
        is_by_others = bool(tie.others) and tie.is_on_both and tie.is_of_concern
        is_on_matter = is_by_others or (has_time and (tie.is_on_both or tie.is_of_concern))
        yield not (is_said or is_on_matter), "not said by one of the two sides"


def _is_anchor(draft: Draft) -> bool:
    """Is it a noun without a date that only says when something else was ("after the talks")?"""
    return draft.trigger.row.form == "noun" and not draft.is_dated and _dates_something_else(draft)


def is_by_party(draft: Draft, knowledge: ExtractingKnowledge) -> bool:
    """Does one of the two sides say so?"""
    return draft.speech.side in knowledge.subject.sides and draft.speech.voice == "party"


def _is_by_office(draft: Draft, knowledge: ExtractingKnowledge) -> bool:
    """Does somebody say so whose office the article names and whose state it need not ("the ministry's spokesman")?"""
    tie, speech, scene = draft.tie, draft.speech, draft.scene
    if speech.span is None or speech.side or speech.voice != "party" or tie.others or not tie.named | tie.heard:
        return False
    clause = clause_of(scene, speech.span, knowledge)
    return knowledge.grammar["office"].search(scene.article.text, clause.start, speech.span.start) is not None


def _is_own_affair(draft: Draft, knowledge: ExtractingKnowledge) -> bool:
    """Does it tell of what a state does by itself: by words in the trigger, or close to a verb that says no more?

    Of what somebody says all words behind the verb count, unless both are concerned with it.
    """
    scene, verb, near = draft.scene, draft.trigger.span, PHRASE if draft.trigger.row.is_open else 0
    is_said = draft.trigger.row == STATING and not draft.tie.is_of_concern
    end = scene.span.end if is_said else min(scene.span.end, verb.end + near)
    around = max(scene.span.start, verb.start - near), end
    found = (own.pattern.search(scene.article.text, scene.span.start) for own in scene.likely(knowledge.own_affairs))
    return any(one.start() < around[1] and around[0] < one.end() for one in found if one)


def _dates_something_else(draft: Draft) -> bool:
    """Does the noun stand behind a preposition of time ("shortly before the meeting")?"""
    start = draft.trigger.span.start
    return _TEMPORAL.search(draft.scene.article.text[max(draft.scene.span.start, start - 30) : start]) is not None
