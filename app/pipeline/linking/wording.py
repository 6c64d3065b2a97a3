"""The words of a telling, beside people and places: stems, bodies and third states, and the kinds of which it may be.

A kind is marked, so that it is found by the same look-up as a word, and gives points of its own.
"""

from app.domain.event import Mention
from app.domain.linking import Happening, Trace
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.knowledge.word_stems import stems_of

_KIND, _BODY = "=", "@"  # no stem begins so


def words_of(mention: Mention, quote: str, knowledge: ExtractingKnowledge) -> frozenset[str]:
    """What a mention is compared by beside its people and places.

    Args:
        mention: Any.
        quote: Its words.
        knowledge: The rows.
    """
    stems = stems_of(quote) | stems_of(mention.headline)
    return (stems - knowledge.evidence.common) | _bodies(mention, knowledge) | _kinds(mention, stems, knowledge)


def count_shared(one: Trace | Happening, other: Trace | Happening) -> int:
    """How many words two tellings share, kinds left out."""
    return sum(1 for word in one.words & other.words if word[0] != _KIND)


def name_one_kind(one: Trace | Happening, other: Trace | Happening) -> bool:
    """Are both of one kind by their words, where not by their verbs?"""
    return any(word[0] == _KIND for word in one.words & other.words)


def _bodies(mention: Mention, knowledge: ExtractingKnowledge) -> frozenset[str]:
    """Who takes part but people and the two sides, which do in everything: a chamber, a service, a third state."""
    sides = {*knowledge.subject.sides, *knowledge.subject.stands_for}
    rows = [knowledge.actors[name] for name in mention.actors if name in knowledge.actors]
    taking_part = (row for row in rows if row.kind != "person" and (row.kind != "state" or row.side not in sides))
    return frozenset(_BODY + row.name for row in taking_part)


def _kinds(mention: Mention, stems: frozenset[str], knowledge: ExtractingKnowledge) -> frozenset[str]:
    """The kind of which it is, where its words are sure to tell that; else those that its words name.

    Who talks is sure to talk, whatever the talk is about; who comes may come to sign.
    """
    kind, rows = knowledge.kinds[mention.kind], knowledge.evidence
    if kind.is_talk or kind.family in rows.sure:
        return frozenset((_KIND + kind.family,))
    return frozenset(_KIND + rows.named[stem] for stem in stems & rows.named.keys())
