"""The worker's connection: done in time however slowly bytes come, and no waiting for a client that lingers."""

from __future__ import annotations

import json
import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from gunicorn.config import Config

from server.service import worker
from server.service.worker import Client, Worker

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


Server = Callable[[Any], socket.socket]


class Told(list[str]):
    """A log of gunicorn's that is kept."""

    def warning(self, message: str, *said: object) -> None:
        self.append(message % said)

    debug = info = exception = warning

    def access(self, *_: object) -> None:
        """The app writes its own line."""


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def serve(told: Told) -> Iterator[Server]:
    """A worker of gunicorn's handles one connection with a given app; the other end of it, which stays open."""
    with ExitStack() as opened:

        def serve(app: Any) -> socket.socket:
            serving = Worker(0, os.getpid(), [], None, LONG, Config(), told)
            serving.tmp.close()
            serving.wsgi = app
            listener = opened.enter_context(socket.create_server(("127.0.0.1", 0)))
            far = opened.enter_context(socket.create_connection(listener.getsockname()))
            near, address = listener.accept()
            opened.enter_context(near)
            threading.Thread(target=serving.handle, args=(listener, near, address), daemon=True).start()
            return far

        yield serve


REQUEST = b"POST /api/v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\n12345"


@pytest.mark.parametrize("is_read", [True, False])
def test_whether_a_request_was_read_to_its_end_is_known(
    serve: Server, monkeypatch: pytest.MonkeyPatch, is_read: bool
) -> None:
    known: list[bool] = []

    class Watched(Client):
        def shutdown(self, how: int) -> None:
            known.append(self.is_read)
            super().shutdown(how)

    def app(environ: Any, start: Any) -> list[bytes]:
        start("200 OK", [("Content-Length", "5")])
        return [environ["wsgi.input"].read() if is_read else b"12345"]

    monkeypatch.setattr(worker, "Client", Watched)
    far = serve(app)
    far.sendall(REQUEST)
    assert answer(far).endswith(b"\r\n\r\n12345") and known == [is_read]


def test_what_fails_outside_the_app_is_told_as_any_error(serve: Server, told: Told) -> None:
    def app(environ: Any, _: Any) -> list[bytes]:
        environ["wsgi.input"].read()
        raise ValueError("গোপন")

    far = serve(app)
    far.sendall(REQUEST)
    head, _, body = answer(far).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 500 ") and json.loads(body)["error"]["code"] == "failed"
    assert f"Content-Length: {len(body)}\r\n".encode() in head and "গোপন" not in str(told)


def answer(far: socket.socket) -> bytes:
    """All that comes, until the other side says that no more does."""
    with far.makefile("rb") as come:
        return come.read()
