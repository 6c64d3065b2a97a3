"""An article as the clues see it: its forms of time, where each stands, and what each names by itself."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from app.domain.article import Article, Clue, Paragraph
from app.domain.edtf import UNKNOWN_DATE
from app.domain.text import Stretch
from app.domain.timex import Anchor, TimeExpression
from app.knowledge.dating_rows import DatingKnowledge, ReferenceFactRow
from app.knowledge.needle_scan import Hits
from app.knowledge.needles import fold
from app.knowledge.publication_rows import ClueKind, PageRole
from app.pipeline.dating.expressions import resolve
from app.pipeline.dating.headings import with_heading_years
from app.pipeline.dating.matching import FoundForm
from app.pipeline.dating.publishing.compact_days import compact_forms, with_compact
from app.pipeline.dating.publishing.page_places import Place, Places, find_places
from app.pipeline.dating.publishing.puzzle import Constraint, Days
from app.pipeline.dating.publishing.segments import without_opening_marks
from app.pipeline.dating.story import Told
from app.pipeline.dating.surroundings import Direction, InText, direction

HEAD_PARAGRAPHS = 12  # so many paragraphs from the top a header can stand
_FEWEST_ENTRIES = 3  # of a chronology
_LEAD_PARAGRAPHS, _LEAD_CHARACTERS = 2, 240  # of the story, at least: they tell what is new
# Of a page with more forms the first and the last are looked at: a header, a lead, the end of a chronology.
_FIRST_FORMS, _LAST_FORMS = 300, 100
_TIMELESS = frozenset({"age", "duration", "often", "recent_span", "vague"})
_STORY_CHARACTERS = 60_000
# In folded text: `re` passes by most of the words at a look where case counts.
_RECALLS = re.compile(
    r"\b(?:anniversar|jubilee|commemorat|memorial|years? (?:ago|since|after|later|old)\b|decades?\b"
    r"|histor(?:y|ic)|recall|лет назад)|주년|годовщин"
)
_LINE = 160  # characters looked at on each side: a longer line is no header


@dataclass(frozen=True)
class PlacedForm(InText):
    """A form of time with its place in the article."""

    form: FoundForm
    paragraph: Paragraph
    place: Place
    after_form: int  # where the last form before it ends that names a time of its own

    @property
    def reads(self) -> str:
        """The reader that would give its meaning: what sort of form it is."""
        return self.form.row.reads

    def has(self, *names: str) -> bool:
        """Does the form bring all these values?"""
        return all(name in self.form.parts for name in names)

    @property
    def is_counted(self) -> bool:
        """Does it bring a whole number of units? "Several years" and "2.5 years" do not."""
        return str(self.form.parts.get("count", "")).isdecimal()

    def number(self, name: str) -> int:
        """A value as a number."""
        return int(self.form.parts[name])

    @cached_property
    def meaning(self) -> TimeExpression | None:
        """What it means by its own words alone."""
        return resolve(self.text, self.form, self.dating, published=UNKNOWN_DATE, told=Told())

    @cached_property
    def explicit(self) -> tuple[date, date] | None:
        """First and last day of the time that it names with its year; None for all others, and for anniversaries."""
        meaning = self.meaning
        if meaning is None or meaning.anchor is not Anchor.EXPLICIT or meaning.is_anniversary:
            return None
        first, last = meaning.date.bounds
        return (first, last) if first and last else None

    @property
    def day(self) -> date | None:
        """The day that it names with its year."""
        return self.explicit[0] if self.explicit and self.explicit[0] == self.explicit[1] else None

    @cached_property
    def is_told_past(self) -> bool:
        """Does its clause look back, by words of its own? "Flew today for Monday's feast" does so for today alone."""
        if self.looks is not Direction.BACK:
            return False
        before = self.before[-max(0, self.span.start - self.after_form) :] if self.after_form else self.before
        return direction(before, self.after, self.dating) is Direction.BACK

    @cached_property
    def is_told_as_before(self) -> bool:
        """Is it told as having been before what the story tells ("had arrived on Wednesday")?"""
        cues = list(self.dating.cues.finditer(self.before))
        return bool(cues) and cues[-1][0].lower().startswith("had")

    @cached_property
    def line_before(self) -> str:
        """What stands before it on its line, as far as a header reaches."""
        start = max(self.paragraph.span.start, self.span.start - _LINE)
        return self.text[start : self.span.start].rpartition("\n")[2]

    @cached_property
    def line_after(self) -> str:
        """What stands behind it on its line, as far as a header reaches."""
        end = min(self.paragraph.span.end, self.span.end + _LINE)
        return self.text[self.span.end : end].partition("\n")[0]


@dataclass(frozen=True)
class Evidence:
    """An article with the forms of time that stand in it."""

    article: Article
    found: Sequence[FoundForm]  # all forms of its text
    dating: DatingKnowledge

    @cached_property
    def places(self) -> Places:
        """Where each paragraph stands on the page."""
        return find_places(self.article, self.dating.publication.marks)

    @cached_property
    def forms(self) -> tuple[PlacedForm, ...]:
        """The forms that stand in a paragraph, in order; of very many the first and the last."""
        return tuple(self._placed())

    @cached_property
    def story(self) -> tuple[PlacedForm, ...]:
        """The forms of the story itself."""
        return tuple(form for form in self.forms if form.place is Place.STORY)

    @cached_property
    def head_and_story(self) -> tuple[PlacedForm, ...]:
        """The forms of the story, and those above it: headlines tell of it too."""
        return tuple(form for form in self.forms if form.place is not Place.BESIDE)

    @cached_property
    def story_spans(self) -> tuple[Stretch, ...]:
        """The paragraphs of the story itself, as far as a long text is looked at."""
        spans = [p.span for p in self.article.paragraphs if self.places.of[p.number] is Place.STORY]
        return tuple(span for span in spans if span.end - spans[0].start <= _STORY_CHARACTERS)

    @cached_property
    def story_reach(self) -> tuple[int, int]:
        """From where to where these paragraphs reach."""
        return (self.story_spans[0].start, self.story_spans[-1].end) if self.story_spans else (0, 0)

    @cached_property
    def hits(self) -> Hits[str]:
        """What of the needles of facts, sums, people and happenings stands in the text."""
        return self.dating.scan.read(self.article.text)

    @cached_property
    def likely(self) -> frozenset[str]:
        """The patterns that could match somewhere in the text, by their words, as they were given to the scan."""
        return self.hits.likely(0, len(self.article.text))

    @cached_property
    def likely_in_story(self) -> frozenset[str]:
        """Those of them that could match within one paragraph of the story: far fewer than in a long text at large."""
        return frozenset[str]().union(*(self.hits.likely(span.start, span.end) for span in self.story_spans))

    @cached_property
    def facts_told(self) -> tuple[tuple[ReferenceFactRow, list[Stretch]], ...]:
        """Each known happening that the story may tell of, with where it does: several clues ask."""
        likely, text = self.likely_in_story, self.article.text
        return tuple(
            (row, self._tellings(pattern, row) if pattern.pattern in likely else [])
            for pattern, row in self.dating.facts
            if pattern.pattern in likely or (row.among and any(word in text for word in row.among))
        )

    def _tellings(self, pattern: re.Pattern[str], row: ReferenceFactRow) -> list[Stretch]:
        is_near = not row.needs or any(word in self.article.text for word in row.needs)
        return self.where_told(pattern) if is_near else []

    def where_told(self, pattern: re.Pattern[str]) -> list[Stretch]:
        """Where the story holds a pattern."""
        hits = (Stretch(*hit.span()) for hit in pattern.finditer(self.article.text, *self.story_reach))
        return [span for span in hits if any(part.holds(span) for part in self.story_spans)]

    @cached_property
    def lead(self) -> tuple[int, ...]:
        """The numbers of the paragraphs that tell what is new."""
        lead: list[int] = []
        characters = 0
        for paragraph in self.places.telling:
            if len(lead) >= _LEAD_PARAGRAPHS and characters >= _LEAD_CHARACTERS:
                break
            lead.append(paragraph.number)
            characters += paragraph.span.end - paragraph.span.start
        return tuple(lead)

    @cached_property
    def is_chronology(self) -> bool:
        """Do several paragraphs begin with a date? They tell what was in the present tense."""
        return len(self._entries(Place.STORY)) >= _FEWEST_ENTRIES

    @cached_property
    def entries_of_head(self) -> range:
        """The paragraphs above what is taken for the story, where several begin with a date: those of a chronology."""
        entries = self._entries(Place.HEAD)
        is_chronology = len(entries) >= _FEWEST_ENTRIES
        return range(min(entries), (self.places.first_of_story or max(entries)) + 1) if is_chronology else range(0)

    def _entries(self, place: Place) -> set[int]:
        here = (p for p in self.forms if p.place is place and p.explicit and not p.line_before.strip())
        return {p.paragraph.number for p in here}

    @cached_property
    def is_news(self) -> bool:
        """Is the story seen from its own day, by words such as "yesterday" or by a day in its lead?"""
        from_now = any(form.reads == "weekday" or form.form.parts.get("offset", 0) for form in self.story)
        days = (form for form in self.story if form.paragraph.number in self.lead)
        return from_now or any(form.day or form.reads == "day" for form in days)

    @cached_property
    def may_recall(self) -> bool:
        """Does the text speak of anniversaries or of times long gone, so that its days may be those of other years?"""
        return _RECALLS.search(fold(self.article.text)) is not None

    @property
    def last_of_head(self) -> int:
        """Number of the last paragraph in which a header can stand: the first that tells in sentences."""
        return min(HEAD_PARAGRAPHS, self.places.first_of_story or HEAD_PARAGRAPHS)

    def _placed(self) -> Iterator[PlacedForm]:
        text = self.article.text
        forms = with_heading_years(text, self.found)
        found = with_compact(forms, compact_forms(self.article, self.places, self.dating))
        if len(found) > _FIRST_FORMS + _LAST_FORMS:
            found = found[:_FIRST_FORMS] + found[-_LAST_FORMS:]
        paragraphs = iter(self.article.paragraphs)
        paragraph, after_form = next(paragraphs, None), 0
        for form in found:
            while paragraph is not None and paragraph.span.end <= form.span.start:
                paragraph = next(paragraphs, None)
            if paragraph is None:
                return
            if paragraph.span.holds(form.span):
                place = self.places.of[paragraph.number]
                yield PlacedForm(text, form.span, self.dating, form, paragraph, place, after_form)
                after_form = after_form if form.row.reads in _TIMELESS else form.span.end

    def marks(self, role: PageRole, words: str) -> bool:
        """Does a mark of this role stand in the words?"""
        return self.dating.publication.marks[role].search(words) is not None

    def begins(self, role: PageRole, words: str) -> bool:
        """Do the words begin with a mark of this role?"""
        return self.dating.publication.marks[role].match(without_opening_marks(words)) is not None

    def constraint(self, kind: ClueKind, span: Stretch, says: str, allows: Days) -> Constraint:
        """A clue that rests on words of the text, with the trust that its kind has."""
        clue = Clue(span.of(self.article.text), span, says, is_used=True)
        return Constraint(clue, allows, self.dating.publication.trust[kind], kind)
