"""Articles on Russia and North Korea, made up: happenings among news of a harbour, some told by many articles."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from app.domain.article import KnownMetadata, RawPage
from bench.news import articles as harbour_news

FIRST_DAY, DAYS = date(1990, 1, 1), 36 * 365
CHARACTERS_OF_HARBOUR = 1_500
HOUSES = ["The Harbour Post", "Amur Wire", "Coastal Courier", "Taiga Times", "Strait Observer"]
TOLD = [
    "The foreign ministers of Russia and North Korea held talks in {place} {when}.",
    "A Russian delegation visited {place} {when}, state media said.",
    "{When}, Russia and North Korea signed an agreement on {goods} in {place}.",
    "Russia delivered {number} tonnes of {goods} to North Korea {when}.",
    "North Korea sent {number} workers to Russia {when}, according to officials in {place}.",
    "The Russian and North Korean navies held a joint exercise off {place} {when}.",
]
PLACES = ["Pyongyang", "Moscow", "Vladivostok", "Rajin", "Wonsan", "Khasan", "Khabarovsk"]
GOODS = ["flour", "timber", "coal", "fisheries", "machine tools", "fertiliser"]


def dispatches(count: int, seed: int = 1) -> Iterator[RawPage]:
    """So many articles, each known by its house and day; the same seed gives the same ones."""
    chance = Random(seed)  # noqa: S311 -- no secret
    harbour = harbour_news(count * CHARACTERS_OF_HARBOUR * 100, seed)
    for number in range(count):
        happened = FIRST_DAY + timedelta(chance.randrange(DAYS))
        published = happened + timedelta(chance.randrange(1, 4))
        told = " ".join(_told(chance, happened) for _ in range(chance.randint(1, 2)))
        text = f"{told}\n\n{next(harbour).text[:CHARACTERS_OF_HARBOUR]}"
        known = KnownMetadata(publisher=chance.choice(HOUSES), published=published.isoformat())
        yield RawPage(f"{number:06}.txt", text, known=known)


def _told(chance: Random, day: date) -> str:
    when = chance.choice(
        (f"on {day.day} {day:%B %Y}", f"on {day.day} {day:%B %Y}", f"in {day:%B %Y}", f"in {day.year}")
    )
    return chance.choice(TOLD).format(
        place=chance.choice(PLACES),
        goods=chance.choice(GOODS),
        number=f"{chance.randrange(1, 90) * 1000:,}",
        when=when,
        When=when.capitalize(),
    )
