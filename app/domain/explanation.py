"""How one article was read: for each paragraph and sentence what was found in it, what came of that, and why."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from app.domain.article import Article, Paragraph, Publication
from app.domain.event import Event, Mention, PassedOver
from app.domain.text import Stretch
from app.domain.timex import TimeExpression

Found = TypeVar("Found")


@dataclass(frozen=True)
class ExplainedPart:
    """A sentence, or a whole paragraph that has none (furniture, the headline), and what was found in it."""

    span: Stretch
    expressions: tuple[TimeExpression, ...]
    mentions: tuple[Mention, ...]
    reasons: tuple[str, ...]  # why a date or a trigger in it gave no event

    @property
    def is_telling(self) -> bool:
        """Was anything found in it?"""
        return bool(self.expressions or self.mentions or self.reasons)


@dataclass(frozen=True)
class ExplainedParagraph:
    """A paragraph with its parts, in order."""

    paragraph: Paragraph
    is_headline: bool
    parts: tuple[ExplainedPart, ...]


@dataclass(frozen=True)
class ExplainedEvent:
    """An event, and why its mentions are of one."""

    event: Event
    why: str


@dataclass(frozen=True)
class Explanation:
    """The whole way of one article; positions are those of its kept text."""

    article: Article
    publication: Publication
    paragraphs: tuple[ExplainedParagraph, ...]
    events: tuple[ExplainedEvent, ...]


def explain_paragraphs(
    article: Article,
    expressions: Sequence[TimeExpression],
    mentions: Sequence[Mention],
    passed_over: Sequence[PassedOver],
) -> tuple[ExplainedParagraph, ...]:
    """Lay together what was found in one article.

    Args:
        article: The article.
        expressions: Its time expressions.
        mentions: What it tells.
        passed_over: What in it gave no event.

    Returns:
        Every paragraph; every expression, mention and reason stands in the one part that it begins in.
    """
    spans = _parts(article)
    starts = [span.start for _, span in spans]
    expressions_of = _by_part(starts, ((one.span.start, one) for one in expressions))
    mentions_of = _by_part(starts, ((one.quote.start, one) for one in mentions))
    reasons_of = _by_part(starts, ((one.span.start, one.reason) for one in passed_over))
    parts = defaultdict(list)
    for at, (number, span) in enumerate(spans):
        reasons = tuple(dict.fromkeys(reasons_of[at]))
        parts[number].append(ExplainedPart(span, tuple(expressions_of[at]), tuple(mentions_of[at]), reasons))
    return tuple(
        ExplainedParagraph(p, p.span == article.title_span, tuple(parts[p.number])) for p in article.paragraphs
    )


def _parts(article: Article) -> list[tuple[int, Stretch]]:
    """The sentences, and the paragraphs that have none, each with the number of its paragraph, in order."""
    with_sentences = {sentence.paragraph for sentence in article.sentences}
    whole = [(p.number, p.span) for p in article.paragraphs if p.number not in with_sentences]
    return sorted([*whole, *((sentence.paragraph, sentence.span) for sentence in article.sentences)])


def _by_part(starts: Sequence[int], found: Iterable[tuple[int, Found]]) -> Mapping[int, list[Found]]:
    """What begins where, by the number of the last part that begins no later."""
    by_part: dict[int, list[Found]] = defaultdict(list)
    for start, one in found:
        by_part[max(0, bisect_right(starts, start) - 1)].append(one)
    return by_part
