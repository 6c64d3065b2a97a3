"""Makes a table hold given rows, and writes only what differs, so that saving twice changes nothing."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import ColumnElement, Table, and_, bindparam, delete, insert, select, true, update
from sqlmodel import Session, SQLModel

Key = tuple[Any, ...]
Values = dict[str, Any]  # of a row, all of them, by column
TableT = TypeVar("TableT", bound=SQLModel)
Item = TypeVar("Item")
AT_ONCE = 500  # keys a question, well below SQLite's limit of bound values


class Differences(NamedTuple):
    """Primary keys of the rows that were written, and of those that are there and not wanted."""

    written: frozenset[Key]
    stale: frozenset[Key]


def write_differences(
    session: Session, shape: type[TableT], rows: Iterable[TableT | Values], within: ColumnElement[bool] | None = None
) -> Differences:
    """Insert the rows that are new and update those that changed; what is stale stays for `delete_rows`.

    Args:
        session: In a transaction that writes.
        shape: The table.
        rows: All rows that it, or the part of it given by `within`, shall hold. Where there are many, they come as
            plain values: making objects of them takes longer than writing them.
        within: The part of the table that is compared; by default all of it.
    """
    table = table_of(shape)
    condition = true() if within is None else within
    names = [column.name for column in table.primary_key]
    kept = {_key(names, row): dict(row) for row in session.execute(select(table).where(condition)).mappings()}
    wanted = {_key(names, row): row for row in map(_values, rows)}
    new = [row for key, row in wanted.items() if key not in kept]
    changed = [row for key, row in wanted.items() if key in kept and row != kept[key]]
    if new:
        session.execute(insert(table), new)
    if changed:
        _update(session, table, changed)
    written = frozenset(_key(names, row) for row in [*new, *changed])
    return Differences(written, frozenset(kept.keys() - wanted.keys()))


def replace_rows(
    session: Session, shape: type[TableT], rows: Iterable[TableT | Values], within: ColumnElement[bool] | None = None
) -> Differences:
    """Like `write_differences`, and what is stale goes."""
    differences = write_differences(session, shape, rows, within)
    delete_rows(session, shape, differences.stale)
    return differences


def delete_rows(session: Session, shape: type[SQLModel], keys: Iterable[Key]) -> None:
    """Delete rows by their primary keys."""
    table = table_of(shape)
    columns = list(table.primary_key)
    values = [{f"key_{column.name}": part for column, part in zip(columns, key, strict=True)} for key in keys]
    if values:
        session.connection().execute(delete(table).where(_is_row(table)), values)


def pieces(items: Iterable[Item], size: int = AT_ONCE) -> Iterator[list[Item]]:
    """The items in lists that one question can take."""
    rest = iter(items)
    while some := list(islice(rest, size)):
        yield some


def table_of(shape: type[SQLModel]) -> Table:
    """The table behind a class of tables.py."""
    return SQLModel.metadata.tables[str(shape.__tablename__)]


def _update(session: Session, table: Table, rows: list[dict[str, Any]]) -> None:
    keys = {column.name for column in table.primary_key}
    values = [{f"key_{name}" if name in keys else name: value for name, value in row.items()} for row in rows]
    changed: dict[str, Any] = {
        column.name: bindparam(column.name) for column in table.columns if column.name not in keys
    }
    session.connection().execute(update(table).where(_is_row(table)).values(changed), values)


def _is_row(table: Table) -> ColumnElement[bool]:
    return and_(*(column == bindparam(f"key_{column.name}") for column in table.primary_key))


def _values(row: SQLModel | Values) -> Values:
    return row if isinstance(row, dict) else row.model_dump()


def _key(names: Sequence[str], row: Any) -> Key:  # noqa: ANN401 -- a mapping of SQLAlchemy's or of ours
    return tuple([row[name] for name in names])
