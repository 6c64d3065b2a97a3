"""A short headline for a mention, in the words of its sentence and no others."""

import re
from collections.abc import Sequence
from itertools import zip_longest

from app.domain.text import Stretch
from app.domain.timex import TimeExpression
from app.knowledge.extracting_knowledge import Grammar
from app.pipeline.extracting.belonging import end_of_dateline
from app.pipeline.extracting.scene import Scene, Trigger, count_words

LONGEST = 120
# A noun phrase of fewer words says too little to stand alone.
_FEWEST_WORDS = 3
# What is longer is no subject that can be said twice.
_LONGEST_SUBJECT = 12
_DIGIT = re.compile(r"\d")
# What is left out with a date; "goes back to 1961" needs its date.
_BEFORE_OWN = r"(?:^|(?<!\bto)(?<!\band)(?<!\bor)(?<!\bthan)\s+(?:(?:in\s+the\s+course\s+)?(?:of|in|on|from|for)\s+)?)"
_SPACE = re.compile(r"[\s\u00a0]+")
_DASHED = re.compile(r"\s[—–]+\s[^—–.;]{1,160}\s[—–]+\s")
_NOTE = re.compile(r"\[(?:\d{1,3}|[a-z ]{4,20}(?:\?|))\]")  # of an encyclopedia
_OWNS = re.compile(r"['’]s\b")  # "last month's meeting": the date is part of a name
_EMPTY = re.compile(r"^[^,:]{2,30},\s*:\s|[(\[]\s*[)\]]|[“\"]\s*[.,]?\s*[”\"]")  # what a date was cut out of
_COMMAS = re.compile(r"(?:\s*,)+(?=\s*,)|(?<=\bsaid)\s*,(?=\s+that\b)")
_BETWEEN = re.compile(r"\s*\bbetween\s+$")
_FIRST = re.compile(r"\s(?:for\s+the\s+first\s+time\b|first\s)")
_EDGES = " ,;:—–-("
_MARKS = {"“": "”", "«": "»"}


def write_headline(
    scene: Scene, trigger: Trigger, beside: Sequence[Trigger], dated_by: Stretch | None, grammar: Grammar
) -> str:
    """The clause around a verb, or the phrase around a noun, without its dates; at most `LONGEST` characters.

    Args:
        scene: The sentence.
        trigger: What the headline is for.
        beside: What else the sentence tells, in order: each has the words of its own part.
        dated_by: The words that give the date, which stands beside the headline.
        grammar: The rows.
    """
    words = _told_of(scene, trigger, beside, grammar)
    if _is_gap(scene, trigger.span):  # "the first visit since 2002": what is told of 2002 was not the first
        words = _FIRST.sub(" ", words).strip()
    is_named = any(one.span == dated_by and _is_day(one) for one in scene.expressions)
    return _without_own_date(words, dated_by.of(scene.article.text), grammar) if dated_by and is_named else words


def _without_own_date(words: str, date: str, grammar: Grammar) -> str:
    """A headline without the date of what it tells, where that is part of a name ("Japan's 1910–1945 rule").

    Another thing's year stays: "the 1961 treaty lapsed".
    """
    if date not in words or not _DIGIT.search(date):
        return words
    rest = re.sub(rf"{_BEFORE_OWN}{re.escape(date)}(?!\w|\s*(?:,|and|or)\s*\d)", " ", words)
    plain = _tidy(rest, grammar) if rest != words else words
    return plain if count_words(plain) >= _FEWEST_WORDS - 1 else words


def _told_of(scene: Scene, trigger: Trigger, beside: Sequence[Trigger], grammar: Grammar) -> str:
    text = scene.article.text
    told = trigger.span.of(text)
    if trigger.row.form == "noun" and not trigger.row.is_continuing:
        end = grammar["phrase_end"].search(text, trigger.span.end, scene.span.end)
        phrase = Stretch(trigger.span.start, end.start() if end else scene.span.end)
        words = _tidy(_without_dates(scene, phrase, grammar), grammar)
        # A phrase that names nobody ("his visit") says too little, where the clause names somebody.
        is_named = trigger.row.is_background or any(phrase.overlaps(actor.span) for actor in scene.actors)
        if count_words(words) >= _FEWEST_WORDS and is_named:
            return _shortened(words, told, grammar)
    return _shortened(_clause(scene, trigger, beside, grammar), told, grammar) or _tidy(told, grammar)


def _clause(scene: Scene, trigger: Trigger, beside: Sequence[Trigger], grammar: Grammar) -> str:
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
    clause = _aside_of(scene, trigger, grammar) or Stretch(start, end.start() if end else scene.span.end)
    words = _plain_clause(scene, clause, grammar)
    if (own := _own_words(scene, trigger, clause, beside, grammar)) and count_words(own) > _FEWEST_WORDS:
        words = own
    subject = next((actor for actor in scene.actors if not actor.is_adjective), None)
    if goes_on and subject and subject.span.end <= start and grammar["lacks_subject"].match(words.lower()):
        return f"{subject.span.of(text)} {words[:1].lower()}{words[1:]}"
    return words


def _aside_of(scene: Scene, trigger: Trigger, grammar: Grammar) -> Stretch | None:
    """The relative clause between commas that tells it behind its "whose" ("The army, whose men had landed, …")."""
    asides = grammar["relative_aside"].finditer(scene.article.text, scene.span.start, scene.span.end)
    told = next((one for one in asides if one.start() <= trigger.span.start < one.end()), None)
    if told is None or not told[0].lstrip(", ").startswith("whose"):
        return None
    return Stretch(told.start() + told[0].index("whose") + len("whose"), told.end())


