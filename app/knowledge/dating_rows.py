"""What DATE knows: words of time, the forms they stand in, cues of direction, named days, facts that bound a date."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.knowledge.era_rows import EraRow
from app.knowledge.named_day_rows import NamedDayRow
from app.knowledge.needle_scan import NeedleScan
from app.knowledge.publication_rows import PublicationKnowledge

Value = int | str


@dataclass(frozen=True)
class WordRow:
    """Spellings of one kind of word, with what each stands for. Examples mark what is read: "on [15 August = …]"."""

    kind: str  # the name under which forms ask for it
    values: Mapping[str, Value]
    source: str
    finds: tuple[str, ...] = ()
    ignores: tuple[str, ...] = ()
    is_name: bool = False  # only with a capital letter: "March", not "march"
    is_glue: bool = False  # "of", "the": part of a form, but never a sign of time by itself


@dataclass(frozen=True)
class FormRow:
    """A way to put words of time together.

    `pattern` is a row of kinds of words. `name:kind` keeps the word's value under that name, `a|b` is either kind,
    `?` makes a word or a `( group )` optional, `!kind` forbids a word here, `!<kind` forbids it just before, and
    `<` and `>` stand around the expression where the pattern holds words that are not part of it.
    """

    name: str
    pattern: str
    reads: str  # the reader that gives the meaning
    finds: tuple[str, ...]
    ignores: tuple[str, ...]
    source: str
    given: Mapping[str, Value] | None = None  # values that the form itself brings


@dataclass(frozen=True)
class CueRow:
    """Words that turn a clause towards the future or the past; `words` are regular expressions."""

    turns: str  # "ahead" or "back"
    words: tuple[str, ...]
    finds: tuple[str, ...]
    ignores: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class AnchoringRow:
    """Prepositions that place a time on one side of a happening; `words` are regular expressions."""

    side: str  # "after" or "before"
    words: tuple[str, ...]
    finds: tuple[str, ...]
    ignores: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class HappeningRow:
    """Nouns of what happens on a day, so that a text may call one it told of "the summit"."""

    words: tuple[str, ...]
    told_as: tuple[str, ...]  # other words by which a sentence tells of it: "met", "invaded"
    finds: tuple[str, ...]
    ignores: tuple[str, ...]
    source: str
    is_reported_on: bool = False  # it ends within its day, and what is said "after the talks" is said on that day


@dataclass(frozen=True)
class ContextRow:
    """What must stand beside an expression that could be something else: regular expressions, one of the two."""

    name: str
    finds: tuple[str, ...]
    ignores: tuple[str, ...]
    source: str
    before: str = ""
    behind: str = ""


@dataclass(frozen=True)
class ReferenceFactRow:
    """A happening that a text can only tell of after its day: a lower bound for publication."""

    id: str
    title: str
    on: str  # the day, ISO
    patterns: tuple[str, ...]  # regular expressions
    finds: tuple[str, ...]
    ignores: tuple[str, ...]
    source: str
    fresh_years: int = 0  # how long it stays the nearest explanation when several years fit
    anchors: tuple[str, ...] = ()  # regular expressions: how it is named after "since", "before"
    needs: tuple[str, ...] = ()  # the text must hold one of these words, as they stand, for the patterns to be of it
    again: tuple[str, ...] = ()  # nouns by which a text tells of it once more, "last month’s flood", that has one of
    among: tuple[str, ...] = ()  # these words, as they stand
    came_again: tuple[str, ...] = ()  # later days of its like, ISO: "last month" beside it may be of any of them
    lasts: bool = False  # it goes on or comes again: "last month" beside it may be of a later time
    briefly: tuple[str, ...] = ()  # nouns by which a text may call it ("the invasion") that has one of the words
    beside: tuple[str, ...] = ()  # of this list, as they stand

    @property
    def day(self) -> date:
        """The day of the happening."""
        return date.fromisoformat(self.on)

    @property
    def days(self) -> list[date]:
        """Its day and those of its like that came later."""
        return [self.day, *map(date.fromisoformat, self.came_again)]


@dataclass(frozen=True)
class Word:
    """A word of time as the scanner meets it: one letter for its kinds, and a value for each of them."""

    letter: str
    values: Mapping[str, Value]
    is_name: bool
    is_glue: bool


@dataclass(frozen=True)
class Form:
    """A form over letters instead of words."""

    row: FormRow
    pattern: re.Pattern[str]


@dataclass(frozen=True)
class Phrases:
    """Words of several parts that begin alike, longest first."""

    pattern: re.Pattern[str]
    words: Mapping[str, Word]


@dataclass(frozen=True)
class Lexicon:
    """All words of time, and how to find them."""

    words: Mapping[str, Word]
    phrases: Mapping[str, Phrases]  # by first word, lower case
    first_words: frozenset[str]  # of both
    known_words: frozenset[str]  # all words that stand in a spelling
    signs: re.Pattern[str]  # where a text in lower case may name a time: a digit, a word that is not glue
    foreign: re.Pattern[str]  # letters that only words of other languages have: each of their forms needs one


@dataclass(frozen=True)
class AnchoringKnowledge:
    """What an expression may be seen from, compiled once."""

    facts: tuple[tuple[re.Pattern[str], str, ReferenceFactRow], ...]  # with the side
    scan: NeedleScan[str]  # what these cannot match without, by the pattern
    happenings: re.Pattern[str]  # "after the second summit": the group of the side holds the noun
    happening_words: Mapping[str, re.Pattern[str]]  # by noun: the words that tell of such a happening
    reported_on: frozenset[str]  # nouns in lower case of those that end within their day before reporters
    anchoring_rows: tuple[AnchoringRow, ...]
    happening_rows: tuple[HappeningRow, ...]


@dataclass(frozen=True)
class DatingKnowledge:
    """All rows of DATE, compiled once."""

    lexicon: Lexicon
    numbers: Mapping[frozenset[str], str]  # letters for the kinds that a number can be
    forms: Mapping[str, tuple[Form, ...]]  # by the letter they can begin with, in order of the rows
    plain_forms: Mapping[str, tuple[Form, ...]]  # the same without those of other languages than English
    cues: re.Pattern[str]
    contexts: Mapping[str, re.Pattern[str]]  # by name; see surroundings.InText.stands_after and stands_before
    separators: re.Pattern[str]  # what stands between the ends of a range
    joints: frozenset[str]  # words that may stand between two dates that share a year
    time_joints: frozenset[str]  # words that may stand between a time of day and its day
    named_days: Mapping[str, NamedDayRow]
    eras: Mapping[str, EraRow]  # by name
    commemorations: tuple[tuple[re.Pattern[str], NamedDayRow], ...]
    facts: tuple[tuple[re.Pattern[str], ReferenceFactRow], ...]
    anchoring: AnchoringKnowledge
    scan: NeedleScan[str]  # what patterns of facts, people, sums and happenings cannot match without, by the pattern
    publication: PublicationKnowledge
    word_rows: tuple[WordRow, ...]
    form_rows: tuple[FormRow, ...]
    cue_rows: tuple[CueRow, ...]
    context_rows: tuple[ContextRow, ...]
