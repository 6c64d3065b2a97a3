"""One sentence with all that was found in it: actors, time expressions, quotations, triggers."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from app.domain.article import Article, ParagraphKind, Publication, Sentence
from app.domain.edtf import Precision
from app.domain.text import Stretch
from app.domain.timex import TimeExpression
from app.knowledge.extracting_knowledge import ExtractingKnowledge, Row, Signal
from app.knowledge.extracting_rows import TriggerRow
from app.pipeline.extracting.introducing import introduce
from app.pipeline.extracting.naming import Located, Named, find_actors, find_places

_QUOTATION = re.compile(r"“[^”]{0,2000}”?|\"[^\"]{0,2000}\"?|«[^»]{0,2000}»?")
_OPENS = re.compile(r"(?:on\s+)?(?:the\s+)?", re.IGNORECASE)  # "On 28 April the ministry …"
_AFTER_HEADING = re.compile(r"[\s\u00a0]*(?:[–—:]|--?(?=\s))[\s\u00a0]*\S")
_IN_COLUMNS = re.compile(r"\.?[\s\u00a0]+[^\W\d_a-z]")
_FEWEST_ENTRIES = 4
_CLOCK = re.compile(
    r"((?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s*[ap]\.?m\.?)?)(?:\s*[A-Z]{2,4}\b)?\s*(?:[-–—:|]?\s+(?=\S)|$)", re.IGNORECASE
)
_FEWEST_CLOCKS = 2  # one line alone that begins with a time of day is no live report
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
# A sentence longer than this is no sentence; no event is read from it (and none could be cited).
LONGEST_SENTENCE = 1500
# Quotation marks around fewer words set off a term; around more, they hold what somebody said.
_SPEECH = 5


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
    clock: Stretch | None = None  # of a live report: the time of day that stands above it or before its line
    heading: TimeExpression | None = None  # of a chronology: the date that stands before the dash of its paragraph
    title_actors: tuple[Named, ...] = ()
    title_places: tuple[Located, ...] = ()
    places: tuple[Located, ...] = ()
    signals: frozenset[int] = frozenset()  # numbers of the signals that could stand in it
    section_sides: frozenset[str] = frozenset()  # what the line above its part of the article names
    is_past_heading: bool = False  # has its paragraph come to another day than the one that heads it?

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

    def likely(self, signals: Iterable[Signal[Row]]) -> Iterator[Signal[Row]]:
        """Of some signals those that could stand in the sentence."""
        return (signal for signal in signals if signal.number in self.signals)

    def first(self, signals: Iterable[Signal[Row]]) -> Row | None:
        """The row of the first of some signals, in their own order, that stands in the sentence."""
        return next((signal.row for signal in self.likely(signals) if signal.pattern.search(self.words)), None)

    def in_quotation(self, span: Stretch) -> Stretch | None:
        """The quotation in which a stretch stands, if any."""
        return next((quotation for quotation in self.quotations if quotation.holds(span)), None)


def count_words(text: str) -> int:
    """How many words a text has."""
    return sum(1 for _ in _WORD.finditer(text))


def view_scenes(
    article: Article,
    publication: Publication,
    expressions: Sequence[TimeExpression],
    likely: "Likely",
    knowledge: ExtractingKnowledge,
) -> list[Scene]:
    """A scene for each sentence of the story, in the order of the text."""
    actors = introduce(article.text, find_actors(article.text, knowledge, publication.date.latest), knowledge)
    actor_starts = [actor.span.start for actor in actors]
    time_starts = [expression.span.start for expression in expressions]
    title = article.title_span
    places = tuple(find_places(article.text, knowledge))
    place_starts = [place.span.start for place in places]
    title_places = tuple(place for place in places if title and title.holds(place.span))
    title_actors = tuple(actor for actor in actors if title and title.holds(actor.span))
    headings, clocks = _find_headings(article, expressions), _find_clocks(article)
    sections, moved_on = _find_sections(article, actors), _find_later_days(article, headings, expressions)
    scenes = []
    for sentence in article.sentences:
        if sentence.span.end - sentence.span.start > LONGEST_SENTENCE:
            continue
        a, b = (bisect_left(actor_starts, at) for at in (sentence.span.start, sentence.span.end))
        c, d = (bisect_left(time_starts, at) for at in (sentence.span.start, sentence.span.end))
        e, f = (bisect_left(place_starts, at) for at in (sentence.span.start, sentence.span.end))
        signals = likely.signals(sentence.span)
        triggers = tuple(likely.find(sentence.span, signals))
        scenes.append(
            Scene(
                article,
                publication,
                sentence,
                actors[a:b],
                tuple(expressions[c:d]),
                triggers,
                clocks.get(sentence.paragraph),
                headings.get(sentence.paragraph),
                title_actors,
                title_places,
                places[e:f],
                signals,
                sections.get(sentence.paragraph, frozenset()),
                sentence.span.start > moved_on.get(sentence.paragraph, sentence.span.start),
            )
        )
    return scenes


def _find_later_days(
    article: Article, headings: Mapping[int, TimeExpression], expressions: Sequence[TimeExpression]
) -> Mapping[int, int]:
    """Where the first sentence of a chronicle's entry starts that begins with a later day than heads the entry."""
    found: dict[int, int] = {}
    if not headings:
        return found
    starts = [expression.span.start for expression in expressions]
    for sentence in article.sentences:
        heading, opening = headings.get(sentence.paragraph), _OPENS.match(article.text, sentence.span.start)
        at = bisect_left(starts, opening.end()) if opening else len(starts)
        if heading is None or at == len(starts) or opening is None or starts[at] != opening.end():
            continue
        later, day = expressions[at].date, heading.date.latest
        if later.precision is Precision.DAY and later.earliest and day and later.earliest > day:
            found.setdefault(sentence.paragraph, sentence.span.start)
    return found


