"""What the migrations are compared with: the tables of tables.py."""

from typing import Any

from sqlmodel import SQLModel

from app.storage import tables  # registers the tables
from app.storage.search import event_search

metadata = SQLModel.metadata
__all__ = ["is_ours", "metadata", "tables"]


def is_ours(_object: Any, name: str | None, kind: str, _is_reflected: bool, _compare_to: Any) -> bool:  # noqa: ANN401, FBT001 -- Alembic's signature
    """Is this object of the database described in tables.py? The search index and its shadow tables are not."""
    return kind != "table" or not (name or "").startswith(event_search.name)
