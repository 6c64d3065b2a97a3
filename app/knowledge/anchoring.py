"""Compiles what an expression may be seen from: "since the invasion of Ukraine", "after the summit"."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from app.errors import KnowledgeError
from app.knowledge.dating_rows import AnchoringKnowledge, AnchoringRow, HappeningRow, ReferenceFactRow
from app.knowledge.needle_scan import scan_of
from app.knowledge.toml_rows import FOLDER, read_rows
from app.knowledge.word_lists import one_pattern

# Before the noun: what points at something told, and at most two words more ("their first", "the two-day").
_POINTING = r"(?:the|that|this|those|these|his|her|their|its)\s+(?:[^\W\d_][\w’'-]*\s+){0,2}?"


def load_anchoring(facts: Iterable[ReferenceFactRow]) -> AnchoringKnowledge:
    """The rows of anchoring.toml for the happenings of a subject.

    Raises:
        KnowledgeError: A row is wrong; the message names the row and the mend.
    """
    file = FOLDER / "anchoring.toml"
    sides = read_rows(file, "anchoring", AnchoringRow)
    happenings = read_rows(file, "happening", HappeningRow)
    anchors = tuple(_fact_anchors(facts, sides))
    return AnchoringKnowledge(
        facts=anchors,
        scan=scan_of((pattern.pattern, pattern.pattern) for pattern, *_ in anchors),
        happenings=_happening_anchors(happenings, sides),
        happening_words=_happening_words(happenings),
        reported_on=frozenset(word for row in happenings if row.is_reported_on for word in row.words),
        anchoring_rows=sides,
        happening_rows=happenings,
    )


def _fact_anchors(
    facts: Iterable[ReferenceFactRow], sides: Sequence[AnchoringRow]
) -> Iterator[tuple[re.Pattern[str], str, ReferenceFactRow]]:
    """The patterns of happenings that have a row, for each side of them."""
    for row in facts:
        for side in sides if row.anchors else ():
            named = "|".join(row.anchors).replace("’", "['’]")
            pattern = _compiled(row.id, rf"\b(?:{'|'.join(side.words)})\s+(?:{named})")
            yield pattern, side.side, row


def _happening_anchors(rows: Iterable[HappeningRow], sides: Sequence[AnchoringRow]) -> re.Pattern[str]:
    """One pattern for all nouns and sides; the name of the group that matched is the side, and its text the noun."""
    nouns = one_pattern([word for row in rows for word in row.words])
    choices = (rf"(?:{'|'.join(side.words)})\s+{_POINTING}(?P<{side.side}>{nouns})" for side in sides)
    return _compiled("happening", rf"\b(?:{'|'.join(choices)})\b")


def _happening_words(rows: Iterable[HappeningRow]) -> Mapping[str, re.Pattern[str]]:
    """By noun, in lower case: what a sentence has that tells of such a happening."""
    told = {row: _compiled(row.words[0], rf"\b(?:{one_pattern([*row.words, *row.told_as])})\b") for row in rows}
    return {word: pattern for row, pattern in told.items() for word in row.words}


def _compiled(owner: str, pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern, re.IGNORECASE)
    except re.error as error:
        raise KnowledgeError(f"{owner}: {error}; mend the regular expression") from error
