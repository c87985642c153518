"""The port in systemd's hands (deploy/jachai.socket): a newer version takes over, requests wait and none is refused."""

from __future__ import annotations

import os
import socket
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.deploy.back import Back
from tests.service.offices import write_list

pytestmark = pytest.mark.service

ENOUGH = 200  # answers of the older one

# What systemd does: the socket as descriptor 3, and who it is for.
HAND_OVER = (
    "import os, sys; os.dup2(int(sys.argv[1]), 3); "
    "os.environ.update(LISTEN_FDS='1', LISTEN_PID=str(os.getpid())); os.execv(sys.argv[2], sys.argv[2:])"
)


@pytest.fixture
def port() -> Iterator[socket.socket]:
    """Open before the first server and after the last."""
    with socket.create_server(("127.0.0.1", 0), backlog=128) as listening:
        yield listening


class TakingUp(Back):
    """A server that is handed its port."""

    def master(self) -> int:
        return self.process.pid if self.process else 0  # what hands over becomes gunicorn


def taking_up(port: socket.socket, folder: Path, word: str) -> TakingUp:
    """A server on a list of that word, which gets the open port."""
    back = TakingUp(folder, wordlists=str(write_list(folder / "wordlists", word)), watch="off", limit="100000")
    back.address = f"127.0.0.1:{port.getsockname()[1]}"
    back.environment["JACHAI_BIND"] = back.address
    back.passed = (port.fileno(),)
    back.wrap = lambda command: [sys.executable, "-c", HAND_OVER, str(port.fileno()), *command]
    return back


def test_no_request_is_refused_while_a_newer_version_takes_over(port: socket.socket, tmp_path: Path) -> None:
    older, newer = (taking_up(port, tmp_path / name, name) for name in ("পুরানশব্দ", "নতুনশব্দ"))
    answers: list[bytes] = []
    done = threading.Event()

    def ask() -> None:
        while not done.is_set():
            answers.append(older.post("/api/v1/check", {"text": "পুরানশব্দ বা নতুনশব্দ"}))

    threads = [threading.Thread(target=ask) for _ in range(4)]
    older.start()
    try:
        older.wait()
        for thread in threads:
            thread.start()
        while len(answers) < ENOUGH and any(thread.is_alive() for thread in threads):
            time.sleep(0.01)  # all its workers are at work
        older.stop()
        stopped = len(answers)
        newer.start()
        newer.wait()
        answers.append(newer.post("/api/v1/check", {"text": "নতুনশব্দ"}))
    finally:
        done.set()
        for thread in threads:
            thread.join()
        older.stop()
        newer.stop()
    told = [
        "পুরান" if '"match":"পুরানশব্দ"'.encode() in one else "নতুন" if '"match":"নতুনশব্দ"'.encode() in one else one
        for one in answers
    ]
    assert set(told) == {"পুরান", "নতুন"} and len(told) > stopped


def test_a_port_that_the_settings_do_not_name_is_not_taken_up(port: socket.socket, tmp_path: Path) -> None:
    """Without tokens the server answers this machine alone, which it knows by JACHAI_BIND."""
    back = taking_up(port, tmp_path, "শব্দ")
    back.environment["JACHAI_BIND"] = "127.0.0.2:8420"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(f"\0jachai-{os.getpid()}")
        systemd.setblocking(False)
        back.environment["NOTIFY_SOCKET"] = "@" + systemd.getsockname()[1:].decode()
        back.start()
        assert back.process and back.process.wait(120) == 1
        with pytest.raises(BlockingIOError):  # it was never told that the server has started
            systemd.recv(1)
    told = (tmp_path / "err").read_text()
    assert "jachai.socket" in told and f"127.0.0.1:{port.getsockname()[1]}" in told and "Traceback" not in told
    # in both languages: an open port stays what it was
    assert told.count("systemctl restart jachai.socket jachai") == 2
