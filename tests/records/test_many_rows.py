"""Where there are many rows: exports and purges take their time, and no worker waits for them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import select, text

from server.records import database, store
from server.records.kept import RecordsGone
from server.records.store import Records
from server.records.tables import FULL, overrides, reports
from tests.records.cluster import Cluster
from tests.records.test_store import ALWAYS, OVERRIDE, REPORT, aged

pytestmark = pytest.mark.service
LITERAL = {"literal_binds": True}


@pytest.mark.parametrize("patient, told", [(False, ["3s", "3s"]), (True, ["0", "1min"])])
def test_only_a_worker_is_in_a_hurry(
    cluster: Cluster, monkeypatch: pytest.MonkeyPatch, patient: bool, told: list[str]
) -> None:
    monkeypatch.setattr(database, "WAIT", 3)
    with Records(cluster.url, patient).engine.connect() as connection:
        limits = [connection.execute(text(f"SHOW {name}_timeout")).scalar() for name in ("statement", "lock")]
    assert limits == told


def test_an_export_is_read_page_by_page(records: Records, monkeypatch: pytest.MonkeyPatch) -> None:
    made = [records.keep_override(OVERRIDE) for _ in range(5)]  # within a second or two: many at one moment
    aged(records, overrides, 1)
    made += [records.keep_override(replace(OVERRIDE, findings=())) for _ in range(4)]
    monkeypatch.setattr(store, "BATCH", 2)
    rows = list(records.override_rows(*ALWAYS))
    assert [row["id"] for row in rows] == [each for each in sorted(made[:5]) for _ in range(2)] + in_order(rows[10:])
    assert {row["id"] for row in rows} == set(made) and len(rows) == 14
    [records.keep_report(REPORT) for _ in range(5)]
    assert len({row["id"] for row in records.report_rows(*ALWAYS)}) == 5


def in_order(rows: list[dict[str, object]]) -> list[object]:
    return [row["id"] for row in sorted(rows, key=lambda row: (row["at"], row["id"]))]


def test_a_reader_who_stands_still_stops_no_writer(records: Records, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "BATCH", 1)
    records.keep_report(REPORT)
    rows = records.report_rows(*ALWAYS)
    next(rows)
    records.keep_report(REPORT)  # `export reports | less`


def test_a_purge_goes_in_batches(records: Records, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(5):
        records.keep_report(REPORT)
        records.keep_override(OVERRIDE)
    for table in (overrides, reports):
        aged(records, table, 100)
    monkeypatch.setattr(store, "BATCH", 2)
    assert records.purge(99) == {"excerpts": 5, "overrides": 5, "reports": 5}


def test_due_excerpts_go_even_where_the_rest_fails(records: Records, monkeypatch: pytest.MonkeyPatch) -> None:
    records.keep_report(REPORT)
    aged(records, reports, 91)
    with records.engine.begin() as connection:
        connection.execute(text("ALTER TABLE overrides RENAME TO others"))
    with pytest.raises(RecordsGone):
        records.purge(730)
    with records.engine.begin() as connection:
        assert connection.execute(select(reports.c.excerpt, reports.c.note)).all() == [("", "")]


def test_what_holds_words_is_found_by_an_index(records: Records) -> None:
    """Among millions of rows a worker has three seconds."""
    some = store._some(reports, reports.c.at < datetime.now(UTC), FULL)
    with records.engine.begin() as connection:
        explain = "EXPLAIN QUERY PLAN" if connection.dialect.name == "sqlite" else "EXPLAIN"
        if explain == "EXPLAIN":
            connection.execute(text("SET enable_seqscan = off"))  # a small table is read whole
        plan = connection.exec_driver_sql(f"{explain} {some.compile(records.engine, compile_kwargs=LITERAL)}")
        assert "ix_reports_full" in str(plan.all())
