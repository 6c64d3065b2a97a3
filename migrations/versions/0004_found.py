"""When each mention was first found; of those that are there already nobody knows."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "found",
        sa.Column("mention_id", sa.String(), nullable=False),
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("mention_id"),
    )
    op.create_index("ix_found_article_id", "found", ["article_id"])
    op.execute("INSERT INTO found (mention_id, article_id) SELECT id, article_id FROM mention")


def downgrade() -> None:
    op.drop_table("found")
