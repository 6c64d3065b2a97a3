"""What must hold of the day of publication, whatever an article tells of itself and whatever page stands around it."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.article import RawPage
from app.domain.edtf import EdtfDate
from app.knowledge.cleaning_rows import load_cleaning
from app.knowledge.dating_load import load_dating
from app.knowledge.load import DEFAULT_SUBJECT
from app.pipeline.cleaning import clean_page
from app.pipeline.dating import date_publication

DATING = load_dating(DEFAULT_SUBJECT)
CYCLE_YEARS = 28  # after so many years each day is the same weekday again, between the leap days that were left out


def told(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def yearless(day: date) -> str:
    return f"{day.day} {day:%B}"


def last_month(day: date) -> date:
    return day.replace(day=1) - timedelta(days=1)


Piece = Callable[[date], str]

# Each names the day by itself.
DATED: dict[str, Piece] = {
    "today": lambda d: f"The bridge was opened today, {told(d)}, and the mayor cut a ribbon of red silk.",
    "yesterday": lambda d: f"The ship tied up yesterday ({told(d - timedelta(days=1))}) with forty guests on board.",
    "dateline": lambda d: f"MOSCOW, {told(d)} (Baltic Wire) -- The envoy flew home with a letter for his leaders.",
}
# These leave it open, more or less.
TOLD: dict[str, Piece] = {
    "past": lambda d: f"The treaty was signed on {told(d - timedelta(days=700))} in the old palace by the river.",
    "anniversary": lambda d: (
        f"The port marks this year's 40th anniversary of its opening in {d.year - 40} with a fair."
    ),
    "last month": lambda d: (
        f"The contract was signed last month, in {last_month(d):%B} {last_month(d).year}, it was said."
    ),
    "yearless": lambda d: f"The ministers had met on {yearless(d - timedelta(days=30))} and had parted in anger.",
    "weekday": lambda d: f"The boxes were moved on {d - timedelta(days=2):%A, %-d %B}, said a man on the quay.",
    "to come": lambda d: f"The next fair will be held on {told(d + timedelta(days=200))} in the new hall of the town.",
    "last weekday": lambda d: (
        f"The bear was fed last {d - timedelta(days=4):%A} ({yearless(d - timedelta(days=4))}) by a tamer of the town."
    ),
    "turned": lambda d: (
        f"The consul, who was born in {last_month(d):%B} {last_month(d).year - 65} and turned 65 last month, was there."
    ),
    "new year": lambda d: f"The new year {d.year} has begun with a frost that stopped all trains on the coast.",
    "years since": lambda d: (
        f"Seven years after the storm of {d.year - 7} the roof is still open, said the old priest."
    ),
}
PLAIN = (
    "The dancers were given apples by the mayor, who is fond of apples and of dancers.",
    "They had come by ship and slept in the school, where the children drew their pictures.",
    "Nobody knows what became of the cook, though his hat was found on the landing.",
)
FURNITURE = (
    "Home | World | Asia",
    "Share this article",
    "Related: Harbour opens after the ice - 28 February 1999",
    "Photo: the landing, May 2003",
    "Copyright 2013 Harbour Post. All rights reserved.",
    "Most read",
)
DAYS = st.dates(date(1962, 1, 1), date(2009, 12, 31)).filter(lambda d: (d.month, d.day) != (2, 29))
PIECES = st.lists(st.sampled_from(sorted(TOLD)), unique=True)
BELOW = st.lists(st.sampled_from(FURNITURE), unique=True)


def published(lines: Sequence[str]) -> EdtfDate:
    page = RawPage("page.txt", "\n\n".join(("A quiet week on the coast", *lines)))
    return date_publication(clean_page(page, load_cleaning()), DATING).date


def story(day: date, pieces: Sequence[str]) -> list[str]:
    """A story of that day that tells these things of it; a dateline opens it."""
    first = [DATED[piece](day) for piece in pieces if piece in DATED]
    return [*first, PLAIN[0], *(TOLD[piece](day) for piece in pieces if piece in TOLD), *PLAIN[1:]]


def holds(answer: EdtfDate, day: date) -> bool:
    return (answer.earliest or date.min) <= day <= (answer.latest or date.max)


def later(day: date | None) -> date | None:
    return day.replace(year=day.year + CYCLE_YEARS) if day else None


@given(DAYS, PIECES, BELOW)
@settings(deadline=None)
def test_no_answer_leaves_out_the_day(day: date, pieces: list[str], below: list[str]) -> None:
    answer = published([*story(day, pieces), *below])
    assert holds(answer, day), answer


@given(DAYS, PIECES, st.sampled_from(sorted(DATED)))
@settings(deadline=None)
def test_a_story_that_dates_itself_is_of_that_day(day: date, pieces: list[str], dated: str) -> None:
    assert published(story(day, [dated, *pieces])).bounds == (day, day)


@given(DAYS, st.sampled_from(sorted(DATED)), st.dates(date(1996, 1, 1), date(2040, 1, 1)))
@settings(deadline=None)
def test_a_stamp_changes_nothing_of_a_story_that_dates_itself(day: date, dated: str, stamp: date) -> None:
    lines = story(day, [dated])
    for stamped in (f"Page last crawled {told(stamp)}", f"Archive copy made {stamp.isoformat()}"):
        assert published([*lines, stamped]) == published(lines)
        assert published([stamped, *lines]) == published(lines)


@given(DAYS, PIECES, BELOW.flatmap(lambda lines: st.tuples(st.just(lines), st.permutations(lines))))
@settings(deadline=None)
def test_the_order_of_the_furniture_plays_no_part(
    day: date, pieces: list[str], below: tuple[list[str], list[str]]
) -> None:
    lines = story(day, pieces)
    assert published([*lines, *below[0]]) == published([*lines, *below[1]])


@given(DAYS, PIECES, st.sampled_from([*sorted(DATED), None]))
@settings(deadline=None)
def test_the_same_story_a_cycle_of_weekdays_later_is_dated_as_much_later(
    day: date, pieces: list[str], dated: str | None
) -> None:
    told_then = [dated, *pieces] if dated else pieces
    then, now = published(story(day, told_then)), published(story(day.replace(year=day.year + CYCLE_YEARS), told_then))
    assert (later(then.earliest), later(then.latest)) == now.bounds


@given(st.permutations(PLAIN), BELOW)
def test_a_page_that_tells_nothing_of_its_day_has_none(plain: list[str], below: list[str]) -> None:
    assert published([*plain, *below]).text == ""
