"""Rows go in, come out and are deleted, on SQLite and on PostgreSQL."""

from __future__ import annotations

import random
import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Table, event, select, text, update

from server import create_app
from server.record_commands import records_commands
from server.records.kept import MAX_EXCERPT, PAUSE, Kept, Override, RecordsGone, Report
from server.records.migrate import configured, migrate
from server.records.store import Records
from server.records.tables import HEAD, findings, metadata, overrides, reports
from server.settings import BadSetting, Settings
from server.wordlists.facts.guideline import LONGEST_ID
from server.wordlists.facts.platforms import LONGEST_NAME
from tests.records.cluster import Cluster

pytestmark = pytest.mark.service
ALWAYS = (datetime(2020, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC))
EXCERPT = "নির্দিষ্ট উদ্ধৃতি 4711"
OVERRIDE = Override(
    office="nilkandi-upazila", platform="facebook", verdict="block", ruleset="ab" * 32, reason="court-order",
    note="মামলা ১২/২০২৬", text_hash="cd" * 32, key_id="0123abcd",
    findings=(Kept("9.ga", "prohibited/parties", "prohibited/x.yaml#নৌকা", "block"), Kept("6.ga", "personal/nid", "", "warn")),
)  # fmt: skip
REPORT = Report(
    "nilkandi-upazila",
    "x",
    "9.nga",
    "prohibited/demeaning",
    "prohibited/y.yaml#শালা",
    "00ff",
    "0123abcd",
    EXCERPT,
    "পাঠশালা",
)


def aged(records: Records, table: object, days: float) -> None:
    with records.engine.begin() as connection:
        connection.execute(update(table).values(at=datetime.now(UTC) - timedelta(days=days)))  # type: ignore[arg-type]


def test_an_override_comes_back_one_row_a_finding(records: Records) -> None:
    made = records.keep_override(OVERRIDE)
    first, second = records.override_rows(*ALWAYS)
    assert first["id"] == second["id"] == made and first["note"] == "মামলা ১২/২০২৬"
    assert [row["check"] for row in (first, second)] == ["prohibited/parties", "personal/nid"]
    assert first["term"] == "prohibited/x.yaml#নৌকা" and first["at"].tzinfo is UTC


def test_an_override_without_findings_is_kept_too(records: Records) -> None:
    records.keep_override(replace(OVERRIDE, findings=()))
    [row] = records.override_rows(*ALWAYS)
    assert row["check"] is None and row["reason"] == "court-order"


def test_the_tables_are_what_the_migrations_make(records: Records) -> None:
    with records.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection, {"compare_type": True}), metadata) == []
    assert ScriptDirectory.from_config(configured()).get_heads() == [HEAD]


def test_migrating_again_changes_nothing(records: Records) -> None:
    records.keep_report(REPORT)
    migrate(records.engine.url.render_as_string(hide_password=False))
    assert len(list(records.report_rows(*ALWAYS))) == 1 and records.state() == "ok"


def test_rows_of_other_days_are_not_told(records: Records) -> None:
    records.keep_report(REPORT)
    now = datetime.now(UTC)
    assert list(records.report_rows(now - timedelta(days=9), now - timedelta(days=8))) == []
    (at,) = (row["at"] for row in records.report_rows(*ALWAYS))
    day = timedelta(days=1)  # the end of one export is where the next begins: no row is in both
    assert [len(list(records.report_rows(*days))) for days in ((at - day, at), (at, at + day))] == [0, 1]


@pytest.mark.parametrize("days, left", [(89, EXCERPT), (91, "")])
def test_an_excerpt_goes_after_90_days(records: Records, days: int, left: str) -> None:
    records.keep_report(REPORT)
    aged(records, reports, days)
    assert records.purge(730) == {"excerpts": int(not left), "overrides": 0, "reports": 0}
    [row] = records.report_rows(*ALWAYS)
    assert (row["excerpt"], row["note"]) == (left, "পাঠশালা" if left else "")
    assert (row["fingerprint"], row["key_id"]) == (("00ff", "0123abcd") if left else ("", ""))
    assert row["term"] == REPORT.term  # what was wrong is still known


