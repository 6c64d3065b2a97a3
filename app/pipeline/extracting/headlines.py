"""A short headline for a mention, in the words of its sentence and no others."""

import re

from app.domain.text import Stretch
from app.domain.timex import TimeExpression
from app.knowledge.extracting_knowledge import Grammar
from app.pipeline.extracting.belonging import end_of_dateline
from app.pipeline.extracting.scene import Scene, Trigger, count_words

LONGEST = 120
# A noun phrase of fewer words says too little to stand alone.
_FEWEST_WORDS = 3
_SPACE = re.compile(r"[\s\u00a0]+")
_DASHED = re.compile(r"\s[—–]+\s[^—–.;]{1,160}\s[—–]+\s")
_NOTE = re.compile(r"\[\d{1,3}\]")  # of an encyclopedia
_EDGES = " ,;:—–-("
_MARKS = {"“": "”", "«": "»"}


def write_headline(scene: Scene, trigger: Trigger, grammar: Grammar) -> str:
    """The clause around a verb, or the phrase around a noun, without its dates; at most `LONGEST` characters."""
    text = scene.article.text
    told = trigger.span.of(text)
    if trigger.row.form == "noun" and not trigger.row.is_continuing:
        end = grammar["phrase_end"].search(text, trigger.span.end, scene.span.end)
        phrase = Stretch(trigger.span.start, end.start() if end else scene.span.end)
        words = _tidy(_without_dates(scene, phrase, grammar), grammar)
        if count_words(words) >= _FEWEST_WORDS:
            return _shortened(words, told, grammar)
    return _shortened(_clause(scene, trigger, grammar), told, grammar) or _tidy(told, grammar)


def _clause(scene: Scene, trigger: Trigger, grammar: Grammar) -> str:
    """The clause in which the trigger stands; with the sentence's first actor where it has no subject of its own."""
    text = scene.article.text
    start = scene.clock.end if scene.clock and scene.span.holds(scene.clock) else end_of_dateline(scene)
    goes_on = False
    asides = [Stretch(*aside.span()) for aside in _DASHED.finditer(text, scene.span.start, scene.span.end)]
    for found in grammar["clause_start"].finditer(text, scene.span.start, trigger.span.start):
        if any(aside.start <= found.start() < aside.end for aside in asides):
            continue  # what stands between two dashes parts no clause: "No one — neither A nor B — can …"
        start, goes_on = found.end(), found[0].lstrip(", ").startswith(("and", "but"))
    end = grammar["clause_end"].search(text, trigger.span.end, scene.span.end)
    clause = _without_dates(scene, Stretch(start, end.start() if end else scene.span.end), grammar)
    words = _tidy(grammar["relative_aside"].sub(" ", _DASHED.sub(" ", clause)), grammar)
    subject = next((actor for actor in scene.actors if not actor.is_adjective), None)
    if goes_on and subject and subject.span.end <= start and grammar["lacks_subject"].match(words.lower()):
        return f"{subject.span.of(text)} {words[:1].lower()}{words[1:]}"
    return words


def _without_dates(scene: Scene, clause: Stretch, grammar: Grammar) -> str:
    """The words of a clause without its time expressions and the prepositions before them."""
    text, pieces, at = scene.article.text, [], clause.start
    for expression in scene.expressions:
        before = text[at : expression.span.start]
        if (
            clause.holds(expression.span)
            and expression.span.start >= at
            and _is_day(expression)
            and not grammar["article_before"].search(before)
        ):
            pieces.append(grammar["before_date"].sub(" ", before))
            at = expression.span.end
    return " ".join([*pieces, text[at : clause.end]])


def _is_day(expression: TimeExpression) -> bool:
    """Is it a date and no more? An anniversary says what is marked, and stays."""
    return bool(expression.date.text) and not expression.is_anniversary


def _tidy(words: str, grammar: Grammar) -> str:
    plain = _SPACE.sub(" ", _NOTE.sub("", words)).replace(" ,", ",").replace(" .", ".").strip(_EDGES).removesuffix(".")
    chosen = _balanced(grammar["leading_words"].sub("", plain).strip(_EDGES) or plain)
    return chosen[:1].upper() + chosen[1:]


def _balanced(words: str) -> str:
    """Words without the half of a pair of quotation marks whose other half was cut off."""
    for opening, closing in _MARKS.items():
        if words.count(opening) != words.count(closing):
            words = words.replace(opening, "").replace(closing, "")
    return (words.replace('"', "") if words.count('"') % 2 else words).strip(_EDGES)


def _shortened(words: str, trigger: str, grammar: Grammar) -> str:
    """At most `LONGEST` characters: cut before a phrase behind the trigger, else at a word, which is shown."""
    if len(words) <= LONGEST:
        return words
    told = words.find(_SPACE.sub(" ", trigger)) + len(trigger)
    cuts = [
        found.start()
        for found in grammar["where_to_cut"].finditer(words)
        if max(told, LONGEST // 2) < found.start() <= LONGEST
    ]
    outside = [cut for cut in cuts if _balanced(words[:cut]) == words[:cut]]
    if outside:
        return words[: outside[-1]].rstrip(_EDGES)
    return _balanced(words[: LONGEST - 1].rsplit(" ", 1)[0]) + "…"
