"""Saving articles and their timeline."""

from datetime import date

import pytest
from sqlalchemy import Engine, text
from sqlmodel import Session, col, select

from app.domain.article import KnownMetadata
from app.domain.edtf import edtf
from app.errors import SubjectMismatch
from app.storage.database import reading, writing
from app.storage.kept import kept_mentions, kept_pages, kept_publications
from app.storage.names import Name
from app.storage.save import claim_subject, delete_article, save_articles, save_names, save_timeline
from app.storage.tables import (
    ArticleTable,
    ClueTable,
    EventActorTable,
    EventTable,
    MentionTable,
    ParagraphTable,
    RetiredMentionTable,
)
from tests.storage import made

DAY = edtf("2022-08-16")
LETTER = "Putin wrote to Kim on 15 August 2022."
THANKS = "Kim thanked him."


def test_an_article_comes_back_as_it_was_saved(session: Session) -> None:
    article = made.article(text="\ufeffPutin wrote.\r\n\u00a0\u2028Kim read.")
    save_articles(session, [made.dated(article)], rules="1")
    save_names(session, {article.id: (Name("b.txt", "cp1251", KnownMetadata(title="T")),)})
    (page,) = kept_pages(session, [article.id])
    assert (page.file, page.text, page.encoding) == ("b.txt", article.text, "cp1251")
    assert page.known == KnownMetadata(title="T")
    assert kept_publications(session, [article.id]) == [(article.id, "The Harbour Post", DAY, DAY)]
    assert [clue.says for clue in session.exec(select(ClueTable))] == ["A header says so."]
    assert [paragraph.end for paragraph in session.exec(select(ParagraphTable))] == [len(article.text)]


def test_the_file_of_an_article_is_its_first_name_in_order_of_letters(session: Session) -> None:
    article = made.article("m.txt")
    save_articles(session, [made.dated(article)], rules="1")
    for names in (("m.txt",), ("c.txt", "m.txt"), ("b.txt", "c.txt", "m.txt")):
        save_names(session, {article.id: tuple(Name(name, "utf-8", KnownMetadata()) for name in names)})
        assert session.exec(select(ArticleTable.file)).one() == names[0]


def test_a_mention_comes_back_as_it_was_found(session: Session) -> None:
    article = made.article()
    quoted = made.mention(article, LETTER, speaker="TASS", sources=("tass",), is_background=True, status_reason="x")
    made.save(session, {article: DAY}, {made.event(quoted): [quoted]})
    assert kept_mentions(session, [quoted.mention.id]) == [quoted._replace(is_new=False)]


def test_an_event_counts_its_articles_and_keeps_the_order_of_its_quotes(session: Session) -> None:
    early, late = made.article("a.txt", LETTER + " Early."), made.article("b.txt", THANKS + LETTER)
    quotes = [made.mention(early, LETTER), made.mention(late, THANKS), made.mention(late, LETTER)]
    days = {late: edtf("2022-08-20"), early: edtf("2022-08")}
    made.save(session, days, {made.event(*quotes): quotes})
    (event,) = session.exec(select(EventTable)).all()
    assert event.articles == 2
    shown = session.exec(select(MentionTable).order_by(col(MentionTable.position))).all()
    assert [(one.article_id, one.quote) for one in shown] == [
        (early.id, LETTER),
        (late.id, THANKS),
        (late.id, LETTER),
    ]


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        ("2022-08", date(2022, 8, 1), date(2022, 8, 31)),
        ("../2022-08-15", date(2022, 8, 15), date(2022, 8, 15)),
        ("2022-08-05/..", date(2022, 8, 5), date.max),
        ("", date.max, date.max),
    ],
)
def test_open_starts_sort_by_their_end_and_undated_events_come_last(
    session: Session, day: str, first: date, last: date
) -> None:
    article = made.article()
    quoted = made.mention(article, LETTER, date=edtf(day))
    made.save(session, {article: DAY}, {made.event(quoted): [quoted]})
    (event,) = session.exec(select(EventTable)).all()
    assert (event.first_sort, event.last_sort) == (first, last)


def changes_of(session: Session) -> int:
    return int(session.execute(text("SELECT total_changes()")).scalar_one())


def test_saving_the_same_twice_writes_nothing(engine: Engine) -> None:
    article = made.article()
    quoted = made.mention(article, LETTER)
    with writing(engine) as session:
        made.save(session, {article: DAY}, {made.event(quoted): [quoted]})
    with writing(engine) as session:
        before = changes_of(session)
        made.save(session, {article: DAY}, {made.event(quoted): [quoted]})
        assert changes_of(session) == before


def test_an_event_that_did_not_change_is_not_written_again(engine: Engine) -> None:
    article = made.article()
    letter, thanks = made.mention(article, LETTER), made.mention(article, THANKS)
    with writing(engine) as session:
        made.save(session, {article: DAY}, {made.event(letter): [letter], made.event(thanks): [thanks]})
        session.execute(text("CREATE TEMP TABLE written (id)"))
        session.execute(
            text("CREATE TEMP TRIGGER t AFTER UPDATE ON event BEGIN INSERT INTO written VALUES (new.id); END")
        )
        made.save(session, {article: DAY}, {made.event(letter): [letter], made.event(thanks, title="Other"): [thanks]})
        assert session.execute(text("SELECT id FROM written")).scalars().all() == [thanks.mention.id]


def test_quotes_move_between_events_and_events_without_any_go(session: Session) -> None:
    article = made.article()
    letter, thanks = made.mention(article, LETTER), made.mention(article, THANKS)
    made.save(session, {article: DAY}, {made.event(letter): [letter], made.event(thanks): [thanks]})
    made.save(session, {article: DAY}, {made.event(letter, thanks): [letter, thanks]})
    assert session.exec(select(EventTable.id)).all() == [letter.mention.id]
    assert set(session.exec(select(MentionTable.event_id))) == {letter.mention.id}
    assert set(session.exec(select(EventActorTable.event_id))) == {letter.mention.id}


def test_a_mention_that_is_no_longer_made_is_kept_as_retired_until_it_is_made_again(session: Session) -> None:
    article = made.article()
    letter, thanks = made.mention(article, LETTER), made.mention(article, THANKS)
    made.save(session, {article: DAY}, {made.event(letter): [letter], made.event(thanks): [thanks]})
    made.save(session, {article: DAY}, {made.event(letter): [letter]})
    retired = session.exec(select(RetiredMentionTable)).one()
    assert (retired.id, retired.article_id, retired.paragraph) == (thanks.mention.id, article.id, 1)
    made.save(session, {article: DAY}, {made.event(letter, thanks): [letter, thanks]})
    assert session.exec(select(RetiredMentionTable)).all() == []


def test_deleting_an_article_takes_all_that_hangs_on_it(session: Session) -> None:
    article = made.article()
    letter, thanks = made.mention(article, LETTER), made.mention(article, THANKS)
    made.save(session, {article: DAY}, {made.event(letter): [letter], made.event(thanks): [thanks]})
    made.save(session, {article: DAY}, {made.event(letter): [letter]})
    save_timeline(session, [], {letter.mention.id})
    delete_article(session, article.id)
    for table in (ArticleTable, ParagraphTable, ClueTable, MentionTable, EventTable, RetiredMentionTable):
        assert session.execute(select(table)).all() == []


def test_a_database_holds_one_subject(engine: Engine) -> None:
    for _ in range(2):
        with writing(engine) as session:
            claim_subject(session, "russia_north_korea")
    with reading(engine) as session, pytest.raises(SubjectMismatch, match="holds russia_north_korea, not mars; name"):
        claim_subject(session, "mars")
