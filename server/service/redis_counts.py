"""The counts that several machines share in one Redis, over one connection of the process that counts.

It is opened in a thread of its own: a name may take long to resolve, for which no socket's timeout stands, and no check waits.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from threading import Thread
from typing import Any

from redis import ConnectionPool
from redis.backoff import NoBackoff
from redis.exceptions import ConnectionError as ClosedByRedis
from redis.retry import Retry

PREFIX = "jachai"
# One more for each key, in order, up to the first that is over its limit: in one call, atomic. A key's window begins with its first.
COUNT = """
for place, key in ipairs(KEYS) do
    local count = redis.call('INCR', key)
    local left = redis.call('TTL', key)
    if left < 0 then
        left = tonumber(ARGV[1])
        redis.call('EXPIRE', key, left)
    end
    if count > tonumber(ARGV[1 + place]) then
        return math.max(1, left)
    end
end
return 0
"""


class RedisCounts:
    """Any fault of Redis is raised, whatever its kind; the next count opens the connection anew."""

    def __init__(self, url: str, patience: float) -> None:
        """`patience`: seconds for an answer, and for opening."""
        self._url, self._patience = url, patience
        self._opening: Thread | None = None
        self._connection: Any = None  # a connection of redis, which types none of what is asked of it
        self._error: Exception = TimeoutError()  # why there is none

    def waited(self, counted: Sequence[tuple[str, int]], window: int) -> int:
        """One more of each (key, limit), in order; seconds to wait for the first that is over it, 0 where none is."""
        known = self._connection
        if known:
            with suppress(ClosedByRedis):  # it was long idle, or Redis was started anew
                return self._asked(known, counted, window)
        return self._asked(self._opened(), counted, window)

    def _asked(self, connection: Any, counted: Sequence[tuple[str, int]], window: int) -> int:
        keys, limits = zip(*counted, strict=True)
        names = (f"{PREFIX}:{key}" for key in keys)
        try:
            connection.send_command("EVAL", COUNT, len(keys), *names, window, *limits)
            return int(connection.read_response())
        except Exception:
            self._connection = None
            connection.disconnect()
            raise

    def _opened(self) -> Any:
        """The connection, where it comes to be within the patience; it goes on being opened where it does not."""
        if not (self._opening and self._opening.is_alive()):
            self._error = TimeoutError()
            self._opening = Thread(target=self._open, name="redis", daemon=True)
            self._opening.start()
            self._opening.join(self._patience)
        if self._connection is None:
            raise self._error
        return self._connection

    def _open(self) -> None:
        try:
            pool = ConnectionPool.from_url(
                self._url.replace("redis+unix:", "unix:"),
                socket_timeout=self._patience,
                socket_connect_timeout=self._patience,
                retry=Retry(NoBackoff(), 0),
            )
            connection: Any = pool.make_connection()
            connection.connect()
            self._connection = connection
        except Exception as error:  # told by whoever counts
            self._error = error
