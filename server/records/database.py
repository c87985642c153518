"""How a database is reached: SQLite by default, PostgreSQL by its URL."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, NullPool, create_engine, event, make_url

WAIT = 3  # seconds, for a connection, a lock, a statement: no worker of the checks may hang on the records


def engine(url: str) -> Engine:
    """An engine that has not connected yet. Each use connects anew: rare, safe over forks, whole again at once."""
    target = make_url(url)
    if target.get_backend_name() == "sqlite":
        made = create_engine(target, poolclass=NullPool, hide_parameters=True, connect_args={"timeout": WAIT})
        event.listen(made, "connect", _set_up_sqlite)
        return made
    options = f"-c statement_timeout={WAIT}s -c lock_timeout={WAIT}s"
    return create_engine(
        target.set(drivername="postgresql+psycopg"),
        poolclass=NullPool,
        hide_parameters=True,  # an excerpt stands in no error
        connect_args={"connect_timeout": WAIT, "options": options},
    )


def make_file(url: URL) -> None:
    """SQLite's file and its folder, for the server's own user alone. OSError where they cannot be made."""
    path = Path(url.database or "")
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def _set_up_sqlite(connection: Any, _: object) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA secure_delete = ON")  # what is deleted is overwritten, not only forgotten
    cursor.execute("PRAGMA temp_store = MEMORY")
    cursor.close()
