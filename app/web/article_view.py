"""What the page of one article adds to it: steps from quote to quote, a map of its paragraphs, its clues in order."""

from collections import defaultdict
from dataclasses import dataclass

from app.queries.article import ArticlePage, ArticlePassage, ArticleQuote, PublicationClue

USE_OF_PARAGRAPH = ("used", "passed", "unused", "furniture")


@dataclass(frozen=True)
class QuoteStep:
    """A quote as a stop on the way through the article."""

    quote: ArticleQuote
    paragraph: int


@dataclass(frozen=True)
class QuoteSteps:
    """Where the marked quote stands among all of them; `here` is None when none is marked."""

    count: int
    number: int
    here: QuoteStep | None
    previous: QuoteStep | None
    next: QuoteStep | None


@dataclass(frozen=True)
class MapMark:
    """One paragraph on the map."""

    number: int
    use: str  # one of USE_OF_PARAGRAPH
    quotes: int


@dataclass(frozen=True)
class ClueRow:
    """A clue with the paragraph that its words stand in; `says` does not repeat the words."""

    clue: PublicationClue
    paragraph: int | None
    says: str


def quote_steps(article: ArticlePage, marked_id: str) -> QuoteSteps:
    """The way from quote to quote; it begins at the first when none is marked."""
    stops = [QuoteStep(quote, part.number) for part in article.paragraphs for quote in part.quotes]
    at = next((n for n, stop in enumerate(stops) if stop.quote.id == marked_id), None)
    if at is None:
        return QuoteSteps(len(stops), 0, None, None, stops[0] if stops else None)
    before, after = stops[at - 1] if at else None, stops[at + 1] if at + 1 < len(stops) else None
    return QuoteSteps(len(stops), at + 1, stops[at], before, after)


def passages_by_paragraph(article: ArticlePage) -> dict[int, list[ArticlePassage]]:
    """What gave no event, by the number of its paragraph."""
    passages: dict[int, list[ArticlePassage]] = defaultdict(list)
    for passage in article.passed_over:
        passages[passage.paragraph].append(passage)
    return dict(passages)


def paragraph_map(article: ArticlePage) -> list[MapMark]:
    """What became of each paragraph: it gave quotes, only passages that were passed over, nothing, or is furniture."""
    passed = passages_by_paragraph(article)

    def use(number: int, kind: str, quotes: int) -> str:
        if kind == "furniture":
            return "furniture"
        if quotes:
            return "used"
        return "passed" if number in passed else "unused"

    return [
        MapMark(part.number, use(part.number, part.kind, len(part.quotes)), len(part.quotes))
        for part in article.paragraphs
    ]


def clue_rows(article: ArticlePage) -> list[ClueRow]:
    """The clues to the day of publication, those that were used first; each with its place."""
    ordered = sorted(article.clues, key=lambda clue: not clue.is_used)
    return [
        ClueRow(clue, None if clue.start is None else article.paragraph_at(clue.start), _without_words(clue))
        for clue in ordered
    ]


def _without_words(clue: PublicationClue) -> str:
    """What a clue says, without the words that stand beside it already."""
    opening = f"“{clue.text}”"
    if not clue.text or not clue.says.startswith(opening):
        return clue.says
    return clue.says.removeprefix(opening).lstrip(":, ") or clue.says
