"""Which tellings become one happening, by all that they share and by what speaks against it."""

import pytest

from app.domain.linking import Nothing
from app.knowledge.load import load_knowledge
from app.pipeline.linking import relink_mentions
from tests.support.handmade_mentions import mention

EXTRACTING = load_knowledge().extracting
KIM, PUTIN, LAVROV = "Kim Jong Il", "Vladimir Putin", "Sergei Lavrov"


def entries(*told: dict[str, object]) -> int:
    """How many entries several articles make, each of one mention."""
    mentions = [mention(f"a{n}", 10, **about) for n, about in enumerate(told)]  # type: ignore[arg-type]
    texts = {one.id: one.headline for one in mentions}
    return len(relink_mentions((), mentions, texts, Nothing(), EXTRACTING).entries)


def about(kind: str, day: str, words: str = "", **more: object) -> dict[str, object]:
    return {"kind": kind, "day": day, "headline": words, **more}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # One word or the other for the same act, on the same day.
        (about("accord", "1972-05-11"), about("treaty", "1972-05-11")),
        # Another kind altogether, and many words in common.
        (
            about("transport", "1934-09-01", "ferry Wonsan reopened harbour customs"),
            about("visit", "1934-09-01", "customs at the harbour and the ferry from Wonsan were reopened"),
        ),
        # Who leaves for another place begins a visit there.
        (
            about("visit", "2002-08-20", "The guest left Pyongyang for Russia", actors=(KIM,)),
            about("visit", "2002-08-20", "The guest crossed into Russia by train", actors=(KIM,)),
        ),
        # A year, and the only such day in it.
        (about("treaty", "1972"), about("treaty", "1972-05-11")),
        # A month that names one of the two, and a day that names both.
        (
            about("visit", "2002-08", actors=(KIM,)),
            about("meeting", "2002-08-23", actors=(PUTIN, KIM), places=("Vladivostok",)),
        ),
        # An island, and the city that it lies in.
        (
            about("meeting", "2002-08-23", actors=(PUTIN,), places=("Russky Island",)),
            about("meeting", "2002-08-23", actors=(KIM, PUTIN), places=("Vladivostok",)),
        ),
        # A verb of no clear kind, and a word that names one.
        (
            about("refusal", "1961", "the alliance of friends was let go"),
            about("treaty", "1961-07-06", "signed a treaty of friends"),
        ),
        (
            about("visit", "1961-07", "came home with a pact under his arm"),
            about("treaty", "1961-07-06", "signed a treaty of friendship"),
        ),
        # Two verbs of no clear kind, and the chamber that both name.
        (
            about("decision", "2024-11-06", "debated the paper", actors=("Federation Council",)),
            about("project", "2024-11-06", "took up the paper of the year, debated", actors=("Federation Council",)),
        ),
        # Who met Putin, and whom Kim met.
        (
            about("meeting", "2002", actors=(PUTIN,), places=("Vladivostok",)),
            about("meeting", "2002-08", actors=(KIM,), places=("Vladivostok",)),
        ),
        # One voice denies, of whatever kind.
        (
            about("troops", "1987-03-02", status="denied", speaker="Moscow"),
            about("arms", "1987-03-02", status="denied", speaker="Moscow"),
        ),
        # A year in which nothing else of the kind was told.
        (about("visit", "1956"), about("visit", "1956-09-19", actors=("Anastas Mikoyan",))),
        # A name that two articles spell in their own ways.
        (
            about("meeting", "2023-03-08", actors=("Vasily Nebenzya",)),
            about("meeting", "2023-03-08", actors=("Vassily Nebenzia",)),
        ),
        # Who let a treaty lapse did not sign it: he led thirty years later.
        (
            about("treaty", "1961", actors=("Boris Yeltsin",)),
            about("treaty", "1961-07-06", actors=("Nikita Khrushchev",)),
        ),
        # One voice denies on one day, whatever of.
        (
            about("troops", "1987-03-02", status="denied", speaker="Moscow"),
            about("statement", "1987-03-02", status="denied", speaker="Moscow"),
        ),
        # One voice claims on one day, with "said" and without.
        (
            about("arms", "1987-03-02", status="claimed", speaker="Washington"),
            about("statement", "1987-03-02", status="claimed", speaker="Washington"),
        ),
        # What was to be on a day, and what was on it, at the same place or by the same person.
        (
            about("visit", "2002-08-23", status="planned", places=("Vladivostok",), actors=(PUTIN,)),
            about("meeting", "2002-08-23", places=("Vladivostok",), actors=(KIM,)),
        ),
        (
            about("giving", "2002-08-23", status="planned", actors=(PUTIN,)),
            about("aid", "2002-08-23", actors=(PUTIN,)),
        ),
        # What two said to each other, whichever of them is quoted.
        (
            about("statement", "2002-08-23", actors=(PUTIN, KIM), speaker="Vladimir Putin"),
            about("statement", "2002-08-23", actors=(KIM, PUTIN), speaker="Kim Jong Il"),
        ),
        # A journey told by its first day and its last, by two.
        (
            about("visit", "2001-07-26/2001-08-18", actors=(KIM,)),
            about("visit", "2001-07-26/2001-08-18", "by train to the Baltic", actors=(KIM, PUTIN)),
        ),
        # An article that errs by a day.
        (
            about("meeting", "2002-08-24", actors=(PUTIN, KIM)),
            about("meeting", "2002-08-23", actors=(PUTIN, KIM)),
        ),
    ],
)
def test_these_are_one(one: dict[str, object], other: dict[str, object]) -> None:
    assert entries(one, other) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Two acts of one day.
        (about("treaty", "1972-05-11"), about("invitation", "1972-05-11")),
        # A treaty and its ratification, in the same words.
        (
            about("treaty", "1972-05", "treaty of friendship and mutual assistance"),
            about("ratification", "1972-05-11", "ratified the treaty of friendship and mutual assistance"),
        ),
        # Nobody in common.
        (
            about("meeting", "2002-08-23", actors=(PUTIN,)),
            about("meeting", "2002-08-23", actors=(LAVROV,)),
        ),
        # What is said on the day of the talks.
        (
            about("meeting", "2002-08-23", actors=(PUTIN, KIM)),
            about("statement", "2002-08-23", actors=(PUTIN,), speaker="Vladimir Putin"),
        ),
        # One voice, and two things that it says.
        (
            about("statement", "2002-08-23", "the workers would go home", actors=(PUTIN,), speaker="Vladimir Putin"),
            about("statement", "2002-08-23", "a gas pipe could be laid", actors=(PUTIN,), speaker="Vladimir Putin"),
        ),
        # Who rode to the capital, and what was signed there between talks.
        (
            about("visit", "2001", "Kim later travelled to Moscow by train", actors=(KIM,), places=("Moscow",)),
            about("treaty", "2001-08-04", "signed a declaration", actors=(KIM, PUTIN), places=("Moscow",)),
        ),
        # What a guest was shown, and his talks.
        (
            about("visit", "2000-07-20", "The guest visited the tower above the river", actors=(PUTIN,)),
            about("meeting", "2000-07-20", actors=(PUTIN, KIM)),
        ),
        # Talks about a treaty, and its signing.
        (
            about("meeting", "2000-02", "talked of the treaty", actors=(LAVROV,)),
            about("treaty", "2000-02-09", "signed the treaty", actors=(LAVROV,)),
        ),
        # Talks of two, and those of many of which they speak.
        (
            about("meeting", "2002-08-23", "talks were held", actors=(PUTIN, KIM)),
            about("meeting", "2002-08-23", "He awaits six-party talks", actors=(KIM,)),
        ),
        # Who leaves has met: the verb stands at the place of the trigger.
        (
            about("visit", "2002-08-23", "The guest left Vladivostok by train", actors=(PUTIN, KIM)),
            about("meeting", "2002-08-23", "The guest met his host in Vladivostok", actors=(PUTIN, KIM)),
        ),
        # The table that is laid for a guest: the verb stands at the place of the trigger.
        (
            about("giving", "2002-08-23", "The ruler gave a banquet for him", actors=(PUTIN,)),
            about("meeting", "2002-08-23", "His guest had talks with Putin", actors=(PUTIN, KIM)),
        ),
        # Two voices, two claims.
        (
            about("troops", "1987-03-02", status="claimed", speaker="Seoul"),
            about("troops", "1987-03-02", status="claimed", speaker="Tokyo"),
        ),
        # The trade of a month and that of its year.
        (about("trade", "1983-05", "coal ore timber"), about("trade", "1983", "coal ore timber")),
        # Two stops of one journey; only on one day is nobody at two places.
        (
            about("transport", "2002-08-20/2002-08-24", "harbour", actors=(KIM, PUTIN), places=("Khabarovsk",)),
            about("display", "2002-08-21", "harbour", actors=(KIM, PUTIN), places=("Vladivostok",)),
        ),
        # Two kinds that are clear, and a sentence that names both.
        (
            about("workers", "2022-07", "workers for the republics, after their recognition"),
            about("recognition", "2022-07-13", "recognition of the republics"),
        ),
        # What two voices claim of the same two people.
        (
            about("arms", "2023-09-13", actors=(PUTIN, "Kim Jong Un"), status="claimed", speaker="Washington"),
            about("arms", "2023-09-13", actors=(PUTIN, "Kim Jong Un"), status="claimed", speaker="Kyiv"),
        ),
        # What one voice claims in a month is not one claim.
        (
            about("arms", "1987-03", status="claimed", speaker="Washington"),
            about("statement", "1987-03", status="claimed", speaker="Washington"),
        ),
        # People of one side who share no name.
        (
            about("meeting", "2002", actors=(PUTIN,), places=("Vladivostok",)),
            about("meeting", "2002-08", actors=(LAVROV,), places=("Moscow",)),
        ),
        # Two voices, two claims, with "said" and without.
        (
            about("troops", "1987-03-02", status="claimed", speaker="Washington"),
            about("statement", "1987-03-02", status="claimed", speaker="Tokyo"),
        ),
        # Talks on a day of a journey of weeks, and that journey.
        (
            about("visit", "2001-07-26/2001-08-18", actors=(KIM, PUTIN)),
            about("meeting", "2001-08-04", actors=(KIM, PUTIN)),
        ),
        # The day of arrival and that of the talks.
        (
            about("visit", "2002-08-22", actors=(KIM,), places=("Vladivostok",)),
            about("meeting", "2002-08-23", actors=(KIM, PUTIN), places=("Vladivostok",)),
        ),
    ],
)
def test_these_stay_apart(one: dict[str, object], other: dict[str, object]) -> None:
    assert entries(one, other) == 2


