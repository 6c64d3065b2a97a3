"""Numbers in English words that are put together of smaller ones: "sixty-five", "a hundred and twenty"."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import product

from app.knowledge.dating_rows import Value, WordRow

_TENS = range(20, 100, 10)
_ONES = range(1, 10)
_HUNDRED = 100
_ROUND = 5  # of hundreds only such as people say of years: "a hundred and twenty-five", not "and seven"
_COUNT, _ORDINAL, _SPOKEN = "count", "ordinal", "spoken_tens"


def compound_rows(rows: Iterable[WordRow]) -> Iterator[WordRow]:
    """For the rows of English cardinals and ordinals one each with what can be put together of their words.

    "Sixty-five" is also how a year ends that is spoken, "nineteen sixty-five".
    """
    by_kind = {row.kind: row for row in rows if row.kind in (_COUNT, _ORDINAL)}
    counts, ordinals = by_kind[_COUNT], by_kind[_ORDINAL]
    tens = dict(_between(counts.values, _TENS))
    below_hundred = dict(_joined(tens, dict(_between(counts.values, _ONES))))
    hundreds = _hundreds(counts.values, {**tens, **below_hundred})
    yield replace(counts, values={**below_hundred, **dict(hundreds)})
    yield replace(counts, kind=_SPOKEN, values=below_hundred)
    yield replace(ordinals, values=dict(_joined(tens, dict(_between(ordinals.values, _ONES)))))


def _between(values: Mapping[str, Value], numbers: range) -> Iterator[tuple[str, int]]:
    return ((word, int(value)) for word, value in values.items() if value in numbers)


def _joined(tens: Mapping[str, int], ones: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    for (ten, tens_value), (one, ones_value), sign in product(tens.items(), ones.items(), "- "):
        yield f"{ten}{sign}{one}", tens_value + ones_value


def _hundreds(counts: Mapping[str, Value], rest: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    for word, value in (("a", 1), *_between(counts, _ONES)):
        yield f"{word} hundred", value * _HUNDRED
        for (last, last_value), sign in product(rest.items(), (" and ", " ")):
            if last_value % _ROUND == 0:
                yield f"{word} hundred{sign}{last}", value * _HUNDRED + last_value
