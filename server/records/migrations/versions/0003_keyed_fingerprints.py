"""The key of a report's fingerprint, and an index of what is cleared with the excerpt. `server.records.rekey` keys older rows."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
BEFORE = sa.text("(excerpt <> '' OR note <> '')")
FULL = sa.text("(excerpt <> '' OR note <> '' OR fingerprint <> '')")


def upgrade() -> None:
    """Adds the column, which an older server leaves empty, and makes the index anew."""
    op.add_column("reports", sa.Column("key_id", sa.String(8), nullable=False, server_default=""))
    op.drop_index("ix_reports_full", "reports")
    op.create_index("ix_reports_full", "reports", ["at"], postgresql_where=FULL, sqlite_where=FULL)


def downgrade() -> None:
    """Takes both away."""
    op.drop_index("ix_reports_full", "reports")
    op.create_index("ix_reports_full", "reports", ["at"], postgresql_where=BEFORE, sqlite_where=BEFORE)
    op.drop_column("reports", "key_id")