def test_an_article_goes_on_to_the_next_thing() -> None:
    recalled = mention("a1", 10, "visit", "2002-08", actors=(KIM,))
    second = mention("a1", 110, "visit", "2002-08", actors=(KIM,))
    met = mention("a2", 10, "meeting", "2002-08-23", actors=(KIM, PUTIN))
    mentions = (recalled, second, met)
    relinked = relink_mentions((), mentions, {one.id: "" for one in mentions}, Nothing(), EXTRACTING)
    assert sorted(len(entry) for entry in relinked.entries) == [1, 2]


@pytest.mark.parametrize(("status", "count"), [("planned", 1), ("asserted", 2)])
def test_an_article_comes_back_to_a_plan_that_lies_ahead_of_it(status: str, count: int) -> None:
    words = "It would be the first such visit."
    planned = mention("a1", 10, "visit", "2002-08", "planned", actors=(PUTIN,), headline="visit")
    again = mention("a1", 100 + words.index("visit"), "visit", "../2002-07-02", status)
    texts = {planned.id: "The visit is for August.", again.id: words}
    assert len(relink_mentions((), (planned, again), texts, Nothing(), EXTRACTING).entries) == count


@pytest.mark.parametrize(("words", "count"), [("Last month’s meeting was short", 1), ("They met again", 2)])
def test_an_article_comes_back_to_what_it_told_with_a_possessive(words: str, count: int) -> None:
    met = mention("a1", 10, "meeting", "2002-08-23", actors=(KIM, PUTIN))
    recalled = mention("a1", 100 + max(words.find("meeting"), words.find("met")), "meeting", "2002-08")
    texts = {met.id: "", recalled.id: words}
    assert len(relink_mentions((), (met, recalled), texts, Nothing(), EXTRACTING).entries) == count


