"""What LINK goes by knows its month and day in any year; `ingest` fills it anew."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

TABLES = ("trace", "happening")


def upgrade() -> None:
    for table in TABLES:
        forget(table)
        op.add_column(table, sa.Column("calendar", sa.String(), nullable=False, server_default=""))
        op.create_index(f"ix_{table}_calendar", table, ["calendar"])


def downgrade() -> None:
    for table in TABLES:
        forget(table)
        op.drop_index(f"ix_{table}_calendar", table)
        op.drop_column(table, "calendar")


def forget(table: str) -> None:
    """All of it is derived; what linked it is forgotten, so that the next change links everything."""
    op.execute(f"DELETE FROM {table}")  # noqa: S608 -- a name from above
    op.execute("DELETE FROM about WHERE name = 'linked_by'")
