"""People whom an article introduces itself, by the office that they hold for a side: "Rome's envoy, Bo Sample"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from app.domain.text import Stretch
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.pipeline.extracting.naming import Named

_SPACE = r"[\s\u00a0]+"
_CAPITALISED = r"[^\W\d_a-z][\w’']*(?:-[\w’']+)*"
_RUN = re.compile(rf"{_CAPITALISED}(?:{_SPACE}{_CAPITALISED}){{1,7}}")
_FEWEST_LETTERS = 3  # of a surname that stands for its bearer
_SURNAME_FIRST = re.compile(r"\w+ (?:\w+-\w+|\w{1,6} \w{1,6})")  # "Im Chon-il", "Im Chon Il"
_WORD = re.compile(r"[^\s\u00a0]+")
_LONGEST_NAME = 4  # words
# So far before and behind a name its office stands, in characters, and no further than one of these.
_REACH = 90
_CUT = re.compile(
    r"[,.;:!?()“”\"]|\b(?:said|says|told|that|who|whose|which|and|but|was|were|is|has|had|met|with|when|after|before|by)\b"
)
_BEHIND = re.compile(r",\s+([^,.;:()“”\"]{3,90}?)(?=[,.;:()]|\s(?:said|says|told|who|was|has|had)\b)")
_PLACED = re.compile(r"\b(?:in|at|from|near)\s+(?:the\s+)?$")


@dataclass(frozen=True)
class _Person:
    """Somebody whom the article names in full."""

    words: str  # the full name, as the article has it
    name: str
    side: str
    since: int  # where it stands first


def introduce(text: str, actors: Sequence[Named], knowledge: ExtractingKnowledge) -> tuple[Named, ...]:
    """All actors of a text: those of the rows, and the people whom it introduces, wherever it names them.

    Args:
        text: The kept text.
        actors: Those of the rows, by position.
        knowledge: The rows.

    Returns:
        Named actors by position. Who was introduced goes by the full name, and from there on by the surname; so does
        who has a row without one.
    """
    starts = [actor.span.start for actor in actors]
    people: dict[str, _Person] = {}
    for person in chain(_of_rows(text, actors, knowledge), _of_text(text, actors, starts, knowledge)):
        people.setdefault(person.words, person)
    found = {one.span: one for person in people.values() for one in _references(text, person, knowledge)}
    named = (one for one in found.values() if not _is_taken(one.span, actors, starts))
    return tuple(sorted([*actors, *named], key=lambda one: one.span))


def _of_rows(text: str, actors: Sequence[Named], knowledge: ExtractingKnowledge) -> Iterator[_Person]:
    """People who have a row, named in full, and no surname in it."""
    for actor in actors:
        row = knowledge.actors[actor.name]
        if row.kind == "person" and row.surname is None and len(actor.span.of(text).split()) > 1:
            yield _Person(_plain(actor.span.of(text)), actor.name, actor.side, actor.span.start)


def _of_text(
    text: str, actors: Sequence[Named], starts: Sequence[int], knowledge: ExtractingKnowledge
) -> Iterator[_Person]:
    """People who have none, named in full together with an office."""
    for run in _RUN.finditer(text):
        name = _name_in(run, knowledge)
        if name and not _is_taken(name, actors, starts) and (side := _side_of(text, name, actors, knowledge)):
            yield _Person(_plain(name.of(text)), _plain(name.of(text)), side, name.start)


def _name_in(run: re.Match[str], knowledge: ExtractingKnowledge) -> Stretch | None:
    """The name at the end of a run of capitals, behind the words of an office ("Deputy Minister Bo Sample")."""
    ends = [found.end() for name in ("post", "small_word") for found in knowledge.grammar[name].finditer(run[0])]
    words = list(_WORD.finditer(run.string, run.start() + max(ends, default=0), run.end()))
    if not 1 < len(words) <= _LONGEST_NAME or words[-1][0].isupper():
        return None
    if knowledge.media.pattern.search(run.string, words[0].start(), run.end()):
        return None
    return Stretch(words[0].start(), run.end())


def _side_of(text: str, name: Stretch, actors: Sequence[Named], knowledge: ExtractingKnowledge) -> str | None:
    """The side whose office stands right before a name, or between commas behind it; none for who only comments."""
    start = max(0, name.start - _REACH)
    cuts = [cut.end() for cut in _CUT.finditer(text, start, len(text[: name.start].rstrip(" ,\n\u00a0")))]
    before = Stretch(max([start, *cuts]), name.start)
    is_next = knowledge.grammar["post_before"].search(text, before.start, before.end) is not None
    behind = _BEHIND.match(text, name.end)
    comments = [voice.pattern for voice in knowledge.voices if voice.row.voice == "commentator"]
    for phrase in (before if is_next else None, Stretch(*behind.span(1)) if behind else None):
        if phrase is None or not knowledge.grammar["post"].search(text, phrase.start, phrase.end):
            continue
        if any(comment.search(text, phrase.start, phrase.end) for comment in comments):
            return None
        if side := _first_side(text, phrase, actors):
            return side
        if phrase == before:
            return knowledge.side_by_given_name.get(name.of(text).split()[0])
    return None


def _first_side(text: str, phrase: Stretch, actors: Sequence[Named]) -> str | None:
    """The side of the first state or body that a phrase names, other than as a place ("the Danish envoy in Rome")."""
    first = bisect_left(actors, phrase.start, key=lambda actor: actor.span.start)
    for actor in actors[first:]:
        if actor.span.start >= phrase.end:
            return None
        if actor.kind != "person" and not _PLACED.search(text, max(0, actor.span.start - 12), actor.span.start):
            return actor.side
    return None


def _references(text: str, person: _Person, knowledge: ExtractingKnowledge) -> Iterator[Named]:
    """Where somebody is named, in full or by the surname, which a Korean or Chinese name has first."""
    words = person.words.split(" ")
    is_surname_first = _SURNAME_FIRST.fullmatch(person.words) is not None
    surname = words[0] if is_surname_first else words[-1]
    is_known = surname in knowledge.surnames or surname in knowledge.names.rows_by_word
    short = rf"|{re.escape(surname)}" if len(surname) >= _FEWEST_LETTERS and not is_known else ""
    pattern = rf"(?<![\w-])(?:{_SPACE.join(map(re.escape, words))}{short})(?![\w-])"
    for found in re.compile(pattern).finditer(text, person.since):
        yield Named(Stretch(*found.span()), person.name, person.side, "person", is_adjective=False)


def _is_taken(span: Stretch, actors: Sequence[Named], starts: Sequence[int]) -> bool:
    at = bisect_left(starts, span.end)
    return any(actor.span.overlaps(span) for actor in actors[max(0, at - 2) : at])


def _plain(name: str) -> str:
    return " ".join(name.split())
