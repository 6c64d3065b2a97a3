"""What LINK goes by is of tellings now, with kinds and words; `ingest` fills it anew."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    drop_links()
    create_links(
        compared=("families", "sides", "people", "places", "words", "voices"),
        of_traces=[*strings("also"), sa.Column("is_definite", sa.Boolean(), nullable=False)],
        of_happenings=[],
    )


def downgrade() -> None:
    drop_links()
    create_links(compared=("people", "places"), of_traces=strings("voice"), of_happenings=strings("voices"))


def drop_links() -> None:
    """All of it is derived; what linked it is forgotten, so that the next change links everything."""
    op.drop_table("trace")
    op.drop_table("happening")
    op.execute("DELETE FROM about WHERE name = 'linked_by'")


def create_links(
    compared: tuple[str, ...], of_traces: list[sa.Column[Any]], of_happenings: list[sa.Column[Any]]
) -> None:
    op.create_table(
        "trace",
        *days(),
        *strings(*compared),
        *strings("mention_id", "article_id", "cell", "happening_id"),
        *of_traces,
        sa.Column("stance", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("mention_id"),
    )
    for column in ("article_id", "cell", "happening_id"):
        op.create_index(f"ix_trace_{column}", "trace", [column])
    op.create_index("ix_trace_days", "trace", ["block", "tier", "first_day"])
    op.create_table(
        "happening",
        *days(),
        *strings(*compared),
        *strings("id", "stances", "answers"),
        *of_happenings,
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_happening_answers", "happening", ["answers"])
    op.create_index("ix_happening_days", "happening", ["block", "first_day"])


def days() -> list[sa.Column[Any]]:
    return [
        *strings("block"),
        sa.Column("tier", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.Integer(), nullable=True),
        sa.Column("last_day", sa.Integer(), nullable=True),
    ]


def strings(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.String(), nullable=False) for name in names]
