"""An index of the reports that still hold words: few of all, and looked for at each new one."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
FULL = sa.text("(excerpt <> '' OR note <> '')")


def upgrade() -> None:
    """Makes the index."""
    op.create_index("ix_reports_full", "reports", ["at"], postgresql_where=FULL, sqlite_where=FULL)


def downgrade() -> None:
    """Takes it away."""
    op.drop_index("ix_reports_full", "reports")
