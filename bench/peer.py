"""What a user would pick instead: `dateparser.search.search_dates`."""

from collections.abc import Iterable
from datetime import datetime
from importlib.metadata import version

from dateparser.search import search_dates

from bench.news import NewsArticle

VERSION = version("dateparser")


def search(articles: Iterable[NewsArticle]) -> None:
    """Search each; the language is told, so that it need not be guessed, and the day that words are seen from."""
    for article in articles:
        day = article.published
        base = datetime(day.year, day.month, day.day)  # noqa: DTZ001 -- it is wanted without a zone
        search_dates(article.text, languages=["en"], settings={"RELATIVE_BASE": base})
