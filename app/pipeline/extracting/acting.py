"""Acts that no trigger row knows: of each date in a sentence, the verb nearest to it tells what happened then."""

import re
from collections.abc import Iterator, Mapping
from datetime import timedelta

from app.domain.text import Stretch
from app.domain.timex import Anchor, TimeExpression, TimexType
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.knowledge.extracting_rows import STATING
from app.knowledge.inflecting import Form
from app.pipeline.extracting.belonging import is_attribute, is_of_another, is_of_dateline
from app.pipeline.extracting.governing import TOO_FAR, are_apart, cost_of
from app.pipeline.extracting.scene import Scene, Trigger, count_words

_ENDS = re.compile(r"[.!?…:;][\"'”’»)\]]*(?:\[\d{1,3}\]|\d{1,2}|\[[a-z ]+\])*$")
_ADVERB = r"(?:(?:\w+ly|not|also|now|then|soon|still|never|even|just|once|again)\s+){0,2}"
# What stands before a form of a verb that is a predicate: rows of grammar.toml.
_BEFORE = {Form.BASE: "before_base", Form.GERUND: "before_gerund", Form.THIRD: "before_third"}
_AHEAD = 7  # what looking ahead from within a clause costs, in words
_ATTRIBUTION = 8  # words: what may stand behind "he said" at the end of a sentence
_ERA = timedelta(days=3660)  # longer than a decade
_LOOK_BACK = 40  # characters


def open_triggers(
    scene: Scene, taken: Mapping[Stretch, Trigger], knowledge: ExtractingKnowledge
) -> Iterator[tuple[Trigger, TimeExpression]]:
    """For each date of a sentence that no trigger took: the verb that it governs, or what an earlier verb says again.

    Args:
        scene: The sentence.
        taken: The words that date a trigger already, each with the trigger.
        knowledge: The rows.

    Yields:
        Triggers in the order of their dates, each with its date; no two at the same place, none at a taken one.
    """
    told, known = dict(taken), (*scene.triggers, *taken.values())
    free = [one for one in scene.expressions if _is_free(one, scene, told, knowledge)]
    if not free or not is_told(scene):
        return
    verbs = [verb for verb in predicates(scene, knowledge) if not any(verb.span.overlaps(t.span) for t in known)]
    for expression in free:
        if again := _again(scene, expression, told, knowledge):
            told[expression.span] = again
            yield again, expression
            continue
        near = [(cost, verb) for verb in verbs if (cost := _reach(scene, verb, expression, knowledge)) < TOO_FAR]
        verb = min(near, key=lambda one: (one[0], one[1].span), default=(0, None))[1]
        if verb and verb not in told.values():
            told[expression.span] = verb
            yield verb, expression


def is_told(scene: Scene) -> bool:
    """Is it a sentence, or a line of a chronology or of a live report, and not a label of the page?"""
    return bool(scene.heading or scene.clock or _ENDS.search(scene.words))


def _is_free(
    expression: TimeExpression, scene: Scene, told: Mapping[Stretch, Trigger], knowledge: ExtractingKnowledge
) -> bool:
    """Does it name a time of its own, that no trigger took? "Marked as Liberation Day" and "since the war" do not."""
    text = scene.article.text
    return (
        bool(expression.date.text)
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
            for name in ("since_then", "habit")
        )
    )


def _is_era(expression: TimeExpression) -> bool:
    """Is it so long that what is told of it is how things were, and no happening?"""
    start, end = expression.date.bounds if expression.anchor is Anchor.EXPLICIT else (None, None)
    return start is not None and end is not None and end - start > _ERA


def predicates(scene: Scene, knowledge: ExtractingKnowledge) -> Iterator[Trigger]:
    """The verbs by which a sentence tells. Who only says what a trigger tells makes no statement of his own."""
    text = scene.article.text
    for start, end, act in knowledge.acts.find(text, scene.span.start, scene.span.end):
        span = Stretch(start, end)
        is_saying = act.row == STATING or knowledge.speech.fullmatch(text, start, end)
        if act.row is None or (is_saying and _only_reports(scene, span, knowledge)):
            continue
        if not scene.in_quotation(span) and _is_predicate(scene, span, act.form, knowledge):
            yield Trigger(span, act.row)


def _only_reports(scene: Scene, verb: Stretch, knowledge: ExtractingKnowledge) -> bool:
    """Does a verb of saying stand in one clause with a trigger, or at the end of what triggers tell ("…, he said")?"""
    text = scene.article.text
    behind = [trigger for trigger in scene.triggers if trigger.span.start >= verb.end]
    if not behind and scene.triggers and count_words(text[verb.end : scene.span.end]) <= _ATTRIBUTION:
        return True
    gaps = (sorted((verb, trigger.span)) for trigger in scene.triggers)
    return any(not knowledge.grammar["clause_cut"].search(text, one.end, other.start) for one, other in gaps)


def _is_predicate(scene: Scene, span: Stretch, form: Form, knowledge: ExtractingKnowledge) -> bool:
    text, grammar = scene.article.text, knowledge.grammar
    before, after = (
        text[max(scene.span.start, span.start - _LOOK_BACK) : span.start],
        text[span.end : span.end + 20],
    )
    if before.endswith(("-", "‑")) or after.startswith(("-", "’s", "'s")):
        return False
    if form in _BEFORE and not grammar[_BEFORE[form]].search(before):
        return False
    if any(grammar[name].search(before) for name in ("compared", "no_actor")):
        return False
    is_attribute = form is not Form.PAST or grammar["noun_follows"].search(after)
    return not (is_attribute and grammar["before_attribute"].search(before))


def _reach(scene: Scene, verb: Trigger, expression: TimeExpression, knowledge: ExtractingKnowledge) -> int:
    """How far a date is from a verb that it may govern, in words."""
    cost = cost_of(scene, verb, expression, knowledge)
    before = scene.article.text[max(scene.span.start, expression.span.start - _LOOK_BACK) : expression.span.start]
    looks_ahead = verb.span.start > expression.span.start
    return cost + _AHEAD if looks_ahead and not knowledge.grammar["clause_head"].search(before) else cost


def _again(
    scene: Scene, expression: TimeExpression, told: Mapping[Stretch, Trigger], knowledge: ExtractingKnowledge
) -> Trigger | None:
    """The same once more: "twice, in April 2019 and in September 2023"; its own date stands for the verb left out."""
    for words, trigger in told.items():
        between = scene.article.text[words.end : expression.span.start]
        if _is_other_time(scene, words, expression) and knowledge.grammar["once_more"].search(between):
            return Trigger(expression.span, trigger.row)
    return None


def _is_other_time(scene: Scene, words: Stretch, expression: TimeExpression) -> bool:
    """Does it stand behind these words and name another time than they do ("Sunday, 12 July" is one)?"""
    first = next((one.date for one in scene.expressions if one.span == words), None)
    if words.end > expression.span.start or first is None:
        return False
    return are_apart(first, expression.date)