@pytest.mark.parametrize(("kind", "count"), [("liberation", 1), ("ratification", 2), ("meeting", 2)])
def test_what_happened_once_is_one_in_one_article_too(kind: str, count: int) -> None:
    day = mention("a1", 10, kind, "1945-08-15")
    month = mention("a1", 110, kind, "1945-08")
    relinked = relink_mentions((), (day, month), {day.id: "", month.id: ""}, Nothing(), EXTRACTING)
    assert len(relinked.entries) == count


def test_who_names_nobody_means_the_meeting_and_not_the_arrival() -> None:
    pair = mention("a1", 10, "meeting", "2019", actors=("North Korea", "Russia"), places=("Vladivostok",))
    came = mention("a2", 10, "visit", "2019-04-24", actors=("Kim Jong Un",), places=("Vladivostok",))
    met = mention("a3", 10, "meeting", "2019-04-25", actors=("Kim Jong Un", PUTIN), places=("Vladivostok",))
    mentions = (pair, came, met)
    relinked = relink_mentions((), mentions, {one.id: "" for one in mentions}, Nothing(), EXTRACTING)
    assert sorted(map(sorted, relinked.entries)) == sorted([[came.id], sorted([pair.id, met.id])])


def test_a_year_in_which_much_of_the_kind_was_told_says_nothing() -> None:
    spring = mention("a1", 10, "visit", "1956-04-02", actors=("Anastas Mikoyan",))
    autumn = mention("a2", 10, "visit", "1956-09-19", actors=("Nikita Khrushchev",))
    year = mention("a3", 10, "visit", "1956")
    mentions = (spring, autumn, year)
    relinked = relink_mentions((), mentions, {one.id: "" for one in mentions}, Nothing(), EXTRACTING)
    assert len(relinked.entries) == 3


@pytest.mark.parametrize(("quote", "count"), [("The talks ended without a paper.", 1), ("Hot talks on a paper.", 2)])
def test_what_is_spoken_of_as_known_was_told_before(quote: str, count: int) -> None:
    met = mention("a1", 10, "meeting", "2002-08-23", actors=(KIM, PUTIN), headline="They drew up a paper")
    again = mention("a1", 104, "meeting", "../2002-08-25", headline=quote)
    texts = {met.id: met.headline, again.id: quote}
    assert len(relink_mentions((), (met, again), texts, Nothing(), EXTRACTING).entries) == count


@pytest.mark.parametrize(("words", "count"), [("drank to a good harvest", 1), ("drank to a bridge", 2)])
def test_an_article_that_tells_undated_what_it_told_tells_it_with_a_word_again(words: str, count: int) -> None:
    both = (PUTIN, KIM)
    told = [
        mention("a1", 10, "meeting", "../2019-04-25", actors=both, headline="spoke of a harvest"),
        mention("a1", 210, "meeting", "../2019-04-25", actors=both, headline=words),
    ]
    texts = {one.id: one.headline for one in told}
    assert len(relink_mentions((), told, texts, Nothing(), EXTRACTING).entries) == count
