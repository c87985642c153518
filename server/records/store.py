"""The records themselves: rows go in, rows come out, and old ones are deleted."""

from __future__ import annotations

import logging
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from threading import Event, Thread
from typing import Any, Literal

from sqlalchemy import (
    ColumnExpressionArgument,
    Connection,
    Engine,
    Select,
    Subquery,
    Table,
    delete,
    insert,
    select,
    text,
    update,
)
from sqlalchemy.exc import DataError, SQLAlchemyError

from server.records import database
from server.records.kept import EXCERPT_DAYS, MAX_EXCERPT, PAUSE, Override, RecordsGone, Report
from server.records.tables import FULL, HEAD, findings, overrides, reports

log = logging.getLogger(__name__)

State = Literal["ok", "gone", "not_migrated", "overdue"]
BATCH = 2000  # rows of one transaction: a worker has time for them, and waits for no more
# seconds for all of a row; the database's own timeouts come first, where it has not stopped altogether
LIMIT = database.WAIT + 1.0
MOMENT = 0.3  # seconds that /ready gives a trial; one that takes longer goes on beside the checks
# The purge's timer comes once a day, and a server may have stood still over a weekend.
LATE = timedelta(days=3)
AHEAD = timedelta(days=2)  # no clock that is looked after is so far ahead
UNMADE = ("42P01", "42703")  # PostgreSQL's names for a table, and a column, that is not there
UNMADE_IN_SQLITE = ("no such table", "no such column", "has no column named")
TRIAL = Report("", "", "", "", "", "", "", "ক" * MAX_EXCERPT, "")  # Bangla: not every database takes it
FORGOTTEN = {"excerpt": "", "note": "", "fingerprint": "", "key_id": ""}


class Records:
    """Overrides and reports in one database. Every failure of it is RecordsGone, logged by its type alone."""

    def __init__(self, url: str, patient: bool = False, days: int | None = None) -> None:
        """`patient`: for IT's commands; a worker gives up after `database.WAIT`. BadSetting where the address is none.

        `days`: for how long an office keeps a row, by which `state` tells an older one; None: of rows nothing is told.
        """
        self.engine: Engine = database.engine(url, patient)
        self._is_patient = patient
        self._days = days
        self._gone_until = 0.0
        self._last: State = "ok"
        self._trial: Thread | None = None
        self._tried_until = 0.0  # a trial that failed stands for those to come
        self._late: Thread | None = None  # that of a row which took too long

    def keep_override(self, override: Override) -> str:
        """The id of the new row."""
        return self.keep_overrides([override])[0]

    def keep_overrides(self, several: Sequence[Override]) -> list[str]:
        """The ids of the new rows: all of them are kept, or none."""
        rows = [{**_new(), **asdict(override)} for override in several]
        numbered = [
            {"override": row["id"], "number": place, **found}
            for row in rows
            for place, found in enumerate(row.pop("findings"))
        ]

        def keep(connection: Connection) -> None:
            connection.execute(insert(overrides), rows)
            if numbered:
                connection.execute(insert(findings), numbered)

        self._in_time(keep)
        return [str(row["id"]) for row in rows]

    def keep_report(self, report: Report) -> str:
        """The id of the new row; excerpts that are due go at the same time, as many as a worker has time for."""
        row = _new()

        def keep(connection: Connection) -> None:
            connection.execute(insert(reports).values(**row, **asdict(report)))
            _forget_excerpts(connection)

        self._in_time(keep)
        return str(row["id"])

    def _in_time(self, keep: Callable[[Connection], None]) -> None:
        """Beside the worker, which waits no longer than LIMIT: a database may take a connection and then stop, and checks wait behind it.

        What comes too late is taken back, unless LIMIT ends amid its commit; until then nobody else is kept waiting.
        """
        if _runs(self._late):
            raise RecordsGone
        done, is_late = Future[None](), Event()

        def work() -> None:
            try:
                with self._connected() as connection:
                    keep(connection)
                    if is_late.is_set():
                        connection.rollback()
                done.set_result(None)
            except Exception as error:
                done.set_exception(error)

        thread = Thread(target=work, name="records", daemon=True)
        thread.start()
        try:
            done.result(LIMIT)
        except TimeoutError:
            is_late.set()
            self._late = thread
            self._last, self._gone_until = "gone", time.monotonic() + PAUSE
            log.error("records gone: no answer in time")
            raise RecordsGone from None

    def state(self) -> State:
        """Whether rows can be kept; "overdue" where they can, and excerpts or rows are there that a purge should have deleted.

        A worker gives the trial a moment and no more: checks wait behind whoever asks this.
        """
        if self._is_patient:
            self._try()
        elif _runs(self._trial) or _runs(self._late):
            return "gone"
        elif time.monotonic() >= max(self._gone_until, self._tried_until):
            self._trial = Thread(target=self._try, name="records", daemon=True)
            self._trial.start()
            self._trial.join(MOMENT)
            return "gone" if self._trial.is_alive() else self._last
        return self._last

    def _try(self) -> None:
        """One row is written, and taken back before it costs a disk anything. What came of it is kept in `_last`."""
        state: State = "not_migrated"
        try:
            with self._connected(is_trial=True) as connection:
                version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
                if version is not None and version >= HEAD:  # a newer one only adds
                    state = "overdue" if _holds_overdue(connection, self._days) else "ok"
                    connection.execute(insert(reports).values(**_new(), **asdict(TRIAL)))
                    connection.rollback()
            self._last = state
        except RecordsGone:
            self._tried_until = time.monotonic() + PAUSE
        # in a thread of its own: its text would go to stderr, and the state would be the last one
        except Exception as error:
            log.error("the trial of the records failed: %s", type(error).__name__)
            self._last, self._tried_until = "gone", time.monotonic() + PAUSE

    def purge(self, days: int) -> dict[str, int]:
        """Deletes excerpts that are due or dated ahead, and then rows older than `days`; says how many of each."""
        oldest = datetime.now(UTC) - timedelta(days=days)
        gone = {
            "excerpts": self._in_batches(_forget_excerpts) + self._in_batches(_forget_dated_ahead),
            "overrides": self._in_batches(lambda connection: _delete(connection, overrides, oldest)),
            "reports": self._in_batches(lambda connection: _delete(connection, reports, oldest)),
        }
        if self.engine.dialect.name == "sqlite":
            self._write_anew()
        return gone

    def _write_anew(self) -> None:
        """Where rows go, SQLite moves others between its pages, and overwrites no copy that such a move leaves behind."""
        with self._connected() as connection:
            connection.exec_driver_sql("COMMIT")  # it is done outside of all transactions
            connection.exec_driver_sql("VACUUM")

    def override_rows(self, since: datetime, until: datetime) -> Iterator[dict[str, Any]]:
        """One row a finding, the override's own fields in each; oldest first."""
        return self._rows(overrides, since, until, _with_findings)

    def report_rows(self, since: datetime, until: datetime) -> Iterator[dict[str, Any]]:
        """The reports, oldest first; an excerpt that is due is deleted before anybody reads it."""
        self._in_batches(_forget_excerpts)
        return self._rows(reports, since, until, select)

    def _rows(
        self, table: Table, since: datetime, until: datetime, read: Callable[[Subquery], Select[Any]]
    ) -> Iterator[dict[str, Any]]:
        """Page by page: a reader, however slow, holds neither memory nor a lock that a worker waits for."""
        last = ""
        while True:
            later = (table.c.at > since) | (table.c.id > last)
            page = select(table).where(table.c.at >= since, later, table.c.at < until)
            page = page.order_by(table.c.at, table.c.id).limit(BATCH)
            with self._connected() as connection:
                rows = [dict(row) for row in connection.execute(read(page.subquery())).mappings()]
            if not rows:
                return
            yield from rows
            since, last = rows[-1]["at"], rows[-1]["id"]

    def _in_batches(self, delete_some: Callable[[Connection], int]) -> int:
        """How many rows it was in all. Each batch stands for itself: what is gone stays gone where a later one fails."""
        total = 0
        while True:
            with self._connected() as connection:
                gone = delete_some(connection)
            if not gone:
                return total
            total += gone

    @contextmanager
    def _connected(self, is_trial: bool = False) -> Iterator[Connection]:
        """A transaction; after a failure nobody asks for a while. That of a trial keeps nobody from writing."""
        if time.monotonic() < self._gone_until and not is_trial:
            raise RecordsGone
        try:
            with self.engine.begin() as connection:
                yield connection
        except SQLAlchemyError as error:
            self._last = "not_migrated" if _is_unmade(error) else "gone"
            log.error("records %s: %s", self._last, type(error).__name__)  # never its text
            # one row that it does not take is no reason to refuse others
            if not is_trial and not isinstance(error, DataError):
                self._gone_until = time.monotonic() + PAUSE
            raise RecordsGone from error


