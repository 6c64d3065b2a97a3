"""A mention in the making: what its own sentence says of it, before other sentences lend it a date."""

from dataclasses import dataclass
from datetime import timedelta

from app.domain.text import Stretch
from app.pipeline.extracting.governing import Governed
from app.pipeline.extracting.scene import Scene, Trigger
from app.pipeline.extracting.speaking import Speech
from app.pipeline.extracting.standing import Standing
from app.pipeline.extracting.tying import Tie

# So far around a trigger stands what belongs to it, in characters.
PHRASE = 24
# A happening is in the news for so long.
FRESH = timedelta(days=62)


@dataclass(frozen=True)
class Draft:
    """What one sentence says of one happening."""

    scene: Scene
    trigger: Trigger
    family: str
    quote: Stretch
    speech: Speech
    standing: Standing
    governed: Governed | None
    tie: Tie
    actors: tuple[str, ...]
    is_reference: bool  # goes on about a happening that another sentence of the article must have told of
    is_said_beside: bool = False  # was said of that happening to others, or when it was over: dated by it, and apart

    @property
    def place_in_text(self) -> int:
        """Where its trigger stands: drafts of one article are told apart, and ordered, by it."""
        return self.trigger.span.start

    @property
    def is_news(self) -> bool:
        """Is it what the article reports, and not its past? Undated, or of the two months before publication."""
        latest = self.governed.date.latest if self.governed else None
        published = self.scene.publication.date.latest
        return latest is None or published is None or published - latest <= FRESH

    @property
    def is_dated(self) -> bool:
        """Does its own sentence say when it happened?"""
        return self.governed is not None and not self.governed.is_report

    @property
    def is_told_by_date(self) -> bool:
        """Does its date stand for the words of another happening, which it tells once more ("… since 2002")?"""
        return self.governed is not None and self.governed.words == self.trigger.span
