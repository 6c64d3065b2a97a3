"""Reads and compiles the rows of DATE."""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from app.errors import KnowledgeError
from app.knowledge.anchoring import load_anchoring
from app.knowledge.dating_forms import Letters, compile_forms
from app.knowledge.dating_rows import (
    ContextRow,
    CueRow,
    DatingKnowledge,
    Form,
    FormRow,
    ReferenceFactRow,
    WordRow,
)
from app.knowledge.dating_words import build_lexicon
from app.knowledge.era_rows import EraRow
from app.knowledge.named_day_rows import NamedDayRow
from app.knowledge.needle_scan import NeedleScan, scan_of
from app.knowledge.publication_rows import PublicationKnowledge, load_publication
from app.knowledge.spelled_numbers import compound_rows
from app.knowledge.toml_rows import FOLDER, LANGUAGE_FILES, Row, read_rows, subject_file
from app.knowledge.word_lists import one_pattern

WORD_FILES = (
    "months", "weekdays", "units", "counts", "parts", "relative_days", "day_times", "time_glue", "named_days"
)  # fmt: skip
FORM_FILES = (
    "forms_absolute", "forms_relative", "forms_story", "forms_business", "forms_times", "forms_named", "eras",
    "forms_timeless",
)  # fmt: skip

# What a number can be, by its shape; app/pipeline/dating/numbers.py tells them apart.
NUMBER_KINDS = (
    frozenset({"count", "day", "month_number", "small"}),
    frozenset({"count", "day", "small"}),
    frozenset({"count"}),
    frozenset({"count", "short_year"}),
    frozenset({"year"}),
    frozenset({"year", "modern_year"}),
    frozenset({"year", "modern_year", "round_year"}),
    frozenset({"ordinal"}),
    frozenset({"ordinal", "ordinal_day"}),
    frozenset({"decade"}),
    frozenset({"century_of"}),
    frozenset({"whole_day"}),
    frozenset({"compact_day"}),
    frozenset({"whole_month"}),
    frozenset({"whole_span"}),
    frozenset({"day_span"}),
    frozenset({"year_span"}),
    frozenset({"day_year"}),
    frozenset({"clock"}),
    frozenset({"decimal"}),
    frozenset({"day"}),
    frozenset({"loose_day"}),
    frozenset({"old_decade"}),
    frozenset({"loose_month"}),
    frozenset({"count_and_half"}),
    frozenset({"military_clock"}),
    frozenset({"quarter_code"}),
    frozenset({"half_code"}),
    frozenset({"number"}),
)

SEPARATOR_KINDS = ("to", "and", "ru_to")  # "3 to 5 May", "between 3 and 5 May"
JOINT_KINDS = (*SEPARATOR_KINDS, "or", "comma", "dash", "part", "the", "ru_at")  # "August, early May or July 2019"
# "on the morning of 3 May", "on 3 May, at 9 a.m."
TIME_JOINT_KINDS = ("at", "of", "on_day", "comma", "the", "zone", "ru_at")


@lru_cache
def load_dating(subject: str) -> DatingKnowledge:
    """All rows of DATE for one subject, compiled once a process.

    Raises:
        KnowledgeError: A row is wrong; the message names the file, the row and the mend.
    """
    file = subject_file(subject)
    named = _rows(("named_days",), (file,), "named_day", NamedDayRow)
    eras = read_rows(file, "era", EraRow)
    facts = _rows(("reference_facts",), (file,), "reference_fact", ReferenceFactRow)
    written = _rows(WORD_FILES, (file,), "words", WordRow)
    plain_words = (*written, *compound_rows(written))
    words = (*plain_words, *_rows((), LANGUAGE_FILES, "words", WordRow))
    foreign_forms = _rows((), LANGUAGE_FILES, "form", FormRow)
    forms = (*_rows(FORM_FILES, (), "form", FormRow), *foreign_forms)
    cues = _rows(("direction_cues",), LANGUAGE_FILES, "cue", CueRow)
    contexts = read_rows(FOLDER / "contexts.toml", "context", ContextRow)
    letters = Letters()
    for kinds in NUMBER_KINDS:
        letters.letter(kinds)
    letters.letter({"era_name"})  # forms ask for it, though a subject may count no years so
    names = [*map(_named_words, named), *map(_era_words, eras)]
    lexicon = build_lexicon((*words, *names), (*plain_words, *names), letters)
    compiled = compile_forms(forms, letters)
    compiled_facts = tuple((_any_of(row.id, row.patterns), row) for row in facts)
    anchoring, publication = load_anchoring(facts), load_publication(file)
    return DatingKnowledge(
        lexicon=lexicon,
        numbers={kinds: letters.letter(kinds) for kinds in NUMBER_KINDS},
        forms=compiled,
        plain_forms=_without(compiled, {row.name for row in foreign_forms}),
        cues=_compile_cues(cues),
        contexts=_compile_contexts(contexts),
        separators=_separators(words),
        joints=frozenset(_spellings(words, JOINT_KINDS)),
        time_joints=frozenset(_spellings(words, TIME_JOINT_KINDS)),
        named_days={row.id: row for row in named},
        eras={row.name: row for row in eras},
        commemorations=tuple((_any_of(row.id, row.commemorates), row) for row in named if row.commemorates),
        facts=compiled_facts,
        anchoring=anchoring,
        scan=_scan(compiled_facts, publication),
        publication=publication,
        word_rows=words,
        form_rows=forms,
        cue_rows=cues,
        context_rows=contexts,
    )


