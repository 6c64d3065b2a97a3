"""Where a system and the gold part ways, each place with the words around it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.evaluation.marked import Answers, MarkedDocument, Timex
from app.evaluation.matching import Scope, match

CHARACTERS_BEFORE, CHARACTERS_AFTER = 60, 40


class Kind(StrEnum):
    """What went wrong."""

    WRONG_VALUE = "wrong value"
    MISSED = "missed"
    SPURIOUS = "spurious"


@dataclass(frozen=True)
class Miss:
    """One place."""

    document: MarkedDocument
    mark: Timex  # what it is about: the gold, or the answer where nothing was marked
    gold: Timex | None
    answer: Timex | None

    @property
    def context(self) -> str:
        """The words in brackets with what stands around them, on one line."""
        mark, text = self.mark, self.document.text
        before, after = text[max(0, mark.start - CHARACTERS_BEFORE) : mark.start], text[mark.end :][:CHARACTERS_AFTER]
        return " ".join(f"{before}[{text[mark.start : mark.end]}]{after}".split())


def misses_by_kind(
    documents: Iterable[MarkedDocument], answers: Answers, scope: Scope
) -> Mapping[Kind, Sequence[Miss]]:
    """Every miss of a system in a scope, in the order of documents and texts."""
    misses: dict[Kind, list[Miss]] = {kind: [] for kind in Kind}
    for document in documents:
        matching = match(document.gold, answers.get(document.name, ()), scope)
        misses[Kind.WRONG_VALUE] += [
            Miss(document, pair.gold, pair.gold, pair.answer) for pair in matching.pairs if not pair.is_right
        ]
        misses[Kind.MISSED] += [Miss(document, mark, mark, None) for mark in matching.missed]
        misses[Kind.SPURIOUS] += [Miss(document, mark, None, mark) for mark in matching.spurious]
    return misses
