"""The guide's own commands back the records up and bring them back, on both databases."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from server.records.migrate import migrate
from server.records.store import Records
from tests.conftest import ROOT
from tests.records.cluster import Cluster
from tests.records.test_store import ALWAYS, OVERRIDE, REPORT

pytestmark = pytest.mark.service
GUIDE = (ROOT / "docs/deployment.md").read_text(encoding="utf-8")


def command(program: str) -> str:
    """The guide's line that runs that program on the records."""
    [line] = [line for line in GUIDE.splitlines() if re.search(rf"(^|exec ){program} .*(records|RECORDS)", line)]
    return line


def run(line: str, folder: Path, **names: str) -> None:
    done = subprocess.run(["sh", "-euc", line], cwd=folder, env={**os.environ, **names}, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def kept(records: Records) -> tuple[list[str], list[str]]:
    """What stands in it."""
    overrides = [row["check"] for row in records.override_rows(*ALWAYS)]
    return overrides, [row["excerpt"] for row in records.report_rows(*ALWAYS)]


def test_sqlite(tmp_path: Path) -> None:
    file = tmp_path / "kept/records.sqlite"
    records = Records(f"sqlite:///{file}")
    migrate(f"sqlite:///{file}")
    records.keep_override(OVERRIDE)
    records.keep_report(REPORT)
    before = kept(records)
    run(command("sqlite3").replace("/var/lib/jachai/records.sqlite", str(file)), tmp_path)
    ruin(file)
    [copy] = tmp_path.glob("records-*.sqlite")
    for program in ("rm", "install"):
        line = command(program).replace("/var/lib/jachai/records.sqlite", str(file)).replace("-o jachai -g jachai ", "")
        run(line, tmp_path, RECORDS=str(copy))
    assert kept(Records(f"sqlite:///{file}")) == before and file.stat().st_mode & 0o777 == 0o600


def test_where_there_is_no_sqlite_none_is_made(tmp_path: Path) -> None:
    """By root it would be root's own, and the server could never make one."""
    file = tmp_path / "records.sqlite"
    line = command("sqlite3").replace("/var/lib/jachai/records.sqlite", str(file))
    assert subprocess.run(["sh", "-euc", line], cwd=tmp_path, capture_output=True).returncode and not file.exists()


def ruin(file: Path) -> None:
    """Ended in the midst of a write: a journal is left, which would be played back over whatever stands in its place."""
    stop = "c = sqlite3.connect(sys.argv[1]); c.execute('PRAGMA cache_size = 1'); c.execute('DELETE FROM reports'); os._exit(9)"
    for number in range(200):
        Records(f"sqlite:///{file}").keep_report(replace(REPORT, excerpt=f"{number} " + "ক" * 190))
    subprocess.run([sys.executable, "-c", f"import os, sqlite3, sys; {stop}", str(file)])
    assert Path(f"{file}-journal").stat().st_size


def test_postgresql(cluster: Cluster, tmp_path: Path) -> None:
    migrate(cluster.url)
    records = Records(cluster.url)
    records.purge(1)
    records.keep_override(OVERRIDE)
    before = kept(records)
    url = cluster.url.replace(f"?host={cluster.folder}", "?connect_timeout=9&application_name=jachai")
    settings = f"JACHAI_RECORDS='{url}'\nPGHOST={cluster.folder}\n"  # libpq's own, as PGPASSFILE is
    (tmp_path / "jachai.env").write_text(settings)
    dump, restore = (as_here(command(program), tmp_path) for program in ("pg_dump", "pg_restore"))
    run(dump, tmp_path)
    records.keep_report(REPORT)  # after the backup: it goes
    [copy] = tmp_path.glob("records-*.dump")
    run(restore, tmp_path, RECORDS=str(copy))
    assert kept(records) == before and records.state() == "ok"


def test_a_role_and_a_database_as_the_guide_makes_them(cluster: Cluster, tmp_path: Path) -> None:
    records = (ROOT / "docs/records.md").read_text(encoding="utf-8")
    for gone in ("dropdb --if-exists office", "dropuser --if-exists office"):  # of a first try that failed
        run(gone, tmp_path, PGHOST=str(cluster.folder), PGUSER="jachai")
    for line in re.findall("`(create(?:user|db) .*?)`", records):
        as_office = line.replace(" -P", "").replace("jachai", "office")  # nobody types its password here
        run(as_office, tmp_path, PGHOST=str(cluster.folder), PGUSER="jachai")
    url = f"postgresql://office@/office?host={cluster.folder}"
    migrate(url)
    assert Records(url).state() == "ok"


def as_here(line: str, folder: Path) -> str:
    """With the settings of this test, and as whoever runs it."""
    assert line.startswith("runuser -u jachai -- ") and "/etc/jachai/jachai.env" in line
    return line.removeprefix("runuser -u jachai -- ").replace("/etc/jachai", str(folder))
