"""Makes news-like text, as much as is asked for, the same each time, with about one time expression in sixty words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

FILLED_GAPS = 0.43  # of those that are for a time: with what else looks like one, one expression in sixty words
FIRST_DAY, DAYS = date(1990, 1, 1), 13_000
PARAGRAPHS, SENTENCES = (8, 16), (1, 4)  # fewest and most, of an article and of a paragraph

PEOPLE = [
    "Anna Lindqvist", "Mayor Ortega", "Captain Reyes", "Mr. Halloran", "Dr. Mbeki", "Professor Ito", "Governor Swann",
    "the harbour master", "a spokeswoman", "the union’s lawyer", "Judge Okafor", "Col. Brandt", "Ms. Fontaine",
    "Sen. Dole", "the mayor of Port Wells", "an engineer who asked not to be named", "April Marsh",
    "Minister May Dupont",
]  # fmt: skip
BODIES = [
    "the city council", "the Harbour Authority", "the Ministry of Transport", "Eastline Ferries Inc.",
    "the central bank", "the dockers’ union", "the High Court", "the European Commission", "the weather service",
    "the coast guard", "Grain & Timber Ltd", "the opposition", "the U.N. agency", "the state railway",
    "the provincial government",
]  # fmt: skip
PLACES = [
    "Port Wells", "Lisbon", "the northern valley", "Cape Town", "the Gulf of Riga", "Minsk", "St. Anne’s Bay",
    "Osaka", "the old quarter", "San Marco", "the free trade zone", "Trieste", "Lake Orr", "Second Street",
    "the March region",
]  # fmt: skip
THINGS = [
    "the new terminal", "a cargo of 1,200 tonnes of grain", "the coal contract", "the ferry timetable",
    "its pension fund", "the bridge over the Orr", "a draft law on fishing rights", "the third-largest shipyard",
    "the Tu-154 aircraft", "a fleet of 48 buses", "the water plant", "the peace talks", "a loan of $1950 million",
    "the second round of the vote", "the museum’s west wing", "Flight 2004", "a 35-hour course for pilots",
    "the report on the accident",
]  # fmt: skip
DEEDS = [
    "approved", "rejected", "inspected", "sold", "postponed", "defended", "reopened", "criticised", "signed for",
    "lost", "agreed to share", "refused to pay for", "took over", "will rebuild", "may close", "has long wanted",
    "is said to own",
]  # fmt: skip
SAID = ["said", "told reporters", "wrote", "insisted", "warned", "admitted", "confirmed", "declined to say whether"]

FRAMES = [
    "{Body} {deed} {thing}{when}, and {person} {said} that it would change little in {place}.",
    "{Person} {said}{when} that {body} {deed} {thing} without asking anyone in {place}.",
    "“We have {number} reasons to believe that {body} {deed} {thing},” {person} {said}{when}.",
    "In {place}, where {number} people work for {body}, the news was met with relief.",
    "{Time} {body} {deed} {thing}, although {person} had called the plan a mistake.",
    "According to {body}, {number} per cent of the households in {place} still wait for {thing}.",
    "The price rose by {number}.{number} per cent{when}, the sharpest change that {body} has recorded so far.",
    "{Person}, who has run {body}{when}, {said} nothing about {thing}.",
    "It was the {ordinal} time that {body} {deed} {thing}, and hardly anyone in {place} had expected it.",
    "A witness saw {number} trucks leave {place}{when}; {body} {said} they carried parts for {thing}.",
    "“Nobody told us,” {person} {said}, pointing at {thing}, “and nobody will.”",
    "The road from {place} to {place} is {number} kilometres long, and much of it leads through what {body} {deed}.",
    "{Body} and {body} {deed} {thing}{when} (see page {number}), but the details, {person} {said}, are open.",
    "When {person} came to {place}{when}, {thing} was little more than a drawing on a napkin.",
    "Critics say that {body}, which once employed {number} people, has not kept pace with {place}.",
    "Whether {thing} pays is another matter: it cost {number},{number} crowns and a good deal of patience.",
    "No fewer than {number} letters reached {body} after {person} {said} that {place} could do without {thing}.",
    "{Person} joined {body}{when} as a clerk, sold tickets for a while, and never quite left {place} again.",
    "The tide was out, the cranes stood still, and {person} waited on the quay{when} for {thing}.",
    "“If {body} {deed} {thing},” {person} {said}, “then we shall have to look for another harbour.”",
    "Under an agreement signed{when}, {place} and {place} share the cost of {thing} in equal parts.",
    "Prices in {place} fell by a fifth{when}; {body} blamed the weather, {person} blamed {body}.",
    "{Time} a storm tore the roof off the warehouse in {place}, and {number} people were brought to safety.",
    "Asked about {thing}, {person} shrugged: the figures of {body} were, as ever, open to interpretation.",
]
MONTHS = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
]  # fmt: skip
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
TIMES = [
    "on {day} {month} {year}", "on {month} {day}, {year}", "on {month} {day}", "in {month} {year}", "in {month}",
    "in {year}", "on {weekday}", "last {weekday}", "last month", "a year ago", "{count} days ago", "since {year}",
    "in the {decade}s", "early next year", "by the end of {year}", "from {year} to {later}", "for {count} years",
    "in the summer of {year}", "the following day", "yesterday", "two weeks later", "late last year",
    "between {month} and {other}", "this week",
]  # fmt: skip
COUNTS = ["two", "three", "four", "ten", "12", "several"]
ORDINALS = ["first", "second", "third", "21st", "tenth"]


@dataclass(frozen=True)
class NewsArticle:
    """A text that reads like news, and its day."""

    text: str
    published: date


def articles(characters: int, seed: int = 1) -> Iterator[NewsArticle]:
    """Articles one by one, together at least so many characters; the same seed gives the same ones."""
    chance = Random(seed)  # noqa: S311 -- no secret
    made = 0
    while made < characters:
        published = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
        text = _article(chance, published)
        made += len(text)
        yield NewsArticle(text, published)


def _article(chance: Random, published: date) -> str:
    heading = f"{_filled(chance, '{Body} {deed} {thing}')}\n\n{_filled(chance, '{place}')} — "
    paragraphs = [
        " ".join(_sentence(chance) for _ in range(chance.randint(*SENTENCES)))
        for _ in range(chance.randint(*PARAGRAPHS))
    ]
    return heading + "\n\n".join(paragraphs) + f"\n\nPublished {published:%d.%m.%Y}\n"


def _sentence(chance: Random) -> str:
    return _filled(chance, chance.choice(FRAMES))


def _filled(chance: Random, frame: str) -> str:
    """The frame with each of its gaps filled anew."""
    out, rest = [], frame
    while rest:
        before, _, rest = rest.partition("{")
        gap, _, rest = rest.partition("}")
        out += [before, _words(chance, gap)] if gap else [before]
    return "".join(out)


def _words(chance: Random, gap: str) -> str:
    if gap[0].isupper():
        words = _words(chance, gap.lower())
        return words[0].upper() + words[1:]
    if gap == "when":
        return f" {_time(chance)}" if chance.random() < FILLED_GAPS else ""
    if gap == "time":
        return f"{_time(chance)}," if chance.random() < FILLED_GAPS else "so"
    if gap == "number":
        return str(chance.randrange(2, 100))
    return chance.choice(GAPS[gap])


def _time(chance: Random) -> str:
    year = chance.randrange(1950, 2030)
    return chance.choice(TIMES).format(
        day=chance.randrange(1, 29),
        month=chance.choice(MONTHS),
        other=chance.choice(MONTHS),
        year=year,
        later=year + chance.randrange(1, 9),
        decade=year // 10 * 10,
        weekday=chance.choice(WEEKDAYS),
        count=chance.choice(COUNTS),
    )


GAPS = {
    "person": PEOPLE,
    "body": BODIES,
    "place": PLACES,
    "thing": THINGS,
    "deed": DEEDS,
    "said": SAID,
    "ordinal": ORDINALS,
}
