"""From empty to newest, and what may stand in the way."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text

from app.domain.edtf import edtf
from app.errors import DatabaseCorrupt, DatabaseError, DatabaseReadOnly, DatabaseTooNew
from app.storage import migrate
from app.storage.database import open_database, reading, writing
from app.storage.found import note_found
from app.storage.schema import is_ours, metadata
from app.storage.tables import AboutTable
from tests.storage import made


def test_climbing_from_empty_to_newest_gives_the_tables_of_tables_py(engine: Engine) -> None:
    options = {"include_object": is_ours, "compare_type": True}
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection, opts=options), metadata) == []


def test_there_is_one_newest_step_and_every_step_says_what_it_does(engine: Engine) -> None:
    with engine.connect() as connection:
        steps = ScriptDirectory.from_config(migrate.config_for(connection))
        assert len(steps.get_heads()) == 1
        assert all(step.doc for step in steps.walk_revisions())


def test_the_steps_also_run_by_alembic_itself_on_the_database_of_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TUMEN_DATABASE_URL", f"sqlite:///{tmp_path}/t.db")
    config = Config()
    config.set_main_option("script_location", str(migrate.MIGRATIONS))
    command.upgrade(config, "head")
    engine = open_database(f"sqlite:///{tmp_path}/t.db")
    migrate.check(engine)
    command.downgrade(config, "base")
    with engine.connect() as connection:
        assert inspect(connection).get_table_names() == ["alembic_version"]
    engine.dispose()


def test_an_article_of_before_lending_keeps_its_date_as_its_own(engine: Engine) -> None:
    with engine.connect() as connection:
        config = migrate.config_for(connection)
        command.downgrade(config, "0001")
        connection.exec_driver_sql(
            "INSERT INTO article (id, file, sha256, text, encoding, basis, rules, edtf, precision)"
            " VALUES ('a1', 'a.txt', '1', 'Told.', 'utf-8', 'inferred', '1', '2022-08', 'month')"
        )
        connection.exec_driver_sql("INSERT INTO paragraph VALUES ('a1', 1, 0, 5, 'body', NULL)")
        connection.exec_driver_sql("INSERT INTO clue VALUES ('a1', 0, 'August', NULL, NULL, 'It says so.', 1)")
        command.upgrade(config, "head")
        assert connection.exec_driver_sql("SELECT own_edtf, own_basis, loan_key FROM article").all() == [
            ("2022-08", "inferred", "")
        ]
        assert connection.exec_driver_sql("SELECT count(*), max(lender_id) FROM clue, paragraph").all() == [(1, None)]


def test_articles_of_before_passing_over_stay_as_they_are(engine: Engine) -> None:
    with engine.connect() as connection:
        config = migrate.config_for(connection)
        command.downgrade(config, "0002")
        connection.exec_driver_sql(
            "INSERT INTO article (id, file, sha256, text, encoding, basis, rules, edtf, precision, own_edtf, own_basis,"
            " words, loan_key)"
            " VALUES ('a1', 'a.txt', '1', 'Told.', 'utf-8', 'unknown', '1', '', 'unknown', '', '', 1, '')"
        )
        command.upgrade(config, "head")
        assert connection.exec_driver_sql("SELECT id, text FROM article").all() == [("a1", "Told.")]
        assert connection.exec_driver_sql("SELECT count(*) FROM passed_over").scalar_one() == 0


def test_mentions_of_before_times_were_kept_have_no_time(engine: Engine) -> None:
    letter = made.article()
    told = made.mention(letter)
    with writing(engine) as session:
        made.save(session, {letter: edtf("2022-08-16")}, {made.event(told): [told]})
        note_found(session, [told.mention.id])
    with engine.connect() as connection:
        config = migrate.config_for(connection)
        command.downgrade(config, "0003")
        command.upgrade(config, "head")
        rows = connection.exec_driver_sql("SELECT mention_id, article_id, at FROM found").all()
    assert rows == [(told.mention.id, letter.id, None)]


def test_upgrading_the_newest_changes_nothing(tmp_path: Path) -> None:
    engine = open_database(f"sqlite:///{tmp_path}/t.db")
    assert migrate.upgrade(engine)
    engine.dispose()  # and with it, what was written beside the file goes into it
    before = (tmp_path / "t.db").read_bytes()
    assert not migrate.upgrade(engine)
    engine.dispose()
    assert (tmp_path / "t.db").read_bytes() == before


def test_a_new_database_is_sound(engine: Engine) -> None:
    migrate.check(engine)


def test_a_database_of_a_newer_program_is_left_alone(engine: Engine) -> None:
    with writing(engine) as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    for task in (migrate.upgrade, migrate.check):
        with pytest.raises(DatabaseTooNew, match=r"written by a newer Tumen .revision 9999.; update the program"):
            task(engine)


def test_the_file_of_another_program_is_left_alone(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE bookmark (id INTEGER)")
    engine = open_database(f"sqlite:///{tmp_path}/other.db")
    with pytest.raises(DatabaseError, match=r"other.db: holds tables of another program"):
        migrate.upgrade(engine)
    engine.dispose()


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "t.db").write_bytes(b"Dear diary, " * 500)
    engine = open_database(f"sqlite:///{tmp_path}/t.db")
    with pytest.raises(DatabaseCorrupt, match=r"t.db: it is no SQLite database"):
        migrate.upgrade(engine)
    engine.dispose()


def test_a_damaged_database_is_found_out(tmp_path: Path) -> None:
    engine = open_database(f"sqlite:///{tmp_path}/t.db")
    migrate.upgrade(engine)
    engine.dispose()
    whole = bytearray((tmp_path / "t.db").read_bytes())
    whole[8192:24576] = bytes(range(256)) * 64  # the first two pages tell what there is; those after are damaged
    (tmp_path / "t.db").write_bytes(whole)
    with pytest.raises(DatabaseCorrupt, match=r"t.db: .*; restore a backup, or"):
        migrate.check(engine)
    engine.dispose()


def test_a_database_that_may_only_be_read_is_named(tmp_path: Path) -> None:
    sqlite3.connect(tmp_path / "t.db").close()
    (tmp_path / "t.db").touch()
    engine = open_database(f"sqlite:///file:{tmp_path}/t.db?mode=ro&uri=true")  # root may write every file
    with pytest.raises(DatabaseReadOnly, match=r"t.db.*: it cannot be written; allow writing"):
        migrate.upgrade(engine)
    engine.dispose()


def test_a_missing_database_is_not_made_by_looking_at_it(tmp_path: Path) -> None:
    engine = open_database(f"sqlite:///{tmp_path}/t.db")
    with pytest.raises(DatabaseError, match=r"t.db: no such database; `tumen ingest` makes it"):
        migrate.check(engine)
    assert list(tmp_path.iterdir()) == []


def test_an_older_database_is_to_be_upgraded(tmp_path: Path) -> None:
    sqlite3.connect(tmp_path / "t.db").close()
    engine = open_database(f"sqlite:///{tmp_path}/t.db")
    (tmp_path / "t.db").touch()
    with pytest.raises(DatabaseError, match="run `tumen database upgrade`"):
        migrate.check(engine)
    engine.dispose()


def test_a_backup_is_one_whole_database(tmp_path: Path) -> None:
    engine = open_database(f"sqlite:///{tmp_path}/t.db")
    migrate.upgrade(engine)
    with writing(engine) as session:
        session.add(AboutTable(name="a", value="b"))
    migrate.backup(engine, tmp_path / "copy.db")
    engine.dispose()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["copy.db", "t.db"]
    copy = open_database(f"sqlite:///{tmp_path}/copy.db")
    migrate.check(copy)
    with reading(copy) as session:
        assert session.get_one(AboutTable, "a").value == "b"
    copy.dispose()


def test_a_backup_never_replaces_a_file_and_names_a_folder_that_is_not_there(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "copy.db").touch()
    with pytest.raises(DatabaseError, match=r"copy.db: exists already; name a new file"):
        migrate.backup(engine, tmp_path / "copy.db")
    with pytest.raises(DatabaseError, match=r"copy.db: it cannot be opened; the folder must exist"):
        migrate.backup(engine, tmp_path / "nowhere" / "copy.db")