def _find_headings(article: Article, expressions: Sequence[TimeExpression]) -> Mapping[int, TimeExpression]:
    """The paragraphs that begin with a date, as the lines of a chronology do: with a dash or colon, or in columns."""
    starting_at = {expression.span.start: expression for expression in expressions if expression.date.text}
    starts = {p.number: (p.span, starting_at[p.span.start]) for p in article.paragraphs if p.span.start in starting_at}
    in_columns = {
        number: expression
        for number, (span, expression) in starts.items()
        if _IN_COLUMNS.match(article.text, expression.span.end, span.end)
    }
    dashed = {
        number: expression
        for number, (span, expression) in starts.items()
        if _AFTER_HEADING.match(article.text, expression.span.end, span.end)
    }
    return dashed | in_columns if len(in_columns) >= _FEWEST_ENTRIES else dashed


def _find_sections(article: Article, actors: Sequence[Named]) -> Mapping[int, frozenset[str]]:
    """For each paragraph of the story the sides that the last line above it names, where that is no sentence."""
    starts = [actor.span.start for actor in actors]
    sections, sides = {}, frozenset[str]()
    first = article.sentences[0].span.start if article.sentences else 0
    for paragraph in article.paragraphs:
        if paragraph.kind is ParagraphKind.FURNITURE and paragraph.span.start > first:
            named = actors[bisect_left(starts, paragraph.span.start) : bisect_left(starts, paragraph.span.end)]
            sides = frozenset(actor.side for actor in named if not actor.is_place)  # "Bo Sample in Rome" heads nothing
        else:
            sections[paragraph.number] = sides
    return sections


def _find_clocks(article: Article) -> Mapping[int, Stretch]:
    """The paragraphs of a live report, each with the time of day that begins it or stands last above it."""
    clocks: dict[int, Stretch] = {}
    found, last = 0, None
    for paragraph in article.paragraphs:
        if clock := _CLOCK.match(article.text, paragraph.span.start, paragraph.span.end):
            found, last = found + 1, Stretch(*clock.span(1))
        if last:
            clocks[paragraph.number] = last
    return clocks if found >= _FEWEST_CLOCKS else {}


class Likely:
    """The triggers that could match in a text, by the places of their needles: most sentences hold those of few."""

    def __init__(self, text: str, knowledge: ExtractingKnowledge) -> None:
        """Walk through the text once."""
        self._text, self._knowledge = text, knowledge
        self._hits = knowledge.scan.read(text)

    def signals(self, span: Stretch) -> frozenset[int]:
        """The numbers of the triggers and signals that could match in a stretch."""
        return self._hits.likely(span.start, span.end)

    def find(self, span: Stretch, numbers: Collection[int]) -> Sequence[Trigger]:
        """Of these numbers, by position; of two of one family that overlap, or at the same place, the earlier row's.

        A mention's id is made of the place of its trigger, so no two may share one.
        """
        knowledge, kept = self._knowledge, list[Trigger]()
        last = len(knowledge.triggers)
        for number in sorted(number for number in numbers if number < last):
            pattern, row = knowledge.triggers[number]
            family = knowledge.kinds[row.kind].family
            for found in pattern.finditer(self._text, span.start, span.end):
                here = Stretch(*found.span())
                if _is_second_half(self._text, here):
                    continue
                if not any(_is_taken(here, family, other, knowledge) for other in kept):
                    kept.append(Trigger(here, row))
        return sorted(kept, key=lambda trigger: (trigger.span, trigger.row.kind))


def _is_taken(here: Stretch, family: str, other: Trigger, knowledge: ExtractingKnowledge) -> bool:
    return here == other.span or (here.overlaps(other.span) and knowledge.kinds[other.row.kind].family == family)


def _is_second_half(text: str, span: Stretch) -> bool:
    """Does the word go with the one before its hyphen ("Russian-backed")? Then it tells of nothing done."""
    return span.start > 0 and text[span.start - 1] in "-‐‑"
