"""The tables of the records. A change here needs a migration beside it; a test compares the two."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    text,
)

from server.records.kept import MAX_EXCERPT, MAX_NOTE

HEAD = "0003"  # the newest migration
# reports that hold words, or a hash over some; written out, so that their index is used
FULL = text("(excerpt <> '' OR note <> '' OR fingerprint <> '')")


class Utc(TypeDecorator[datetime]):
    """A moment in UTC, on databases with time zones and on those without."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Into the database; a moment without a zone is a mistake."""
        return value.astimezone(UTC) if value else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Out of the database; SQLite forgets the zone, PostgreSQL tells its own."""
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

overrides = Table(
    "overrides",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("at", Utc, nullable=False),
    Column("office", Text, nullable=False),
    Column("platform", String(32), nullable=False),
    Column("verdict", String(16), nullable=False),
    Column("ruleset", String(64), nullable=False),
    Column("reason", String(32), nullable=False),
    Column("note", String(MAX_NOTE), nullable=False),
    Column("text_hash", String(64), nullable=False),
    Column("key_id", String(8), nullable=False),
    Index(None, "at"),
)

findings = Table(
    "override_findings",
    metadata,
    Column("override", String(32), ForeignKey("overrides.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("clause", String(16), nullable=False),
    Column("check", Text, nullable=False),
    Column("term", Text, nullable=False),
    Column("severity", String(8), nullable=False),
)

reports = Table(
    "reports",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("at", Utc, nullable=False),
    Column("office", Text, nullable=False),
    Column("platform", String(32), nullable=False),
    Column("clause", String(16), nullable=False),
    Column("check", Text, nullable=False),
    Column("term", Text, nullable=False),
    Column("fingerprint", String(16), nullable=False),
    Column("key_id", String(8), nullable=False, server_default=""),  # none: of a server that did not key them yet
    Column("excerpt", String(MAX_EXCERPT), nullable=False),
    Column("note", String(MAX_NOTE), nullable=False),
    Index(None, "at"),
    Index("ix_reports_full", "at", postgresql_where=FULL, sqlite_where=FULL),
)
