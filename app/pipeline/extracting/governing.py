"""Which time expression dates a happening: the nearest in its own clause, not the one that dates the report."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.edtf import EdtfDate, Precision, edtf
from app.domain.showing import date_to_people
from app.domain.text import Stretch
from app.domain.timex import Anchor, TimeExpression, TimexType
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.pipeline.extracting.belonging import RELATIVE, cannot_govern, gap, is_covered, is_of_dateline
from app.pipeline.extracting.scene import Scene, Trigger, count_words

# What a boundary between trigger and time costs, in words of distance: a new clause is further than many words.
_NEW_CLAUSE, _SUBCLAUSE, _COMMA, TOO_FAR = 20, 6, 2, 24
VAGUE = "_REF"  # ends the value of what names no time of its own: "nowadays" is PRESENT_REF
# An expression at the head of a sentence dates the whole of its first clause, however long.
_HEAD_COST = 6
# This near, an expression belongs to its trigger, and to no other that is further than the second number.
_OWN, _OTHERS = 2, 4

_HARD = re.compile(
    r";|\s[—–]+\s|\s--\s|\bbecause\b(?!\s+of)|,\s+to\s+(?:be\s+)?[a-z]+|,\s+(?:but|while|whereas|although|though|who|whose|whom)\b"
    r"|,\s+(?:and|then)\s+(?!\w+(?:ed|ing)\b|then\b|also\b|later\b|left\b|went\b|met\b|held\b|sent\b|gave\b|took\b)(?=\w+\s+\w+)"
)
_SOFT = re.compile(
    # "when", "while" and "during" are at the same time: they part less than "after" does, and so do not stand here.
    r"\b(?:after|before|following|since|until|which|that|who|whose|where|based\s+on|amid)\b",
    re.IGNORECASE,
)
# "The pact that they made in May": May is the pact's, however long the clause.
_OWN_CLAUSE = re.compile(r"(?:\s+of\s+[\w’'-]+)?\s+(?:that|which)\s[^,;]*$")
_THAT = re.compile(r"\sthat$")
_AND = re.compile(r"\s+(?:and|but)\b")
_JOINS = re.compile(r",|\band\b")  # "He came on Monday and said": the day is that of coming
_HEAD = re.compile(
    r"[“\"'‘(\s]*(?:(?:in|on|at|by|during|early|late|back|then|earlier|later)\s+){0,3}(?:the\s+)?", re.IGNORECASE
)


@dataclass(frozen=True)
class Governed:
    """The date of a happening, the words it was read from, and why."""

    date: EdtfDate
    words: Stretch
    reasoning: str
    is_report: bool = False  # the day of the report, not of the happening
    is_recalled: bool = False  # what an anniversary recalls


def find_date(scene: Scene, trigger: Trigger, knowledge: ExtractingKnowledge) -> Governed | None:
    """The time expression that dates a trigger; one that dates its report if no better is there; None for neither."""
    is_under_heading = scene.heading and scene.heading not in scene.expressions and not scene.is_past_heading
    heading = (scene.heading,) if scene.heading and is_under_heading else ()
    candidates = [
        (cost, expression)
        for expression in (*heading, *scene.expressions)
        if is_calendar(expression)
        and not _names_it(expression, trigger)
        and (cost := cost_of(scene, trigger, expression, knowledge)) < TOO_FAR
    ]
    if any(0 < cost < _NEW_CLAUSE and _is_day_within(expression, scene.heading) for cost, expression in candidates):
        candidates = [(cost, expression) for cost, expression in candidates if expression != scene.heading]
    own: list[TimeExpression] = []
    report: list[TimeExpression] = []
    for cost, expression in sorted(candidates, key=lambda pair: (pair[0], pair[1].span)):
        if _belongs_to_other(scene, trigger, expression, cost, knowledge):
            continue
        (report if _dates_the_report(scene, trigger, expression, cost, knowledge) else own).append(expression)
    for expression in own:
        if governed := govern(scene, trigger, expression):
            return governed
    if not report and (live := _on_the_day(scene, trigger, knowledge)):
        return live
    if report and not trigger.row.is_background:
        first = report[0]
        return Governed(first.date, first.span, first.reasoning, is_report=True)
    return None


def _is_day_within(expression: TimeExpression, heading: TimeExpression | None) -> bool:
    """Is it a day of the longer time that heads an entry of a chronicle ("18–19 June: … landed early on 19 June")?"""
    if heading is None or heading.date.precision is Precision.DAY or expression.date.precision is not Precision.DAY:
        return False
    return not are_apart(expression.date, heading.date)


def _names_it(expression: TimeExpression, trigger: Trigger) -> bool:
    """Is the happening itself what the expression is seen from? "After the collapse" does not date the collapse."""
    return expression.anchor in (Anchor.EVENT, Anchor.TOLD) and expression.span.overlaps(trigger.span)


def _on_the_day(scene: Scene, trigger: Trigger, knowledge: ExtractingKnowledge) -> Governed | None:
    """What a live report tells, happened on the day of publication; what it recalls did not."""
    published = scene.publication.date
    if scene.clock is None or published.precision is not Precision.DAY or trigger.row.is_background:
        return None
    is_above = not scene.span.holds(scene.clock) and knowledge.speech.search(scene.words)
    if is_above or knowledge.grammar["recalled"].search(scene.words):
        return None
    said = f"“{scene.clock.of(scene.article.text)}” heads a line of a live report: it is of the day of publication"
    return Governed(published, scene.clock, f"{said}, {date_to_people(published)}.")


def is_timed(scene: Scene, trigger: Trigger, knowledge: ExtractingKnowledge) -> bool:
    """Does a time that nothing places in the calendar say when ("at about 3am", "on Friday" of an unknown week)?"""
    return any(
        one.type in (TimexType.DATE, TimexType.TIME)
        and not one.value.endswith(VAGUE)
        and cost_of(scene, trigger, one, knowledge) < TOO_FAR
        for one in scene.expressions
    )


def is_calendar(expression: TimeExpression) -> bool:
    """Does it name a place in the calendar?"""
    return bool(expression.date.text or expression.commemorated.text)


def cost_of(scene: Scene, trigger: Trigger, expression: TimeExpression, knowledge: ExtractingKnowledge) -> int:
    """How far an expression is from a trigger, in words."""
    if trigger.span.overlaps(expression.span):
        is_other = trigger.row.skips_modifier or is_covered(scene, trigger, expression, knowledge)
        return TOO_FAR if is_other else 0  # "the treaty of 1961 expired": not in 1961
    if expression == scene.heading:
        return _HEAD_COST
    if cannot_govern(scene, trigger, expression, knowledge):
        return TOO_FAR
    between = _between(scene, trigger, expression)
    if trigger.row.form == "noun" and trigger.span < expression.span and _OWN_CLAUSE.match(between):
        return _OWN if not knowledge.speech.search(between) else _distance(between)
    is_head = expression.span.end <= trigger.span.start and _stands_at_head(scene, expression)
    if is_head and not _HARD.search(between):
        return min(_HEAD_COST, _distance(between))
    # "In 1962 they left, …", but "They left in 1962 and trade fell": behind its verb a date belongs there.
    is_behind_other = expression.span.end <= trigger.span.start and _AND.match(between) is not None
    return _distance(between) + _SUBCLAUSE * is_behind_other


def _between(scene: Scene, trigger: Trigger, expression: TimeExpression) -> str:
    """What parts them, without asides."""
    first, second = sorted((trigger.span, expression.span))
    between = RELATIVE.sub(" ", scene.article.text[first.end : second.start])
    if first == trigger.span and (that := _THAT.search(trigger.span.of(scene.article.text))):
        return that[0] + between  # "agreed that": what follows is another's clause, though the trigger holds the word
    return between


def _distance(between: str) -> int:
    hard = _NEW_CLAUSE * len(_HARD.findall(between))
    soft = _SUBCLAUSE * len(_SOFT.findall(between))
    return count_words(between) + hard + soft + _COMMA * between.count(",")


def _stands_at_head(scene: Scene, expression: TimeExpression) -> bool:
    before = scene.article.text[scene.span.start : expression.span.start]
    return _HEAD.fullmatch(before) is not None


def _belongs_to_other(
    scene: Scene, trigger: Trigger, expression: TimeExpression, cost: int, knowledge: ExtractingKnowledge
) -> bool:
    if cost <= _OTHERS:
        return False
    return any(
        cost_of(scene, other, expression, knowledge) <= _OWN
        for other in scene.triggers
        if other != trigger and not other.span.overlaps(trigger.span)
        if not (other.row.is_background and expression.is_anniversary)  # what it recalls, it gives another date
    )


def _dates_the_report(
    scene: Scene, trigger: Trigger, expression: TimeExpression, cost: int, knowledge: ExtractingKnowledge
) -> bool:
    """Is a verb of saying nearer to the expression than the trigger is?"""
    if expression == scene.heading:
        return False
    if is_of_dateline(scene, expression):
        return True
    at_head = _stands_at_head(scene, expression)
    near = [
        _distance(gap(scene, verb, expression.span))
        for found in knowledge.speech.finditer(scene.article.text, scene.span.start, scene.span.end)
        if not trigger.span.overlaps(verb := Stretch(*found.span()))
        and (at_head or verb.start < expression.span.start or not _JOINS.search(gap(scene, verb, expression.span)))
    ]
    return bool(near) and min(near) < cost


def is_of_background(scene: Scene, expression: TimeExpression, knowledge: ExtractingKnowledge) -> bool:
    """Does it belong to what the sentence only recalls ("… who fell for the liberation in August 1945")?"""
    past = (trigger for trigger in scene.triggers if trigger.row.is_background)
    return any(cost_of(scene, trigger, expression, knowledge) <= _OWN for trigger in past)


def govern(scene: Scene, trigger: Trigger, expression: TimeExpression) -> Governed | None:
    """The date that an expression gives to a trigger that it governs, if it gives one."""
    if expression.is_anniversary or expression.commemorated.text:
        return _by_anniversary(scene, trigger, expression)
    if not expression.date.text:
        return None
    date, reasoning = expression.date, expression.reasoning
    if trigger.row.takes_end and date.latest and "/" in date.text:
        end = date.text.split("/")[1]
        return Governed(edtf(end), expression.span, f"“{expression.text}”, of which this is the end, ends in {end}.")
    return Governed(date, expression.span, reasoning)


def are_apart(one: EdtfDate, other: EdtfDate) -> bool:
    """Have two dates that are bounded on both sides no day in common?"""
    (start, end), (other_start, other_end) = one.bounds, other.bounds
    if start is None or end is None or other_start is None or other_end is None:
        return False
    return end < other_start or other_end < start


def and_then(reasoning: str, more: str) -> str:
    """A reasoning with one step more."""
    return f"{reasoning.rstrip('.')}; {more}."


def _by_anniversary(scene: Scene, trigger: Trigger, expression: TimeExpression) -> Governed | None:
    """An anniversary dates what happens on it by its day, and what it recalls by the year in which that was."""
    if not trigger.row.is_background:
        return Governed(expression.date, expression.span, expression.reasoning) if expression.date.text else None
    recalled = expression.commemorated
    if not recalled.text or _first_background_after(scene.triggers, expression) != trigger:
        return None
    reasoning = and_then(expression.reasoning, f"what it recalls: {date_to_people(recalled)}")
    return Governed(recalled, expression.span, reasoning, is_recalled=True)


def _first_background_after(triggers: Sequence[Trigger], expression: TimeExpression) -> Trigger | None:
    return next((t for t in triggers if t.row.is_background and t.span.end > expression.span.start), None)
