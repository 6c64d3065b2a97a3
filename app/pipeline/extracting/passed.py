"""Why what names a date or a trigger gave no event, where no rule had to look at it to pass it over."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from app.domain.article import Article, ParagraphKind
from app.domain.event import PassedOver
from app.domain.text import Stretch
from app.domain.timex import TimeExpression, TimexType
from app.pipeline.extracting.scene import LONGEST_SENTENCE, Likely

NO_TRIGGER = "names a date, but tells of nothing that a row knows"
TOO_LONG = f"longer than a sentence can be ({LONGEST_SENTENCE:,} characters)"
HEADLINE = "the headline: repeats the story, and is no witness of its own"
FURNITURE = "furniture"
_VAGUE = "_REF"  # "recently" is PAST_REF: it names no date


def find_silent(
    article: Article,
    expressions: Sequence[TimeExpression],
    heard: Iterable[Stretch],
    likely: Likely,
) -> Iterator[PassedOver]:
    """What names a date or a trigger, and of which nothing was said yet.

    Args:
        article: The article with its sentences; furniture and the headline have none.
        expressions: Its time expressions, in order.
        heard: The quotes of its mentions, and what was passed over with a reason already.
        likely: Finds the triggers of the article.

    Yields:
        One for each sentence, and for each whole paragraph that is furniture or the headline, with a reason.
    """
    dates = sorted(expression.span.start for expression in expressions if _names_a_date(expression))
    starts = sorted(span.start for span in heard)
    for sentence in article.sentences:
        span = sentence.span
        if _stands_in(span, starts):
            continue
        if span.end - span.start > LONGEST_SENTENCE:
            yield PassedOver(sentence.paragraph, span, TOO_LONG)
        elif _stands_in(span, dates):
            yield PassedOver(sentence.paragraph, span, NO_TRIGGER)
    yield from _beside_the_story(article, dates, likely)


def _beside_the_story(article: Article, dates: Sequence[int], likely: Likely) -> Iterator[PassedOver]:
    """The paragraphs without sentences that name a date or a trigger."""
    apart = [p for p in article.paragraphs if p.kind is ParagraphKind.FURNITURE or p.span == article.title_span]
    for paragraph in apart:
        if _stands_in(paragraph.span, dates) or likely.find(paragraph.span, likely.signals(paragraph.span)):
            reason = f"{FURNITURE}: {paragraph.reason}" if paragraph.reason else HEADLINE
            yield PassedOver(paragraph.number, paragraph.span, reason)


def _names_a_date(expression: TimeExpression) -> bool:
    return expression.type in (TimexType.DATE, TimexType.TIME) and not expression.value.endswith(_VAGUE)


def _stands_in(span: Stretch, starts: Sequence[int]) -> bool:
    """Does one of these positions, in order, lie within a stretch?"""
    at = bisect_left(starts, span.start)
    return at < len(starts) and starts[at] < span.end
