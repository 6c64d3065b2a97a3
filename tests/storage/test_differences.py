"""Only what differs is written."""

from sqlmodel import Session, select

from app.storage.differences import replace_rows, write_differences
from app.storage.tables import AboutTable


def about(**facts: str) -> list[AboutTable]:
    return [AboutTable(name=name, value=value) for name, value in facts.items()]


def kept(session: Session) -> dict[str, str]:
    session.expire_all()
    return {row.name: row.value for row in session.exec(select(AboutTable))}


def test_new_rows_are_inserted_changed_ones_updated_and_others_left(session: Session) -> None:
    write_differences(session, AboutTable, about(same="1", changed="1", stale="1"))
    differences = write_differences(session, AboutTable, about(same="1", changed="2", new="1"))
    assert differences.written == {("changed",), ("new",)}
    assert differences.stale == {("stale",)}
    assert kept(session) == {"same": "1", "changed": "2", "new": "1", "stale": "1"}


def test_replacing_also_deletes_what_is_not_wanted(session: Session) -> None:
    write_differences(session, AboutTable, about(same="1", stale="1"))
    replace_rows(session, AboutTable, about(same="1"))
    assert kept(session) == {"same": "1"}


def test_only_the_given_part_of_a_table_is_compared(session: Session) -> None:
    write_differences(session, AboutTable, about(here="1", elsewhere="1"))
    replace_rows(session, AboutTable, [], AboutTable.name == "here")  # type: ignore[arg-type] # a column, not a bool
    assert kept(session) == {"elsewhere": "1"}
