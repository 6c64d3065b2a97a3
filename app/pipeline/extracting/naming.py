"""Who is named in a text, and which Kim is meant."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from app.domain.edtf import Bounds
from app.domain.text import Stretch
from app.knowledge.actor_rows import ActorRow
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.knowledge.word_lists import normal_word

_NEXT_WORD = re.compile(r"[\s\u00a0]+([^\W\d_][\w’'-]*)")
_SECOND_HALF = re.compile(r"[-‐‑][a-z]")
_NAME_LIKE = re.compile(r"[A-Z][a-z]+|[A-Z][a-z]*-[a-zA-Z]+")
_IN = re.compile(r"\bin\s+(?:the\s+)?$", re.IGNORECASE)
_BEFORE_PLACE = re.compile(
    r"\b(?:in|to|at|near|from|for|of|visit(?:ed|ing)?|left|reached|outside|through)\s+$", re.IGNORECASE
)


@dataclass(frozen=True)
class Named:
    """Words that name an actor, or only its side."""

    span: Stretch
    name: str
    side: str
    kind: str
    is_adjective: bool
    is_place: bool = False  # "in Rome": where it was, and not who did it


@dataclass(frozen=True)
class Located:
    """Words that name a place."""

    span: Stretch
    name: str


def find_actors(text: str, knowledge: ExtractingKnowledge, published: date | None) -> tuple[Named, ...]:
    """All actors that a text names, in order.

    Args:
        text: The kept text.
        knowledge: The rows.
        published: Last possible day of publication: it tells who was in office, where the text does not.

    Returns:
        Named actors by position. A surname or a title belongs to the person whom the article names in full: of
        several to the one in office when it appeared, else to the last named. Where it names none, office decides.
    """
    found = [match for match in _outside_media(text, knowledge) if not _is_other_name(text, match, knowledge)]
    full: dict[str, list[int]] = defaultdict(list)
    for match in found:
        for name in sure_names(match[0], knowledge):
            full[name].append(match.start())
    return tuple(
        _named(text, match, _who(match, full, knowledge, published), knowledge)
        for match, following in zip_longest(found, found[1:])
        if following is None or not _is_title_of(match, following, knowledge)
    )


def find_places(text: str, knowledge: ExtractingKnowledge) -> Iterator[Located]:
    """Places that a text names, in order. A capital is one only after a preposition of place; else it is the state."""
    outlets = [outlet.span() for outlet in knowledge.media.pattern.finditer(text)]
    at = 0
    for match in knowledge.places.pattern.finditer(text):
        while at < len(outlets) and outlets[at][1] <= match.start():
            at += 1
        if at < len(outlets) and outlets[at][0] <= match.start():
            continue
        (name, *_) = knowledge.places.rows(match[0])
        if name not in knowledge.capitals or _BEFORE_PLACE.search(text[max(0, match.start() - 12) : match.start()]):
            yield Located(Stretch(*match.span()), name)


def _outside_media(text: str, knowledge: ExtractingKnowledge) -> Iterator[re.Match[str]]:
    """Names that are no part of an outlet's own name ("the Moscow Times"); the state that its media speak for stays."""
    outlets = [
        outlet.span() for outlet in knowledge.media.pattern.finditer(text) if outlet[0] not in knowledge.generic_media
    ]
    at = 0
    for match in knowledge.names.pattern.finditer(text):
        while at < len(outlets) and outlets[at][1] <= match.start():
            at += 1
        if at == len(outlets) or match.start() < outlets[at][0]:
            yield match


def _is_other_name(text: str, match: re.Match[str], knowledge: ExtractingKnowledge) -> bool:
    """Is the word a part of another: of another name ("Kim Yo Jong"), or of an adjective ("Soviet-era")?"""
    if normal_word(match[0]) in knowledge.adjectives and _SECOND_HALF.match(text, match.end()):
        return True
    is_part = knowledge.grammar["named_after"].match(text, match.end()) is not None
    if is_part and any(kind == "person" for kind in _kinds(match, knowledge)):
        return True
    if normal_word(match[0]) not in knowledge.surnames:
        return False
    following = _NEXT_WORD.match(text, match.end())
    return following is not None and _NAME_LIKE.fullmatch(following[1]) is not None


def sure_names(word: str, knowledge: ExtractingKnowledge) -> Iterator[str]:
    """The person whom a word names in full, or by a name of nobody else; nobody for a title or a surname of several."""
    plain = normal_word(word)
    names = knowledge.names.rows(word)
    if len(names) == 1 and plain not in knowledge.titles and knowledge.actors[names[0]].kind == "person":
        yield names[0]


def _is_title_of(match: re.Match[str], following: re.Match[str], knowledge: ExtractingKnowledge) -> bool:
    """Does a name follow the title at once ("North Korean leader Kim Jong Un")? Then the name speaks for both."""
    is_next = 0 < following.start() - match.end() <= len(", ")
    return is_next and normal_word(match[0]) in knowledge.titles and "person" in _kinds(following, knowledge)


def _kinds(match: re.Match[str], knowledge: ExtractingKnowledge) -> Iterable[str]:
    return (knowledge.actors[name].kind for name in knowledge.names.rows(match[0]))


def _who(
    match: re.Match[str], full: Mapping[str, Sequence[int]], knowledge: ExtractingKnowledge, published: date | None
) -> str:
    candidates = knowledge.names.rows(match[0])
    if len(candidates) == 1:
        return candidates[0]
    day = Bounds(published, published)
    in_office = [name for name in candidates if published and knowledge.actors[name].led_on(day)]
    # In 2010 "the Russian president" was not the prime minister, though both led.
    in_office.sort(key=lambda name: not _held(match[0], knowledge.actors[name], day))
    named = [name for name in candidates if name in full]
    if not named:
        return (in_office or list(candidates))[0]
    # Among several that the article names, a bare "Kim" is the present one; the others are its past.
    present = [name for name in in_office if name in full]
    return present[0] if present else max(named, key=lambda name: _nearness(full[name], match.start()))


def _held(title: str, actor: ActorRow, day: Bounds) -> bool:
    """Did somebody hold on a day the office that a title names, as "Russian president" names "president"?"""
    return any(office.title in title.lower() and office.is_on(day) for office in actor.offices)


def _nearness(positions: Sequence[int], here: int) -> tuple[bool, int]:
    """Named before is nearer than named after; then the last before, or the first after."""
    before = bisect_left(positions, here)
    return (True, positions[before - 1]) if before else (False, -positions[0])


def _named(text: str, match: re.Match[str], name: str, knowledge: ExtractingKnowledge) -> Named:
    actor = knowledge.actors[name]
    is_adjective = normal_word(match[0]) in knowledge.adjectives
    is_place = actor.kind == "state" and _IN.search(text, max(0, match.start() - 12), match.start()) is not None
    return Named(Stretch(*match.span()), name, actor.side, actor.kind, is_adjective, is_place and not is_adjective)
