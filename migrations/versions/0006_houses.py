"""The house of each article's publisher, by which witnesses are told apart; `tumen rebuild` fills in families."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("article", sa.Column("house", sa.String(), nullable=True))
    op.execute("UPDATE article SET house = publisher")


def downgrade() -> None:
    op.drop_column("article", "house")
