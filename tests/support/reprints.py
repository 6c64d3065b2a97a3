"""Invented articles that share wording with one another, and what may be lent for it."""

from app.domain.article import KnownMetadata, RawPage
from app.knowledge.load import load_knowledge
from app.pipeline.dating.publishing.lending import find_loans
from app.pipeline.flow import ExtractedArticle, extract_article
from tests.support.wording import own_date, shared_words

MEETING = (
    "Kim Jong Un of North Korea met Vladimir Putin of Russia on an island near Vladivostok on Thursday, and the two "
    "talked for almost four hours."
)
DINNER = (
    "Over dinner the guests were served borscht and crab salad, and both sides raised their glasses to a friendship "
    "that is older than either of them."
)
ROADS = (
    "Traffic on the bridges of the city was stopped for most of the day, and students of the university were told to "
    "use the northern gate."
)
EXCHANGE = (
    "“We had a very detailed and meaningful exchange of views on everything that stands on our common agenda today,” "
    "Putin said."
)
HOPE = (
    "“I hope that this visit will help us to understand what can be done for a lasting peace on the peninsula,” Kim "
    "answered."
)
FAMOUS = "“There is nothing in the world that two neighbours of good will cannot settle at one table,” the host said."
FOOTER = (
    "The Far Eastern Messenger is an independent paper that has reported from both banks of the river since the spring "
    "of 1992.\n\n"
    "Its reporters live in the towns that they write about and are paid by nobody but by the readers of the paper.\n\n"
    "Letters to the editors are read aloud every Saturday at noon in the reading room behind the old railway station."
)
TOWN = (
    "The painters of the harbour town had hung flags from every lamp post between the station and the landing.\n\n"
    "A woman of ninety said that she had seen such a crowd only once before, on the day when the first train came."
)
WHEAT = "Russia will ship wheat to North Korea, the Kremlin said."


def page(file: str, *paragraphs: str, published: str | None = None, title: str | None = None) -> RawPage:
    """A page of these paragraphs; `published` and `title` are known to the operator."""
    return RawPage(file, "\n\n".join(paragraphs), known=KnownMetadata(published=published, title=title))


WIRE = page(
    "wire.txt", "Two leaders on an island", "Published: 26 April 2019", MEETING, EXCHANGE, HOPE, DINNER, ROADS, WHEAT
)
REPRINT = page("reprint.txt", "The island summit", MEETING, DINNER, ROADS, TOWN)
QUOTING = page(
    "quoting.txt",
    "Words over borscht",
    "Kim Jong Un met Vladimir Putin on Thursday in a hall that smelled of fresh paint, said people who were there.",
    EXCHANGE.replace("Putin said", "the host told his guest"),
    HOPE.replace("Kim answered", "was the reply"),
    "Nobody had expected much of the talks. The old fishermen on the quay shrugged and went on mending their nets.",
    "The shops of the quarter had been closed since the morning, and the owners were not told for how long, they said.",
)
CHAINED = page("chained.txt", "What the town remembers", TOWN, "Nobody knows when they will come back.")


def dated_together(*pages: RawPage) -> dict[str, ExtractedArticle]:
    """The articles after both passes, by file, without a database."""
    knowledge = load_knowledge()
    first = {one.article.id: one for one in (extract_article(each, knowledge) for each in pages)}
    loans = find_loans(first, {key: own_date(one) for key, one in first.items()}, shared_words(first.values()))
    second = [extract_article(one.article.page, knowledge, loans[key]) for key, one in first.items()]
    return {one.article.page.file: one for one in second}
