"""Reports of an older server hold a hash without a key in it, which tells a number to whoever tries them all: it is keyed, or cleared."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, bindparam, select, true, update

from server.records.kept import EXCERPT_DAYS
from server.records.key import Key
from server.records.tables import FULL, reports

BARE = (FULL, reports.c.fingerprint != "", reports.c.key_id == "")  # FULL, so that its index is used


def key_fingerprints(connection: Connection, key: Key | None) -> None:
    """At each `migrate`, not once: servers are upgraded one after another, and some go back for a while."""
    is_due = reports.c.at < datetime.now(UTC) - timedelta(days=EXCERPT_DAYS) if key else true()
    connection.execute(update(reports).where(*BARE, is_due).values(fingerprint=""))
    if key is None:
        return
    bare = connection.execute(select(reports.c.id, reports.c.fingerprint).where(*BARE)).all()
    keyed = [{"row": row.id, "keyed": key.fingerprint(row.fingerprint)} for row in bare]
    if keyed:
        values = {"fingerprint": bindparam("keyed"), "key_id": key.id}
        connection.execute(update(reports).where(reports.c.id == bindparam("row")).values(values), keyed)
