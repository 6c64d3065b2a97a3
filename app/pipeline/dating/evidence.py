"""An article as the clues see it: its forms of time, where each stands, and where its clause looks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from app.domain.article import Article, Clue, Paragraph, ParagraphKind
from app.domain.text import Stretch
from app.knowledge.dating_rows import DatingKnowledge
from app.pipeline.dating.matching import FoundForm, find_forms
from app.pipeline.dating.surroundings import InText

HEAD_PARAGRAPHS = 8  # so many paragraphs from the top a header can stand
_SENTENCE_ENDS = (".", "!", "?", "”", '"', "…")


@dataclass(frozen=True)
class PlacedForm(InText):
    """A form of time with its place in the article."""

    form: FoundForm
    paragraph: Paragraph

    @property
    def is_body(self) -> bool:
        """Does it stand in the story itself?"""
        return self.paragraph.kind is ParagraphKind.BODY

    @property
    def reads(self) -> str:
        """The reader that would give its meaning: what sort of form it is."""
        return self.form.row.reads

    def has(self, *names: str) -> bool:
        """Does the form bring all these values?"""
        return all(name in self.form.parts for name in names)

    def number(self, name: str) -> int:
        """A value as a number."""
        return int(self.form.parts[name])


@dataclass(frozen=True)
class Evidence:
    """An article with the forms of time that stand in it."""

    article: Article
    dating: DatingKnowledge

    @cached_property
    def forms(self) -> tuple[PlacedForm, ...]:
        """All forms that stand in a paragraph, in order."""
        return tuple(self._placed())

    @cached_property
    def body(self) -> tuple[PlacedForm, ...]:
        """The forms of the story itself."""
        return tuple(form for form in self.forms if form.is_body)

    @cached_property
    def body_paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the story itself."""
        return tuple(p for p in self.article.paragraphs if p.kind is ParagraphKind.BODY)

    @cached_property
    def last_of_head(self) -> int:
        """Number of the last paragraph in which a header can stand: the first that tells in sentences."""
        text = self.article.text
        telling = (p.number for p in self.body_paragraphs if p.span.of(text).rstrip().endswith(_SENTENCE_ENDS))
        return min(HEAD_PARAGRAPHS, next(telling, HEAD_PARAGRAPHS))

    def _placed(self) -> Iterator[PlacedForm]:
        text = self.article.text
        paragraphs = iter(self.article.paragraphs)
        paragraph = next(paragraphs, None)
        for form in find_forms(text, self.dating):
            while paragraph is not None and paragraph.span.end <= form.span.start:
                paragraph = next(paragraphs, None)
            if paragraph is None:
                return
            if not paragraph.span.holds(form.span):
                continue
            yield PlacedForm(text, form.span, self.dating, form, paragraph)

    def clue(self, span: Stretch, says: str) -> Clue:
        """A clue that rests on words of the text."""
        return Clue(span.of(self.article.text), span, says, is_used=True)


def told_day(placed: PlacedForm) -> date | None:
    """The day that a form names with its year; None for all others."""
    parts = placed.form.parts
    try:
        if placed.reads == "whole_day":
            return date.fromisoformat(str(parts["day"]))  # "[a,b]", one of two days, is none
        if placed.reads == "day" and "day_year" in parts:
            day, _, year = str(parts["day_year"]).partition(",")
            return date(int(year), placed.number("month"), int(day))
        if placed.reads == "day" and "year" in parts:
            return date(placed.number("year"), placed.number("month"), placed.number("day"))
    except ValueError:
        return None
    return None
