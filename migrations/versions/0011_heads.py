"""What LINK goes by knows what stands at the head of its article; `ingest` fills it anew."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    forget()
    op.add_column("trace", sa.Column("is_head", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    forget()
    op.drop_column("trace", "is_head")


def forget() -> None:
    """All of it is derived; what linked it is forgotten, so that the next change links everything."""
    for table in ("trace", "happening"):
        op.execute(f"DELETE FROM {table}")  # noqa: S608 -- a name from above
    op.execute("DELETE FROM about WHERE name = 'linked_by'")
