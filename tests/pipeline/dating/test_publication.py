"""When an article was published: mini-articles of many years and styles, and what may be said of each."""

import time
from pathlib import Path

import pytest

from app.domain.article import Basis
from app.knowledge.dating_load import load_dating
from app.knowledge.load import DEFAULT_SUBJECT
from app.pipeline.dating import date_publication
from tests.pipeline.dating.articles import article

DATING = load_dating(DEFAULT_SUBJECT)
SEEDS = Path(__file__).parents[3] / "seeds"

STATED = {
    "a labelled header": ("Published: 3 March 2004\nThe ferry to Rajin sailed on Wednesday.", "2004-03-03"),
    "a header glued to the story": (" date 2011-08-24 The two leaders met near Ulan-Ude.", "2011-08-24"),
    "a day with its time and a later change": (
        "Gas talks go on\nBy Ann Low and Bo High\nJune 19, 2024 5:41 AM UTC Updated 2 months ago\nEngineers met.",
        "2024-06-19",
    ),
    "the head of a feed": ("title: Gas talks\ndate: 2011-09-15T10:00:00Z\nEngineers met in Moscow.", "2011-09-15"),
    "a compact line": ("Gas pipeline talks go on\n20110915\nEngineers met in Moscow.", "2011-09-15"),
    "a line with weekday": ("Trade grows\nTuesday, June 7, 1988\nSoviet exports rose.", "1988-06-07"),
    "a by-line": ("Ships return\nBy Ann Low | March 12, 2014 | Harbour Post\nThe ships came back.", "2014-03-12"),
    "a header against one older date in the story": (
        "Posted on 14 May 2015\nMr Kim had been due in Moscow on 9 May 2015, but stayed at home.",
        "2015-05-14",
    ),
    "day first and dots": ("Veröffentlicht\nDate: 05.07.1961\nThe treaty was signed in Moscow.", "1961-07-05"),
    "day and month in either order": ("Date: 03/05/2004\nThe ferry sailed.", "[2004-03-05,2004-05-03]"),
    "a header after another page stamp": (
        "Page generated 2019-02-01\nPublished 25 April 2002\nThe envoy arrived in Pyongyang.",
        "2002-04-25",
    ),
}

INFERRED = {
    "a named day on a weekday, after a fact": (
        (
            "The Kremlin said on Tuesday that Mr Putin sent a telegram on Liberation Day.\n"
            "Russia’s invasion of Ukraine has changed trade."
        ),
        "2023-08-15/2023-08-21",
    ),
    "an ordinal anniversary and a weekday": (
        "Wreaths were laid in Pyongyang on Monday, the 60th anniversary of Korea's liberation from Japan, TASS said.",
        "2005-08-15/2005-08-21",
    ),
    "an ordinal anniversary alone gives a year and a first day": (
        "The leaders exchanged messages on the 60th anniversary of the victory over Nazi Germany.",
        "2005-05-09/2005-12-31",
    ),
    "today explained": ("The bridge opened today, 3 March 1959, officials said.", "1959-03-03"),
    "yesterday explained": ("The plant was handed over yesterday (12 May 1974).", "1974-05-13"),
    "last year and the year named": (
        "Exports were higher than last year. The 2006 harvest had been poor, the ministry said.",
        "2007",
    ),
    "only a bound": ("The treaty was signed on 6 July 1961 in Moscow and sealed the alliance.", "1961-07-06/.."),
    "a fact is only a bound": ("Ties with the former Soviet Union were close, the archive shows.", "1991-12-26/.."),
    "a change of the page is a last day": (
        "Rice\nUpdated: 4 May 2006\nA ship left on Tuesday.",
        "../2006-05-04",
    ),
    "a visit of the page is a last day": ("Today is Sunday, 5 February 2012\nA ship left.", "../2012-02-05"),
    "a story of long ago is only a bound": (
        "On 25 June 1950 war broke out. In October others came. An armistice was signed on 27 July 1953.",
        "1953-07-27/..",
    ),
    "a year and how long ago it was": (
        "They met for the first time since a fair in March 1998, nearly six years ago.",
        "2003-03-01/2004-03-31",
    ),
    "a day and weekday do not choose among years by themselves": (
        "The boxes were moved on Friday, October 13, he said. The men first met in 2016.",
        "2017-10-13/..",
    ),
    "a day and weekday in the lead are news of that week": (
        "The boxes were moved on Friday, October 13, he said.\nMoscow has fought its war in Ukraine since 2022.",
        "2023-10-13/2023-10-19",
    ),
    "a month and the latest year of a text are only a bound": (
        "The minister had arrived on July 19. The last visit was made in 2006.",
        "2006-01-01/..",
    ),
    "a year of an anniversary told by its own words": (
        "The museum was opened on the 50th anniversary of the 1950 airlift, and crowds came.",
        "2000",
    ),
}

