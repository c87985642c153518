"""gunicorn's sync worker with a deadline for slow clients, errors in our one shape, and nothing of a request in the log."""

from __future__ import annotations

import logging
import signal
import socket
import time
from typing import Any

import orjson
from gunicorn.glogging import Logger
from gunicorn.http.errors import ParseException
from gunicorn.workers.sync import SyncWorker

from server.errors import BadRequest
from server.service.logs import JsonLines, has_room, standard_output
from server.service.safe import SAFE

READ_TIME = 5.0  # seconds for the whole request; nginx in front reads slow ones to their end first
WRITE_TIME = 5.0  # seconds for the answer
LINGER = 0.2  # seconds to take in what a client still sends after it was refused
UNBOUND = "Can't connect to"  # how gunicorn tells that it could not open its port
NO_PORT = (
    "JACHAI_BIND: পোর্টটি অন্য কোনো প্রোগ্রামের হাতে (হয়তো আগে চালু করা যাচাইয়ের), ঠিকানাটি এই যন্ত্রের নয়, বা পোর্টটি ১০২৪-এর নিচে; সেটি থামান বা অন্যটি লিখুন | "
    "another program has the port (perhaps a Jachai started before), the address is not this machine's, or the port is below 1024; end it or write another"
)


class Client:
    """A connection that must be done in time, however slowly its bytes come in."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._until = time.monotonic() + READ_TIME
        self.is_read = False  # whether the whole request was taken in, so that there is nothing to wait for

    def recv(self, size: int) -> bytes:
        """What has come in; nothing, as from one who left, where the time is up."""
        left = self._until - time.monotonic()
        if left <= 0:
            return b""
        self._connection.settimeout(left)
        try:
            return self._connection.recv(size)
        except TimeoutError:
            return b""

    def sendall(self, data: bytes) -> None:
        """Sends it all, or fails in time."""
        self._connection.settimeout(WRITE_TIME)
        self._connection.sendall(data)

    def shutdown(self, how: int) -> None:
        """Says that no more is sent; gunicorn then waits for the other side to close, up to 2 s: not with us."""
        self._connection.shutdown(how)
        self._until = time.monotonic() + (0 if self.is_read else LINGER)

    def settimeout(self, _: float) -> None:
        """gunicorn's own waiting; ours is in `recv`."""

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)


class Worker(SyncWorker):  # type: ignore[misc]  # gunicorn ships no types
    """One request at a time. A HUP is the master's: sent to all processes of the server, it ends no worker."""

    SIGNALS = [number for number in SyncWorker.SIGNALS if number != signal.SIGHUP]  # noqa: RUF012  # those it resets

    def init_signals(self) -> None:
        """From its start on."""
        super().init_signals()
        signal.signal(signal.SIGHUP, signal.SIG_IGN)

    def handle(self, listener: Any, client: socket.socket, addr: Any) -> None:
        """One connection."""
        super().handle(listener, Client(client), addr)

    def handle_request(self, listener: Any, req: Any, client: Client, addr: Any) -> None:
        """One request."""
        super().handle_request(listener, req, client, addr)
        client.is_read = getattr(req.body.reader, "length", None) == 0

    def handle_error(self, req: Any, client: Client, addr: Any, exc: BaseException) -> None:
        """What gunicorn cannot read as HTTP, or what failed outside the app: told without a byte of it."""
        code, status = (
            ("bad_request", "400 Bad Request") if isinstance(exc, ParseException) else ("failed", "500 Failed")
        )
        self.log.warning("request refused: %s", type(exc).__name__)
        body = orjson.dumps(BadRequest(code).as_json())
        headers = (
            ("Connection", "close"),
            ("Content-Type", "application/json"),
            ("Content-Length", f"{len(body)}"),
            *SAFE,
        )
        head = "".join(f"{name}: {value}\r\n" for name, value in headers)
        try:
            client.sendall(f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body)
        except OSError:
            self.log.info("the client left")


class Log(Logger):  # type: ignore[misc]
    """gunicorn's own lines as JSON on standard output. What may quote a request (debug, tracebacks) is not written."""

    def setup(self, cfg: Any) -> None:
        """Once at the start."""
        super().setup(cfg)
        self.error_log.setLevel(logging.INFO)
        for handler in self.error_log.handlers:
            handler.setStream(standard_output())
            handler.setFormatter(JsonLines())
            handler.addFilter(has_room)

    def debug(self, msg: str, *args: Any, **kwargs: Any) -> None:
        """Dropped: it quotes what came in before a client left."""

    def error(self, msg: str, *args: Any, **kwargs: Any) -> None:
        """As gunicorn says it; a port that it could not open with its cure."""
        super().error(msg, *args, **kwargs)
        if msg.startswith(UNBOUND):
            super().error(NO_PORT)

    def exception(self, msg: str, *args: Any, **kwargs: Any) -> None:
        """The type alone; the message would name the address asked for."""
        self.error_log.error("failed outside the app", exc_info=True)


def hide_version() -> None:
    """The Server header names no software."""
    from gunicorn.http import wsgi

    wsgi.SERVER = "jachai"
