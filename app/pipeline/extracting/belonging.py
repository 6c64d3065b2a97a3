"""Dates of a sentence that belong to something else in it: a noun, an aside, another clause, the head of the report."""

import re

from app.domain.edtf import Precision
from app.domain.text import Stretch
from app.domain.timex import TimeExpression
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.pipeline.extracting.scene import Scene, Trigger, count_words

_PLACE_AND_DAY = 4  # words: "after the talks in New York on Monday"
_FEW = 12  # characters: room for an article or a possessive
# "The first visit since 1961" was not in 1961, nor a call "ahead of the anniversary" on it.
_SINCE = re.compile(r"\b(?:since|ahead\s+of|before|prior\s+to|until)\s+(?:[\w’'-]+\s+){0,5}$", re.IGNORECASE)
# The same where a happening says since when: "he was the first to come since the collapse of the state".
_SINCE_ITSELF = re.compile(r"since\b", re.IGNORECASE)
_FIRST = re.compile(r"\b(?:first|second|third|last|latest|only|most|[a-z]{3,}est)\b[^.;:]*$", re.IGNORECASE)
# "In May Bo, who was ill, came": what a relative clause, a participle or a count of such happenings says between commas
# is no distance. Who was "asked on Monday", answered on Monday.
RELATIVE = re.compile(
    r",\s+(?:the\s+(?:first|second|third|last|only)|who|which|whose|whom|born|built|held|made|sent|set\s+up|led|written"
    r"|(?!asked|pressed|quoted|cited|questioned|interviewed|based)[a-z]{3,}ed)\s[^,;]{1,120},\s"
)
# "ROME, July 14 (Wire) - ": the day of the report.
_DATELINE = re.compile(r"[^\W\d_a-z][\w/.,’' -]{2,60}$")
_UNDATED_DATELINE = re.compile(r"[A-Z][A-Z/.,’' -]{2,60}(?:\([^)]{2,40}\)|[A-Z][\w.]*(?:\s\w+)?)\s*(?:--?|–|—|_)\s+")
_AFTER_DATELINE = re.compile(r"\.?,?\s*(?:\([^)]{2,40}\)|/[\w -]{2,20}/)?\.?\s*(?:--?|–|—|/)")
# "Following the coup in May, he came": not before it, and a month or a year says no more.
_FOLLOWING = re.compile(r"\b(?:following|after)\s+(?:[\w’'-]+\s+){2,8}$", re.IGNORECASE)
_MAIN_CLAUSE = re.compile(r",\s+(?!(?:\w+\s+)?(?:which|who|whom|whose|when|where)\b)")
_SINCE_NOUN = re.compile(r"\b(?:since|ahead\s+of|before|prior\s+to|until)\s+(?:[\w’'-]+\s+){2,5}$", re.IGNORECASE)
_END_OF = re.compile(r"(?:the\s+)?end\s+of\b", re.IGNORECASE)  # "before the end of May": a term, and it dates
_OWNS = re.compile(r"['’]s\s")
# "The guest since May, who was received": who stays since then did so, and what follows is another's.
# "He promised restraint until 2003, and Bo thanked him": the limit of the one is no date of the other.
_SINCE_THEN = re.compile(r"\b(?:since|until|till)\s+$", re.IGNORECASE)
_ANOTHER = re.compile(r"^\s*(?:,\s*)?(?:and|but|who|which|was|were|has|had)\b")
# "During his stay", "shortly after the talks": what follows is another happening.
_FRAME = re.compile(
    r"[\s“\"]*(?:\w+\s+)?(?:during|after|before|following)\s+(?:[\w’'-]+\s+){0,4}[\w’'-]+", re.IGNORECASE
)


def cannot_govern(scene: Scene, trigger: Trigger, expression: TimeExpression, knowledge: ExtractingKnowledge) -> bool:
    """Does it date a noun in the trigger, only the time since when, or what somebody else says?"""
    is_next = not gap(scene, expression.span, trigger.span).strip()
    if is_next and trigger.row.skips_modifier:
        return True
    if not is_next and is_attribute(scene, expression, knowledge):
        return True
    if _is_only_since(scene, trigger, expression) or is_of_another(scene, trigger, expression, knowledge):
        return True
    if any(is_beside(scene, trigger, expression) for is_beside in (_is_aside, _is_frame, _is_followed)):
        return True
    quotation = scene.in_quotation(expression.span)
    return quotation is not None and not quotation.overlaps(trigger.span)


