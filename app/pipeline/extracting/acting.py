"""Acts that no trigger row knows: of each date in a sentence, the verb nearest to it tells what happened then."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from app.domain.text import Stretch
from app.domain.timex import Anchor, TimeExpression, TimexType
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.knowledge.extracting_rows import STATING
from app.pipeline.extracting.belonging import is_attribute, is_of_another, is_of_dateline
from app.pipeline.extracting.governing import TOO_FAR, VAGUE, cost_of
from app.pipeline.extracting.predicates import LOOK_BACK, announcements, other_predicates, predicates
from app.pipeline.extracting.repeating import repeats, the_one_before
from app.pipeline.extracting.scene import Scene, Trigger, count_words

_ENDS = re.compile(r"[.!?…:;][\"'”’»)\]]*(?:\s?\[\d{1,3}\]|(?<!\d)\d{1,2}(?!\d)|\s?\[[a-z ]+\??\])*$")
_AHEAD = 7  # what looking ahead from within a clause costs, in words
_ERA = timedelta(days=3660)  # longer than a decade


def open_triggers(
    scene: Scene, looked_at: Sequence[Trigger], taken: Mapping[Stretch, Trigger], knowledge: ExtractingKnowledge
) -> Iterator[tuple[Trigger, TimeExpression]]:
    """For each date of a sentence that no trigger took: the verb that it governs, or what an earlier verb says again.

    Args:
        scene: The sentence, with those of its triggers that tell of something.
        looked_at: All its triggers: at the place of one that tells of nothing, no verb does.
        taken: The words that date a trigger already, each with the trigger.
        knowledge: The rows.

    Yields:
        Triggers in the order of their dates, each with its date, which may be one that nothing places in the calendar
        ("in the evening"); no two at the same place, none at a taken one.
    """
    free = [one for one in scene.expressions if _is_free(one, scene, taken, knowledge)]
    if not free or not is_told(scene):
        return
    firsts = {one.span: first for one in free if (first := repeats(scene, one, knowledge))}
    known = [trigger.span for trigger in (*looked_at, *taken.values())]
    told = _told_by_verbs(scene, [one for one in free if one.span not in firsts], known, taken, knowledge)
    for expression in free:
        if first := firsts.get(expression.span):
            again = _told_again(expression, told.get(first))
            told |= again or _told_by_verbs(scene, [expression], known, told, knowledge)
        elif before := the_one_before(scene, expression, looked_at, knowledge):
            told |= {expression.span: Trigger(expression.span, before.row)}
    yield from ((told[one.span], one) for one in free if one.span in told)


def _told_again(expression: TimeExpression, trigger: Trigger | None) -> Mapping[Stretch, Trigger]:
    """What a trigger tells once more: the date itself stands for the verb left out."""
    return {expression.span: Trigger(expression.span, trigger.row)} if trigger else {}


def _told_by_verbs(
    scene: Scene,
    expressions: Sequence[TimeExpression],
    known: Sequence[Stretch],
    taken: Mapping[Stretch, Trigger],
    knowledge: ExtractingKnowledge,
) -> dict[Stretch, Trigger]:
    """What is told already, and of dates left over the nearest verb: of a class of acts, or else any."""
    told = dict(taken)
    for find in (predicates, other_predicates, announcements):
        if not (left := [one for one in expressions if one.span not in told]):
            break
        used = (*known, *(trigger.span for trigger in told.values()))
        verbs = [verb for verb in find(scene, knowledge) if not any(verb.span.overlaps(span) for span in used)]
        told |= _nearest(scene, verbs, left, knowledge)
    return told


def _nearest(
    scene: Scene, verbs: Sequence[Trigger], expressions: Sequence[TimeExpression], knowledge: ExtractingKnowledge
) -> Mapping[Stretch, Trigger]:
    """To each date the verb that is nearest to it, the nearest pairs first; no verb has two."""
    is_said = any(verb.row == STATING for verb in verbs)
    spoken_for = _next_to_others(scene, expressions, knowledge) if is_said else frozenset()
    pairs = sorted(
        (
            (reach, one.span, verb)
            for one in expressions
            for verb in verbs
            if (reach := _reach(scene, verb, one, knowledge)) < TOO_FAR
            and not (verb.row == STATING and one.span in spoken_for)
        ),
        key=lambda pair: (pair[0], pair[1], pair[2].span),
    )
    found: dict[Stretch, Trigger] = {}
    for _, words, verb in pairs:
        if words not in found and verb not in found.values():
            found[words] = verb
    return found


def _next_to_others(
    scene: Scene, expressions: Sequence[TimeExpression], knowledge: ExtractingKnowledge
) -> frozenset[Stretch]:
    """The dates right behind a verb of no class: "He was born in 2005, he said" tells nothing said in that year."""
    others = [verb.span for verb in other_predicates(scene, knowledge) if verb.row.kind == "happening"]
    return frozenset(one.span for one in expressions if any(_is_next(scene, span, one.span) for span in others))


def _is_next(scene: Scene, verb: Stretch, words: Stretch) -> bool:
    return verb.end <= words.start and count_words(scene.article.text[verb.end : words.start]) <= 1


def is_told(scene: Scene) -> bool:
    """Is it a sentence, or a line of a chronology or of a live report, and not a label of the page?"""
    is_of_line = scene.clock is not None and scene.span.holds(scene.clock)
    return bool(scene.heading or is_of_line or _ENDS.search(scene.words))


def _is_free(
    expression: TimeExpression, scene: Scene, told: Mapping[Stretch, Trigger], knowledge: ExtractingKnowledge
) -> bool:
    """Does it name a time of its own, that no trigger took? "Marked as Liberation Day" and "since the war" do not."""
    text = scene.article.text
    return (
        not expression.value.endswith(VAGUE)
        and expression.anchor is not Anchor.EVENT
        and not is_attribute(scene, expression, knowledge)
        and not is_of_dateline(scene, expression)
        and not text.endswith(" as ", max(0, expression.span.start - 4), expression.span.start)
        and expression.type in (TimexType.DATE, TimexType.TIME)
        and expression != scene.heading
        and not _is_era(expression)
        and not any(expression.span.overlaps(words) for words in told)
        and not scene.in_quotation(expression.span)
        and not any(is_of_another(scene, trigger, expression, knowledge) for trigger in scene.triggers)
        and not any(
            knowledge.grammar[name].search(text, scene.span.start, expression.span.start)
            for name in ("since_then", "habit", "compared_time", "covered_time")
        )
    )


def _is_era(expression: TimeExpression) -> bool:
    """Is it so long that what is told of it is how things were, and no happening?"""
    start, end = expression.date.bounds if expression.anchor is Anchor.EXPLICIT else (None, None)
    return start is not None and end is not None and end - start > _ERA


def _reach(scene: Scene, verb: Trigger, expression: TimeExpression, knowledge: ExtractingKnowledge) -> int:
    """How far a date is from a verb that it may govern, in words."""
    cost = cost_of(scene, verb, expression, knowledge)
    before = scene.article.text[max(scene.span.start, expression.span.start - LOOK_BACK) : expression.span.start]
    looks_ahead = verb.span.start > expression.span.start
    return cost + _AHEAD if looks_ahead and not knowledge.grammar["clause_head"].search(before) else cost