def _plain_clause(scene: Scene, clause: Stretch, grammar: Grammar) -> str:
    words = _without_dates(scene, clause, grammar)
    return _tidy(grammar["relative_aside"].sub(" ", _DASHED.sub(" ", words)), grammar)


def _own_words(
    scene: Scene, trigger: Trigger, clause: Stretch, beside: Sequence[Trigger], grammar: Grammar
) -> str | None:
    """Of a clause that tells of several happenings the part of this one, behind their common subject."""
    before = [other.span for other in beside if clause.start <= other.span.start < trigger.span.start]
    behind = [other.span for other in beside if trigger.span.end <= other.span.start < clause.end]
    stop = _last_cut(scene, trigger.span, behind[0], grammar) if behind else None
    end = stop.start() if stop else clause.end
    cut = _last_cut(scene, before[-1], trigger.span, grammar) if before else None
    if before and trigger.span.of(scene.article.text).startswith("to "):  # "invited Bo to visit Rome": Bo to visit Rome
        return _plain_clause(scene, Stretch(before[-1].end, end), grammar)
    if cut is None:
        return None if before or not stop else _plain_clause(scene, Stretch(clause.start, end), grammar)
    words = _plain_clause(scene, Stretch(cut.end(), end), grammar)
    rest = words if scene.article.text[cut.end()].isupper() else f"{words[:1].lower()}{words[1:]}"
    if _is_gap(scene, trigger.span):  # the verb is left out, and said again
        return _behind(_plain_clause(scene, Stretch(clause.start, before[0].end), grammar), rest)
    if not grammar["auxiliaries"].fullmatch(scene.article.text, cut.end(), trigger.span.start):
        return words  # it has a subject of its own
    return _behind(_subject(scene, Stretch(clause.start, before[0].end), before[0], grammar), rest)


def _subject(scene: Scene, lead: Stretch, first: Stretch, grammar: Grammar) -> str:
    """What stands before the first verb of a clause; a trigger may hold both ("pact was signed")."""
    if any(actor.span.start < first.start < actor.span.end for actor in scene.actors):
        return ""
    before = _plain_clause(scene, Stretch(lead.start, first.start), grammar)
    if count_words(before) < _FEWEST_WORDS and not any(a.span.end <= first.start for a in scene.actors):
        before = grammar["last_word"].sub("", _plain_clause(scene, lead, grammar))
    return grammar["trailing_verbs"].sub("", before)


def _is_gap(scene: Scene, span: Stretch) -> bool:
    return any(one.span == span for one in scene.expressions)


def _last_cut(scene: Scene, one: Stretch, other: Stretch, grammar: Grammar) -> re.Match[str] | None:
    """The last conjunction between two happenings: behind a comma, or right before the verb ("came and told them").

    Where the second leaves its verb out, any conjunction.
    """
    text, end = scene.article.text, other.start
    cuts = [
        cut
        for cut in grammar["conjunction"].finditer(text, one.end, end)
        if _is_gap(scene, other)
        or (cut[0].strip(", ") and cut[0].startswith(","))
        or grammar["auxiliaries"].fullmatch(text, cut.end(), end)
    ]
    if not cuts or grammar["relative"].search(text, cuts[-1].end(), end):
        return None
    return cuts[-1]


def _behind(lead: str, words: str) -> str | None:
    """A part behind its subject, if that is one and not too long to be said again; "to to" is said once."""
    if not words or not 0 < count_words(lead) <= _LONGEST_SUBJECT:
        return None
    first, _, rest = words.partition(" ")
    if lead.lower().endswith(f" {first.lower()}"):
        return f"{lead} {rest}"
    return f"{lead} {words}"


def _without_dates(scene: Scene, clause: Stretch, grammar: Grammar) -> str:
    """The words of a clause without its time expressions and the prepositions before them."""
    text, pieces, at = scene.article.text, [], clause.start
    last = None  # where the last date ends that was left out
    for expression, following in zip_longest(scene.expressions, scene.expressions[1:]):
        before = text[at : expression.span.start]
        if (
            not clause.holds(expression.span)
            or expression.span.start < at
            or not _is_day(expression)
            or _OWNS.match(text, expression.span.end)
        ):
            continue
        if at == last and grammar["between_dates"].search(before):
            before = ""
        elif following and _begins_span(text, expression, following, before, grammar):
            before = _BETWEEN.sub(" ", before)
        elif grammar["article_before"].search(before):
            continue
        pieces.append(grammar["before_date"].sub(" ", before))
        at = last = expression.span.end
    return " ".join([*pieces, text[at : clause.end]])


def _begins_span(
    text: str, expression: TimeExpression, following: TimeExpression, before: str, grammar: Grammar
) -> bool:
    """Are two dates the ends of one span ("between 26 July and 18 August")?"""
    between = text[expression.span.end : following.span.start]
    return _BETWEEN.search(before) is not None and grammar["between_dates"].search(between) is not None


def _is_day(expression: TimeExpression) -> bool:
    """Is it a date and no more? An anniversary says what is marked, and stays."""
    return bool(expression.date.text) and not expression.is_anniversary


def _tidy(words: str, grammar: Grammar) -> str:
    plain = _COMMAS.sub("", _EMPTY.sub("", _NOTE.sub("", words)))
    plain = _SPACE.sub(" ", plain).replace(" ,", ",").replace(" .", ".").strip(_EDGES).removesuffix(".")
    chosen = _balanced(grammar["leading_words"].sub("", plain).strip(_EDGES) or plain)
    chosen = grammar["trailing_words"].sub("", chosen).strip(_EDGES) or chosen
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
    return grammar["trailing_words"].sub("", _balanced(words[: LONGEST - 1].rsplit(" ", 1)[0])).rstrip(_EDGES) + "…"
