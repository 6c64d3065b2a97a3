"""What DATE knows of clues to the day of publication: the trust in each, the marks of a page, years to be summed."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.errors import KnowledgeError
from app.knowledge.chronicle_rows import Chronicled, load_chronicle
from app.knowledge.compact_day_rows import CompactDay, load_compact_days
from app.knowledge.era_rows import EraRow
from app.knowledge.foreseen_rows import ForeseenRow, load_foreseen
from app.knowledge.people_rows import People, load_people
from app.knowledge.state_rows import StateRow, load_states
from app.knowledge.toml_rows import FOLDER, LANGUAGE_FILES, read_rows, read_toml

_FILE = FOLDER / "publication_clues.toml"


class ClueKind(StrEnum):
    """What sort of clue it is; a row of `[[trust]]` says of each how much it weighs and why."""

    ORIGINAL = "original"  # the paper and day named as the source of a reprint or translation
    LABELLED = "labelled"  # behind "Published:"
    LINE_IN_HEAD = "line in head"  # a line of its own between headline and story
    ISSUE = "issue"  # the month of an issue, in such a line
    LINE_ABOVE = "line above"  # a line of its own above the headline
    SIGNED = "signed"  # place and day under the story
    SENT = "sent"  # a stamp that only who sends a text writes
    DATELINE = "dateline"  # on its day or in the three days after it
    DAY_OF_DATELINE = "day of dateline"  # on that day itself
    WEEKDAY_OF_DATELINE = "weekday of dateline"  # "on Wednesday", told in the lead below it
    WEEKDAY_OF_WIRE = "weekday of wire"  # "SEOUL (Agency) - The minister arrived on Tuesday"
    ADDRESS = "address"
    COPIED = "copied"  # copied or changed then: not younger
    COPIED_AGE = "copied age"  # "3 days ago" in the head, seen from the day of a copy
    VISITED = "visited"  # the day of whoever read the page: not younger
    COMMENTED = "commented"  # the first comment: not younger
    RIGHTS = "rights"  # "© 2019": mostly not younger
    PERHAPS_OWN = "perhaps own"  # in the head, or in a line of its own below: nothing says what it is
    AGREES = "agrees"  # such a day, and the story fits it by more than chance
    ON_PAGE = "on page"  # seen on the page, says nothing
    BESIDE_TODAY = "beside today"  # "yesterday (12 May)"
    BESIDE_PERIOD = "beside period"  # "last month, in July 1995"; "in April 2019, four years ago"
    SAME_THING = "same thing"  # "last month's exchange", "the exchange … in November"
    LAST_YEAR = "last year"  # "last year. In the 2021 letter, …"
    WEEK_OF_DAY = "week of day"  # "next week's 1 May holiday"
    ANNIVERSARY = "anniversary"  # of a known year, with its number
    ANNIVERSARY_CAME = "anniversary came"  # told as past
    RECALLED_DAY = "recalled day"  # "this Tuesday they mark fifty years since the liberation"
    YEARS_SINCE = "years since"  # "five years after the meeting of June 2000, we are"
    AGE = "age"  # "Pak, 49", "born in 1941"
    ERA = "era"  # a line with "Juche 92"
    COMPARISON = "comparison"  # "this year, against 24 million in the same months of 2008"
    PART_OF_YEAR = "part of year"  # "this year's first quarter", told as past
    WEEKDAY_NAMED_DAY = "weekday of named day"  # "on Monday", told of Liberation Day
    WEEKDAY_DAY_LEAD = "weekday and day in the lead"  # "on Friday, 13 October", news of that week
    WEEKDAY_DAY = "weekday and day"
    ORDER_OF_WEEKDAYS = "order of weekdays"  # after that Friday "on Monday", before "on Wednesday"
    IN_OFFICE = "in office"  # who acts in the lead, with the title of an office
    NAMED_IN_OFFICE = "named in office"  # with the title of an office, in whatever tense
    FACT = "fact"  # what had happened
    FACT_SEEN = "fact seen"  # "died last month", "signed in June"
    CHRONICLED = "chronicled"  # a happening of the chronicle, told with its day of the year or as news of its weekday
    PERHAPS_CHRONICLED = "perhaps chronicled"  # one that may have come again, told with its weekday alone
    STATE = "state"  # "the Soviet Union wants", told while it was there
    FORESEEN = "foreseen"  # "the Games open in Seoul next year"
    PAST = "past"  # the latest date told as past
    TO_COME = "to come"
    YEARLESS = "yearless"  # "on 5 August", told as past without a year
    YEARLESS_DAYS = "yearless days"  # several of them: all lie in the months before


class PageRole(StrEnum):
    """What the words beside a date, or a whole line, have to do with the day of publication."""

    PUBLISHED = "published"
    ORIGINAL = "original"
    SOURCE = "source"
    REPRINTED = "reprinted"
    COPIED = "copied"
    CHANGED = "changed"
    VISITED = "visited"
    PICTURED = "pictured"
    ISSUE = "issue"
    PAPER = "paper"
    WIRE = "wire"
    EVENT = "event"
    ELSEWHERE = "elsewhere"
    END_OF_STORY = "end of story"
    COMMENTS = "comments"
    ABOUT_PAGE = "about page"
    PERHAPS_ABOUT_PAGE = "perhaps about page"
    NOT_YET = "not yet"
    PRESENT = "present"
    PAST_VERB = "past verb"
    TO_COME = "to come"
    DEADLINE = "deadline"
    OTHER_YEAR = "other year"
    RECALLED = "recalled"
    SUPPOSED = "supposed"
    OF_NOW = "of now"
    BEGAN = "began"


@dataclass(frozen=True)
class TrustRow:
    """How much a clue weighs. An example is a small page with the words of the clue in [ ]; an ignored one has none."""

    clue: ClueKind
    weight: int
    finds: tuple[str, ...]
    ignores: tuple[str, ...]
    source: str  # why so much


@dataclass(frozen=True)
class MarkRow:
    """Words that tell what a line or a date is; regular expressions, ’ is either apostrophe."""

    role: PageRole
    words: tuple[str, ...]
    finds: tuple[str, ...]
    ignores: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class SumRow:
    """Words that give the year of publication as a sum: `{count}` or `{ordinal}`, `{year}` and `plus`.

    An example marks the words in [ ] and gives the year: "[Five years after June 2000] = 2005".
    """

    clue: ClueKind
    pattern: str
    finds: tuple[str, ...]
    ignores: tuple[str, ...]
    source: str
    plus: int = 0
    slack: int = 0  # years either way: "half a century ago" is said of forty-eight too
    is_rough: bool = False  # round numbers are said of others too
    is_line: bool = False  # looked for in lines of the page that tell no story


@dataclass(frozen=True)
class OfficeTitleRow:
    """How the news names who holds an office; one without a row is named by its title alone."""

    title: str  # of the offices in the file of a subject
    words: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class PublicationKnowledge:
    """All rows of clues to the day of publication, compiled once."""

    trust: Mapping[ClueKind, int]
    marks: Mapping[PageRole, re.Pattern[str]]
    sums: tuple[tuple[re.Pattern[str], SumRow], ...]
    people: People
    foreseen: tuple[tuple[re.Pattern[str], ForeseenRow], ...]
    states: tuple[tuple[re.Pattern[str], StateRow], ...]
    chronicle: tuple[Chronicled, ...]
    compact_days: tuple[CompactDay, ...]
    trust_rows: tuple[TrustRow, ...]
    mark_rows: tuple[MarkRow, ...]
    day_first: re.Pattern[str]  # labels of dates in languages that put the day before the month, in figures too


# What the patterns of sums may ask for by name.
_WORDS = {
    "count": r"(?P<count>\d{1,3}|[a-z]+(?:-[a-z]+)?)",
    "began": (
        r"(?=[a-filopr-t])"  # most words begin with none of their letters, and need no look at each
        r"(?:found(?:ed|ing|ation)|establish(?:ed|ment)|set up|creat(?:ed|ion)|born|birth|open(?:ed|ing)|sign(?:ed|ing)"
        r"|conclu(?:ded|sion)|proclaimed|launch(?:ed|ing)?|began|begun|started|form(?:ed|ation)|built|inaugurated"
        r"|dating back|treaty|agreement|accord|pact|counted|reckoned)"
    ),
    "age": r"(?P<count>[2-9]\d)(?= years old|[,;.)])",
    "ordinal": r"(?P<count>\d{1,3}(?=st|nd|rd|th)|[a-z]+(?:-[a-z]+)?)(?:st|nd|rd|th)?",
    "year": r"(?P<year>(?:1[89]|20)\d\d)(?!\d)",
    "date": r"(?:\d{1,2} )?(?P<month>[A-Z][a-z]{2,8}\.? )?(?:\d{1,2},? )?(?P<year>(?:1[89]|20)\d\d)(?!\d)",
}


def load_publication(subject: Path) -> PublicationKnowledge:
    """Read and compile the rows of clues, and the terms of office in the file of a subject.

    Raises:
        KnowledgeError: A row is wrong, or a kind of clue or mark has none.
    """
    trust = read_rows(_FILE, "trust", TrustRow)
    foreign = [(file, read_rows(file, "mark", MarkRow)) for file in LANGUAGE_FILES]
    marks = (*read_rows(_FILE, "mark", MarkRow), *(row for _, rows in foreign for row in rows))
    eras = read_rows(subject, "era", EraRow)
    sums = (*read_rows(_FILE, "sum", SumRow), *read_rows(subject, "sum", SumRow), *map(_sum_of_era, eras))
    titles = {row.title: row.words for row in read_rows(_FILE, "office_title", OfficeTitleRow)}
    _refuse_missing("trust", ClueKind, [row.clue for row in trust])
    _refuse_missing("mark", PageRole, [row.role for row in marks])
    return PublicationKnowledge(
        trust={row.clue: row.weight for row in trust},
        marks={
            role: _compiled("|".join(word for row in marks if row.role is role for word in row.words), role)
            for role in PageRole
        },
        sums=tuple((_compiled(_with_words(row.pattern), row.clue), row) for row in sums),
        people=load_people(subject, titles),
        foreseen=load_foreseen(),
        states=load_states(subject),
        chronicle=load_chronicle(subject),
        compact_days=load_compact_days(eras),
        trust_rows=trust,
        mark_rows=marks,
        day_first=_labels_of_dates([row for file, rows in foreign if _has_calendar(file) for row in rows]),
    )


def _has_calendar(file: Path) -> bool:
    """Has it months by name? The languages of these are written with the day first."""
    return "calendar" in read_toml(file)


def _labels_of_dates(rows: Iterable[MarkRow]) -> re.Pattern[str]:
    labels = (PageRole.PUBLISHED, PageRole.CHANGED)
    words = "|".join(word for row in rows if row.role in labels for word in row.words)
    return _compiled(words or "(?!)", PageRole.PUBLISHED)


def _sum_of_era(era: EraRow) -> SumRow:
    """The year of an era in a line of the page; the first year and the number, less one."""
    words = "|".join(map(re.escape, era.words))
    pattern = rf"\b(?:{words}) ?{{count}}\b"
    return SumRow(ClueKind.ERA, pattern, (), (), era.source, plus=era.year(0), is_line=True)


def _with_words(pattern: str) -> str:
    for name, word in _WORDS.items():
        pattern = pattern.replace(f"{{{name}}}", word)
    return pattern


def _refuse_missing(table: str, every: Iterable[str], given: Iterable[str]) -> None:
    if missing := set(every) - set(given):
        raise KnowledgeError(f"{_FILE.name}: no [[{table}]] for {', '.join(sorted(missing))}; add a row")


def _compiled(pattern: str, owner: str) -> re.Pattern[str]:
    try:
        return re.compile(rf"(?:{pattern.replace('’', '[’' + chr(39) + ']')})", re.IGNORECASE)
    except re.error as error:
        raise KnowledgeError(f"{_FILE.name}: {owner}: {error}; mend the regular expression") from error