def _is_only_since(scene: Scene, trigger: Trigger, expression: TimeExpression) -> bool:
    """Does it say from when on, or up to when, something else was so?"""
    before = scene.article.text[scene.span.start : expression.span.start]
    if expression.span.start >= trigger.span.end:
        if _SINCE_ITSELF.match(expression.text) and _FIRST.search(before):
            return True
        since = _SINCE.search(before)  # "since Bo's visit in May": the visit itself was in May
        is_own = since is not None and scene.span.start + since.start() <= trigger.span.start
        return since is not None and not is_own and _END_OF.match(expression.text) is None
    if expression.span.end > trigger.span.start:
        return False
    is_other_clause = _ANOTHER.search(gap(scene, expression.span, trigger.span)) is not None
    return _SINCE_NOUN.search(before) is not None or (is_other_clause and _SINCE_THEN.search(before) is not None)


def _is_followed(scene: Scene, trigger: Trigger, expression: TimeExpression) -> bool:
    """Is it the month or year of what the trigger only follows upon ("Following the coup in May, he came")?"""
    if expression.date.precision is Precision.DAY or expression.span.end > trigger.span.start:
        return False
    text = scene.article.text
    return _MAIN_CLAUSE.match(text, expression.span.end) is not None and (
        _FOLLOWING.search(text, scene.span.start, expression.span.start) is not None
    )


def is_of_another(scene: Scene, trigger: Trigger, expression: TimeExpression, knowledge: ExtractingKnowledge) -> bool:
    """Is it the date of something that the trigger only speaks of ("replaces that of 1961", "letters issued today")?"""
    text, grammar = scene.article.text, knowledge.grammar
    is_before = trigger.span.end <= expression.span.start
    since = trigger.span.end if is_before else scene.span.start
    if any(grammar[time].search(text, since, expression.span.start) for time in ("compared_time", "answered_time")):
        return True
    if is_covered(scene, trigger, expression, knowledge):
        return True
    is_noun = is_before and trigger.row.form == "noun"
    return is_noun and grammar["made_public"].search(text[since : expression.span.start]) is not None


def is_covered(scene: Scene, trigger: Trigger, expression: TimeExpression, knowledge: ExtractingKnowledge) -> bool:
    """Is it the time that a plan or an account covers ("an agreement on trade for 1986-1990, signed in December")?"""
    since = trigger.span.start if trigger.span.start < expression.span.start else scene.span.start
    return knowledge.grammar["covered_time"].search(scene.article.text, since, expression.span.start) is not None


def _is_frame(scene: Scene, trigger: Trigger, expression: TimeExpression) -> bool:
    """Is the trigger what something else happened in or after ("During his stay he will meet Bo on Thursday")?"""
    if trigger.row.form != "noun" or expression.span.start < trigger.span.end:
        return False
    words = scene.article.text[scene.span.start : trigger.span.end]
    return (
        _FRAME.fullmatch(words) is not None and count_words(gap(scene, trigger.span, expression.span)) > _PLACE_AND_DAY
    )


def _is_aside(scene: Scene, trigger: Trigger, expression: TimeExpression) -> bool:
    """Does a date stand in a relative clause between commas, and the trigger outside of it?"""
    asides = (Stretch(*one.span()) for one in RELATIVE.finditer(scene.article.text, scene.span.start, scene.span.end))
    return any(aside.holds(expression.span) and not aside.overlaps(trigger.span) for aside in asides)


def is_attribute(scene: Scene, expression: TimeExpression, knowledge: ExtractingKnowledge) -> bool:
    """Does a date stand before a noun that it belongs to ("the June treaty", "today's meeting")?"""
    text = scene.article.text
    if _OWNS.match(text, expression.span.end):
        return True
    before = text[max(scene.span.start, expression.span.start - _FEW) : expression.span.start]
    behind = text[expression.span.end : expression.span.end + _FEW]
    grammar = knowledge.grammar
    return bool(grammar["determiner"].search(before) and grammar["noun_behind"].search(behind))


def end_of_dateline(scene: Scene) -> int:
    """Where a sentence begins to tell: behind its dateline, if it has one."""
    text = scene.article.text
    for expression in scene.expressions:
        if is_of_dateline(scene, expression) and (after := _AFTER_DATELINE.match(text, expression.span.end)):
            return after.end()
    undated = _UNDATED_DATELINE.match(text, scene.span.start, scene.span.end)
    return undated.end() if undated else scene.span.start


def is_of_dateline(scene: Scene, expression: TimeExpression) -> bool:
    """Is it the date before a report ("ROME, July 14 (Wire) - ")?"""
    text = scene.article.text
    before = text[scene.span.start : expression.span.start]
    return bool(_DATELINE.fullmatch(before) and _AFTER_DATELINE.match(text, expression.span.end))


def gap(scene: Scene, first: Stretch, second: Stretch) -> str:
    """What stands between two stretches of a sentence, whichever comes first; nothing where they overlap."""
    one, other = sorted((first, second))
    return scene.article.text[one.end : max(one.end, other.start)]
