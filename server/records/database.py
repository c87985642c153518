"""How a database is reached: SQLite by default, PostgreSQL by its URL."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from server.settings import BadSetting

WAIT = 3  # seconds, for a connection, a lock, a statement: no worker of the checks may hang on the records
# a machine that is gone without a word is given up after 15 s, not after hours; the last in milliseconds
DEAD = {"keepalives_idle": 5, "keepalives_interval": 5, "keepalives_count": 2, "tcp_user_timeout": 15_000}
LONG_WAIT = 60  # seconds for a lock, where IT's own command waits; its statements take the time they need


def engine(url: str, patient: bool = False) -> Engine:
    """An engine that has not connected yet. Each use connects anew: rare, safe over forks, whole again at once.

    `patient`: for IT's commands, which hold no check up.
    """
    target = address(url)
    for_lock, for_statement = (LONG_WAIT, 0) if patient else (WAIT, WAIT)
    if target.get_backend_name() == "sqlite":
        made = create_engine(target, poolclass=NullPool, hide_parameters=True, connect_args={"timeout": for_lock})
        event.listen(made, "connect", _set_up_sqlite)
        event.listen(made, "begin", _begin_sqlite)
        return made
    # none of a failed statement's values, an excerpt among them, stands in PostgreSQL's log
    own = f"-c statement_timeout={for_statement}s -c lock_timeout={for_lock}s -c log_parameter_max_length_on_error=0"
    if not patient:  # no timeout ends a COMMIT that waits for a standby
        own += " -c synchronous_commit=local"
    options = " ".join([*target.normalized_query.get("options", ()), own])  # ours are last, so they hold
    return create_engine(
        target.set(drivername="postgresql+psycopg"),
        poolclass=NullPool,
        hide_parameters=True,  # an excerpt stands in no error
        connect_args={"connect_timeout": WAIT, "options": options, "client_encoding": "utf8", **DEAD},
    )


def address(url: str) -> URL:
    """The address in its parts. BadSetting where it cannot be read, with no piece of it: a password may stand there."""
    try:
        return make_url(url)
    except (ArgumentError, ValueError):
        raise BadSetting(
            "JACHAI_RECORDS: ডেটাবেজের ঠিকানাটি পড়া যায় না; পাসওয়ার্ডে : / @ % থাকলে %3A %2F %40 %25 লিখুন, অথবা পাসওয়ার্ডটি jachai ব্যবহারকারীর ~/.pgpass ফাইলে রাখুন | "
            "The database's address cannot be read; in a password write %3A %2F %40 %25 for : / @ %, or keep it in ~/.pgpass of the user jachai"
        ) from None


def make_file(url: URL) -> None:
    """SQLite's file and its folder, for the server's own user alone. OSError where they cannot be made."""
    path = Path(url.database or "")
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    if not os.fstat(file).st_size:
        os.fchmod(file, 0o600)  # whoever asked before, such as `records state`, has left it empty and open to all
    os.close(file)


def _set_up_sqlite(connection: Any, _: object) -> None:
    connection.isolation_level = None  # Python's own BEGIN would leave the making of tables outside
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA secure_delete = ON")  # what is deleted is overwritten, not only forgotten
    cursor.execute("PRAGMA temp_store = MEMORY")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    """Takes the file for writing at once: who comes second waits, and finds what the first has done."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")
