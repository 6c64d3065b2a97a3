"""Opening the database, and its transactions."""

from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from app.errors import DatabaseLocked, SettingsError
from app.storage.database import open_database, reading, writing
from app.storage.migrate import upgrade
from app.storage.tables import AboutTable, ArticleNameTable


@pytest.mark.parametrize("url", ["tumen", "postgresql://someone:secret@example/tumen"])
def test_an_address_that_cannot_be_used_is_refused_without_its_password(url: str) -> None:
    with pytest.raises(SettingsError, match=r"write sqlite:///tumen.db") as refused:
        open_database(url)
    assert "secret" not in str(refused.value)


def test_a_transaction_is_stored_as_a_whole_or_not_at_all(tmp_path: Path) -> None:
    engine = open_database(f"sqlite:///{tmp_path}/t.db")
    upgrade(engine)
    with suppress(ZeroDivisionError), writing(engine) as session:
        session.add(AboutTable(name="a", value="b"))
        session.flush()
        raise ZeroDivisionError
    with reading(engine) as session:
        assert session.get(AboutTable, "a") is None
    with writing(engine) as session:
        session.add(AboutTable(name="a", value="b"))
    with reading(engine) as session:
        assert session.get_one(AboutTable, "a").value == "b"
    engine.dispose()


def test_a_second_writer_waits_and_then_is_told_who_holds_the_database(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/t.db"
    first, second = open_database(url), open_database(url, busy_timeout_seconds=0.05)
    upgrade(first)
    with writing(first), pytest.raises(DatabaseLocked, match=r"t.db: another process is writing"), writing(second):
        pass
    with writing(second):
        pass
    first.dispose()
    second.dispose()


def test_readers_go_on_while_one_writes_and_see_one_moment(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/t.db"
    writer, reader = open_database(url), open_database(url, busy_timeout_seconds=0)
    upgrade(writer)
    with reading(reader) as before:
        assert before.get(AboutTable, "a") is None
        with writing(writer) as session:
            session.add(AboutTable(name="a", value="b"))
        before.expunge_all()
        assert before.get(AboutTable, "a") is None
    with reading(reader) as after:
        assert after.get(AboutTable, "a") is not None
    writer.dispose()
    reader.dispose()


def test_foreign_keys_are_kept(tmp_path: Path) -> None:
    engine = open_database(f"sqlite:///{tmp_path}/t.db")
    upgrade(engine)
    facts = dict.fromkeys(("known_url", "known_publisher", "known_published", "known_title"))
    with pytest.raises(IntegrityError), writing(engine) as session:
        session.add(ArticleNameTable(article_id="a0", name="x", encoding="utf-8", **facts))
    engine.dispose()


def test_the_pragmas_are_set_on_every_connection(tmp_path: Path) -> None:
    engine = open_database(f"sqlite:///{tmp_path}/t.db", busy_timeout_seconds=1.5)
    upgrade(engine)
    with engine.connect() as connection:
        pragmas = [
            connection.execute(text(f"PRAGMA {name}")).scalar_one()
            for name in ("journal_mode", "foreign_keys", "synchronous", "busy_timeout")
        ]
    assert pragmas == ["wal", 1, 1, 1500]
    engine.dispose()
