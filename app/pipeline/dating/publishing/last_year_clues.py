"""Clues from what is called last year's, where the story then names that year."""

import re
from collections.abc import Iterator
from itertools import pairwise

from app.domain.text import Stretch
from app.knowledge.publication_rows import ClueKind
from app.pipeline.dating.publishing.evidence import Evidence, PlacedForm
from app.pipeline.dating.publishing.pair_clues import distance, is_beside
from app.pipeline.dating.publishing.puzzle import Constraint, year_days

_NEXT_THE = re.compile(r"[.!?][\"”’')]*\s[^.!?\n]*\bthe $", re.IGNORECASE)
_NEXT_SENTENCE = 40  # characters from "last year" to "the 2021 …" at the beginning of the sentence behind
_OF_SAME_YEAR = frozenset({"told_season", "of_that_year", "told_unit"})


def last_year_clues(evidence: Evidence) -> Iterator[Constraint]:
    """All clues of this kind that an article has."""
    for last_year, named in pairwise(evidence.story):
        if named.explicit and _names_it(last_year, named):
            year = named.explicit[0].year + 1
            says = f"“{last_year.words}” and, of the same thing, “the {named.words} …”: so this is {year}."
            yield evidence.constraint(ClueKind.LAST_YEAR, last_year.span, says, year_days(year, year))
    told = [placed for placed in evidence.story if not placed.is_quoted]
    for last_year, step, dated in zip(told, told[1:], told[2:], strict=False):
        if seen := _year_of_step(last_year, step, dated):
            span = Stretch(last_year.span.start, dated.span.end)
            says = f"“{last_year.words}”, then “{step.words}” on “{dated.words}”: so this is {seen + 1}."
            yield evidence.constraint(ClueKind.LAST_YEAR, span, says, year_days(seen + 1, seen + 1))


def _names_it(last_year: PlacedForm, named: PlacedForm) -> bool:
    """Read "… last year. In the 2021 letter, …": the year named as known already is the one called "last year"."""
    is_near = named.span.start - last_year.span.end <= _NEXT_SENTENCE
    if distance(last_year) != ("Y", -1) or named.reads != "year" or not is_near:
        return False
    return _NEXT_THE.search(last_year.text, last_year.span.end, named.span.start) is not None


def _year_of_step(last_year: PlacedForm, step: PlacedForm, dated: PlacedForm) -> int | None:
    """Read "in May last year. She was arrested that fall, on Oct. 3, 2008", "Three weeks later, on 30 May 1990"."""
    is_last_year = last_year.reads.endswith("of_shifted_year") or distance(last_year) == ("Y", -1)
    is_one = last_year.paragraph == dated.paragraph and is_beside(dated.text[step.span.end : dated.span.start])
    if not is_last_year or last_year.form.parts.get("shift") != -1 or not is_one or dated.explicit is None:
        return None
    year, month = dated.explicit[0].year, dated.explicit[0].month
    if step.reads == "later" and last_year.has("month") and step.number("later") > 0:  # it may be over New Year
        return year if month >= last_year.number("month") else year - 1
    return year if step.reads in _OF_SAME_YEAR else None
