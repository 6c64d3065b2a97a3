"""What the second pass of dating needs: fingerprints of wording, and what an article's own text says of its day."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "wording",
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("passage", sa.Integer(), nullable=False),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("is_quoted", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("fingerprint", "article_id"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_wording_article_id", "wording", ["article_id"])
    # Columns are added, not tables made anew: dropping the old table would delete all that hangs on it.
    for column in ("own_edtf", "own_basis", "loan_key"):
        op.add_column("article", sa.Column(column, sa.String(), nullable=False, server_default=""))
    op.add_column("article", sa.Column("words", sa.Integer(), nullable=False, server_default="0"))
    op.execute("UPDATE article SET own_edtf = edtf, own_basis = basis")
    op.execute("ALTER TABLE clue ADD COLUMN lender_id VARCHAR REFERENCES article (id)")
    op.create_index("ix_clue_lender_id", "clue", ["lender_id"])


def downgrade() -> None:
    op.drop_index("ix_clue_lender_id", "clue")
    op.drop_column("clue", "lender_id")
    for column in ("own_edtf", "own_basis", "loan_key", "words"):
        op.drop_column("article", column)
    op.drop_table("wording")
