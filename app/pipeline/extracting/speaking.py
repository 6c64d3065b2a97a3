"""Who says so: the speaker of a sentence, the kind of voice, and the outlets that it credits."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from app.domain.text import Stretch
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.knowledge.extracting_rows import STATING
from app.pipeline.extracting.naming import Named
from app.pipeline.extracting.scene import Scene, Trigger, count_words

Voice = Literal["party", "commentator", "third party", "media"]

_NAME = re.compile(r"(?:[A-Z][\w’'.-]*[\s\u00a0]+(?:of[\s\u00a0]+(?:the[\s\u00a0]+)?)?){1,6}[A-Z][\w’'-]*|[A-Z]{2,}")
_BODY_NOUN = (
    r"(?:ministry|minister|embassy|consulate|officials?|government|military|army|parliament|spokes\w+|ambassador"
    r"|diplomats?|representatives?|mission|intelligence|agency|statement|delegation|customs|authorities)"
)
_BODY = rf"(?:(?:foreign|defen[cs]e|unification|economic|trade|interior)[\s\u00a0]+)?{_BODY_NOUN}"
_IS_BODY = re.compile(_BODY_NOUN, re.IGNORECASE)  # of the last word: most speakers are spared the two searches below
# Words with which nobody's role begins: "an official >of< the ministry", ">after< the embassy said".
_NO_ROLE = r"(?!(?:after|and|at|before|but|by|for|from|in|of|on|that|though|to|when|which|while|with)\b)"
_COMPASS = r"(?:(?:north|south|east|west)[\s\u00a0]+)"
_ROLE = re.compile(
    rf"\b{_NO_ROLE}{_COMPASS}?[A-Z][\w-]+(?:['’]s)?[\s\u00a0]+(?:[\w-]+[\s\u00a0]+){{0,2}}?{_BODY}[\s\u00a0]*$",
    re.IGNORECASE,
)
_OWN_BODY = re.compile(
    rf"\b(?:its|their|his|her)[\s\u00a0]+(?:[\w-]+[\s\u00a0]+){{0,2}}?{_BODY}[\s\u00a0]*$", re.IGNORECASE
)
_ASIDE = re.compile(r",\s(?:reporting|speaking|writing|quoting|citing|who|which|adding|appearing)\b[^.;]{0,150},\s*$")
# Where somebody spoke, behind the full name or the state's body of who did.
_IN_PLACE = re.compile(r",?\s+in\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)?(?:\s+(?:in|on)\s+[\w\s]{3,20})?,?\s*$")
_BODY_OR_NAME = re.compile(
    rf"(?:^|\s)(?:[A-Z][a-z][\w’'-]*\s+[A-Z][a-z][\w’'-]*|[A-Z][a-z]+(?:ian|ese|ean|ish|et)\s+(?i:{_BODY}))$"
)
# What stands before and behind the verb in "… it”, said the minister, Bo Sample".
_BEHIND_WORDS = re.compile(r"[”\"»]?[,.?!][”\"’»]\s*$|[”\"»],\s*$")
_COMMA = re.compile(r"[,?!”\"’»]\s*$")
_NAMES = r"[A-Z][\w’'-]+(?:(?:,\s+|\s+)[A-Z][\w’'-]+){0,4}"
_NOUN_PHRASE = re.compile(rf"\s+((?:the\s+|an?\s+)?(?:[\w’'.-]+,?\s+){{0,7}}?{_NAMES})")
_AFTER_SPEECH = re.compile(r"[\s\u00a0]+(?:to[\s\u00a0]+)?(?:the[\s\u00a0]+)?")
# How far before its verb a speaker is looked for, in characters.
_REACH = 160
# "the country's reported readiness": no verb stands behind these.
_BEFORE_ADJECTIVE = re.compile(r"(?:['’]s|\b(?:the|an?|its|his|her|their))[\s\u00a0]+$", re.IGNORECASE)
_THAT = len("  that ")
_LONGEST_NAMELESS = 4
_FEWEST_SAID = 4  # words: fewer are no clause that was said
# "He came and told them": the subject is that of the first verb.
_JOINED = re.compile(r"\band[\s\u00a0]+(?:\w+ly[\s\u00a0]+)?$")
# Words before whom the words came by; who said them, if told, comes first.
_CARRIES = frozenset({"according to", "citing", "quoted", "cited"})
# The words that say what sort of voice a speaker is stand this near to the verb.
_NEAR_VOICE = 90
_SPACE = re.compile(r"[\s\u00a0]+")


@dataclass(frozen=True)
class Speech:
    """Who says what a sentence tells, how, and by which outlets it came."""

    speaker: str | None
    side: str | None  # of the speaker, where it is known
    voice: Voice
    verb: str | None
    is_claiming: bool
    sources: tuple[str, ...]  # families of the outlets credited
    span: Stretch | None = None  # of the verb


def find_speech(scene: Scene, trigger: Trigger, person: Named | None, knowledge: ExtractingKnowledge) -> Speech:
    """The speech verb that is nearest to a trigger, with its speaker.

    Args:
        scene: The sentence.
        trigger: What it tells of.
        person: Whom "he" or "she" means, where that is known.
        knowledge: The rows.
    """
    text = scene.article.text
    verbs = [
        Stretch(*found.span())
        for found in knowledge.speech.finditer(text, scene.span.start, scene.span.end)
        if _is_other(trigger, Stretch(*found.span()))
        and not scene.in_quotation(Stretch(*found.span()))
        and not (
            found.start() > trigger.span.end
            and knowledge.grammar["that_follows"].search(text[found.end() : found.end() + 8])
        )
        and not _opens_its_own(scene, trigger, Stretch(*found.span()), knowledge)
        and not _BEFORE_ADJECTIVE.search(text[max(0, found.start() - 12) : found.start()])
    ]
    sources = _sources(scene, knowledge)
    if trigger.row == STATING and trigger.span not in verbs:
        verbs.append(trigger.span)
    if not verbs:
        return Speech(None, None, "party", None, is_claiming=False, sources=sources)
    nearest_first = sorted(verbs, key=lambda verb: (_rank(verb.of(text)), _gap(verb, trigger.span), verb))
    spoken = [(verb, _speaker(scene, verb, person, knowledge)) for verb in nearest_first]
    span, speaker = next((said for said in spoken if said[1].name), spoken[0])
    verb, voice = span.of(text), _voice(speaker, knowledge)
    return Speech(speaker.name, speaker.side, voice, verb, verb in knowledge.claiming, sources, span)


def _opens_its_own(scene: Scene, trigger: Trigger, verb: Stretch, knowledge: ExtractingKnowledge) -> bool:
    """Does a verb of saying begin a further clause, and what was said follow ("He came, but she says it was late")?"""
    text = scene.article.text
    if verb.start < trigger.span.end or count_words(text[verb.end : scene.span.end]) < _FEWEST_SAID:
        return False
    return knowledge.grammar["clause_cut"].search(text, trigger.span.end, verb.start) is not None


def _that_follows(text: str, at: int, knowledge: ExtractingKnowledge) -> bool:
    return knowledge.grammar["that_follows"].search(text[at : at + _THAT]) is not None


def _rank(verb: str) -> int:
    """A verb with its own subject before "…, saying", and that before who only carried the words."""
    return 2 if verb.lower() in _CARRIES else int(verb.endswith("ing"))


def _is_other(trigger: Trigger, verb: Stretch) -> bool:
    """Is the verb of saying not the happening itself? A statement is its own."""
    return trigger.row == STATING or not trigger.span.overlaps(verb)


def _gap(one: Stretch, other: Stretch) -> int:
    return max(other.start - one.end, one.start - other.end)


@dataclass(frozen=True)
class _Speaker:
    name: str | None
    side: str | None
    phrase: str  # the words around it: they tell what sort of voice it is


def _speaker(scene: Scene, verb: Stretch, person: Named | None, knowledge: ExtractingKnowledge) -> _Speaker:
    text = scene.article.text
    if meant := _meant_by_pronoun(scene, verb, person, knowledge):
        return _Speaker(meant.name, meant.side, text[max(scene.span.start, verb.start - _REACH) : verb.start])
    if verb.of(text).lower() in _CARRIES:
        start = _AFTER_SPEECH.match(text, verb.end)
        at = start.end() if start else verb.end
        phrase = re.split(r"[,.;]", text[at : min(scene.span.end, at + _REACH)])[0].strip()
        named = knowledge.media.pattern.match(phrase) or _NAME.search(phrase)
        nameless = phrase if 0 < count_words(phrase) <= _LONGEST_NAMELESS else None
        return _known(named[0] if named else nameless, phrase, scene, knowledge)
    if verb.of(text).endswith("ing") or _JOINED.search(text[scene.span.start : verb.start]):
        subject = next((actor for actor in scene.actors if not actor.is_adjective), None)
        return _known(subject.name if subject else None, text[scene.span.start : verb.start], scene, knowledge)
    if _COMMA.search(text, scene.span.start, verb.start) and (commenting := _comments(text, verb.end, knowledge)):
        return _Speaker(commenting, None, commenting)
    if _BEHIND_WORDS.search(text, scene.span.start, verb.start) and (after := _NOUN_PHRASE.match(text, verb.end)):
        phrase = after[1]
        speakers = [a.name for a in scene.actors if a.kind == "person" and Stretch(*after.span(1)).holds(a.span)]
        return _known((speakers or _NAME.findall(phrase) or [phrase])[-1], phrase, scene, knowledge)
    return _speaker_before(scene, verb, knowledge)


def _meant_by_pronoun(
    scene: Scene, verb: Stretch, person: Named | None, knowledge: ExtractingKnowledge
) -> Named | None:
    """Who "he" before the verb is: the first person that the sentence names before it, or else the one before that."""
    near = max(scene.span.start, verb.start - _NEAR_VOICE)
    if not knowledge.grammar["person_speaks"].search(scene.article.text, near, verb.start):
        return None
    people = (actor for actor in scene.actors if actor.kind == "person" and actor.span.end <= verb.start)
    return next((one for one in people if not scene.in_quotation(one.span)), person)


def _comments(text: str, at: int, knowledge: ExtractingKnowledge) -> str | None:
    """Who comments, right behind the verb: "…, writes our correspondent"."""
    near = text[at : at + _NEAR_VOICE // 2]
    voices = (voice.pattern for voice in knowledge.voices if voice.row.voice == "commentator")
    return next((found[0] for pattern in voices if (found := pattern.search(near))), None)


def _speaker_before(scene: Scene, verb: Stretch, knowledge: ExtractingKnowledge) -> _Speaker:
    """The last one named before the verb: an actor, an outlet, a body by its role, or a name that no row has."""
    start = max(scene.span.start, verb.start - _REACH)
    phrase = scene.article.text[start : verb.start]
    before = _ASIDE.sub("", phrase)
    if (place := _IN_PLACE.search(before)) and _BODY_OR_NAME.search(before[: place.start()]):
        before = before[: place.start()]  # "Bo, in Rome" is Bo, "the Danish embassy in Rome" is the embassy
    actors = [a for a in scene.actors if a.span.end <= start + len(before) and not scene.in_quotation(a.span)]
    is_body = _IS_BODY.fullmatch(before.split()[-1]) if before.strip() else None
    if is_body and actors and _OWN_BODY.search(before):
        return _Speaker(actors[0].name, actors[0].side, phrase)
    times = [expression.span for expression in scene.expressions]  # "In September" begins with a capital, and is nobody
    behind = max([0, *(time.end - start for time in times if time.end <= start + len(before))])
    if is_body and (role := _ROLE.search(before, behind)) and not knowledge.media.pattern.search(role[0]):
        side = next((actor.side for actor in reversed(actors)), None)
        return replace(_known(role[0].strip(), phrase, scene, knowledge), side=side)
    found = [(actor.span.end - start, actor.name) for actor in actors if not actor.is_adjective]
    names = (one for pattern in (knowledge.media.pattern, _NAME) for one in pattern.finditer(before))
    found += [(one.end(), one[0]) for one in names if not any(_from(start, one).overlaps(time) for time in times)]
    last = max((end for end, _ in found), default=0)
    return _known(next((name for end, name in found if end == last), None), phrase, scene, knowledge)


def _from(start: int, match: re.Match[str]) -> Stretch:
    return Stretch(start + match.start(), start + match.end())


def _known(name: str | None, phrase: str, scene: Scene, knowledge: ExtractingKnowledge) -> _Speaker:
    """A speaker by the name that the rows, or the article itself, have for it."""
    if name is None or name in knowledge.actors:
        return _Speaker(name, knowledge.actors[name].side if name else None, phrase)
    if introduced := next((actor for actor in scene.actors if actor.name == name), None):
        return _Speaker(name, introduced.side, phrase)
    found = knowledge.names.pattern.search(name)
    if found and len(found[0]) > len(name) / 2 and len(candidates := knowledge.names.rows(found[0])) == 1:
        return _Speaker(candidates[0], knowledge.actors[candidates[0]].side, phrase)
    return _Speaker(_SPACE.sub(" ", name).strip(), _side_by_role(phrase, knowledge), phrase)


def _side_by_role(phrase: str, knowledge: ExtractingKnowledge) -> str | None:
    """The side of somebody whom no row has, by the office that stands with the name: "Rome's defence minister, …"."""
    near = phrase[-_NEAR_VOICE:]
    for named in reversed(list(knowledge.names.pattern.finditer(near))):
        if knowledge.grammar["office"].search(near, named.end()):
            sides = {knowledge.actors[name].side for name in knowledge.names.rows(named[0])}
            return sides.pop() if len(sides) == 1 else None
    return None


def _voice(speaker: _Speaker, knowledge: ExtractingKnowledge) -> Voice:
    if speaker.name and knowledge.media.pattern.fullmatch(speaker.name):
        return "media"
    if speaker.side in knowledge.subject.sides and speaker.name in knowledge.actors:
        return "party"
    near = speaker.phrase[-_NEAR_VOICE:]
    told = next((voice.row.voice for voice in knowledge.voices if voice.pattern.search(near)), None)
    if speaker.side in knowledge.subject.sides:
        return "commentator" if told == "commentator" else "party"
    return told or ("third party" if speaker.side else "party")


def _sources(scene: Scene, knowledge: ExtractingKnowledge) -> tuple[str, ...]:
    """Families of the outlets that a sentence names as its source, in order of letters."""
    text = scene.article.text
    named = knowledge.media.pattern.finditer(text, scene.span.start, scene.span.end)
    return tuple(sorted({knowledge.media.rows(found[0])[0] for found in named}))