UNKNOWN = {
    "nothing": "The two countries are neighbours.",
    "a weekday alone": "The minister arrived on Monday and left at once.",
    "a named day and a weekday without any year": "A letter came on Victory Day, the embassy said on Monday.",
    "a page date without a year": "30 September, Friday\nThe minister arrived and left at once.",
    "a picture": "Photo taken 24 April 2019\nThey met on Thursday in Vladivostok.",
    "a copyright year": "The minister arrived and left.\n© 2019 Harbour Post",
    "a list of other stories": "The minister left.\n12 May 2011\n14 May 2011",
    "a date in quotation": "“We shall never forget 3 March 1975,” he said.",
}


@pytest.mark.parametrize(("text", "day"), STATED.values(), ids=STATED)
def test_a_stated_day_is_the_day(text: str, day: str) -> None:
    furniture = ("Published", "2011", "Tuesday", "By ", "Posted", "Veröff", "Date:", "Page")
    publication = date_publication(article(text, furniture=furniture), DATING)
    assert (publication.date.text, publication.basis) == (day, Basis.STATED), publication.clues


@pytest.mark.parametrize(("text", "expected"), INFERRED.values(), ids=INFERRED)
def test_an_inferred_date_is_as_fine_as_the_text_supports(text: str, expected: str) -> None:
    publication = date_publication(article(text), DATING)
    assert publication.date.text in expected.split(" or "), publication.clues
    assert publication.basis is Basis.INFERRED


@pytest.mark.parametrize("text", UNKNOWN.values(), ids=UNKNOWN)
def test_no_date_is_better_than_a_wrong_one(text: str) -> None:
    publication = date_publication(article(text, furniture=("30 Sept", "©", "12 May", "14 May")), DATING)
    assert (publication.date.text, publication.basis) == ("", Basis.UNKNOWN), publication.clues


def test_a_dateline_gives_month_and_day_and_the_story_the_year() -> None:
    text = (
        "MOSCOW, May 13 (Xinhua) -- Leaders exchanged telegrams to mark the 60th anniversary of the victory over "
        "Nazi Germany, the Kremlin said."
    )
    assert date_publication(article(text), DATING).date.text == "2005-05-13"


def test_a_report_counts_from_its_dateline_and_not_from_the_paper_that_prints_it() -> None:
    head = "THE POST, MONDAY FEBRUARY 15 1965   9\nA ferry sails home\nMOSCOW, FEB. 14\n"
    page = f"{head}The ferry came home this afternoon."
    publication = date_publication(article(page), DATING)
    assert (publication.date.text, publication.written.text) == ("1965-02-15", "1965-02-14")


@pytest.mark.parametrize(
    "page",
    [
        "Published: 3 March 2004\nThe ferry to Rajin sailed on Wednesday with forty guests.",
        "MOSCOW, March 3, 1959 (Agency) - The ferry sailed with forty guests on board.",
        "The treaty was signed on 6 July 1961 in Moscow and sealed the alliance.",
    ],
)
def test_without_an_earlier_dateline_a_report_counts_from_its_publication(page: str) -> None:
    publication = date_publication(article(page), DATING)
    assert publication.written == publication.date


