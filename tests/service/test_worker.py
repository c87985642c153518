"""The worker's connection: done in time however slowly bytes come, and no waiting for a client that lingers."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator

import pytest

from server.service import worker
from server.service.worker import Client

Pair = tuple[socket.socket, Client]
LONG = 300.0  # seconds


@pytest.fixture
def pair(monkeypatch: pytest.MonkeyPatch) -> Iterator[Pair]:
    """With more time than a test takes; `expire` ends it."""
    for name in ("READ_TIME", "LINGER"):
        monkeypatch.setattr(worker, name, LONG)
    monkeypatch.setattr(worker, "WRITE_TIME", 0.1)
    near, far = socket.socketpair()
    yield far, Client(near)
    near.close()
    far.close()


def expire(client: Client, seconds: float = 0.0) -> float:
    """Lets its time end in so many seconds, which had still long to go; the moment."""
    assert LONG / 2 < client._until - time.monotonic() <= LONG
    client._until = time.monotonic() + seconds
    return client._until


def test_who_sends_nothing_has_left(pair: Pair) -> None:
    until = expire(pair[1], 0.1)
    assert pair[1].recv(10) == b"" and until - 0.01 < time.monotonic() < until + LONG / 10


def test_who_sends_byte_by_byte_has_one_deadline_for_all(pair: Pair) -> None:
    far, client = pair
    far.sendall(b"a")
    assert client.recv(1) == b"a"
    far.sendall(b"b")
    expire(client)
    assert client.recv(1) == b""


def test_who_reads_nothing_is_given_up(pair: Pair) -> None:
    with pytest.raises(TimeoutError):
        pair[1].sendall(b"x" * 10_000_000)


def test_a_request_read_to_its_end_is_closed_at_once(pair: Pair) -> None:
    _, client = pair
    client.is_read = True
    client.shutdown(socket.SHUT_WR)
    start = time.monotonic()
    assert client.recv(10) == b"" and time.monotonic() - start < LONG / 10


def test_what_was_refused_unread_is_taken_in_a_little(pair: Pair) -> None:
    far, client = pair
    expire(client)
    far.sendall(b"rest")
    client.shutdown(socket.SHUT_WR)
    assert client.recv(10) == b"rest"
    expire(client, 0.1)
    assert client.recv(10) == b"" and client.fileno() > 0
