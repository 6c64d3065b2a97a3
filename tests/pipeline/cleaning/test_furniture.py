"""Furniture is told by its rows, and a line is tried only on those that it may fit."""

import re
from collections import Counter
from dataclasses import replace

from app.domain.article import RawPage
from app.domain.text import Stretch
from app.knowledge.cleaning_rows import CleaningKnowledge, load_cleaning
from app.pipeline.cleaning import clean_page
from app.pipeline.cleaning.furniture import Furniture

ROWS = load_cleaning()
SENTENCES = [f"The ministers of Oslo opened the harbour for the {number}th time that year." for number in range(20)]


def counting(rows: CleaningKnowledge) -> tuple[CleaningKnowledge, Counter[str]]:
    """The same rows, and how often each line was tried on one of them."""
    tried = Counter[str]()

    class Counted:
        def __init__(self, pattern: re.Pattern[str]) -> None:
            self.match, self.pattern = pattern.match, pattern

        def fullmatch(self, line: str) -> re.Match[str] | None:
            tried[line] += 1
            return self.pattern.fullmatch(line)

    furniture = tuple((Counted(pattern), row) for pattern, row in rows.furniture)
    return replace(rows, furniture=furniture), tried  # type: ignore[arg-type] # a pattern that counts


def test_a_sentence_is_tried_on_few_rows_and_once() -> None:
    rows, tried = counting(ROWS)
    clean_page(RawPage("harbour.txt", "\n\n".join(["Harbour of Oslo opened", *SENTENCES])), rows)
    assert max(tried[sentence] for sentence in SENTENCES) < len(ROWS.furniture) / 2


def test_every_row_knows_its_lines_behind_others() -> None:
    for _, row in (*ROWS.furniture, *ROWS.prefixes):
        for line in row.finds if not row.is_prefix else ():
            text = f"The harbour opened.\n{line}\nIt rained."
            at = text.index(line)
            assert Furniture(text, ROWS.scan.read(text), ROWS).reason(Stretch(at, at + len(line))), line
