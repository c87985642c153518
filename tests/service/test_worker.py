"""The worker's connection: done in time however slowly bytes come, and no waiting for a client that lingers."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator

import pytest

from server.service import worker
from server.service.worker import Client

Pair = tuple[socket.socket, Client]


@pytest.fixture
def pair(monkeypatch: pytest.MonkeyPatch) -> Iterator[Pair]:
    for name in ("READ_TIME", "WRITE_TIME", "LINGER"):
        monkeypatch.setattr(worker, name, 0.1)
    near, far = socket.socketpair()
    yield far, Client(near)
    near.close()
    far.close()


def seconds(since: float) -> float:
    return time.monotonic() - since


def test_who_sends_nothing_has_left(pair: Pair) -> None:
    start = time.monotonic()
    assert pair[1].recv(10) == b"" and 0.05 < seconds(start) < 5


def test_who_sends_byte_by_byte_has_one_deadline_for_all(pair: Pair) -> None:
    far, client = pair
    far.sendall(b"a")
    assert client.recv(1) == b"a"
    far.sendall(b"b")
    client._until -= 10
    assert client.recv(1) == b""


def test_who_reads_nothing_is_given_up(pair: Pair) -> None:
    with pytest.raises(TimeoutError):
        pair[1].sendall(b"x" * 10_000_000)


def test_a_request_read_to_its_end_is_closed_at_once(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "LINGER", 60.0)
    _, client = pair
    client.is_read = True
    client.shutdown(socket.SHUT_WR)
    start = time.monotonic()
    assert client.recv(10) == b"" and seconds(start) < 5


def test_what_was_refused_unread_is_taken_in_a_little(pair: Pair) -> None:
    far, client = pair
    far.sendall(b"rest")
    client.shutdown(socket.SHUT_WR)
    assert client.recv(10) == b"rest" and client.recv(10) == b""
    assert client.fileno() > 0
