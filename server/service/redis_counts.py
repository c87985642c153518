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

from server.settings import BadSetting

PREFIX = "jachai"
UNREADABLE = (
    "JACHAI_REDIS: ঠিকানাটি পড়া যায় না; লিখুন যেমন redis://:PASSWORD@10.20.0.5:6379/0, আর পাসওয়ার্ডে : / # ? @ % থাকলে %3A %2F %23 %3F %40 %25 | "
    "The address cannot be read; write it like redis://:PASSWORD@10.20.0.5:6379/0, and in the password %3A %2F %23 %3F %40 %25 for : / # ? @ %"
)
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
        """`patience`: seconds for an answer, and for opening. BadSetting where the address cannot be read."""
        self._patience = patience
        try:
            self._pool = ConnectionPool.from_url(
                url.replace("redis+unix:", "unix:"),
                socket_timeout=patience,
                socket_connect_timeout=patience,
                retry=Retry(NoBackoff(), 0),
            )
            self._pool.make_connection()  # which opens nothing
        except Exception:  # its text may tell a piece of a password
            raise BadSetting(UNREADABLE) from None
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
            connection: Any = self._pool.make_connection()
            connection.connect()
            self._connection = connection
        except Exception as error:  # told by whoever counts
            self._error = error
