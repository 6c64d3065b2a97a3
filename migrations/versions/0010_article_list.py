"""An index that holds all by which the list of articles is sorted and counted, so that no texts are passed by."""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_article_list", "article", ["earliest", "latest", "basis", "id"])


def downgrade() -> None:
    op.drop_index("ix_article_list", "article")
