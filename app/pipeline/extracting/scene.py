"""One sentence with all that was found in it: actors, time expressions, quotations, triggers."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from app.domain.article import Article, Publication, Sentence
from app.domain.text import Stretch
from app.domain.timex import TimeExpression
from app.knowledge.extracting_knowledge import ExtractingKnowledge
from app.knowledge.extracting_rows import TriggerRow
from app.knowledge.needles import Needles, may_match
from app.pipeline.extracting.naming import Named, find_actors

_QUOTATION = re.compile(r"“[^”]{0,2000}”?|\"[^\"]{0,2000}\"?|«[^»]{0,2000}»?")
_AFTER_HEADING = re.compile(r"[\s\u00a0]*(?:[–—:]|--?(?=\s))[\s\u00a0]*\S")
_CLOCK = re.compile(r"((?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s*[ap]\.?m\.?)?)(?:\s*[A-Z]{2,4}\b)?\s*[-–—:|]?\s+(?=\S)")
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
# A sentence longer than this is no sentence; no event is read from it (and none could be cited).
LONGEST_SENTENCE = 1500
# Quotation marks around fewer words set off a term; around more, they hold what somebody said.
_SPEECH = 5
# How many sentences say what a story is about, and how many of their actors are looked at.
_LEAD, _LEAD_ACTORS = 3, 4


# A side that so many sentences, and such a share of them, name is what a story is about.
_FEWEST_NAMINGS, _SHARE_OF_STORY = 4, 0.2
_Likely = tuple[re.Pattern[str], TriggerRow, Needles]


@dataclass(frozen=True)
class Trigger:
    """Words that tell of a happening, and the row that knows them."""

    span: Stretch
    row: TriggerRow


@dataclass(frozen=True)
class Scene:
    """A sentence in its article, and what stands in it."""

    article: Article
    publication: Publication
    sentence: Sentence
    actors: tuple[Named, ...]
    expressions: tuple[TimeExpression, ...]
    triggers: tuple[Trigger, ...]
    clock: Stretch | None = None  # of a live report: the time of day that stands before its line
    heading: TimeExpression | None = None  # of a chronology: the date that stands before the dash of its paragraph
    title_actors: tuple[Named, ...] = ()
    story_sides: frozenset[str] = frozenset()  # what the headline and the first sentences are about

    @property
    def span(self) -> Stretch:
        """Where the sentence stands in the kept text."""
        return self.sentence.span

    @cached_property
    def words(self) -> str:
        """The sentence."""
        return self.span.of(self.article.text)

    @cached_property
    def quotations(self) -> tuple[Stretch, ...]:
        """What stands between quotation marks; a name of two or three words in them is no speech."""
        return tuple(
            Stretch(self.span.start + found.start(), self.span.start + found.end())
            for found in _QUOTATION.finditer(self.words)
            if count_words(found[0]) >= _SPEECH
        )

    def in_quotation(self, span: Stretch) -> Stretch | None:
        """The quotation in which a stretch stands, if any."""
        return next((quotation for quotation in self.quotations if quotation.holds(span)), None)


def count_words(text: str) -> int:
    """How many words a text has."""
    return sum(1 for _ in _WORD.finditer(text))


def view_scenes(
    article: Article, publication: Publication, expressions: Sequence[TimeExpression], knowledge: ExtractingKnowledge
) -> list[Scene]:
    """A scene for each sentence of the story, in the order of the text."""
    actors = find_actors(article.text, knowledge, publication.date.latest)
    actor_starts = [actor.span.start for actor in actors]
    time_starts = [expression.span.start for expression in expressions]
    title = article.title_span
    title_actors = tuple(actor for actor in actors if title and title.holds(actor.span))
    headings, clocks = _find_headings(article, expressions), _find_clocks(article)
    lead = article.sentences[:_LEAD]
    led_by = (actor for s in lead for actor in actors[bisect_left(actor_starts, s.span.start) :][:_LEAD_ACTORS])
    story_sides = frozenset(actor.side for actor in (*title_actors, *led_by)) | _often_named(article, actors)
    likely = _likely_triggers(article.text, knowledge)
    scenes = []
    for sentence in article.sentences:
        if sentence.span.end - sentence.span.start > LONGEST_SENTENCE:
            continue
        a, b = (bisect_left(actor_starts, at) for at in (sentence.span.start, sentence.span.end))
        c, d = (bisect_left(time_starts, at) for at in (sentence.span.start, sentence.span.end))
        triggers = tuple(_find_triggers(article.text, sentence.span, likely, knowledge))
        heading = headings.get(sentence.paragraph)
        clock = clocks.get(sentence.paragraph)
        scenes.append(
            Scene(
                article,
                publication,
                sentence,
                actors[a:b],
                tuple(expressions[c:d]),
                triggers,
                clock,
                heading,
                title_actors,
                story_sides,
            )
        )
    return scenes


def spans_with_trigger(text: str, spans: Iterable[Stretch], knowledge: ExtractingKnowledge) -> frozenset[Stretch]:
    """Those stretches of a text in which the words of a trigger stand."""
    likely = _likely_triggers(text, knowledge)
    return frozenset(span for span in spans if any(_find_triggers(text, span, likely, knowledge)))


def _find_headings(article: Article, expressions: Sequence[TimeExpression]) -> Mapping[int, TimeExpression]:
    """The paragraphs that begin with a date and a dash or colon, as the lines of a chronology do."""
    starting_at = {expression.span.start: expression for expression in expressions if expression.date.text}
    starts = {p.number: (p.span, starting_at.get(p.span.start)) for p in article.paragraphs}
    return {
        number: expression
        for number, (span, expression) in starts.items()
        if expression and _AFTER_HEADING.match(article.text, expression.span.end, span.end)
    }


def _find_clocks(article: Article) -> Mapping[int, Stretch]:
    """The lines of a live report, each begun by the time of day; one such line alone is none."""
    found = {p.number: _CLOCK.match(article.text, p.span.start, p.span.end) for p in article.paragraphs}
    clocks = {number: Stretch(*clock.span(1)) for number, clock in found.items() if clock}
    return clocks if len(clocks) > 1 else {}


def _often_named(article: Article, actors: Sequence[Named]) -> frozenset[str]:
    """The sides that a fair share of the sentences name: what the story is about, whatever its headline says."""
    starts = [sentence.span.start for sentence in article.sentences]
    named_in: dict[str, set[int]] = defaultdict(set)
    for actor in actors:
        named_in[actor.side].add(bisect_right(starts, actor.span.start))
    fewest = max(_FEWEST_NAMINGS, len(starts) * _SHARE_OF_STORY)
    return frozenset(side for side, sentences in named_in.items() if len(sentences) >= fewest)


def _likely_triggers(text: str, knowledge: ExtractingKnowledge) -> list[_Likely]:
    """The triggers that could match somewhere in a text, for most articles hold the words of few."""
    folded = text.casefold()
    patterns = zip(knowledge.triggers, knowledge.trigger_needles, strict=True)
    return [(pattern, row, needles) for (pattern, row), needles in patterns if may_match(needles, folded)]


def _find_triggers(
    text: str, span: Stretch, likely: Sequence[_Likely], knowledge: ExtractingKnowledge
) -> Iterable[Trigger]:
    """Triggers by position; of two of one family that overlap, or of any at the same place, the earlier row's.

    A mention's id is made of the place of its trigger, so no two may share one.
    """
    kept: list[Trigger] = []
    folded = span.of(text).casefold()
    for pattern, row, needles in likely:
        if not may_match(needles, folded):
            continue
        family = knowledge.kinds[row.kind].family
        for found in pattern.finditer(text, span.start, span.end):
            here = Stretch(*found.span())
            if _is_second_half(text, here):
                continue
            if not any(_is_taken(here, family, other, knowledge) for other in kept):
                kept.append(Trigger(here, row))
    return sorted(kept, key=lambda trigger: (trigger.span, trigger.row.kind))


def _is_taken(here: Stretch, family: str, other: Trigger, knowledge: ExtractingKnowledge) -> bool:
    return here == other.span or (here.overlaps(other.span) and knowledge.kinds[other.row.kind].family == family)


def _is_second_half(text: str, span: Stretch) -> bool:
    """Does the word go with the one before its hyphen ("Russian-backed")? Then it tells of nothing done."""
    return span.start > 0 and text[span.start - 1] in "-‐‑"
