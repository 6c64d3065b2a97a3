"""Judges publication dates: what the answer for each page of a folder is worth against its gold.

`python -m tests.support.publication shown` prints a line a page: verdict, file, answer, what the page supports.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from app.domain.edtf import EdtfDate, edtf
from app.knowledge.load import load_knowledge
from app.pipeline.cleaning import clean_page
from app.pipeline.dating import date_publication
from app.reading.files import read_pages
from tests.support.folders import ROOT, Folder

MAX_BYTES = 1_000_000


class Verdict(StrEnum):
    """What an answer is worth; the first two are as good as a careful analyst's."""

    RIGHT = "right"  # the bounds that the page supports, or others that are as good
    FINER = "finer"  # within them, and the day lies in it
    COARSER = "coarser"  # less than the page supports, and the day lies in it
    WRONG = "wrong"  # the day does not lie in it


@dataclass(frozen=True)
class PageGold:
    """When a page was published: the day in its world, and what can be proved of it from the page alone (EDTF)."""

    truth: date
    supports: str
    is_stated: bool  # does the page itself name its day?
    why: str
    also: Sequence[str] = field(default=())  # other answers that are as good

    @property
    def accepted(self) -> list[EdtfDate]:
        """All that a careful analyst may answer."""
        return [edtf(text) for text in (self.supports, *self.also)]


@dataclass(frozen=True)
class Judged:
    """The answer for one page and what it is worth."""

    file: str
    verdict: Verdict
    answer: str
    gold: PageGold

    def __str__(self) -> str:
        """One line for whoever mends the answer."""
        supports = self.gold.supports or "nothing"
        return f"{self.verdict:8}{self.file}: {self.answer or 'unknown'}, supports {supports}, truth {self.gold.truth}"


def publication_folder(name: str) -> Folder:
    """The `shown` pages, read while rules are written, or the `held` ones, which nobody who writes rules reads."""
    place = ROOT / "tests" / "publication" / name
    return Folder(name, place, place / "gold.json")


PUBLICATION_FOLDERS = {name: publication_folder(name) for name in ("shown", "held")}


def page_golds(folder: Folder) -> dict[str, PageGold]:
    """The gold of each page, by file name."""
    return {
        file: PageGold(
            date.fromisoformat(raw["truth"]), raw["supports"], raw["stated"], raw["why"], raw.get("also", ())
        )
        for file, raw in folder.gold()["files"].items()
    }


def verdict_on(answer: str, gold: PageGold) -> Verdict:
    """Judge an EDTF answer by its bounds; unknown is open on both sides, so that it is never wrong."""
    ours = edtf(answer)
    if any(ours.bounds == accepted.bounds for accepted in gold.accepted):
        return Verdict.RIGHT
    if not holds(ours, gold.truth):
        return Verdict.WRONG
    return Verdict.FINER if any(_lies_within(ours, accepted) for accepted in gold.accepted) else Verdict.COARSER


def holds(when: EdtfDate, day: date) -> bool:
    """Does the day lie within the bounds?"""
    return (when.earliest or date.min) <= day <= (when.latest or date.max)


def _lies_within(inner: EdtfDate, outer: EdtfDate) -> bool:
    return holds(outer, inner.earliest or date.min) and holds(outer, inner.latest or date.max)


def judge(folder: Folder) -> list[Judged]:
    """Clean and date each page of a folder by its own text, and judge the answer."""
    golds = page_golds(folder)
    return [
        Judged(file.name, verdict_on(answer, golds[file.name]), answer, golds[file.name])
        for file in folder.files()
        for answer in _answers(file)
    ]


def _answers(file: Path) -> Iterator[str]:
    knowledge = load_knowledge()
    for page in read_pages(file, {}, MAX_BYTES):
        yield date_publication(clean_page(page, knowledge.cleaning), knowledge.dating).date.text


def main() -> None:
    """Print the judgement on each page, and the sums."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("folder", choices=PUBLICATION_FOLDERS)
    judged = judge(PUBLICATION_FOLDERS[parser.parse_args().folder])
    sums = Counter(one.verdict for one in judged)
    lines = [*map(str, judged), ", ".join(f"{sums[verdict]} {verdict}" for verdict in Verdict)]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
