"""Runs of words of time to the forms they take, longest first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.domain.text import Stretch
from app.knowledge.dating_rows import DatingKnowledge, Form, FormRow, Value
from app.pipeline.dating.scanning import Run, runs_of_time

Parts = Mapping[str, Value]


@dataclass(frozen=True)
class FoundForm:
    """A form of the rows, where it stands, and the values of its words by name."""

    span: Stretch
    row: FormRow
    parts: Parts


def find_forms(text: str, dating: DatingKnowledge) -> tuple[FoundForm, ...]:
    """All forms of a text in order; where several fit, the longest, then the first of the rows."""
    return tuple(form for run in runs_of_time(text, dating) for form in _forms_of_run(run, dating))


@dataclass(frozen=True, slots=True)
class _Match:
    """A form over the letters of a run: its edges as numbers of words, and where its named words stand."""

    form: Form
    first: int
    last: int
    places: Mapping[str, int]


def _forms_of_run(run: Run, dating: DatingKnowledge) -> Iterator[FoundForm]:
    letters = "".join(run.letters)
    forms = dating.forms if dating.lexicon.foreign.search(letters) else dating.plain_forms
    index = 0
    while index < len(letters):
        found = _longest(letters, index, forms)
        if found is None:
            index += 1
            continue
        yield FoundForm(
            Stretch(run.tokens[found.first].start, run.tokens[found.last - 1].end), found.form.row, _parts(found, run)
        )
        index = found.last


def _longest(letters: str, index: int, forms: Mapping[str, tuple[Form, ...]]) -> _Match | None:
    """The form that reads the most words from here on."""
    best = _longest_from(letters, index, forms[letters[index]])
    # A form that asks for a preposition begins before its own words; one that begins with them may read on.
    if best and best.first > index:
        rivals = (_longest_from(letters, start, forms[letters[start]]) for start in range(index + 1, best.first + 1))
        return next((rival for rival in rivals if rival and rival.last > best.last), best)
    return best


def _longest_from(letters: str, index: int, forms: tuple[Form, ...]) -> _Match | None:
    best: _Match | None = None
    for form in forms:
        match = form.pattern.match(letters, index)
        if not match:
            continue
        groups = match.groupdict()
        first = match.start("from_here") if groups.get("from_here") is not None else index
        last = match.start("to_here") if groups.get("to_here") is not None else match.end()
        if last > first and (best is None or (last, -first) > (best.last, -best.first)):
            best = _Match(form, first, last, {name: match.start(name) for name, value in groups.items() if value})
    return best


def _parts(found: _Match, run: Run) -> Parts:
    """The values of the named words; a word of several kinds gives the value of the kind that was asked for."""
    parts: dict[str, Value] = dict(found.form.row.given or {})
    for group, place in found.places.items():
        name, _, kinds = group.partition("__")
        values = run.tokens[place].values
        parts[name] = next(values[kind] for kind in kinds.split("__") if kind in values)
    return parts
