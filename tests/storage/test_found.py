"""When mentions were found is noted once, and told of nowhere but in feeds."""

from datetime import UTC, datetime, timedelta, timezone

from sqlalchemy import Engine
from sqlmodel import Session, select

from app.domain.edtf import edtf
from app.storage.database import reading, writing
from app.storage.found import note_found
from app.storage.save import delete_article
from app.storage.tables import FoundTable
from tests.storage.made import article, event, mention, save

NOON = datetime(2026, 1, 2, 12, 0, 0, tzinfo=UTC)


def found(session: Session) -> dict[str, datetime | None]:
    return {row.mention_id: row.at for row in session.exec(select(FoundTable))}


def test_a_mention_keeps_the_time_at_which_it_came_first(engine: Engine) -> None:
    letter = article()
    first, second = mention(letter), mention(letter, "Kim thanked him.")
    with writing(engine) as session:
        save(session, {letter: edtf("2022-08-16")}, {event(first): [first]})
        note_found(session, [first.mention.id], NOON)
    with writing(engine) as session:
        save(session, {letter: edtf("2022-08-16")}, {event(first): [first], event(second): [second]})
        note_found(session, [first.mention.id, second.mention.id], NOON + timedelta(hours=1))
    with reading(engine) as session:
        assert found(session) == {first.mention.id: NOON, second.mention.id: NOON + timedelta(hours=1)}


def test_a_mention_that_goes_and_comes_again_is_not_new(engine: Engine) -> None:
    letter = article()
    told = mention(letter)
    for hours, events in ((0, {event(told): [told]}), (1, {}), (2, {event(told): [told]})):
        with writing(engine) as session:
            save(session, {letter: edtf("2022-08-16")}, events)
            note_found(session, [told.mention.id], NOON + timedelta(hours=hours))
    with reading(engine) as session:
        assert list(found(session).values()) == [NOON]


def test_what_is_forgotten_leaves_no_note(engine: Engine) -> None:
    letter = article()
    told = mention(letter)
    with writing(engine) as session:
        save(session, {letter: edtf("2022-08-16")}, {event(told): [told]})
        note_found(session, [told.mention.id])
        assert found(session)
        save(session, {letter: edtf("2022-08-16")}, {})
        delete_article(session, letter.id)
    with reading(engine) as session:
        assert found(session) == {}


def test_times_are_kept_in_utc_to_the_second(engine: Engine) -> None:
    letter = article()
    told = mention(letter)
    with writing(engine) as session:
        save(session, {letter: edtf("2022-08-16")}, {event(told): [told]})
        note_found(session, [told.mention.id], datetime(2026, 1, 2, 9, 30, 5, 999, tzinfo=timezone(timedelta(hours=9))))
    with reading(engine) as session:
        assert list(found(session).values()) == [datetime(2026, 1, 2, 0, 30, 5, tzinfo=UTC)]
