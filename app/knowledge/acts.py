"""Verbs of acting in all their forms, to look up in a text: what tells of a happening that no trigger knows."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.knowledge.extracting_rows import ActRow, TriggerRow
from app.knowledge.inflecting import Form, form_kind, forms_of, irregular_pasts

_WORD = re.compile(r"(?<![\w’'])[a-z]+")
_PAST_BY_RULE = re.compile(r"[a-z]{2,}ed")
# What a verb tells that no class has.
_HAPPENING = TriggerRow("happening", pattern="", finds=[], ignores=[], source="English: the past tense", is_open=True)


@dataclass(frozen=True)
class Act:
    """A verb in one of its forms, with the words that belong to it: "came", "home"."""

    behind: re.Pattern[str]  # what must follow its first word
    length: int  # of those words: the longest is meant
    form: Form
    row: TriggerRow | None  # None for words that look like an act and tell of none


_ANY_PAST = Act(re.compile(""), 0, Form.PAST, _HAPPENING)


@dataclass(frozen=True)
class Acts:
    """The verbs of all classes by their first word; words belong to the first class that has them."""

    by_word: Mapping[str, tuple[Act, ...]]  # the longest first

    def find(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, Act]]:
        """The verbs in a stretch of a text, in order, each with its start and end there (characters, half-open)."""
        for word in _WORD.finditer(text, start, end):
            for act in self.by_word.get(word[0], ()):
                if found := act.behind.match(text, word.end(), end):
                    yield word.start(), found.end(), act
                    break

    def find_any(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, Act]]:
        """These verbs, and all others in the past, in order."""
        at = start
        for first, last, act in self.find(text, start, end):
            yield from _others(text, at, first)
            yield first, last, act
            at = last
        yield from _others(text, at, end)


def compile_acts(rows: Iterable[ActRow], statement: TriggerRow) -> Acts:
    """Lay out the verbs; those of saying make a statement, which has rules of its own."""
    by_word: dict[str, dict[str, Act]] = defaultdict(dict)
    for row in rows:
        trigger = statement if row.kind == statement.kind else _trigger(row) if row.kind else None
        for word, rest, form in _spelled(row.verbs):
            by_word[word].setdefault(rest, Act(_behind(rest), len(rest), form, trigger))
    return Acts({word: tuple(sorted(acts.values(), key=lambda act: -act.length)) for word, acts in by_word.items()})


def _behind(rest: str) -> re.Pattern[str]:
    words = "".join(rf"[\s\u00a0]+{word}" for word in rest.split())
    return re.compile(rf"{words}(?![\w’'])")


def _spelled(verbs: Iterable[str]) -> Iterator[tuple[str, str, Form]]:
    """Each verb in each of its forms, with what stands behind it: "came", "home"."""
    for verb in verbs:
        base, _, rest = verb.partition(" ")
        kinds = {form: form_kind(base, form) for form in forms_of(base)}
        if Form.PAST not in kinds.values():
            kinds[base] = Form.PAST  # "put", "must": as it is, it stands for the past too
        for form, kind in kinds.items():
            yield form, rest, kind


def _others(text: str, start: int, end: int) -> Iterator[tuple[int, int, Act]]:
    """Single words that are a verb in the past, by spelling or by a row of verbs.toml."""
    for word in _WORD.finditer(text, start, end):
        if _PAST_BY_RULE.fullmatch(word[0]) or word[0] in irregular_pasts():
            yield word.start(), word.end(), _ANY_PAST


def _trigger(row: ActRow) -> TriggerRow:
    return TriggerRow(row.kind, pattern="", finds=[], ignores=[], source=row.source, status=row.status, is_open=True)
