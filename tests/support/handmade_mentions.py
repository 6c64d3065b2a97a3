"""Mentions made by hand, for what LINK does with them."""

from app.domain.edtf import edtf
from app.domain.event import Mention, Status
from app.domain.text import Stretch
from app.knowledge.load import load_knowledge

SENTENCE_LENGTH = 100


def mention(  # noqa: PLR0913 -- what a mention is made of
    article: str,
    start: int,
    kind: str,
    day: str = "",
    status: str = "asserted",
    *,
    actors: tuple[str, ...] = (),
    places: tuple[str, ...] = (),
    speaker: str | None = None,
    headline: str = "",
) -> Mention:
    """A mention whose trigger stands at `start`, in a sentence that begins at the hundred before."""
    begin = start - start % SENTENCE_LENGTH
    return Mention(
        article_id=article,
        paragraph=1,
        quote=Stretch(begin, begin + SENTENCE_LENGTH),
        trigger=Stretch(start, start + 1),
        kind=kind,
        topic=load_knowledge().extracting.kinds[kind].topic,
        status=Status(status),
        status_reason=None,
        speaker=speaker,
        date=edtf(day),
        date_words=None,
        reasoning="",
        actors=actors,
        places=places,
        headline=headline,
    )
