"""New lists in a running server: all or nothing, no request lost, in a real gunicorn."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.service.safe import SAFE
from tests.service.offices import write_list
from tests.service.real_server import RealServer

pytestmark = pytest.mark.service


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_list(tmp_path_factory.mktemp("reload") / "wordlists", "প্রথমশব্দ")


@pytest.fixture(scope="module")
def server(lists: Path) -> Iterator[RealServer]:
    """Reloads by HUP alone."""
    running = RealServer(lists.parent, wordlists=str(lists), watch="off")
    yield running
    assert running.stop() == 0


def flagged(server: RealServer, word: str) -> bool:
    """Whether a check finds that word. While workers are replaced, the next answer may be an older one again."""
    status, answer = server.check(f"এখানে {word} আছে", account={"kind": "institution"})
    assert status == 200
    return any(finding["match"] == word for finding in answer["findings"])


def names_its_ruleset(server: RealServer) -> bool:
    """Whether /ready names the ruleset that answers; to be asked only while no worker is replaced."""
    answered: bool = server.check("সভা")[1]["ruleset"] == server.get("/ready")["ruleset"]
    return answered


def test_a_hup_brings_new_lists_and_loses_no_request(server: RealServer, lists: Path) -> None:
    if not flagged(server, "প্রথমশব্দ"):  # it is asked a second time
        old = server.workers()
        write_list(lists, "প্রথমশব্দ")
        server.hup()
        server.until_replaced(old)
    assert flagged(server, "প্রথমশব্দ") and not flagged(server, "দ্বিতীয়শব্দ") and names_its_ruleset(server)
    old, first = server.workers(), server.get("/ready")["ruleset"]["hash"]
    statuses: list[int] = []
    done = threading.Event()

    def load() -> None:
        while not done.is_set():
            status, answer = server.check("এখানে দ্বিতীয়শব্দ আছে")
            words = {finding["match"] for finding in answer["findings"]}
            assert (answer["ruleset"]["hash"] == first) is ("দ্বিতীয়শব্দ" not in words)  # each answer from one ruleset
            statuses.append(status)

    threads = [threading.Thread(target=load) for _ in range(4)]
    for thread in threads:
        thread.start()
    write_list(lists, "দ্বিতীয়শব্দ")
    server.hup()
    server.until_replaced(old)
    done.set()
    for thread in threads:
        thread.join()
    assert statuses and set(statuses) == {200}
    assert flagged(server, "দ্বিতীয়শব্দ") and not flagged(server, "প্রথমশব্দ") and names_its_ruleset(server)
    server.until(lambda: server.get("/ready")["reload"]["state"] == "ok")
    assert server.get("/ready")["ruleset"]["hash"] != first


def test_a_faulty_list_changes_nothing_and_shows(server: RealServer, lists: Path) -> None:
    known, workers = server.get("/ready"), server.workers()
    path = lists / "prohibited" / "service-words.yaml"
    good = path.read_text(encoding="utf-8")
    path.write_text(good.replace("severity: warn", "severity: loud"), encoding="utf-8")
    try:
        server.hup()
        server.until(lambda: server.get("/ready")["reload"]["state"] == "faulty")
        ready = server.get("/ready")
        assert ready["status"] == "ready" and ready["ruleset"] == known["ruleset"]
        assert "service-words.yaml:9" in ready["reload"]["fault"] and ready["reload"]["at"]
        assert server.workers() == workers and "jachai_reload_faulty 1.0" in server.figures()
        assert "service-words.yaml:9" in server.events("server.service.reload")[-1]["message"]
    finally:  # a second try, and the tests that copy these lists, begin with sound ones
        path.write_text(good, encoding="utf-8")
    server.hup()
    server.until(lambda: server.get("/ready")["reload"]["state"] == "ok")
    assert server.workers() == workers and 'jachai_reloads_total{outcome="unchanged"}' in server.figures()
    assert "jachai_reload_faulty 0.0" in server.figures()


def test_a_hup_to_all_its_processes_ends_no_worker(server: RealServer, lists: Path) -> None:
    """As `systemctl kill -s HUP jachai` and `killall -HUP` send it."""
    workers, seen = server.workers(), len(server.events("server.service.reload"))
    server.hup()
    for pid in workers:
        os.kill(pid, signal.SIGHUP)
    server.until(lambda: len(server.events("server.service.reload")) > seen)
    assert server.workers() == workers and server.check("সভা")[0] == 200


def test_while_new_lists_are_tried_out_workers_are_replaced_and_a_stop_waits_for_none(
    lists: Path, tmp_path: Path
) -> None:
    base = tmp_path / "wordlists"
    shutil.copytree(lists, base)
    server = RealServer(tmp_path, workers=1, wordlists=str(base), watch="off")
    old = server.workers()
    os.mkfifo(base / "prohibited" / "waits.yaml")  # whoever reads it waits, for nobody writes
    server.hup()
    server.until(lambda: len(server.workers()) == 2)  # the second one reads
    [reading] = server.workers() - old
    for pid in old:
        os.kill(pid, signal.SIGKILL)
    server.until(lambda: len(server.workers() - {reading} - old) == 1 and server.check("সভা")[0] == 200)
    assert reading in server.workers() and server.stop() == 0
    assert not Path(f"/proc/{reading}").exists() and not server.events("server.service.reload")


def test_a_stop_waits_for_no_reload(lists: Path, tmp_path: Path) -> None:
    server = RealServer(tmp_path, workers=1, wordlists=str(lists), watch="off")
    server.process.send_signal(signal.SIGSTOP)  # it comes to its signals only when all are there
    server.hup()
    server.process.terminate()
    server.process.send_signal(signal.SIGCONT)
    assert server.stop() == 0 and not server.events("server.service.reload")


def test_a_killed_worker_is_replaced_and_its_counts_stay(server: RealServer) -> None:
    server.check("এক", moment="publish")
    before = counted(server)
    old = server.workers()
    for pid in old:
        os.kill(pid, signal.SIGKILL)
    server.until_replaced(old)
    server.check("দুই", moment="publish")
    assert counted(server) == before + 1


def figures(server: RealServer) -> list[Path]:
    """The folders of its figures."""
    places = (Path("/dev/shm"), Path(tempfile.gettempdir()))
    return [path for place in places for path in place.glob(f"jachai-figures-{server.process.pid}-*")]


def test_figures_have_their_room_before_they_are_counted(server: RealServer) -> None:
    server.check("এক", moment="publish")
    [folder] = figures(server)
    files = [path.stat() for path in folder.glob("*.db")]
    assert files and all(one.st_blocks * 512 >= one.st_size > 0 for one in files)


def test_figures_that_somebody_takes_away_take_no_answer_with_them(lists: Path, tmp_path: Path) -> None:
    server = RealServer(tmp_path, workers=1, wordlists=str(lists), watch="off")
    [folder] = figures(server)
    shutil.rmtree(folder)
    assert server.check("এক", moment="publish")[0] == 200 and "jachai" not in server.figures()
    old = server.workers()
    for pid in old:
        os.kill(pid, signal.SIGKILL)
    server.until_replaced(old)
    assert server.check("দুই", moment="publish")[0] == 200
    assert 'jachai_published_total{office="",verdict="clear"} 1.0' in server.figures()
    assert server.stop() == 0 and not figures(server)


def counted(server: RealServer) -> float:
    rows = [line for line in server.figures().splitlines() if line.startswith('jachai_published_total{office=""')]
    return sum(float(row.rpartition(" ")[2]) for row in rows)


MARK = "গোপন-চিহ্ন-4711"


@pytest.mark.parametrize(
    "sent",
    [
        f"{MARK} / HTTP/1.1\r\n\r\n",
        f"POST /{MARK} HTTP/9.9\r\n\r\n",
        f"POST /api/v1/check HTTP/1.1\r\n{MARK}\r\n\r\n",
        f"POST /api/v1/check HTTP/1.1\r\nHost: localhost\r\nX: {MARK * 600}\r\n\r\n",
        f"POST /api/v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Length: {MARK}\r\n\r\n",
        f"POST /api/v1/check HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n{MARK}\r\n",
        f"GET /{MARK * 500} HTTP/1.1\r\nHost: localhost\r\n\r\n",
    ],
    ids=range(7),
)
def test_what_is_no_http_is_refused_without_a_byte_of_it(server: RealServer, sent: str) -> None:
    with socket.create_connection(("127.0.0.1", server.port), 60) as client:
        client.sendall(sent.encode())
        client.shutdown(socket.SHUT_WR)
        told = client.makefile("rb").read().decode()
    assert told.startswith("HTTP/1.1 4") and '"error"' in told and MARK not in told
    assert all(f"\r\n{name}: {value}\r\n" in told for name, value in SAFE)
    assert "gunicorn" not in told and MARK not in server.text() and "Traceback" not in server.text()


@pytest.mark.parametrize("fields, status", [(50, "200"), (51, "400")])
def test_a_request_has_so_many_header_fields_at_most(server: RealServer, fields: int, status: str) -> None:
    more = "".join(f"X-{number}: {MARK}\r\n" for number in range(1, fields))
    with socket.create_connection(("127.0.0.1", server.port), 60) as client:
        client.sendall(f"GET /health HTTP/1.1\r\nHost: localhost\r\n{more}\r\n".encode())
        client.shutdown(socket.SHUT_WR)
        told = client.makefile("rb").read().decode()
    assert told.startswith(f"HTTP/1.1 {status}") and ('"bad_request"' in told) is (status == "400") and MARK not in told


def test_a_body_that_breaks_off_is_the_senders_fault(server: RealServer) -> None:
    head = "POST /api/v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 500\r\n"
    for came in ("", "{", '{"text": "x"}'):  # the last one is whole JSON: more was to come all the same
        with socket.create_connection(("127.0.0.1", server.port), 60) as client:
            client.sendall(f"{head}\r\n{came}".encode())
            client.shutdown(socket.SHUT_WR)
            told = client.makefile("rb").read().decode()
        assert told.startswith("HTTP/1.1 400") and '"bad_request"' in told, told


def test_a_broken_chunk_is_the_senders_fault(server: RealServer) -> None:
    head = "POST /api/v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n"
    for chunk in ("ZZ\r\n", '4\r\n{"te', '4\r\n{"tetoo long\r\n0\r\n\r\n'):
        with socket.create_connection(("127.0.0.1", server.port), 60) as client:
            client.sendall(f"{head}\r\n{chunk}".encode())
            client.shutdown(socket.SHUT_WR)
            told = client.makefile("rb").read().decode()
        assert told.startswith("HTTP/1.1 400") and '"bad_request"' in told, told


def held(server: RealServer) -> bool:
    """Whether a check is answered, and with the hold; no answer of a check may be without."""
    status, told = server.check("সভা")
    assert status != 200 or "switch" in told, told
    return status == 200 and bool(told["switch"]["mode"] == "hold")


def test_a_hold_outlives_a_faulty_edit_and_a_killed_worker(lists: Path, tmp_path: Path) -> None:
    switch = tmp_path / "switch.yaml"
    server = RealServer(tmp_path, workers=2, wordlists=str(lists), watch="off", switch=str(switch))
    try:
        good = "all:\n  mode: hold\n  message:\n    bn: থামুন\n"
        switch.write_text(good, encoding="utf-8")
        # no worker is asked: the master
        server.until(lambda: b"the switch is now: all hold" in server.log.read_bytes())
        switch.write_text(good.replace("hold", "hol"), encoding="utf-8")
        server.until(lambda: server.get("/ready")["switch"]["fault"] != "")
        old = server.workers()
        for pid in old:
            os.kill(pid, signal.SIGKILL)
            server.until(lambda: held(server))
        server.until_replaced(old)
        for _ in range(6):
            assert server.check("সভা")[1]["switch"]["mode"] == "hold"
            state = server.get("/ready")["switch"]
            assert state["set"] and "switch.yaml:2" in state["fault"]
    finally:
        assert server.stop() == 0


def test_the_server_header_names_no_version(server: RealServer) -> None:
    with socket.create_connection(("127.0.0.1", server.port), 60) as client:
        client.sendall(b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert b"\r\nServer: jachai\r\n" in client.makefile("rb").read()


def test_a_stop_lets_a_request_in_hand_end(lists: Path, tmp_path: Path) -> None:
    server = RealServer(tmp_path, workers=1, wordlists=str(lists), watch="off")
    body = b'{"text": "\xe0\xa6\x95"}'
    head = f"POST /api/v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    with socket.create_connection(("127.0.0.1", server.port), 60) as client:
        client.sendall(head.encode() + body[:5])
        server.until(lambda: taken_in(server.port))
        server.process.terminate()
        server.until(lambda: "Handling signal: term" in server.text())
        client.sendall(body[5:])
        assert client.makefile("rb").read().startswith(b"HTTP/1.1 200")
    assert server.stop() == 0


def test_a_stop_leaves_no_figures_and_a_start_takes_away_those_of_a_killed_one(lists: Path, tmp_path: Path) -> None:
    killed = RealServer(tmp_path, workers=1, wordlists=str(lists), watch="off")
    assert figures(killed)
    killed.process.kill()
    killed.process.wait()  # from now on any server that starts on this machine may take them away
    server = RealServer(tmp_path, workers=1, wordlists=str(lists), watch="off")
    assert not figures(killed) and figures(server)
    assert server.stop() == 0 and not figures(server)


def taken_in(port: int) -> bool:
    """Whether the worker has the one connection to that port, and has read all that has come in so far."""
    rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    waiting = [(row[4].split(":")[1], row[9]) for row in rows if row[1].endswith(f":{port:04X}") and row[3] == "01"]
    return [unread for unread, _ in waiting] == ["00000000"] and waiting[0][
        1
    ] != "0"  # no file yet: it waits for a worker


def test_a_watched_folder_needs_no_hup(tmp_path: Path) -> None:
    lists = write_list(tmp_path / "wordlists", "প্রথমশব্দ")
    server = RealServer(tmp_path, workers=1, wordlists=str(lists), watch="0.3")
    try:
        old = server.workers()
        write_list(lists, "দ্বিতীয়শব্দ")
        server.until(lambda: flagged(server, "দ্বিতীয়শব্দ"))
        server.until_replaced(old)
        assert flagged(server, "দ্বিতীয়শব্দ") and names_its_ruleset(server)
    finally:
        assert server.stop() == 0