def _runs(thread: Thread | None) -> bool:
    return thread is not None and thread.is_alive()


def _is_unmade(error: SQLAlchemyError) -> bool:
    """Whether a table or column is missing; a table that may not be written is there, and `migrate` would not help."""
    state = getattr(getattr(error, "orig", None), "sqlstate", "")
    return state in UNMADE or any(sign in str(error) for sign in UNMADE_IN_SQLITE)


def _new() -> dict[str, Any]:
    return {"id": uuid.uuid4().hex, "at": datetime.now(UTC).replace(microsecond=0)}


def _with_findings(page: Subquery) -> Select[Any]:
    return (
        select(page, findings.c.clause, findings.c.check, findings.c.term, findings.c.severity)
        .join_from(page, findings, page.c.id == findings.c.override, isouter=True)
        .order_by(page.c.at, page.c.id, findings.c.number)
    )


def _holds_overdue(connection: Connection, days: int | None) -> bool:
    """Whether an excerpt, or a row older than `days`, is there that no purge has deleted."""
    due = datetime.now(UTC) - LATE
    late = [select(reports.c.id).where(reports.c.at < due - timedelta(days=EXCERPT_DAYS), FULL)]
    if days is not None:
        late += (select(table.c.id).where(table.c.at < due - timedelta(days=days)) for table in (overrides, reports))
    return any(connection.execute(some.limit(1)).first() for some in late)


def _forget_excerpts(connection: Connection) -> int:
    due = datetime.now(UTC) - timedelta(days=EXCERPT_DAYS)
    return _forget(connection, reports.c.at < due)


def _forget_dated_ahead(connection: Connection) -> int:
    """What a clock that ran ahead has dated would be kept as much too long. Only IT's command asks: a worker's own clock may be the wrong one."""
    return _forget(connection, reports.c.at > datetime.now(UTC) + AHEAD)


def _forget(connection: Connection, which: ColumnExpressionArgument[bool]) -> int:
    some = _some(reports, which, FULL)
    return connection.execute(update(reports).where(reports.c.id.in_(some)).values(FORGOTTEN)).rowcount


def _delete(connection: Connection, table: Table, oldest: datetime) -> int:
    return connection.execute(delete(table).where(table.c.id.in_(_some(table, table.c.at < oldest)))).rowcount


def _some(table: Table, *which: ColumnExpressionArgument[bool]) -> Select[Any]:
    """The ids of a batch. What another server is about to delete is left to it."""
    return select(table.c.id).where(*which).limit(BATCH).with_for_update(skip_locked=True)
