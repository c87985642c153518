"""The records themselves: rows go in, rows come out, and old ones are deleted."""

from __future__ import annotations

import logging
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from sqlalchemy import Connection, Engine, delete, insert, select, text, update
from sqlalchemy.exc import ProgrammingError, SQLAlchemyError

from server.records import database
from server.records.kept import EXCERPT_DAYS, PAUSE, Override, RecordsGone, Report
from server.records.tables import HEAD, findings, overrides, reports

log = logging.getLogger(__name__)

State = Literal["ok", "gone", "not_migrated"]


class Records:
    """Overrides and reports in one database. Every failure of it is RecordsGone, logged by its type alone."""

    def __init__(self, url: str) -> None:
        self.engine: Engine = database.engine(url)
        self._gone_until = 0.0
        self._last: State = "ok"

    def keep_override(self, override: Override) -> str:
        """The id of the new row."""
        fields = asdict(override)
        rows = fields.pop("findings")
        with self._connected() as connection:
            row = _new()
            connection.execute(insert(overrides).values(**row, **fields))
            if rows:
                numbered = [{"override": row["id"], "number": place, **found} for place, found in enumerate(rows)]
                connection.execute(insert(findings), numbered)
        return str(row["id"])

    def keep_report(self, report: Report) -> str:
        """The id of the new row; excerpts that are due go at the same time."""
        with self._connected() as connection:
            row = _new()
            connection.execute(insert(reports).values(**row, **asdict(report)))
            _forget_excerpts(connection)
        return str(row["id"])

    def state(self) -> State:
        """Whether rows can be kept."""
        try:
            with self._connected() as connection:
                version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        except RecordsGone:
            return self._last
        return "ok" if version and version >= HEAD else "not_migrated"  # a newer one only adds

    def purge(self, days: int) -> dict[str, int]:
        """Deletes excerpts that are due and rows older than `days`; says how many of each."""
        oldest = datetime.now(UTC) - timedelta(days=days)
        with self._connected() as connection:
            return {
                "excerpts": _forget_excerpts(connection),
                "overrides": connection.execute(delete(overrides).where(overrides.c.at < oldest)).rowcount,
                "reports": connection.execute(delete(reports).where(reports.c.at < oldest)).rowcount,
            }

    def override_rows(self, since: datetime, until: datetime) -> list[dict[str, Any]]:
        """One row a finding, the override's own fields in each; oldest first."""
        wanted = (
            select(overrides, findings.c.clause, findings.c.check, findings.c.term, findings.c.severity)
            .join_from(overrides, findings, isouter=True)
            .where(overrides.c.at >= since, overrides.c.at < until)
            .order_by(overrides.c.at, overrides.c.id, findings.c.number)
        )
        with self._connected() as connection:
            return [dict(row) for row in connection.execute(wanted).mappings()]

    def report_rows(self, since: datetime, until: datetime) -> list[dict[str, Any]]:
        """The reports, oldest first; an excerpt that is due is deleted before anybody reads it."""
        wanted = select(reports).where(reports.c.at >= since, reports.c.at < until).order_by(reports.c.at, reports.c.id)
        with self._connected() as connection:
            _forget_excerpts(connection)
            return [dict(row) for row in connection.execute(wanted).mappings()]

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        if time.monotonic() < self._gone_until:
            raise RecordsGone
        try:
            with self.engine.begin() as connection:
                yield connection
        except SQLAlchemyError as error:
            self._last = (
                "not_migrated" if isinstance(error, ProgrammingError) or "no such table" in str(error) else "gone"
            )
            log.error("records %s: %s", self._last, type(error).__name__)  # never its text
            self._gone_until = time.monotonic() + PAUSE
            raise RecordsGone from error


def _new() -> dict[str, Any]:
    return {"id": uuid.uuid4().hex, "at": datetime.now(UTC).replace(microsecond=0)}


def _forget_excerpts(connection: Connection) -> int:
    due = datetime.now(UTC) - timedelta(days=EXCERPT_DAYS)
    full = (reports.c.excerpt != "") | (reports.c.note != "")
    return connection.execute(update(reports).where(reports.c.at < due, full).values(excerpt="", note="")).rowcount
