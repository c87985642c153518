"""The tables are made whole or not at all, whoever else makes them at the same time."""

from __future__ import annotations

import subprocess
import sys
import threading
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from alembic import command, op
from flask.testing import FlaskCliRunner
from sqlalchemy import bindparam, inspect, select, text

from server import create_app
from server.record_commands import records_commands
from server.records import database
from server.records.key import Key, read_key
from server.records.migrate import LOCK, configured, migrate
from server.records.store import Records
from server.records.tables import Utc, reports
from server.settings import Settings
from tests.conftest import ROOT
from tests.records.cluster import Cluster

pytestmark = pytest.mark.service
KEY = read_key("ab" * 32)
BARE = "00ff00ff00ff00ff"  # as an older server kept it
REPORT = (
    'INSERT INTO reports (id, at, office, platform, clause, "check", term, fingerprint, excerpt, note) '
    "VALUES (:id, :at, '', 'x', '6.ga', 'personal/mobile', '', :fingerprint, '', '')"
)


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


def keep_bare(records: Records, fingerprint: str, days: int = 1) -> None:
    """A report as an older server writes it, also into newer tables."""
    row = {"id": uuid.uuid4().hex, "at": datetime.now(UTC) - timedelta(days=days), "fingerprint": fingerprint}
    with records.engine.begin() as connection:
        connection.execute(text(REPORT).bindparams(bindparam("at", type_=Utc)), row)


def kept(records: Records) -> list[tuple[str, str]]:
    with records.engine.begin() as connection:
        return [(row.fingerprint, row.key_id) for row in connection.execute(select(reports))]


@pytest.fixture
def older(url: str) -> Records:
    return made_by_an_older_server(url)


def made_by_an_older_server(url: str) -> Records:
    """Records of a server that kept fingerprints bare: twice one, once another, and one that is due."""
    records = Records(url)
    if records.engine.dialect.name == "sqlite":
        database.make_file(records.engine.url)
    with records.engine.begin() as connection:
        command.upgrade(configured(connection), "0002")
    for fingerprint, days in ((BARE, 1), (BARE, 89), ("1f", 1), (BARE, 91)):
        keep_bare(records, fingerprint, days)
    return records


def test_bare_fingerprints_are_keyed(older: Records, url: str) -> None:
    migrate(url, KEY)
    known = [(KEY.fingerprint(BARE), KEY.id)] * 2 + [(KEY.fingerprint("1f"), KEY.id)]
    assert sorted(kept(older)) == sorted([*known, ("", "")])  # one as before
    assert older.state() == "ok"


def test_without_a_key_they_are_cleared(older: Records, url: str) -> None:
    migrate(url)
    assert kept(older) == [("", "")] * 4


@pytest.mark.parametrize("key", [KEY, None], ids=["keyed", "cleared"])
def test_sqlite_overwrites_them(tmp_path: Path, key: Key | None) -> None:
    url = f"sqlite:///{tmp_path}/records.sqlite"
    made_by_an_older_server(url)
    assert BARE.encode() in (tmp_path / "records.sqlite").read_bytes()
    migrate(url, key)
    assert BARE.encode() not in b"".join(path.read_bytes() for path in tmp_path.iterdir())


def test_what_an_older_server_wrote_since_is_keyed_and_nothing_twice(records: Records, url: str) -> None:
    """Servers are upgraded one after another, and may go back: each `migrate` looks."""
    keep_bare(records, BARE)
    for _ in range(2):
        migrate(url, KEY)
        assert kept(records) == [(KEY.fingerprint(BARE), KEY.id)]
    migrate(url)  # nor does who has no key touch what is keyed
    assert kept(records) == [(KEY.fingerprint(BARE), KEY.id)]


@pytest.mark.parametrize(
    "digits, told", [("ab" * 32, KEY.fingerprint(BARE)), ("short", ""), ("", "")], ids=["a key", "none", "not set"]
)
def test_the_command_has_the_key(
    older: Records, url: str, monkeypatch: pytest.MonkeyPatch, digits: str, told: str
) -> None:
    monkeypatch.setenv("JACHAI_RECORDS", url)
    monkeypatch.setenv("JACHAI_RECORDS_KEY", digits)
    runner: FlaskCliRunner = create_app(Settings()).test_cli_runner()
    assert runner.invoke(records_commands, ["migrate"]).exit_code == 0
    assert {fingerprint for fingerprint, _ in kept(older)} - {KEY.fingerprint("1f"), ""} == {told} - {""}
