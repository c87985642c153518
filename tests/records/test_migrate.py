"""The tables are made whole or not at all, whoever else makes them at the same time."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest
from alembic import op
from sqlalchemy import inspect, text

from server.records import database
from server.records.migrate import LOCK, migrate
from server.records.store import Records
from tests.conftest import ROOT
from tests.records.cluster import Cluster

pytestmark = pytest.mark.service


def test_a_migration_that_is_stopped_leaves_nothing(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    make = op.create_table

    def stopped(name: str, *columns: object) -> object:
        if name == "reports":
            raise OSError
        return make(name, *columns)  # type: ignore[arg-type]

    monkeypatch.setattr(op, "create_table", stopped)
    with pytest.raises(OSError):
        migrate(url)
    with Records(url).engine.connect() as connection:
        assert inspect(connection).get_table_names() == []
    monkeypatch.undo()
    migrate(url)
    assert Records(url).state() == "ok"


def test_several_servers_migrate_at_once(url: str) -> None:
    one = "import sys; from server.records.migrate import migrate; migrate(sys.argv[1])"
    begun = [subprocess.Popen([sys.executable, "-c", one, url], cwd=ROOT, stderr=subprocess.PIPE) for _ in range(3)]
    told = [process.communicate()[1].decode()[-200:] for process in begun]
    assert [process.returncode for process in begun] == [0, 0, 0], told
    assert Records(url).state() == "ok"


def test_a_migration_waits_longer_than_a_worker(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "WAIT", 1)
    ended: list[None] = []
    waiting = threading.Thread(target=lambda: ended.append(migrate(cluster.url)))  # type: ignore[func-returns-value]
    with database.engine(cluster.url).connect() as other:
        other.execute(text("SELECT pg_advisory_lock(:number)"), {"number": LOCK})
        waiting.start()
        waiting.join(2)
        assert waiting.is_alive()
    waiting.join(60)
    assert ended == [None]