@pytest.mark.parametrize("days, state", [(91, "ok"), (92.9, "ok"), (93.1, "overdue"), (800, "overdue")])
def test_an_excerpt_that_no_purge_has_deleted_is_told(records: Records, days: float, state: str) -> None:
    records.keep_report(REPORT)
    records.keep_override(OVERRIDE)
    aged(records, reports, days)
    aged(records, overrides, days)
    assert records.state() == state
    records.purge(3650)
    assert records.state() == "ok"


@pytest.mark.parametrize(
    "table, keep", [(overrides, "keep_override"), (reports, "keep_report")], ids=["override", "report"]
)
@pytest.mark.parametrize("days, state", [(31, "ok"), (32.9, "ok"), (33.1, "overdue")])
def test_a_row_that_no_purge_has_deleted_is_told(url: str, table: Table, keep: str, days: float, state: str) -> None:
    """An office where nobody reports anything has no excerpt by which to see that the timer does not run."""
    migrate(url)
    records = Records(url, patient=True, days=30)
    getattr(records, keep)({"keep_override": OVERRIDE, "keep_report": replace(REPORT, excerpt="", note="")}[keep])
    aged(records, table, days)
    assert records.state() == state
    records.purge(30)
    assert records.state() == "ok"


@pytest.mark.parametrize("ahead, left", [(1, EXCERPT), (3650, "")])
def test_what_a_wrong_clock_dated_ahead_goes_at_the_next_purge(records: Records, ahead: int, left: str) -> None:
    records.keep_report(REPORT)
    aged(records, reports, -ahead)
    records.keep_report(REPORT)  # a worker's own clock may be the wrong one: it leaves what lies ahead
    assert [row["excerpt"] for row in records.report_rows(*ALWAYS)] == [EXCERPT, EXCERPT]
    assert records.purge(730) == {"excerpts": int(not left), "overrides": 0, "reports": 0}
    assert [row["excerpt"] for row in records.report_rows(*ALWAYS)] == [EXCERPT, left]


@pytest.mark.parametrize("occasion", ["another report", "an export"])
def test_no_timer_is_needed_for_it(records: Records, occasion: str) -> None:
    records.keep_report(REPORT)
    aged(records, reports, 91)
    if occasion == "another report":
        records.keep_report(replace(REPORT, excerpt="আরেকটি"))
    else:
        list(records.report_rows(*ALWAYS))
    with records.engine.begin() as connection:  # as it lies there: whoever asks for rows lets go what is due
        excerpts = list(connection.scalars(select(reports.c.excerpt).order_by(reports.c.at)))
    assert excerpts == (["", "আরেকটি"] if occasion == "another report" else [""])


def test_old_rows_go_with_their_findings(records: Records) -> None:
    records.keep_override(OVERRIDE)
    records.keep_report(REPORT)
    aged(records, overrides, 11)
    assert records.purge(12)["overrides"] == 0
    assert records.purge(10) == {"excerpts": 0, "overrides": 1, "reports": 0}
    assert list(records.override_rows(*ALWAYS)) == [] and len(list(records.report_rows(*ALWAYS))) == 1


@pytest.mark.parametrize("days", [91, 900], ids=["excerpts", "whole rows"])
def test_what_sqlite_deletes_is_overwritten(tmp_path: Path, days: int) -> None:
    url = f"sqlite:///{tmp_path}/records.sqlite"
    migrate(url)
    records = Records(url)
    for number in range(60):  # over several pages, so that some are given free whole
        records.keep_report(replace(REPORT, excerpt=f"{EXCERPT} {number} " + "ক" * (number * 2)))
    assert EXCERPT.encode() in (tmp_path / "records.sqlite").read_bytes()
    aged(records, reports, days)
    records.purge(730)
    left = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert EXCERPT.encode() not in left and "পাঠশালা".encode() not in left


