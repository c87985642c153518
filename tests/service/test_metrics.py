"""Figures: read from this machine or where the setting says, findings counted at publishing alone, no word of a draft."""

from __future__ import annotations

import os
import re
from ipaddress import ip_network
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from prometheus_client.metrics import MetricWrapperBase

from server.checks import Check
from server.finding import Finding
from server.posting import Posting
from server.service import metrics
from server.service.figure_files import FIRST, FigureFile
from tests.conftest import ROOT
from tests.service.offices import small_app, write_list, write_profiles

MARK = "গোপন-চিহ্ন-4711"


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    return small_app(tmp_path).test_client()


def figures(client: FlaskClient) -> dict[str, float]:
    text = client.get("/metrics").get_data(as_text=True)
    assert MARK not in text
    rows = (line.rpartition(" ") for line in text.splitlines() if not line.startswith("#"))
    return {name: float(value) for name, _, value in rows}


def post(client: FlaskClient, moment: str, text: str = f"কুলাঙ্গার {MARK}") -> None:
    draft = {"text": text, "account": {"kind": "institution"}, "moment": moment, "institution": MARK}
    assert client.post("/api/v1/check", json=draft).status_code == 200


FINDING = (
    'jachai_findings_total{check="prohibited/service-words",clause="9.nga",outcome="warn",'
    'term="prohibited/service-words.yaml#কুলাঙ্গার"}'
)
WARNED = 'jachai_published_total{office="",verdict="warn"}'


def test_findings_are_counted_at_publishing_alone(client: FlaskClient) -> None:
    before = figures(client)
    post(client, "typing")
    typed = figures(client)
    assert typed.get(FINDING) == before.get(FINDING) and typed.get(WARNED) == before.get(WARNED)
    post(client, "publish")
    post(client, "publish")  # remembered, and counted all the same
    after = figures(client)
    assert after[FINDING] - typed.get(FINDING, 0) == 2 and after[WARNED] - typed.get(WARNED, 0) == 2
    assert after["jachai_repeated_answers_total"] - before["jachai_repeated_answers_total"] == 1


def test_what_is_on_trial_in_silence_is_counted_and_not_shown(tmp_path: Path) -> None:
    write_list(tmp_path / "wordlists", "{term: ভুঁইফোড়, stage: shadow}", "on-trial")
    client = small_app(tmp_path).test_client()
    name = FINDING.replace("service-words", "on-trial").replace("কুলাঙ্গার", "ভুঁইফোড়").replace('"warn"', '"shadow"')
    before = figures(client)
    draft = {"text": "ভুঁইফোড়দের ঠাঁই নেই, ভুঁইফোড় নয়", "account": {"kind": "institution"}}
    for moment in ("typing", "publish", "publish"):  # the third is remembered, and counted all the same
        answer = client.post("/api/v1/check", json={**draft, "moment": moment})
        assert answer.json and not answer.json["findings"] and answer.json["verdict"] == "clear"
        assert "ভুঁইফোড়" not in answer.get_data(as_text=True)
    post(client, "publish", "কুলাঙ্গার")
    after = figures(client)
    assert after[name] - before.get(name, 0) == 2, "once a draft"
    assert after[FINDING] - before.get(FINDING, 0) == 1


@pytest.mark.parametrize("moment", ["typing", "publish"])
@pytest.mark.parametrize("error, why", [(TimeoutError, "timeout"), (ValueError, "error")])
def test_checks_that_fail_or_come_late_are_counted(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, moment: str, error: type[Exception], why: str
) -> None:
    def broken(posting: Posting) -> list[Finding]:
        raise error(MARK)

    check = Check("broken", ("9.nga",), broken, (), ())
    monkeypatch.setattr("server.checker.all_checks", lambda: (check,))
    name = f'jachai_incomplete_total{{check="broken",why="{why}"}}'
    before = figures(client).get(name, 0)
    post(client, moment)
    post(client, moment)  # not remembered: it may be found the next time
    assert figures(client)[name] - before == 2


def test_requests_are_counted_by_the_app_s_own_routes(client: FlaskClient) -> None:
    before = figures(client)
    client.get(f"/{MARK}")
    client.open("/health", method="MARKED")
    after = figures(client)
    name = 'jachai_requests_total{route="-",status="404"}'
    assert after[name] - before.get(name, 0) == 1
    assert 'jachai_requests_total{route="-",status="405"}' in after
    took = 'jachai_request_seconds_count{route="-"}'
    assert after[took] - before.get(took, 0) == 2


