"""The first tables: overrides, their findings, reports."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes the tables."""
    op.create_table(
        "overrides",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("office", sa.Text, nullable=False),
        sa.Column("platform", sa.String(32), nullable=False),
        sa.Column("verdict", sa.String(16), nullable=False),
        sa.Column("ruleset", sa.String(64), nullable=False),
        sa.Column("reason", sa.String(32), nullable=False),
        sa.Column("note", sa.String(80), nullable=False),
        sa.Column("text_hash", sa.String(64), nullable=False),
        sa.Column("key_id", sa.String(8), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_overrides"),
    )
    op.create_index("ix_overrides_at", "overrides", ["at"])
    op.create_table(
        "override_findings",
        sa.Column("override", sa.String(32), nullable=False),
        sa.Column("number", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("clause", sa.String(16), nullable=False),
        sa.Column("check", sa.Text, nullable=False),
        sa.Column("term", sa.Text, nullable=False),
        sa.Column("severity", sa.String(8), nullable=False),
        sa.PrimaryKeyConstraint("override", "number", name="pk_override_findings"),
        sa.ForeignKeyConstraint(
            ["override"], ["overrides.id"], ondelete="CASCADE", name="fk_override_findings_override"
        ),
    )
    op.create_table(
        "reports",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("office", sa.Text, nullable=False),
        sa.Column("platform", sa.String(32), nullable=False),
        sa.Column("clause", sa.String(16), nullable=False),
        sa.Column("check", sa.Text, nullable=False),
        sa.Column("term", sa.Text, nullable=False),
        sa.Column("fingerprint", sa.String(16), nullable=False),
        sa.Column("excerpt", sa.String(200), nullable=False),
        sa.Column("note", sa.String(80), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reports"),
    )
    op.create_index("ix_reports_at", "reports", ["at"])


def downgrade() -> None:
    """Takes them away, rows and all."""
    op.drop_table("reports")
    op.drop_table("override_findings")
    op.drop_table("overrides")