def test_no_copy_stays_where_sqlite_moved_a_row(tmp_path: Path) -> None:
    """It fills pages that have room again with rows of their neighbours; these lengths make it."""
    url = f"sqlite:///{tmp_path}/records.sqlite"
    migrate(url)
    records, chance = Records(url), random.Random(29)
    marks = {number: f"Q{number:03d}X" for number in range(60)}
    kept = [
        records.keep_report(replace(REPORT, excerpt=marks[number] + "ক" * chance.randint(0, 190), note=""))
        for number in marks
    ]
    gone = 0
    while gone < len(kept):
        due = kept[gone : gone + chance.randint(1, 8)]
        with records.engine.begin() as connection:
            at = datetime.now(UTC) - timedelta(days=40)
            connection.execute(update(reports).where(reports.c.id.in_(due)).values(at=at))
        assert records.purge(30)["reports"] == len(due)
        gone += len(due)
        left = (tmp_path / "records.sqlite").read_bytes()
        assert [number for number, mark in marks.items() if mark.encode() in left] == list(range(gone, len(kept)))


def test_sqlites_file_is_the_servers_own(tmp_path: Path) -> None:
    migrate(f"sqlite:///{tmp_path}/kept/records.sqlite")
    assert (tmp_path / "kept/records.sqlite").stat().st_mode & 0o077 == 0
    assert (tmp_path / "kept").stat().st_mode & 0o077 == 0


