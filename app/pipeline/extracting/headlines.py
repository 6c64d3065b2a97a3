"""A short headline for a mention, in the words of its sentence and no others."""

import re

from app.domain.text import Stretch
from app.domain.timex import TimeExpression
from app.pipeline.extracting.scene import Scene, Trigger, count_words

LONGEST = 120
# A noun phrase of fewer words says too little to stand alone.
_FEWEST_WORDS = 3
_SPACE = re.compile(r"[\s\u00a0]+")
_SAYING = (
    r"said|says|reported|announced|claimed|stated|told|confirmed|noted|added|declared|predicted|alleged|revealed|warned"
    r"|believes?"
)
_CLAUSE_START = re.compile(
    rf";|\b(?:He|She|They|It)\s+(?:also\s+|then\s+)?(?:{_SAYING})\s+(?:that\s+)?|\s[—–]+\s|,\s+(?:and|but|while)\s+(?:that\s+)?|\b(?:{_SAYING})\b(?:\s+[^\s,.;]+){{0,8}}?\s+that\s+|\badding\s+that\s+"
)
_CLAUSE_END = re.compile(
    r";|\s[—–]+\s|,\s+(?:and|but|while|saying|adding|marking|according|in\s+(?:a|what|return)|as|after|citing|which|who|collectively)\b"
    rf"|,\s+(?:[\w’'.-]+\s+){{1,9}}?(?:{_SAYING})\b|\s+(?:amid|according\s+to|as\s+translated)\b|[.]$"
)
_DASHED = re.compile(r"\s[—–]+\s[^—–.;]{1,160}\s[—–]+\s")
_ASIDE = re.compile(r",\s+(?:which|who|whose|long)\s[^,]{1,200},\s+")
_LEADING = re.compile(
    r"^(?:(?:and|but|also|meanwhile|however|in turn|in retaliation|in response|more recently|recently|reportedly|that"
    r"|then|immediately|the|a|an|his|her|its|their)\b[,:]?\s*)+",
    re.IGNORECASE,
)
_LACKS_SUBJECT = re.compile(r"^(?:was|were|is|are|has|have|had|will|would|\w+ed)\b")
_PHRASE_END = re.compile(
    r"\s+(?:since|when|after|before|is|was|were|has|had|have|would|will|saying|that|which|who|until|as|marked|but|and\s+(?:was|has|had))\b|[,;:]|\s[—–]|[.]$"
)
_CUT = re.compile(r"\s+(?=(?:\w+ing|in|on|for|to|as|with|from|amid|by|at|during|between|of)\s)")
_BEFORE_DATE = re.compile(
    r"(?:^|[\s\u00a0])(?:(?:early|late)[\s\u00a0]+)?(?:on|in|by|since|from|during|until)(?:[\s\u00a0]+(?:the|its|their|his|her|(?:[\w’'-]+[\s\u00a0]+){0,2}?[\w’']+[’']s?))?[\s\u00a0]*$",
    re.IGNORECASE,
)
_MODIFIES = re.compile(r"\b(?:the|a|an)[\s\u00a0]+$", re.IGNORECASE)
_NOTE = re.compile(r"\[\d{1,3}\]")  # of an encyclopedia
_EDGES = " ,;:—–-("
_MARKS = {"“": "”", "«": "»"}


def write_headline(scene: Scene, trigger: Trigger) -> str:
    """The clause around a verb, or the phrase around a noun, without its dates; at most `LONGEST` characters."""
    text = scene.article.text
    if trigger.row.form == "noun" and not trigger.row.is_continuing:
        end = _PHRASE_END.search(text, trigger.span.end, scene.span.end)
        words = _tidy(_without_dates(scene, Stretch(trigger.span.start, end.start() if end else scene.span.end)))
        if count_words(words) >= _FEWEST_WORDS:
            return _shortened(words, trigger.span.of(text))
    return _shortened(_clause(scene, trigger), trigger.span.of(text)) or _tidy(trigger.span.of(text))


def _clause(scene: Scene, trigger: Trigger) -> str:
    """The clause in which the trigger stands; with the sentence's first actor where it has no subject of its own."""
    text = scene.article.text
    start = scene.clock.end if scene.clock and scene.span.holds(scene.clock) else scene.span.start
    goes_on = False
    asides = [Stretch(*aside.span()) for aside in _DASHED.finditer(text, scene.span.start, scene.span.end)]
    for found in _CLAUSE_START.finditer(text, scene.span.start, trigger.span.start):
        if any(aside.start <= found.start() < aside.end for aside in asides):
            continue  # what stands between two dashes parts no clause: "No one — neither A nor B — can …"
        start, goes_on = found.end(), found[0].lstrip(", ").startswith(("and", "but"))
    end = _CLAUSE_END.search(text, trigger.span.end, scene.span.end)
    clause = _without_dates(scene, Stretch(start, end.start() if end else scene.span.end))
    words = _tidy(_ASIDE.sub(" ", _DASHED.sub(" ", clause)))
    subject = next((actor for actor in scene.actors if not actor.is_adjective), None)
    if goes_on and subject and subject.span.end <= start and _LACKS_SUBJECT.match(words.lower()):
        return f"{subject.span.of(text)} {words[:1].lower()}{words[1:]}"
    return words


def _without_dates(scene: Scene, clause: Stretch) -> str:
    """The words of a clause without its time expressions and the prepositions before them."""
    text, pieces, at = scene.article.text, [], clause.start
    for expression in scene.expressions:
        before = text[at : expression.span.start]
        if (
            clause.holds(expression.span)
            and expression.span.start >= at
            and _is_day(expression)
            and not _MODIFIES.search(before)
        ):
            pieces.append(_BEFORE_DATE.sub(" ", before))
            at = expression.span.end
    return " ".join([*pieces, text[at : clause.end]])


def _is_day(expression: TimeExpression) -> bool:
    """Is it a date and no more? An anniversary says what is marked, and stays."""
    return bool(expression.date.text) and not expression.is_anniversary


def _tidy(words: str) -> str:
    plain = _SPACE.sub(" ", _NOTE.sub("", words)).replace(" ,", ",").replace(" .", ".").strip(_EDGES).removesuffix(".")
    chosen = _balanced(_LEADING.sub("", plain).strip(_EDGES) or plain)
    return chosen[:1].upper() + chosen[1:]


def _balanced(words: str) -> str:
    """Words without the half of a pair of quotation marks whose other half was cut off."""
    for opening, closing in _MARKS.items():
        if words.count(opening) != words.count(closing):
            words = words.replace(opening, "").replace(closing, "")
    return (words.replace('"', "") if words.count('"') % 2 else words).strip(_EDGES)


def _shortened(words: str, trigger: str) -> str:
    """At most `LONGEST` characters: cut before a phrase behind the trigger, else at a word, which is shown."""
    if len(words) <= LONGEST:
        return words
    told = words.find(_SPACE.sub(" ", trigger)) + len(trigger)
    cuts = [found.start() for found in _CUT.finditer(words) if max(told, LONGEST // 2) < found.start() <= LONGEST]
    outside = [cut for cut in cuts if _balanced(words[:cut]) == words[:cut]]
    if outside:
        return words[: outside[-1]].rstrip(_EDGES)
    return _balanced(words[: LONGEST - 1].rsplit(" ", 1)[0]) + "…"