def _spellings(rows: Iterable[WordRow], kinds: Sequence[str]) -> list[str]:
    return [spelling for row in rows if row.kind in kinds for spelling in row.values]


def _separators(rows: Iterable[WordRow]) -> re.Pattern[str]:
    """What stands between the ends of a range; a dash within "mid-March" or "15-го" is none."""
    words = [spelling for spelling in _spellings(rows, SEPARATOR_KINDS) if spelling.isalpha()]
    marks = "".join(re.escape(spelling) for spelling in _spellings(rows, ("to", "ko_range")) if not spelling.isalpha())
    parts = "".join(rf"(?<!\b{re.escape(part)})" for part in _spellings(rows, ("part",)) if " " not in part)
    endings = "|".join(_spellings(rows, ("ru_ending",)))
    written_on = "|".join(_spellings(rows, ("ko_from",)))
    return re.compile(
        rf"\s(?:{'|'.join(words)})\s+|(?:{written_on})\s*|{parts}\s*[{marks}](?!(?:{endings})\b)\s*", re.IGNORECASE
    )


def _rows(names: Iterable[str], files: Iterable[Path], table: str, shape: type[Row]) -> tuple[Row, ...]:
    """The rows of a table in these files of the folder, by name, and then in others; a later row wins."""
    every = (*(FOLDER / f"{name}.toml" for name in names), *files)
    return tuple(row for file in every for row in read_rows(file, table, shape))


def _without(forms: Mapping[str, Sequence[Form]], names: Container[str]) -> Mapping[str, tuple[Form, ...]]:
    return {letter: tuple(form for form in found if form.row.name not in names) for letter, found in forms.items()}


def _named_words(row: NamedDayRow) -> WordRow:
    names = dict.fromkeys(row.names, row.id)
    return WordRow("named_day", names, row.source, row.finds, row.ignores, is_name=row.is_name)


def _era_words(row: EraRow) -> WordRow:
    names = dict.fromkeys(row.words, row.name)
    return WordRow("era_name", names, row.source, row.finds, row.ignores, is_glue=True)


def _scan(facts: Sequence[tuple[re.Pattern[str], object]], publication: PublicationKnowledge) -> NeedleScan[str]:
    """What patterns of facts, people, sums and happenings cannot match without."""
    rows = [*facts, *publication.sums, *publication.people.patterns, *publication.foreseen]
    keys = [*(pattern.pattern for pattern, _ in rows), *(one.key for one in publication.chronicle)]
    return scan_of(zip(keys, keys, strict=True))


def _any_of(owner: str, patterns: Sequence[str]) -> re.Pattern[str]:
    choice = "|".join(patterns).replace("’", "['’]")
    try:
        return re.compile(rf"\b(?:{choice})", re.IGNORECASE)
    except re.error as error:
        raise KnowledgeError(f"{owner}: {error}; mend the regular expression") from error


def _compile_contexts(rows: Sequence[ContextRow]) -> Mapping[str, re.Pattern[str]]:
    compiled = {}
    for row in rows:
        if bool(row.before) == bool(row.behind):
            raise KnowledgeError(f"contexts.toml: {row.name}: give `before` or `behind`, and not both")
        try:
            compiled[row.name] = re.compile(_any_blanks(row.before or row.behind), re.IGNORECASE)
        except re.error as error:
            raise KnowledgeError(f"contexts.toml: {row.name}: {error}; mend the regular expression") from error
    return compiled


def _any_blanks(pattern: str) -> str:
    """A pattern whose blanks may be any few blanks."""
    return pattern.replace(" ", r"\s{1,6}")


def _compile_cues(rows: Sequence[CueRow]) -> re.Pattern[str]:
    """One pattern for all cues; the name of the group that matched is the direction. Ahead is asked first."""
    parts = []
    for turns in ("ahead", "back"):
        choices = _any_blanks("|".join(_choice(row.words) for row in rows if row.turns == turns))
        parts.append(f"(?P<{turns}>{choices})")
    try:
        # Places inside a word are passed by on a look at one letter, before any cue is tried.
        return re.compile(rf"(?<!\w)(?=[\w’])(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)
    except re.error as error:
        raise KnowledgeError(f"direction_cues.toml: {error}; mend the regular expression") from error


def _choice(words: Sequence[str]) -> str:
    """The words of a row, plain ones by what they begin with alike.

    Where they are of another alphabet, most places of a text are passed by on one letter.
    """
    begins = "".join(sorted({word[0] for word in words}))
    plain = [word for word in words if word.replace(" ", "").isalpha()]
    choice = "|".join([*(word for word in words if word not in plain), *([one_pattern(plain)] if plain else [])])
    return choice if any(letter.isascii() for letter in begins) else f"(?=[{begins}])(?:{choice})"
