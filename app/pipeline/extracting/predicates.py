"""The verbs by which a sentence tells: those of acts.toml, and, where these leave a date over, any other verb."""

from collections.abc import Iterator

from app.domain.text import Stretch
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.knowledge.extracting_rows import STATING
from app.knowledge.inflecting import Form
from app.pipeline.extracting.scene import Scene, Trigger, count_words

# What stands before a form of a verb that is a predicate: rows of grammar.toml.
_BEFORE = {Form.BASE: "before_base", Form.GERUND: "before_gerund", Form.THIRD: "before_third"}
_ATTRIBUTION = 8  # words: what may stand behind "he said" at the end of a sentence
LOOK_BACK = 40  # characters


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


def other_predicates(scene: Scene, knowledge: ExtractingKnowledge) -> Iterator[Trigger]:
    """Verbs in the past that no class of acts.toml has, and verbs of a class behind a noun ("The term runs out")."""
    text = scene.article.text
    for start, end, act in knowledge.acts.find_any(text, scene.span.start, scene.span.end):
        span = Stretch(start, end)
        if act.row is None or act.row == STATING or knowledge.speech.fullmatch(text, start, end):
            continue
        is_one = (
            knowledge.grammar["before_third_of_noun"].search(_before(scene, span)) is not None
            if act.form is Form.THIRD
            else act.form is Form.PAST and _is_predicate(scene, span, act.form, knowledge)
        )
        if is_one and not scene.in_quotation(span):
            yield Trigger(span, act.row)


def announcements(scene: Scene, knowledge: ExtractingKnowledge) -> Iterator[Trigger]:
    """Verbs of saying with a time of their own before what they say ("disclosed it on Monday, saying that …")."""
    text = scene.article.text
    for start, end, act in knowledge.acts.find(text, scene.span.start, scene.span.end):
        span = Stretch(start, end)
        if act.row != STATING or scene.in_quotation(span) or not _is_predicate(scene, span, act.form, knowledge):
            continue
        if knowledge.grammar["plain_saying"].fullmatch(text, start, end):
            continue
        told = [trigger.span.start for trigger in scene.triggers if trigger.span.start >= end]
        if told and any(end <= one.span.start < min(told) for one in scene.expressions):
            yield Trigger(span, STATING)


def _only_reports(scene: Scene, verb: Stretch, knowledge: ExtractingKnowledge) -> bool:
    """Does a verb of saying stand in one clause with a trigger, or at the end of what triggers tell ("…, he said")?"""
    text = scene.article.text
    behind = [trigger for trigger in scene.triggers if trigger.span.start >= verb.end]
    if not behind and scene.triggers and count_words(text[verb.end : scene.span.end]) <= _ATTRIBUTION:
        return True
    gaps = (sorted((verb, trigger.span)) for trigger in scene.triggers)
    return any(not knowledge.grammar["clause_cut"].search(text, one.end, other.start) for one, other in gaps)


def _is_predicate(scene: Scene, span: Stretch, form: Form, knowledge: ExtractingKnowledge) -> bool:
    grammar, before = knowledge.grammar, _before(scene, span)
    after = scene.article.text[span.end : span.end + 20]
    if before.endswith(("-", "‑")) or after.startswith(("-", "’s", "'s")):
        return False
    if grammar["hearsay"].match(scene.article.text, span.start, scene.span.end):
        return False
    if form in _BEFORE and not grammar[_BEFORE[form]].search(before):
        return False
    if any(grammar[name].search(before) for name in ("compared", "no_actor")):
        return False
    is_attribute = form is not Form.PAST or grammar["noun_follows"].search(after)
    return not (is_attribute and grammar["before_attribute"].search(before))


def _before(scene: Scene, span: Stretch) -> str:
    return scene.article.text[max(scene.span.start, span.start - LOOK_BACK) : span.start]