def test_the_paper_named_as_the_source_gives_the_day() -> None:
    text = "A treaty\nDigitised 2 May 2010\n(Evening Star, March 3, 1959, p. 2.)\nOn March 2 a treaty was signed."
    assert date_publication(article(text, title="A treaty"), DATING).date.text == "1959-03-03"


def test_a_false_page_date_with_its_year_loses_against_anniversary_and_weekday() -> None:
    text = (
        "Leaders write letters\n30 September 2023\nCall us: 229-39-11\nLeaders write letters\n"
        "State media said on Monday that a letter came on the 77th anniversary of the end of Japan’s rule."
    )
    publication = date_publication(article(text, furniture=("30 Sept", "Call")), DATING)
    assert publication.date.text == "2022-08-15/2022-08-21"
    assert [clue.is_used for clue in publication.clues if clue.text == "30 September 2023"] == [False]


def test_an_address_gives_the_day_when_nothing_speaks_against_it() -> None:
    page = article("The ferry sailed.", url="https://harbour.example/2016/03/09/ferry.html")
    assert date_publication(page, DATING).date.text == "2016-03-09"


def test_an_address_loses_against_the_story() -> None:
    page = article(
        "State media said on Monday that a letter came on the 77th anniversary of the end of Japan’s rule.",
        url="https://harbour.example/2016/03/09/ferry.html",
    )
    assert date_publication(page, DATING).date.text == "2022-08-15/2022-08-21"


@pytest.mark.parametrize("title", ["The summit of 13 June 2000", "13 June 2000"])
def test_a_day_in_the_heading_is_a_bound_at_most(title: str) -> None:
    publication = date_publication(article(f"{title}\nThe leaders had never met before.", title=title), DATING)
    assert publication.date.text in ("2000-06-13/..", "")


def test_a_weekday_that_fits_by_chance_is_given_up_when_the_story_goes_on_after_it() -> None:
    text = (
        "Russia’s invasion of Ukraine changed trade. Guests came on Victory Day, he said on Monday.\n"
        "The minister had arrived on June 3."
    )
    publication = date_publication(article(text), DATING)
    assert publication.date.text == "2022-02-24/.."


def test_what_is_known_from_outside_stands_before_all_clues() -> None:
    publication = date_publication(article("Published: 3 March 2004", published="1999-05-01"), DATING)
    assert (publication.date.text, publication.basis) == ("1999-05-01", Basis.STATED)


def test_every_clue_stands_where_it_says() -> None:
    for text, _ in [*STATED.values(), *INFERRED.values()]:
        page = article(text)
        for clue in date_publication(page, DATING).clues:
            assert clue.span is None or clue.span.of(page.text) == clue.text


@pytest.mark.parametrize(
    ("name", "accepted", "basis"),
    [
        ("000", {"2022-08-15", "2022-08-15/2022-08-21"}, Basis.INFERRED),
        ("001", {"2022-08-15", "2022-08-15/2022-08-21"}, Basis.INFERRED),
        ("002", {"2022-08-15"}, Basis.STATED),
        ("003", {"2022-08-15"}, Basis.STATED),
        ("004", {"2022-08-15", "2022-08-15/2022-08-21"}, Basis.INFERRED),
    ],
)
def test_the_five_articles_are_dated(name: str, accepted: set[str], basis: Basis) -> None:
    (file,) = SEEDS.glob(f"{name}_*.txt")
    page = article(file.read_bytes().decode(), furniture=("30 September", "(+994", "20220815", "http", "Politics", "•"))
    publication = date_publication(page, DATING)
    assert publication.date.text in accepted
    assert publication.basis is basis


@pytest.mark.parametrize(
    "piece",
    [
        "August 5 ",
        "15 August 2022 ",
        "the 77th anniversary of the 1948 pact ",
        "on Monday, on Liberation Day, ",
        "Pyongyang a ",
    ],
)
def test_a_page_of_thousands_of_dates_is_dated_in_seconds(piece: str) -> None:
    page = article(piece * (200_000 // len(piece)))
    start = time.process_time()
    date_publication(page, DATING)
    assert time.process_time() - start < 5
