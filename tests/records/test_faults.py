"""The database goes and comes back, the disk is full: checks go on, a record is kept or refused, none is half there."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import psycopg
import pytest
from flask import Flask
from sqlalchemy import text

from server import create_app
from server.records import database
from server.records.kept import RecordsGone
from server.records.migrate import migrate
from server.records.store import Records
from server.service.opened import records_of
from server.settings import Settings
from tests.conftest import NO_HURRY
from tests.records.cluster import Cluster
from tests.records.test_store import ALWAYS
from tests.records.test_store import REPORT as ONE
from tests.records.test_views import REPORT

pytestmark = pytest.mark.service
ROOT = Path(__file__).resolve().parent.parent.parent
REPORTED = {**REPORT, "institution": ""}


@pytest.fixture
def own_cluster() -> Iterator[Cluster]:
    """One that may be stopped."""
    made = Cluster()
    try:
        made.start()
        yield made
    finally:
        made.remove()


def test_asking_of_a_database_that_hangs_holds_no_check(lists: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.records.store.MOMENT", 0.01)
    with socket.create_server(("127.0.0.1", 0)) as hanging:  # it takes connections, and never says a word
        url = f"postgresql://jachai@127.0.0.1:{hanging.getsockname()[1]}/jachai"
        app = create_app(Settings(wordlists=(lists,), records=url, records_key="ab" * 32, time_limit=NO_HURRY))
        client, records = app.test_client(), records_of(app)[0]  # type: ignore[index]
        for _ in range(3):
            assert client.get("/ready").get_json()["records"] == "gone"
            assert client.post("/api/v1/check", json={"text": "সভা"}).status_code == 200
        trial = records._trial
        assert trial and trial.is_alive()
        hanging.accept()[0].close()
        trial.join()
    # it is not tried at once again
    assert client.get("/ready").get_json()["records"] == "gone" and records._trial is trial
    records._tried_until = 0.0
    assert records.state() == "gone" and records._trial is not trial


def test_postgresql_goes_and_comes_back(own_cluster: Cluster, lists: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.records.store.PAUSE", 0.0)
    migrate(own_cluster.url)
    app = create_app(Settings(wordlists=(lists,), records=own_cluster.url, records_key="ab" * 32, time_limit=NO_HURRY))
    assert asked(app) == (200, 201)
    own_cluster.stop()
    assert asked(app) == (200, 503)
    own_cluster.start()
    assert asked(app) == (200, 201)
    assert len(list(Records(own_cluster.url).report_rows(*ALWAYS))) == 2


def test_a_standby_that_is_away_holds_no_worker(own_cluster: Cluster) -> None:
    migrate(own_cluster.url)
    with psycopg.connect(own_cluster.url, autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET synchronous_standby_names = 'standby'")
        connection.execute("SELECT pg_reload_conf()")
    records = Records(own_cluster.url)
    until(lambda: shown(records, "synchronous_standby_names") == "standby")
    keeping = Thread(target=lambda: records.keep_report(ONE), daemon=True)
    keeping.start()
    keeping.join(30)
    assert not keeping.is_alive() and len(list(records.report_rows(*ALWAYS))) == 1


def test_a_row_that_comes_too_late_is_taken_back(
    records: Records, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A database may take a connection and then stop, so that none of its own timeouts ends anything: the worker goes on without it."""
    with database.engine(records.engine.url.render_as_string(hide_password=False)).begin() as other:
        if other.dialect.name == "postgresql":  # SQLite's file is held by whoever began
            other.execute(text("LOCK TABLE reports"))
        monkeypatch.setattr("server.records.store.LIMIT", 0.5)
        with pytest.raises(RecordsGone):
            records.keep_report(ONE)
        assert records.state() == "gone" and "no answer in time" in caplog.text
        records._gone_until = 0.0  # also when the pause is over
        monkeypatch.setattr("server.records.store.LIMIT", 60.0)
        begun = time.monotonic()
        with pytest.raises(RecordsGone):
            records.keep_report(ONE)
        assert records.state() == "gone" and time.monotonic() - begun < 30
    assert records._late
    records._late.join(60)
    assert list(records.report_rows(*ALWAYS)) == []
    assert records.keep_report(ONE) and records.state() == "ok"


def test_a_machine_that_is_gone_without_a_word_is_given_up(own_cluster: Cluster) -> None:
    with Records(own_cluster.url).engine.connect() as connection:
        told = connection.connection.dbapi_connection.info.get_parameters()  # type: ignore[union-attr]
    alive = int(told["keepalives_idle"]) + int(told["keepalives_interval"]) * int(told["keepalives_count"])
    assert alive <= 15 and int(told["tcp_user_timeout"]) <= 15_000


def shown(records: Records, name: str) -> str:
    """That setting of PostgreSQL's, as a new connection has it."""
    with records.engine.begin() as connection:
        return str(connection.exec_driver_sql(f"SHOW {name}").scalar())


def until(wanted: Callable[[], bool]) -> None:
    """Waits for it, up to 30 seconds."""
    deadline = time.monotonic() + 30
    while not wanted():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_what_the_address_says_in_options_holds_beside_ours(own_cluster: Cluster) -> None:
    records = Records(f"{own_cluster.url}&options=-csearch_path%3Dkept%20-clock_timeout%3D1h")
    assert shown(records, "search_path") == "kept"
    assert shown(records, "lock_timeout") == shown(records, "statement_timeout") == f"{database.WAIT // 60}min"


def asked(app: Flask) -> tuple[int, int]:
    """The status of a check and of a report."""
    client = app.test_client()
    checked = client.post("/api/v1/check", json={"text": "সভা"}).status_code
    return checked, client.post("/api/v1/reports", json=REPORTED).status_code


# A process of its own, since the limit cannot be taken back: no file of it may grow over 64 KiB.
FULL = """
import json, resource, signal, sys
from pathlib import Path
from server import create_app
from server.records.store import Records
from server.settings import Settings
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
app = create_app(Settings(wordlists=(Path(sys.argv[3]),), records=sys.argv[1], records_key="ab" * 32, limit=0))
client = app.test_client()
client.post("/api/v1/check", json={"text": "সভা"})
resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))
report = json.loads(sys.argv[2])
kept = 0
while client.post("/api/v1/reports", json=report).status_code == 201 and kept < 1000:
    kept += 1
statuses = [client.post(f"/api/v1/{path}", json=report).status_code for path in ("reports", "check")]
resource.setrlimit(resource.RLIMIT_FSIZE, (512, 65536))  # not even the first page that a write needs
print(json.dumps([kept, *statuses, Records(sys.argv[1]).state()]))
"""


def test_a_full_disk(lists: Path, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/records.sqlite"
    migrate(url)
    body = json.dumps({**REPORTED, "text": "সভা"})
    done = subprocess.run(
        [sys.executable, "-c", FULL, url, body, str(lists)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    kept, report, check, state = json.loads(done.stdout.splitlines()[-1])  # its log stands before it
    assert 0 < kept < 1000 and (report, check, state) == (503, 200, "gone")
    assert len(list(Records(url).report_rows(*ALWAYS))) == kept  # what was answered with 201 is there, and nothing else
    assert "Traceback" not in done.stderr and REPORT["excerpt"] not in done.stderr
    assert Records(url).state() == "ok"
