"""Articles, mentions and events made by hand, as small as a test needs them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sqlmodel import Session

from app.domain.article import Article, Basis, Clue, Paragraph, ParagraphKind, Publication, RawPage
from app.domain.edtf import EdtfDate, edtf
from app.domain.event import Event, Mention, Status, Topic
from app.domain.lending import NO_LOAN, DatedArticle, Wording
from app.domain.text import Stretch
from app.storage.kept import QuotedMention, kept_mention_ids
from app.storage.names import Name
from app.storage.save import save_articles, save_names, save_timeline

TEXT = "Putin wrote to Kim on 15 August 2022. Kim thanked him."


def article(file: str = "harbour.txt", text: str = TEXT) -> Article:
    """An article of one paragraph."""
    page = RawPage(file, text)
    paragraph = Paragraph(1, Stretch(0, len(text)), ParagraphKind.BODY)
    return Article(page, "A letter", None, "The Harbour Post", None, (paragraph,), ())


def published(day: str = "2022-08-16") -> Publication:
    """Published on a day, by one clue."""
    return Publication(edtf(day), Basis.STATED, (Clue(day, None, "A header says so.", is_used=True),))


def dated(of: Article, publication: Publication | None = None, own: Publication | None = None) -> DatedArticle:
    """An article with its day, by its own text unless that says otherwise, and with no wording."""
    publication = publication or published()
    return DatedArticle(of, publication, own or publication, Wording(), NO_LOAN)


def mention(of: Article, words: str = TEXT[:37], **changes: object) -> QuotedMention:
    """A mention whose quote and trigger are these words of the article."""
    start = of.text.index(words)
    quote = Stretch(start, start + len(words))
    made = Mention(
        article_id=of.id,
        paragraph=1,
        quote=quote,
        trigger=Stretch(quote.start, quote.start + 5),
        kind="letter",
        topic=Topic.LETTERS,
        status=Status.ASSERTED,
        status_reason=None,
        speaker=None,
        date=edtf("2022-08-15"),
        date_words=None,
        reasoning="The text names the day.",
        actors=("Putin", "Kim"),
        places=("Pyongyang",),
        headline=words,
    )
    return QuotedMention(replace(made, **changes), words)  # type: ignore[arg-type] # any field of a mention


def event(*of: QuotedMention, **changes: object) -> Event:
    """An event that is told by these mentions; the first is its anchor."""
    first = of[0].mention
    made = Event(
        id=first.id,
        date=first.date,
        title=first.headline,
        topic=first.topic,
        status=first.status,
        status_reason=None,
        actors=first.actors,
        places=first.places,
        origins=1,
        mention_ids=tuple(quoted.mention.id for quoted in of),
    )
    return replace(made, **changes)  # type: ignore[arg-type] # any field of an event


def save(
    session: Session, articles: Mapping[Article, EdtfDate], events: Mapping[Event, Iterable[QuotedMention]]
) -> None:
    """Save all of it, as `ingest` would."""
    save_articles(session, [dated(one, Publication(day, Basis.STATED)) for one, day in articles.items()], rules="1")
    save_names(session, {one.id: (Name(one.page.file, "utf-8", one.page.known),) for one in articles})
    entries = [(one, list(quoted)) for one, quoted in events.items()]
    made = {each.mention.id for _, quoted in entries for each in quoted}
    save_timeline(session, entries, kept_mention_ids(session) - made)