def test_nor_is_it_others_where_its_state_was_asked_first(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/records.sqlite"
    Records(url).state()
    (tmp_path / "records.sqlite").chmod(0o644)  # as the usual umask has it
    migrate(url)
    assert (tmp_path / "records.sqlite").stat().st_mode & 0o777 == 0o600


def test_a_database_that_was_not_migrated_says_so(url: str, tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    records = Records(url)
    assert records.state() == "not_migrated"
    with pytest.raises(RecordsGone):
        records.keep_report(REPORT)


def test_a_fingerprint_goes_where_no_words_were_sent(records: Records) -> None:
    records.keep_report(replace(REPORT, excerpt="", note=""))
    aged(records, reports, 91)
    records.purge(730)
    assert [row["fingerprint"] for row in records.report_rows(*ALWAYS)] == [""]


def test_a_column_that_is_not_there_yet_is_a_migration_to_come(records: Records) -> None:
    with records.engine.begin() as connection:
        connection.execute(text("ALTER TABLE reports DROP COLUMN key_id"))
    with pytest.raises(RecordsGone):
        records.keep_report(REPORT)
    assert records._last == "not_migrated"


def test_asking_whether_rows_can_be_kept_keeps_none(records: Records) -> None:
    assert [records.state() for _ in range(3)] == ["ok"] * 3
    assert list(records.report_rows(*ALWAYS)) == []


@pytest.mark.parametrize("encoding", ["LATIN1", "SQL_ASCII"])
def test_a_database_of_other_letters_is_refused_with_the_cure(
    cluster: Cluster, encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = f"other_{encoding.lower()}"
    with Records(cluster.url).engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name}"))
        connection.execute(text(f"CREATE DATABASE {name} ENCODING '{encoding}' LOCALE 'C' TEMPLATE template0"))
    url = cluster.url.replace("/postgres?", f"/{name}?")
    with pytest.raises(BadSetting, match=f"is {encoding}, not UTF8.*createdb -E UTF8"):
        migrate(url)
    monkeypatch.setenv("JACHAI_RECORDS", url)
    done = create_app(Settings()).test_cli_runner().invoke(records_commands, ["migrate"])
    assert done.exit_code == 1 and "createdb -E UTF8" in done.output
    with Records(url).engine.begin() as connection:  # as an older version made it
        metadata.create_all(connection)
        connection.execute(text("CREATE TABLE alembic_version (version_num varchar(32))"))
        connection.execute(text(f"INSERT INTO alembic_version VALUES ('{HEAD}')"))
    assert Records(url).state() == "gone"
    with pytest.raises(RecordsGone):
        Records(url).keep_report(replace(REPORT, excerpt="ক" * MAX_EXCERPT))


def test_a_row_that_a_database_does_not_take_keeps_no_other_out(cluster: Cluster) -> None:
    migrate(cluster.url)
    records = Records(cluster.url)
    with pytest.raises(RecordsGone):
        records.keep_report(replace(REPORT, clause="9." + "ক" * 99))
    assert records.keep_report(REPORT) and records.state() == "ok"


def test_what_an_office_may_name_a_row_takes() -> None:
    for table in (findings, reports):
        assert table.c.clause.type.length == LONGEST_ID
    for table in (overrides, reports):
        assert table.c.platform.type.length == LONGEST_NAME


GRANTS = {
    "reads alone": "GRANT SELECT ON ALL TABLES IN SCHEMA public TO {role}",
    "nothing": "SELECT 1",
    "the version alone": "GRANT SELECT ON alembic_version TO {role}",
}


@pytest.mark.parametrize("grant", GRANTS.values(), ids=GRANTS)
def test_who_may_not_write_is_not_told_to_migrate(cluster: Cluster, grant: str) -> None:
    migrate(cluster.url)
    role = f"role_{uuid.uuid4().hex}"
    with Records(cluster.url).engine.begin() as connection:
        connection.execute(text(f"CREATE ROLE {role} LOGIN"))
        connection.execute(text(f"GRANT USAGE ON SCHEMA public TO {role}"))
        connection.execute(text(grant.format(role=role)))
    records = Records(cluster.url.replace("jachai@", f"{role}@"))
    assert records.state() == "gone"
    with pytest.raises(RecordsGone):
        records.keep_report(REPORT)
    assert records.state() == "gone"


def test_a_newer_database_is_left_as_it_is(records: Records) -> None:
    """After a rollback: the older server keeps rows, and its unit runs `migrate` at each start."""
    with records.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0099'"))
    migrate(records.engine.url.render_as_string(hide_password=False))
    assert records.state() == "ok" and records.keep_report(REPORT)


ADDRESSES = [
    "postgresql://jachai:pa:ss@wo:rd@db/j", "postgresql://u:secret@h:54x/db", "postgresql://u:secret@h:54@h/db", "postgresql://[::1/secret",
]  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("what", [Records, migrate])
def test_no_piece_of_an_address_is_told(address: str, what: Callable[[str], object]) -> None:
    with pytest.raises(BadSetting) as caught:
        what(address)
    told = f"{caught.value}"
    assert "JACHAI_RECORDS" in told and "%40" in told and caught.value.__suppress_context__
    assert not [piece for piece in ("secret", "54", "wo", "rd@", "pa:") if piece in told.replace("word", "")]


def test_what_can_only_be_read_is_told(records: Records) -> None:
    found = records.engine.url
    if found.get_backend_name() == "sqlite":  # as a file of another user's; root may write every one
        records = Records(f"sqlite:///file:{found.database}?mode=ro&uri=true")
    else:
        event.listen(records.engine, "begin", lambda connection: connection.execute(text("SET TRANSACTION READ ONLY")))
    assert records.state() == "gone"


def test_after_a_failure_nobody_waits_and_then_it_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.records.store.PAUSE", 1000 * PAUSE)  # longer than a busy machine needs to migrate
    url = f"sqlite:///{tmp_path}/kept/records.sqlite"
    records = Records(url)
    with pytest.raises(RecordsGone):
        records.keep_report(REPORT)
    migrate(url)
    assert records.state() == "gone"  # within the pause it is not asked
    with pytest.raises(RecordsGone):
        records.keep_report(REPORT)
    records._gone_until -= 1000 * PAUSE
    assert records.state() == "ok"


def test_asking_how_they_are_keeps_nobody_from_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.records.store.PAUSE", 1000 * PAUSE)
    url = f"sqlite:///{tmp_path}/kept/records.sqlite"
    records = Records(url)
    assert records.state() == "gone"
    migrate(url)
    assert records.state() == "gone"  # a trial that failed stands for those to come
    assert records.keep_report(REPORT)


def test_no_error_and_no_log_tells_a_row(url: str, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "kept").mkdir()
    with pytest.raises(RecordsGone) as caught:
        Records(url).keep_report(REPORT)
    assert EXCERPT not in f"{caught.value.__cause__}{caplog.text}" and "records not_migrated" in caplog.text
