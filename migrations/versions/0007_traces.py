"""What LINK goes by, found by its keys, and what an event's sources tell differently; `ingest` fills it."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from app.domain.edtf import edtf

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "trace",
        *link_columns(),
        sa.Column("mention_id", sa.String(), nullable=False),
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("cell", sa.String(), nullable=False),
        sa.Column("stance", sa.Integer(), nullable=False),
        sa.Column("voice", sa.String(), nullable=False),
        sa.Column("happening_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("mention_id"),
    )
    for column in ("article_id", "cell", "happening_id"):
        op.create_index(f"ix_trace_{column}", "trace", [column])
    op.create_index("ix_trace_days", "trace", ["block", "tier", "first_day"])
    op.create_table(
        "happening",
        *link_columns(),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("stances", sa.String(), nullable=False),
        sa.Column("voices", sa.String(), nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.Column("answers", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_happening_answers", "happening", ["answers"])
    op.create_index("ix_happening_days", "happening", ["block", "first_day"])
    create_what_events_show()
    add_days_to_wording()


def link_columns() -> list[sa.Column[Any]]:
    return [
        sa.Column("block", sa.String(), nullable=False),
        sa.Column("tier", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.Integer(), nullable=True),
        sa.Column("last_day", sa.Integer(), nullable=True),
        sa.Column("people", sa.String(), nullable=False),
        sa.Column("places", sa.String(), nullable=False),
    ]


def create_what_events_show() -> None:
    op.create_table(
        "event_conflict",
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("mention_id", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event_id", "about", "mention_id"),
    )


def add_days_to_wording() -> None:
    """Columns are added, not tables made anew; the days are those of the articles' own texts."""
    for column in ("first_day", "last_day"):
        op.add_column("wording", sa.Column(column, sa.Integer(), nullable=True))
    connection = op.get_bind()
    for article_id, text in connection.execute(sa.text("SELECT id, own_edtf FROM article WHERE own_edtf <> ''")).all():
        first, last = (day and day.toordinal() for day in edtf(text).bounds)
        change = "UPDATE wording SET first_day = :first, last_day = :last WHERE article_id = :article"
        connection.execute(sa.text(change), {"first": first, "last": last, "article": article_id})


def downgrade() -> None:
    for column in ("first_day", "last_day"):
        op.drop_column("wording", column)
    for table in ("event_conflict", "happening", "trace"):
        op.drop_table(table)