@pytest.mark.parametrize(
    "peer, headers, allowed",
    [
        ("127.0.0.1", {}, True),
        ("::1", {}, True),
        ("10.9.0.4", {}, True),  # JACHAI_METRICS_FROM
        ("10.8.0.4", {}, False),
        ("127.0.0.1", {"X-Forwarded-For": "127.0.0.1"}, False),  # a proxy here that nobody trusts
        ("127.0.0.1", {"Forwarded": "for=127.0.0.1"}, False),
        ("127.0.0.1", {"X-Real-IP": "127.0.0.1"}, False),
        ("127.0.0.1", {"Via": "1.0 front"}, False),
        ("10.7.0.1", {"X-Forwarded-For": "10.9.0.4"}, True),  # through the trusted proxy
        ("10.7.0.1", {"X-Forwarded-For": "10.9.0.4", "X-Real-IP": "10.9.0.4"}, True),
        ("10.9.0.4", {"X-Real-IP": "127.0.0.1"}, False),
        ("10.7.0.1", {"X-Forwarded-For": "203.0.113.9"}, False),
        ("10.7.0.1", {"X-Forwarded-For": "127.0.0.1, 203.0.113.9"}, False),
    ],
)
def test_who_may_read_them(tmp_path: Path, peer: str, headers: dict[str, str], allowed: bool) -> None:
    offices = write_profiles(tmp_path / "offices")
    networks = (ip_network("10.9.0.0/16"),)
    app = small_app(tmp_path, institutions=offices, metrics_from=networks, trusted_proxies=(ip_network("10.7.0.1"),))
    answer = app.test_client().get("/metrics", headers=headers, environ_base={"REMOTE_ADDR": peer})
    assert answer.status_code == (200 if allowed else 403)
    assert allowed or answer.get_json()["error"]["code"] == "metrics_closed"
    bare = {"REMOTE_ADDR": peer, "SERVER_PROTOCOL": "HTTP/1.0"}  # as nginx's bare proxy_pass
    old = app.test_client().get("/metrics", headers=headers, environ_overrides=bare)
    assert old.status_code == (200 if allowed and "X-Forwarded-For" in headers else 403)
    assert b"jachai_requests_total" in answer.data or not allowed


def rooms(path: Path) -> tuple[int, int]:
    """(bytes of a file, bytes that its disk holds for it)."""
    found = path.stat()
    return found.st_size, found.st_blocks * 512


def test_a_file_of_figures_has_its_room_before_it_is_written_to(tmp_path: Path) -> None:
    """Else a full /dev/shm ends the process at the first write to a page that is not there yet."""
    path = tmp_path / "gone" / "counter_worker-0.db"  # whose folder somebody has taken away
    file = FigureFile(str(path))
    size, held = rooms(path)
    assert held >= size == FIRST
    for number in range(FIRST // 300):
        file.write_value(f"{'ক' * 97}{number:03}", 1.0, 0.0)  # a list's own words stand in it
        size, held = rooms(path)
        assert held >= size
    first = f"{'ক' * 97}000"
    assert size == 2 * FIRST and file.read_value(first) == (1.0, 0.0)
    file.close()
    again = FigureFile(str(path))
    assert again.read_value(first) == (1.0, 0.0) and rooms(path)[0] == size
    again.close()


def full(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_where_there_is_no_room_a_process_counts_for_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tmp_path / "counter_worker-1.db"
    FigureFile(str(before)).close()
    monkeypatch.setattr(os, "posix_fallocate", full)
    file = FigureFile(str(tmp_path / "counter_worker-0.db"))
    file.write_value("a", 2.0, 0.0)
    assert file.read_value("a") == (2.0, 0.0)
    FigureFile(str(before)).close()
    assert list(tmp_path.iterdir()) == [before]  # in which another has counted; an empty one nobody could read
    with pytest.raises(OSError, match="No space"):
        for number in range(FIRST // 100):
            file.write_value(f"{number:0100}", 1.0, 0.0)
    assert file.read_value("a") == (2.0, 0.0)
    file.close()


def test_a_figure_that_finds_no_room_is_lost_and_no_answer_with_it(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("_requests", "_seconds"):
        monkeypatch.setattr(metrics, name, full)
    for counter in (metrics.PUBLISHED, metrics.FINDINGS, metrics.RELOADS):
        monkeypatch.setattr(counter, "labels", full)
    post(client, "publish")
    metrics.count_reload("renewed")


def test_a_reload_is_counted(client: FlaskClient) -> None:
    metrics.count_reload("faulty")
    assert figures(client)["jachai_reload_faulty"] == 1
    metrics.count_reload("renewed")
    after = figures(client)
    assert after["jachai_reload_faulty"] == 0 and after['jachai_reloads_total{outcome="renewed"}'] >= 1


def test_a_file_that_a_worker_is_just_laying_out_is_waited_for(
    client: FlaskClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "figures"
    folder.mkdir()
    path = folder / "counter_worker-0.db"
    path.touch()
    monkeypatch.setenv("PROMETHEUS_MULTIPROC_DIR", str(folder))
    pauses: list[float] = []

    def lay_out(pause: float) -> None:
        pauses.append(pause)
        path.write_bytes(bytes(4096))

    monkeypatch.setattr(metrics.time, "sleep", lay_out)
    assert client.get("/metrics").status_code == 200 and len(pauses) == 1


def test_the_docs_name_every_figure_and_its_labels() -> None:
    docs = (ROOT / "docs/operations.md").read_text(encoding="utf-8")
    rows = re.findall(r"(?m)^\| `(jachai_\w+)` \| (.*?) ?\|", docs)
    told = {name: re.sub(r" \(.*?\)", "", labels).split(", ") if labels else [] for name, labels in rows}
    known = [it for it in vars(metrics).values() if isinstance(it, MetricWrapperBase)]
    counted = {"counter": "_total"}
    assert told == {it._name + counted.get(it._type, ""): list(it._labelnames) for it in known}
