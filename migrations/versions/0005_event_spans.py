"""An index that holds all that the chart over the timeline counts, so that it need not read whole events."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_event_span", "event", ["earliest", "latest", "precision"])


def downgrade() -> None:
    op.drop_index("ix_event_span", "event")
