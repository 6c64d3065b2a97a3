"""How fast: Tumen on ten megabytes of news, and beside `dateparser.search.search_dates` on the same piece of them."""

from dataclasses import dataclass
from functools import partial

from bench.news import NewsArticle, articles
from bench.tumen import MEGABYTE, best_seconds, count_in_articles

CHARACTERS = 10 * MEGABYTE
PIECE = MEGABYTE  # what dateparser is given; all of it would take it minutes
WARMING = 20  # articles that each program reads before it is measured


@dataclass(frozen=True)
class Speed:
    """Megabytes a second of processor time, in one process that has read its knowledge before."""

    articles: int
    megabytes: float
    words_per_expression: float
    tumen: float  # on all of it
    piece_megabytes: float
    tumen_on_piece: float
    dateparser_on_piece: float
    dateparser_version: str

    @property
    def ratio(self) -> float:
        """How many times as fast as dateparser, on the same piece."""
        return self.tumen_on_piece / self.dateparser_on_piece


def measure_speed() -> Speed:
    """Run both; some twenty seconds."""
    from bench import peer  # noqa: PLC0415 -- so that what it takes does not count as Tumen's memory

    news = list(articles(CHARACTERS))
    piece = list(articles(PIECE))  # the first of the same
    count_in_articles(news[:WARMING])
    peer.search(news[:WARMING])
    megabytes, piece_megabytes = _megabytes(news), _megabytes(piece)
    words = sum(len(article.text.split()) for article in piece)
    return Speed(
        articles=len(news),
        megabytes=megabytes,
        words_per_expression=words / count_in_articles(piece),
        tumen=megabytes / best_seconds(partial(count_in_articles, news)),
        piece_megabytes=piece_megabytes,
        tumen_on_piece=piece_megabytes / best_seconds(partial(count_in_articles, piece)),
        dateparser_on_piece=piece_megabytes / best_seconds(partial(peer.search, piece)),
        dateparser_version=peer.VERSION,
    )


def _megabytes(news: list[NewsArticle]) -> float:
    return sum(len(article.text) for article in news) / MEGABYTE
